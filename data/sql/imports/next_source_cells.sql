-- The first of as many new numbers; they follow one another, for only one writes at a time.
select min(number) as first
from (select nextval('source_cell_number') as number from range($count));
