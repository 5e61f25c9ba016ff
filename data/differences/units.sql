-- One row: a unit, its ranking group or a band that is new, changed or gone.
with old as (
    select 'unit' as table_name, unit_code, null::integer as year, '' as item,
        field, value
    from (
        unpivot (
            select unit_code, columns('unit_name|unit_kind|valid_from|valid_to')::varchar
            from before.unit
        ) on unit_name, unit_kind, valid_from, valid_to into name field value value
    )
    union all
    select 'unit_group', unit_code, year, '', 'ranking_group',
        coalesce(ranking_group, '') || if(is_ranked, '', ' (unranked)')
    from before.unit_group
    union all
    select 'band', ranking_group, year, band, 'from_percent',
        from_percent::varchar || ' – ' || to_percent::varchar
    from before.band
),

new as (
    select 'unit' as table_name, unit_code, null::integer as year, '' as item,
        field, value
    from (
        unpivot (
            select unit_code, columns('unit_name|unit_kind|valid_from|valid_to')::varchar
            from after.unit
        ) on unit_name, unit_kind, valid_from, valid_to into name field value value
    )
    union all
    select 'unit_group', unit_code, year, '', 'ranking_group',
        coalesce(ranking_group, '') || if(is_ranked, '', ' (unranked)')
    from after.unit_group
    union all
    select 'band', ranking_group, year, band, 'from_percent',
        from_percent::varchar || ' – ' || to_percent::varchar
    from after.band
)

select
    coalesce(new.table_name, old.table_name) as table_name,
    case
        when old.unit_code is null then 'new'
        when new.unit_code is null then 'gone'
        else 'changed'
    end as change,
    coalesce(new.unit_code, old.unit_code) as unit_code,
    coalesce(new.year, old.year) as year,
    coalesce(new.item, old.item) as item,
    coalesce(new.field, old.field) as field,
    old.value as before,
    new.value as after,
    null::decimal(18, 6) as before_points,
    null::decimal(18, 6) as after_points
from old
full join new
    on
        old.table_name = new.table_name
        and old.unit_code = new.unit_code
        and old.year is not distinct from new.year
        and old.item = new.item
        and old.field = new.field
where old.value is distinct from new.value
order by table_name, unit_code, year, item, field;
