-- How each heading that somebody named was last written, also where the choice was taken back.
select heading_key, heading
from column_heading
order by heading_key;
