-- The first of as many new numbers; they follow one another, for only one writes at a time.
select min(given.source_cell_id) as first_number
from (
    select nextval('source_cell_number') as source_cell_id
    from range($count)
) as given;
