-- One row: a finding that is new or gone, told by its description, or one changed field.
with either_side as (
    select
        'before' as side,
        *
    from before.finding
    union all
    select
        'after' as side,
        *
    from after.finding
),

field as (
    select
        side,
        unit_code,
        year,
        finding_id as item,
        unnest([
            { 'field': 'row_code', 'value': row_code },
            { 'field': 'inspection_id', 'value': inspection_id },
            { 'field': 'reform_area', 'value': reform_area },
            { 'field': 'area_text', 'value': area_text },
            { 'field': 'criterion_code', 'value': criterion_code },
            { 'field': 'criterion_year', 'value': criterion_year::varchar },
            { 'field': 'criterion_text', 'value': criterion_text },
            { 'field': 'finding_kind', 'value': finding_kind },
            { 'field': 'severity', 'value': severity },
            { 'field': 'description', 'value': description },
            { 'field': 'cause', 'value': cause },
            { 'field': 'responsible', 'value': responsible },
            { 'field': 'subject', 'value': subject },
            { 'field': 'is_individual', 'value': is_individual::varchar },
            { 'field': 'guidance', 'value': guidance },
            { 'field': 'recommendation', 'value': recommendation },
            { 'field': 'deadline_on', 'value': deadline_on::varchar },
            { 'field': 'deadline_text', 'value': deadline_text },
            { 'field': 'handling', 'value': handling },
            { 'field': 'handling_body', 'value': handling_body },
            { 'field': 'handling_state', 'value': handling_state },
            { 'field': 'remediation_result', 'value': remediation_result },
            { 'field': 'verification', 'value': verification },
            { 'field': 'verifying_inspection_id', 'value': verifying_inspection_id },
            { 'field': 'says_done', 'value': says_done::varchar },
            { 'field': 'state', 'value': state },
            { 'field': 'continues_finding_id', 'value': continues_finding_id },
            { 'field': 'source_text', 'value': source_text }
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
    'finding' as table_name,
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
where if(was and remains, before is distinct from after, field = 'description')
order by unit_code, year, item, field;
