-- Definitions 5.3: what a unit reached on linked leaves in two consecutive years. Leaves that came
-- in or went out tell nothing of a change; area_code null is the whole set.
create or replace table linked_share as
with linked as (
    select distinct
        link.unit_kind,
        link.from_year + 1 as year,
        link.from_code,
        link.to_code,
        leaf.area_code
    from leaf_link as link
    inner join framework_kind
        on link.unit_kind = framework_kind.unit_kind and link.from_year + 1 = framework_kind.year
    inner join leaf
        on framework_kind.framework_id = leaf.framework_id and link.to_code = leaf.criterion_code
    where leaf.section = 'main' and link.to_year = link.from_year + 1
),

now_leaf as (
    select distinct
        unit_kind,
        year,
        year as told_year,
        to_code as criterion_code,
        area_code
    from linked
),

before_leaf as (
    select distinct
        unit_kind,
        year,
        year - 1 as told_year,
        from_code as criterion_code,
        area_code
    from linked
),

every_leaf as (
    select
        unit_kind,
        year,
        told_year,
        criterion_code,
        area_code
    from now_leaf
    union all
    select
        unit_kind,
        year,
        told_year,
        criterion_code,
        area_code
    from before_leaf
),

told as (
    select distinct
        unit.unit_code,
        every_leaf.year,
        every_leaf.told_year,
        every_leaf.area_code,
        every_leaf.criterion_code,
        leaf_result.points,
        leaf_result.maximum_points
    from every_leaf
    inner join unit on every_leaf.unit_kind = unit.unit_kind
    inner join leaf_result
        on
            unit.unit_code = leaf_result.unit_code
            and every_leaf.told_year = leaf_result.year
            and every_leaf.criterion_code = leaf_result.criterion_code
            and leaf_result.is_counted
            and leaf_result.is_applicable
    inner join unit_result
        on
            unit.unit_code = unit_result.unit_code
            and every_leaf.told_year = unit_result.year
            and unit_result.is_ranked
)

select
    unit_code,
    year,
    told_year,
    area_code,
    sum(points) as points,
    sum(maximum_points) as maximum_points
from told
group by unit_code, year, told_year, area_code
union all
-- A leaf that was split into two areas counts once in the whole.
select
    unit_code,
    year,
    told_year,
    null as area_code,
    sum(points) as points,
    sum(maximum_points) as maximum_points
from (
    select distinct
        unit_code,
        year,
        told_year,
        criterion_code,
        points,
        maximum_points
    from told
) as whole
group by unit_code, year, told_year;
comment on table linked_share is
'Points of a ranked unit on the leaves that links tie to the year before, in that year and before.';
