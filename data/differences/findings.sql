-- One row: a finding that is new or gone, or one field of it that changed.
with old_field as (
    unpivot (
        select
            finding_id,
            columns(* exclude (finding_id, cells, source_cell_id))::varchar
        from before.finding
    ) on * exclude (finding_id) into name field value value
),

new_field as (
    unpivot (
        select
            finding_id,
            columns(* exclude (finding_id, cells, source_cell_id))::varchar
        from after.finding
    ) on * exclude (finding_id) into name field value value
),

row_change as (
    select
        if(old.finding_id is null, 'new', 'gone') as change,
        coalesce(new.finding_id, old.finding_id) as item,
        null::varchar as field,
        old.description as before,
        new.description as after
    from before.finding as old
    full join after.finding as new on old.finding_id = new.finding_id
    where old.finding_id is null or new.finding_id is null
),

field_change as (
    select
        'changed' as change,
        coalesce(new_field.finding_id, old_field.finding_id) as item,
        coalesce(new_field.field, old_field.field) as field,
        old_field.value as before,
        new_field.value as after
    from old_field
    full join new_field
        on old_field.finding_id = new_field.finding_id and old_field.field = new_field.field
    where old_field.value is distinct from new_field.value
),

every_change as (
    select * from row_change
    union all
    select * from field_change
    where item not in (select row_change.item from row_change)
)

select
    'finding' as table_name,
    every_change.change,
    coalesce(new.unit_code, old.unit_code) as unit_code,
    coalesce(new.year, old.year) as year,
    every_change.item,
    every_change.field,
    every_change.before,
    every_change.after,
    null::decimal(18, 6) as before_points,
    null::decimal(18, 6) as after_points
from every_change
left join before.finding as old on every_change.item = old.finding_id
left join after.finding as new on every_change.item = new.finding_id
order by unit_code, year, item, field;
