select
    inspection_id,
    unit_code,
    year,
    held_on,
    conclusion_number,
    conclusion_on
from effective.inspection
order by inspection_id;
