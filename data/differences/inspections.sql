-- One row: a visit that is new or gone, told by its planned_on, or one changed field.
with either_side as (
    select
        'before' as side,
        *
    from before.inspection
    union all
    select
        'after' as side,
        *
    from after.inspection
),

field as (
    select
        side,
        unit_code,
        year,
        inspection_id as item,
        unnest([
            { 'field': 'areas', 'value': areas::varchar },
            { 'field': 'areas_text', 'value': areas_text },
            { 'field': 'planned_on', 'value': planned_on::varchar },
            { 'field': 'planned_text', 'value': planned_text },
            { 'field': 'held_on', 'value': held_on::varchar },
            { 'field': 'inspection_form', 'value': inspection_form },
            { 'field': 'thematic_lead', 'value': thematic_lead },
            { 'field': 'head_of_team', 'value': head_of_team },
            { 'field': 'members', 'value': members },
            { 'field': 'report_due_on', 'value': report_due_on::varchar },
            { 'field': 'report_received_on', 'value': report_received_on::varchar },
            { 'field': 'conclusion_number', 'value': conclusion_number },
            { 'field': 'conclusion_on', 'value': conclusion_on::varchar }
        ]) as pair
    from either_side
),

compared as (
    select
        item,
        any_value(unit_code) as unit_code,
        any_value(year) as year,
        pair.field as field,
        bool_or(side = 'before') as was,
        bool_or(side = 'after') as remains,
        max(pair.value) filter (where side = 'before') as before,
        max(pair.value) filter (where side = 'after') as after
    from field
    group by item, pair.field
)

select
    'inspection' as table_name,
    case when not was then 'new' when not remains then 'gone' else 'changed' end as change,
    unit_code,
    year,
    item,
    field,
    before,
    after,
    null::decimal(18, 6) as before_points,
    null::decimal(18, 6) as after_points
from compared
where if(was and remains, before is distinct from after, field = 'planned_on')
order by unit_code, year, item, field;
