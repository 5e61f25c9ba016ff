-- Criteria sets in force: for each year and kind of units the set of the latest import.
create or replace view effective.framework_kind as
select
    written.year,
    written.unit_kind,
    last(written.framework_id order by written.import_id asc, written.source_cell_id desc)
        as framework_id
from (
    select
        framework.import_id,
        framework.framework_id,
        framework.year,
        framework.source_cell_id,
        unnest(framework.unit_kinds) as unit_kind
    from submitted.framework as framework
    inner join effective.batch as batch on framework.import_id = batch.import_id
) as written
group by written.year, written.unit_kind;

create or replace view effective.framework_row as
-- The latest import of each set that still applies to some kind of units.
select
    framework.import_id,
    framework.framework_id,
    framework.year,
    framework.title,
    framework.legal_basis,
    framework.ranks_adjusted,
    framework.source_cell_id
from submitted.framework as framework
inner join effective.batch as batch on framework.import_id = batch.import_id
where
    exists (
        select 1
        from effective.framework_kind as applied
        where applied.framework_id = framework.framework_id
    )
qualify
    row_number() over (
        partition by framework.framework_id
        order by framework.import_id desc, framework.source_cell_id asc
    ) = 1;

create or replace view effective.criterion_row as
select criterion.* exclude (import_id)
from submitted.criterion as criterion
inner join effective.framework_row as framework
    on
        criterion.framework_id = framework.framework_id
        and criterion.import_id = framework.import_id
qualify
    row_number() over (
        partition by criterion.framework_id, criterion.criterion_code
        order by criterion.source_cell_id
    ) = 1;

create or replace view effective.area_mapping as
-- What the form 'areas' says of an area or a survey leaf; the latest import wins.
select
    criterion.framework_id,
    criterion.criterion_code,
    last(mapping.reform_area order by mapping.import_id, mapping.source_cell_id) as reform_area
from submitted.area_mapping as mapping
inner join effective.batch as batch on mapping.import_id = batch.import_id
inner join effective.framework_kind as applied
    on
        (mapping.year is null or mapping.year = applied.year)
        and (mapping.unit_kind is null or mapping.unit_kind = applied.unit_kind)
inner join effective.criterion_row as criterion
    on
        applied.framework_id = criterion.framework_id
        and mapping.criterion_code = criterion.criterion_code
group by criterion.framework_id, criterion.criterion_code;

create or replace view effective.criterion as
with recursive below as (
    -- Every leaf under every row, itself included.
    select
        framework_id,
        criterion_code as above_code,
        parent_code as next_code,
        printed_maximum
    from effective.criterion_row
    where is_leaf
    union all
    select
        below.framework_id,
        above.criterion_code,
        above.parent_code,
        below.printed_maximum
    from below
    inner join effective.criterion_row as above
        on below.framework_id = above.framework_id and below.next_code = above.criterion_code
),

together as (
    select
        framework_id,
        above_code,
        sum(printed_maximum) as maximum_points
    from below
    group by framework_id, above_code
)

select
    criterion.framework_id,
    criterion.criterion_code,
    criterion.parent_code,
    criterion.area_code,
    criterion.position,
    criterion.depth,
    criterion.criterion_name,
    together.maximum_points::decimal(18, 6) as maximum_points,
    criterion.section,
    criterion.is_survey,
    criterion.is_leaf,
    -- A survey leaf may speak for an area of its own; all else speaks for its root's.
    coalesce(
        if(criterion.is_survey and criterion.is_leaf, own.reform_area, null),
        of_root.reform_area,
        root.own_reform_area
    ) as reform_area,
    criterion.rule,
    criterion.evidence_required,
    criterion.note,
    criterion.source_cell_id
from effective.criterion_row as criterion
inner join effective.criterion_row as root
    on
        criterion.framework_id = root.framework_id
        and criterion.area_code = root.criterion_code
left join together
    on
        criterion.framework_id = together.framework_id
        and criterion.criterion_code = together.above_code
left join effective.area_mapping as own
    on
        criterion.framework_id = own.framework_id
        and criterion.criterion_code = own.criterion_code
left join effective.area_mapping as of_root
    on root.framework_id = of_root.framework_id and root.criterion_code = of_root.criterion_code;

create or replace view effective.framework as
select
    framework.framework_id,
    framework.year,
    framework.title,
    framework.legal_basis,
    framework.ranks_adjusted,
    coalesce(
        sum(leaf.maximum_points) filter (leaf.is_leaf and leaf.section = 'main'), 0
    )::decimal(18, 6) as maximum_points,
    framework.source_cell_id
from effective.framework_row as framework
left join effective.criterion as leaf on framework.framework_id = leaf.framework_id
group by all;

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
