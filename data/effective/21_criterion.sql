-- The nodes in force, with sums of maxima and the reform area each speaks for.
create or replace view effective.area_mapping as
-- What the form 'areas' says of an area or a survey leaf; the latest import wins.
select
    applied.framework_id,
    mapping.criterion_code,
    last(mapping.reform_area order by mapping.import_id, mapping.source_cell_id) as reform_area
from submitted.area_mapping as mapping
inner join effective.batch as batch on mapping.import_id = batch.import_id
inner join effective.framework_kind as applied
    on
        (mapping.year is null or mapping.year = applied.year)
        and (mapping.unit_kind is null or mapping.unit_kind = applied.unit_kind)
group by applied.framework_id, mapping.criterion_code;

create or replace view effective.criterion as
with recursive node as materialized (
    select *
    from effective.criterion_row
),

mapped as materialized (
    select
        framework_id,
        criterion_code,
        reform_area
    from effective.area_mapping
),

below as (
    -- Every leaf under every row, itself included.
    select
        framework_id,
        criterion_code as above_code,
        parent_code as next_code,
        printed_maximum
    from node
    where is_leaf
    union all
    select
        below.framework_id,
        above.criterion_code,
        above.parent_code,
        below.printed_maximum
    from below
    inner join node as above
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
from node as criterion
inner join node as root
    on
        criterion.framework_id = root.framework_id
        and criterion.area_code = root.criterion_code
left join together
    on
        criterion.framework_id = together.framework_id
        and criterion.criterion_code = together.above_code
left join mapped as own
    on
        criterion.framework_id = own.framework_id
        and criterion.criterion_code = own.criterion_code
left join mapped as of_root
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
