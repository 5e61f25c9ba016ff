-- One row: a row of a criteria set that is new, gone or worded, weighed or mapped otherwise.
with old as (
    select
        framework.year,
        criterion.*
    from before.criterion as criterion
    inner join before.framework as framework on criterion.framework_id = framework.framework_id
),

new as (
    select
        framework.year,
        criterion.*
    from after.criterion as criterion
    inner join after.framework as framework on criterion.framework_id = framework.framework_id
),

paired as (
    select
        old.framework_id is null as is_new,
        new.framework_id is null as is_gone,
        coalesce(new.framework_id, old.framework_id) as framework_id,
        coalesce(new.year, old.year) as year,
        coalesce(new.criterion_code, old.criterion_code) as item,
        old.criterion_name as old_name,
        new.criterion_name as new_name,
        old.maximum_points as old_points,
        new.maximum_points as new_points,
        old.reform_area as old_area,
        new.reform_area as new_area
    from old
    full join new
        on old.framework_id = new.framework_id and old.criterion_code = new.criterion_code
),

field as (
    select
        *,
        'criterion_name' as field,
        old_name as before,
        new_name as after
    from paired
    union all
    select
        *,
        'maximum_points' as field,
        old_points::varchar as before,
        new_points::varchar as after
    from paired
    where not is_new and not is_gone
    union all
    select
        *,
        'reform_area' as field,
        old_area as before,
        new_area as after
    from paired
    where not is_new and not is_gone
)

select
    'criterion' as table_name,
    case when is_new then 'new' when is_gone then 'gone' else 'changed' end as change,
    framework_id as unit_code,
    year,
    item,
    field,
    before,
    after,
    if(field = 'maximum_points', old_points, null) as before_points,
    if(field = 'maximum_points', new_points, null) as after_points
from field
where is_new or is_gone or before is distinct from after
order by framework_id, item, field;
