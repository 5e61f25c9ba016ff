-- One row: a initiative that is new or gone, told by its initiative_name, or one changed field.
with either_side as (
    select
        'before' as side,
        *
    from before.initiative
    union all
    select
        'after' as side,
        *
    from after.initiative
),

field as (
    select
        side,
        unit_code,
        year,
        initiative_id as item,
        unnest([
            { 'field': 'reform_area', 'value': reform_area },
            { 'field': 'area_text', 'value': area_text },
            { 'field': 'initiative_name', 'value': initiative_name },
            { 'field': 'description', 'value': description },
            { 'field': 'applied_from', 'value': applied_from::varchar },
            { 'field': 'applied_from_text', 'value': applied_from_text },
            { 'field': 'measure', 'value': measure },
            { 'field': 'effect_before', 'value': effect_before },
            { 'field': 'effect_after', 'value': effect_after },
            { 'field': 'recognition', 'value': recognition },
            { 'field': 'replicated_at', 'value': replicated_at },
            { 'field': 'decision_number', 'value': decision_number },
            { 'field': 'decision_on', 'value': decision_on::varchar },
            { 'field': 'decision_body', 'value': decision_body },
            { 'field': 'decision', 'value': decision }
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
    'initiative' as table_name,
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
where if(was and remains, before is distinct from after, field = 'initiative_name')
order by unit_code, year, item, field;
