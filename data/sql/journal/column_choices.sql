-- Every choice in force, with the heading as it was last written.
select
    c.form,
    c.heading_key,
    coalesce(h.heading, c.heading_key) as heading,
    c.field,
    c.chosen_by,
    c.chosen_at
from column_choice as c
left join column_heading as h on c.heading_key = h.heading_key
order by c.form, c.heading_key;
