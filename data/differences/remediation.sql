-- One row: a register row that is new or gone, told by its criterion_text, or one changed field.
with either_side as (
    select
        'before' as side,
        *
    from before.remediation
    union all
    select
        'after' as side,
        *
    from after.remediation
),

field as (
    select
        side,
        unit_code,
        year,
        remediation_id as item,
        unnest([
            { 'field': 'criterion_code', 'value': criterion_code },
            { 'field': 'criterion_text', 'value': criterion_text },
            { 'field': 'maximum_points', 'value': maximum_points::varchar },
            { 'field': 'points', 'value': points::varchar },
            { 'field': 'lost_points', 'value': lost_points::varchar },
            { 'field': 'reason', 'value': reason },
            { 'field': 'cause', 'value': cause },
            { 'field': 'action', 'value': action },
            { 'field': 'lead_office', 'value': lead_office },
            { 'field': 'supporting_offices', 'value': supporting_offices },
            { 'field': 'responsible', 'value': responsible },
            { 'field': 'deadline_on', 'value': deadline_on::varchar },
            { 'field': 'deadline_text', 'value': deadline_text },
            { 'field': 'reported_state', 'value': reported_state },
            { 'field': 'result', 'value': result },
            { 'field': 'evidence', 'value': evidence },
            { 'field': 'verification', 'value': verification },
            { 'field': 'verifying_inspection_id', 'value': verifying_inspection_id }
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
    'remediation' as table_name,
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
where if(was and remains, before is distinct from after, field = 'criterion_text')
order by unit_code, year, item, field;
