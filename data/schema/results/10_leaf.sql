create or replace table criterion_above as
with recursive step as (
    select
        framework_id,
        criterion_code,
        criterion_code as above_code,
        parent_code as next_code
    from criterion
    where is_leaf
    union all
    select
        step.framework_id,
        step.criterion_code,
        above.criterion_code as above_code,
        above.parent_code as next_code
    from step
    inner join criterion as above
        on step.framework_id = above.framework_id and step.next_code = above.criterion_code
)

select
    framework_id,
    criterion_code,
    above_code
from step;
comment on table criterion_above is 'A leaf and each row above it, the leaf itself included.';

create or replace table leaf as
select
    leaf.framework_id,
    framework.year,
    leaf.criterion_code,
    leaf.criterion_name,
    leaf.position,
    leaf.area_code,
    area.criterion_name as area_name,
    area.position as area_position,
    coalesce(leaf.reform_area, area.reform_area) as reform_area,
    leaf.section,
    leaf.is_survey,
    leaf.maximum_points
from criterion as leaf
inner join framework on leaf.framework_id = framework.framework_id
inner join criterion as area
    on leaf.framework_id = area.framework_id and leaf.area_code = area.criterion_code
where leaf.is_leaf;
comment on table leaf is 'A leaf of a criteria set with its area: where scores sit.';
comment on column leaf.reform_area is
'Of the leaf itself where it is mapped, else of its area; null where unmapped.';

-- An area that is asked for by its code in a criteria set, or as a reform area.
create or replace macro is_asked_area(asked, told) as (
    asked is null
    or told = asked
    or told in (
        select leaf.reform_area
        from leaf
        where leaf.area_code = asked
    )
);
