-- One row: a field of a unit, of its ranking group in a year or of a band that is new, changed or
-- gone.
with field as (
    select
        'before' as side,
        'unit' as table_name,
        unit_code,
        null::integer as year,
        '' as item,
        unnest([
            { 'field': 'unit_name', 'value': unit_name },
            { 'field': 'unit_kind', 'value': unit_kind },
            { 'field': 'valid_from', 'value': valid_from::varchar },
            { 'field': 'valid_to', 'value': valid_to::varchar }
        ]) as pair
    from before.unit
    union all
    select
        'before' as side,
        'unit_group' as table_name,
        unit_code,
        year,
        '' as item,
        unnest([
            { 'field': 'ranking_group', 'value': ranking_group },
            { 'field': 'is_ranked', 'value': is_ranked::varchar }
        ]) as pair
    from before.unit_group
    union all
    select
        'before' as side,
        'band' as table_name,
        ranking_group as unit_code,
        year,
        band as item,
        unnest([
            { 'field': 'from_percent', 'value': from_percent::varchar },
            { 'field': 'to_percent', 'value': to_percent::varchar }
        ]) as pair
    from before.band
    union all
    select
        'after' as side,
        'unit' as table_name,
        unit_code,
        null::integer as year,
        '' as item,
        unnest([
            { 'field': 'unit_name', 'value': unit_name },
            { 'field': 'unit_kind', 'value': unit_kind },
            { 'field': 'valid_from', 'value': valid_from::varchar },
            { 'field': 'valid_to', 'value': valid_to::varchar }
        ]) as pair
    from after.unit
    union all
    select
        'after' as side,
        'unit_group' as table_name,
        unit_code,
        year,
        '' as item,
        unnest([
            { 'field': 'ranking_group', 'value': ranking_group },
            { 'field': 'is_ranked', 'value': is_ranked::varchar }
        ]) as pair
    from after.unit_group
    union all
    select
        'after' as side,
        'band' as table_name,
        ranking_group as unit_code,
        year,
        band as item,
        unnest([
            { 'field': 'from_percent', 'value': from_percent::varchar },
            { 'field': 'to_percent', 'value': to_percent::varchar }
        ]) as pair
    from after.band
),

compared as (
    select
        table_name,
        unit_code,
        year,
        item,
        pair.field as field,
        bool_or(side = 'before') as was,
        bool_or(side = 'after') as remains,
        max(pair.value) filter (where side = 'before') as before,
        max(pair.value) filter (where side = 'after') as after
    from field
    group by table_name, unit_code, year, item, pair.field
)

select
    table_name,
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
where before is distinct from after
order by table_name, unit_code, year, item, field;
