-- What becomes of each leaf: as written, else by equal code, name and maximum (definitions 2.1).
create or replace view effective.criterion_link as
with written as (
    select
        link.unit_kind,
        link.from_year,
        link.from_code,
        link.to_year,
        link.to_code,
        link.link_kind,
        link.source_cell_id
    from submitted.criterion_link as link
    inner join effective.batch as batch on link.import_id = batch.import_id
    -- The latest import that speaks of a leaf says all that becomes of it.
    qualify
        rank() over (
            partition by
                link.unit_kind,
                link.from_year,
                link.to_year,
                coalesce(link.from_code, ''),
                if(link.from_code is null, link.to_code, '')
            order by link.import_id desc
        ) = 1
        and row_number() over (
            partition by
                link.unit_kind, link.from_year, link.to_year, link.from_code, link.to_code
            order by link.import_id desc, link.source_cell_id asc
        ) = 1
),

set_in_order as (
    select
        unit_kind,
        year,
        framework_id,
        lead(year) over (partition by unit_kind order by year) as next_year,
        lead(framework_id) over (partition by unit_kind order by year) as next_framework_id
    from effective.framework_kind
),

implied as (
    select
        sets.unit_kind,
        sets.year as from_year,
        earlier.criterion_code as from_code,
        sets.next_year as to_year,
        later.criterion_code as to_code
    from set_in_order as sets
    inner join effective.criterion as earlier on sets.framework_id = earlier.framework_id
    inner join effective.criterion as later
        on
            sets.next_framework_id = later.framework_id
            and earlier.criterion_code = later.criterion_code
            and earlier.maximum_points = later.maximum_points
            and earlier.section = later.section
            and lower(strip_accents(earlier.criterion_name))
            = lower(strip_accents(later.criterion_name))
    where earlier.is_leaf and later.is_leaf
)

select
    unit_kind,
    from_year,
    from_code,
    to_year,
    to_code,
    link_kind,
    true as is_written,
    source_cell_id
from written
union all
select
    implied.unit_kind,
    implied.from_year,
    implied.from_code,
    implied.to_year,
    implied.to_code,
    'unchanged' as link_kind,
    false as is_written,
    null as source_cell_id
from implied
where
    not exists (
        select 1
        from written
        where
            written.unit_kind = implied.unit_kind
            and written.from_year = implied.from_year
            and written.to_year = implied.to_year
            and (written.from_code = implied.from_code or written.to_code = implied.to_code)
    );
