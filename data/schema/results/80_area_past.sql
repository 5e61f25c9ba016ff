-- Definitions 4.2: an area of a year, followed back over its linked leaves for two years more.
create or replace table area_ancestry as
select distinct
    path.unit_kind,
    leaf.year,
    leaf.area_code,
    path.to_year - path.from_year as years_back,
    path.from_code as criterion_code
from leaf_path as path
inner join framework_kind as area_set
    on path.unit_kind = area_set.unit_kind and path.to_year = area_set.year
inner join leaf
    on area_set.framework_id = leaf.framework_id and path.to_code = leaf.criterion_code
where leaf.section = 'main' and path.to_year - path.from_year <= 2;
comment on table area_ancestry is
'The leaves of an area, and those that links lead from, up to two years back.';

create or replace table area_past as
with linked as (
    select distinct
        unit_kind,
        from_year + 1 as year,
        to_code
    from leaf_link
    where to_year = from_year + 1
),

followed as (
    select
        unit.unit_code,
        ancestry.year,
        ancestry.area_code,
        ancestry.years_back,
        told.ranking_group,
        told.lost_points,
        told.maximum_points,
        linked.to_code is not null as is_linked
    from area_ancestry as ancestry
    inner join unit on ancestry.unit_kind = unit.unit_kind
    inner join leaf_result as told
        on
            unit.unit_code = told.unit_code
            and ancestry.year - ancestry.years_back = told.year
            and ancestry.criterion_code = told.criterion_code
            and told.is_counted
            and told.is_applicable
    inner join unit_result
        on
            told.unit_code = unit_result.unit_code
            and told.year = unit_result.year
            and unit_result.is_ranked
    left join linked
        on
            ancestry.unit_kind = linked.unit_kind
            and ancestry.year - ancestry.years_back = linked.year
            and ancestry.criterion_code = linked.to_code
),

shared as (
    select
        unit_code,
        year,
        area_code,
        years_back,
        ranking_group,
        ratio(sum(lost_points), sum(maximum_points)) as lost_share,
        ratio(
            sum(lost_points) filter (where is_linked),
            sum(maximum_points) filter (where is_linked)
        ) as linked_lost_share
    from followed
    group by unit_code, year, area_code, years_back, ranking_group
)

select
    unit_code,
    year,
    area_code,
    years_back,
    lost_share,
    linked_lost_share,
    rank() over (
        partition by year, area_code, years_back, ranking_group order by lost_share
    ) <= ceil(
        count(*) over (partition by year, area_code, years_back, ranking_group) / 4
    ) as is_top_quartile
from shared;
comment on table area_past is
'A ranked unit''s lost share in an area, and on its linked leaves in the two years before.';

create or replace table area_durability as
with compared as (
    select
        now.unit_code,
        now.year,
        now.area_code,
        now.years_back,
        now.is_top_quartile or now.linked_lost_share <= before.lost_share as is_held
    from area_past as now
    inner join area_past as before
        on
            now.unit_code = before.unit_code
            and now.year = before.year
            and now.area_code = before.area_code
            and now.years_back + 1 = before.years_back
)

-- A year back counts only behind the one after it: a gap ends what is known.
select
    latest.unit_code,
    latest.year,
    latest.area_code,
    case
        when last_step.is_held is null then 1
        when earlier_step.is_held is null then 2
        else 3
    end as year_count,
    last_step.is_held and coalesce(earlier_step.is_held, true) as is_held
from area_past as latest
left join compared as last_step
    on
        latest.unit_code = last_step.unit_code
        and latest.year = last_step.year
        and latest.area_code = last_step.area_code
        and last_step.years_back = 0
left join compared as earlier_step
    on
        latest.unit_code = earlier_step.unit_code
        and latest.year = earlier_step.year
        and latest.area_code = earlier_step.area_code
        and earlier_step.years_back = 1
where latest.years_back = 0;
comment on table area_durability is
'Whether a unit held or rose in an area over the years there are; null with one year only.';
