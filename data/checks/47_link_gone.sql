-- Links and mappings in force whose codes their criteria set does not hold (any more). Where the
-- set itself is not there they wait for it. What this import says itself its reader has judged.
with linked as (
    select
        unit_kind,
        from_year as year,
        from_code as criterion_code,
        source_cell_id
    from effective.criterion_link
    where is_written and from_code is not null
    union all
    select
        unit_kind,
        to_year as year,
        to_code as criterion_code,
        source_cell_id
    from effective.criterion_link
    where is_written and to_code is not null
),

mapped as (
    select
        m.unit_kind,
        m.year,
        m.criterion_code,
        m.source_cell_id
    from submitted.area_mapping as m
    inner join main.import_batch as b on m.import_id = b.import_id
    where not b.is_withdrawn and m.unit_kind is not null and m.year is not null
    qualify
        m.import_id = max(m.import_id) over (partition by m.unit_kind, m.year, m.criterion_code)
),

named as (
    select
        'link_code_unknown' as code,
        linked.*
    from linked
    union all
    select
        'mapped_area_unknown' as code,
        mapped.*
    from mapped
)

select
    'error' as severity,
    named.code,
    any_value(c.file_name) as file,
    any_value(c.sheet) as sheet,
    any_value(c.cell) as cell,
    named.criterion_code as found,
    named.year::varchar as expected
from named
inner join main.source_cell as c on named.source_cell_id = c.source_cell_id
inner join effective.framework_kind as k
    on named.year = k.year and named.unit_kind = k.unit_kind
left join effective.criterion as criterion
    on
        k.framework_id = criterion.framework_id
        and named.criterion_code = criterion.criterion_code
where
    c.import_id is distinct from $import_id::bigint
    and criterion.criterion_code is null
group by named.code, named.year, named.criterion_code, named.source_cell_id
order by named.source_cell_id, named.code;
