-- One row: a published figure that is new, changed or gone between two snapshots.
with old as (
    select
        unit_code,
        year,
        what,
        coalesce(area_name, '') as area_name,
        max(published) as points,
        max(coalesce(published_text, published::varchar)) as value
    from before.published_result
    group by unit_code, year, what, coalesce(area_name, '')
),

new as (
    select
        unit_code,
        year,
        what,
        coalesce(area_name, '') as area_name,
        max(published) as points,
        max(coalesce(published_text, published::varchar)) as value
    from after.published_result
    group by unit_code, year, what, coalesce(area_name, '')
)

select
    'published_result' as table_name,
    case
        when old.unit_code is null then 'new'
        when new.unit_code is null then 'gone'
        else 'changed'
    end as change,
    coalesce(new.unit_code, old.unit_code) as unit_code,
    coalesce(new.year, old.year) as year,
    coalesce(new.area_name, old.area_name) as item,
    coalesce(new.what, old.what) as field,
    old.value as before,
    new.value as after,
    old.points as before_points,
    new.points as after_points
from old
full join new
    on
        old.unit_code = new.unit_code
        and old.year = new.year
        and old.what = new.what
        and old.area_name = new.area_name
where
    old.unit_code is null
    or new.unit_code is null
    or old.points is distinct from new.points
    or old.value is distinct from new.value
order by unit_code, year, field, item;
