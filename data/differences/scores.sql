-- One row: a score that is new, changed or gone between two snapshots.
select
    'score' as table_name,
    case
        when old.unit_code is null then 'new'
        when new.unit_code is null then 'gone'
        else 'changed'
    end as change,
    coalesce(new.unit_code, old.unit_code) as unit_code,
    coalesce(new.year, old.year) as year,
    coalesce(new.criterion_code, old.criterion_code) as item,
    coalesce(new.kind, old.kind) as field,
    if(old.is_applicable, old.points::varchar, if(old.unit_code is null, null, 'not_applicable'))
        as before,
    if(new.is_applicable, new.points::varchar, if(new.unit_code is null, null, 'not_applicable'))
        as after,
    old.points as before_points,
    new.points as after_points
from before.score as old
full join after.score as new
    on
        old.unit_code = new.unit_code
        and old.year = new.year
        and old.criterion_code = new.criterion_code
        and old.kind = new.kind
where
    old.unit_code is null
    or new.unit_code is null
    or old.is_applicable <> new.is_applicable
    or old.points is distinct from new.points
order by unit_code, year, item, field;
