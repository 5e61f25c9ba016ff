-- One row: a written link between two criteria sets that is new, gone or of another kind.
with old as (
    select
        unit_kind,
        from_year,
        coalesce(from_code, '') as from_code,
        coalesce(to_code, '') as to_code,
        any_value(link_kind) as link_kind
    from before.criterion_link
    where is_written
    group by unit_kind, from_year, coalesce(from_code, ''), coalesce(to_code, '')
),

new as (
    select
        unit_kind,
        from_year,
        coalesce(from_code, '') as from_code,
        coalesce(to_code, '') as to_code,
        any_value(link_kind) as link_kind
    from after.criterion_link
    where is_written
    group by unit_kind, from_year, coalesce(from_code, ''), coalesce(to_code, '')
)

select
    'criterion_link' as table_name,
    case
        when old.unit_kind is null then 'new'
        when new.unit_kind is null then 'gone'
        else 'changed'
    end as change,
    coalesce(new.unit_kind, old.unit_kind) as unit_code,
    coalesce(new.from_year, old.from_year) as year,
    concat_ws(
        ' → ', coalesce(new.from_code, old.from_code), coalesce(new.to_code, old.to_code)
    ) as item,
    'link_kind' as field,
    old.link_kind as before,
    new.link_kind as after,
    null::decimal(18, 6) as before_points,
    null::decimal(18, 6) as after_points
from old
full join new
    on
        old.unit_kind = new.unit_kind
        and old.from_year = new.from_year
        and old.from_code = new.from_code
        and old.to_code = new.to_code
where old.link_kind is distinct from new.link_kind
order by unit_code, year, item;
