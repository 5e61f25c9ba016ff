create or replace table initiative_adopter (
    initiative_id varchar not null,
    written varchar not null,
    unit_code varchar,
    primary key (initiative_id, written)
);
comment on table initiative_adopter is
'What ''Đã nhân rộng tại'' names, a place a row; filled by analysis.replication.';
comment on column initiative_adopter.unit_code is 'Null where the text names no unit of the index.';

-- What became of the area after replication. The register says where, not when: a unit adopted in
-- the year in which the register first names it; before is the year before that, after the newest
-- year since in which the unit is ranked. Compared on leaves that links tie together.
create or replace view adoption as
with told as (
    select
        initiative.initiative_id,
        initiative.reform_area,
        plain_key(initiative.initiative_name) as name_key,
        adopter.unit_code,
        initiative.year
    from initiative_adopter as adopter
    inner join initiative on adopter.initiative_id = initiative.initiative_id
    where adopter.unit_code is not null and adopter.unit_code <> initiative.unit_code
),

first_told as (
    select
        initiative_id,
        reform_area,
        name_key,
        unit_code,
        min(year) over (partition by name_key, reform_area, unit_code) as adopted_year
    from told
)

select
    first_told.initiative_id,
    first_told.reform_area,
    first_told.name_key,
    first_told.unit_code,
    first_told.adopted_year,
    first_told.adopted_year - 1 as before_year,
    max(unit_result.year) as after_year
from first_told
left join unit_result
    on
        first_told.unit_code = unit_result.unit_code
        and unit_result.is_ranked
        and unit_result.basis <> 'published'
        and first_told.adopted_year <= unit_result.year
group by
    first_told.initiative_id,
    first_told.reform_area,
    first_told.name_key,
    first_told.unit_code,
    first_told.adopted_year;
comment on view adoption is 'A unit that took up an initiative of another, and the years to compare.';

create or replace view area_change as
with asked as (
    select distinct
        reform_area,
        before_year,
        after_year
    from adoption
    where reform_area is not null and after_year is not null
),

tied as (
    select distinct
        asked.reform_area,
        asked.before_year,
        asked.after_year,
        path.unit_kind,
        path.from_code,
        path.to_code
    from asked
    inner join leaf_path as path
        on asked.before_year = path.from_year and asked.after_year = path.to_year
    inner join framework_kind
        on path.unit_kind = framework_kind.unit_kind and path.to_year = framework_kind.year
    inner join leaf
        on
            framework_kind.framework_id = leaf.framework_id
            and path.to_code = leaf.criterion_code
            and asked.reform_area = leaf.reform_area
),

side as (
    select distinct
        reform_area,
        before_year,
        after_year,
        unit_kind,
        before_year as year,
        from_code as criterion_code,
        true as is_before
    from tied
    union all
    select distinct
        reform_area,
        before_year,
        after_year,
        unit_kind,
        after_year as year,
        to_code as criterion_code,
        false as is_before
    from tied
),

summed as (
    select
        side.reform_area,
        side.before_year,
        side.after_year,
        told.unit_code,
        100 * ratio(
            sum(told.points) filter (where side.is_before),
            sum(told.maximum_points) filter (where side.is_before)
        ) as before_percent,
        100 * ratio(
            sum(told.points) filter (where not side.is_before),
            sum(told.maximum_points) filter (where not side.is_before)
        ) as after_percent
    from side
    inner join unit on side.unit_kind = unit.unit_kind
    inner join leaf_result as told
        on
            unit.unit_code = told.unit_code
            and side.year = told.year
            and side.criterion_code = told.criterion_code
            and told.is_counted
            and told.is_applicable
    inner join unit_result
        on
            told.unit_code = unit_result.unit_code
            and told.year = unit_result.year
            and unit_result.is_ranked
    group by side.reform_area, side.before_year, side.after_year, told.unit_code
)

select
    summed.reform_area,
    summed.before_year,
    summed.after_year,
    summed.unit_code,
    unit_group.ranking_group,
    summed.before_percent,
    summed.after_percent,
    summed.after_percent - summed.before_percent as percent_change
from summed
left join unit_group
    on summed.unit_code = unit_group.unit_code and summed.after_year = unit_group.year;
comment on view area_change is
'What a ranked unit reached in a reform area before and after, on linked leaves; for adoptions.';
