-- Question:   What does each area bring to the figure that ranks a unit?
-- One row:    a ranked unit's area, on the maximum of the whole set: what does not apply counts
--             with the unit's own index share. constant_points: bonus less penalty where it ranks.
-- Order:      year, ranking group, rank, name of the unit, place of the area.
-- Parameters: $year INTEGER, $ranking_group VARCHAR
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, short_name VARCHAR, year INTEGER,
--             ranking_group VARCHAR, framework_id VARCHAR, rank BIGINT, ranking_percent DOUBLE,
--             area_code VARCHAR, area_name VARCHAR, points DOUBLE, maximum_points DOUBLE,
--             constant_points DOUBLE
-- Source:     definitions 3.1
with part as (
    select
        result.unit_code,
        result.year,
        result.framework_id,
        leaf.area_code,
        leaf.area_name,
        leaf.area_position,
        sum(
            coalesce(
                result.points::double,
                result.set_maximum_points::double * unit_result.index_percent / 100
            )
        ) as points,
        sum(result.set_maximum_points::double) as maximum_points
    from leaf_result as result
    inner join unit_result
        on result.unit_code = unit_result.unit_code and result.year = unit_result.year
    inner join leaf
        on
            result.framework_id = leaf.framework_id
            and result.criterion_code = leaf.criterion_code
    where
        result.is_counted
        and unit_result.is_ranked
        and unit_result.basis <> 'published'
        and ($year is null or result.year = $year)
    group by
        result.unit_code,
        result.year,
        result.framework_id,
        leaf.area_code,
        leaf.area_name,
        leaf.area_position
)

select
    part.unit_code,
    unit.unit_name,
    unit.short_name,
    part.year,
    unit_result.ranking_group,
    part.framework_id,
    unit_result.rank,
    unit_result.ranking_percent,
    part.area_code,
    part.area_name,
    part.points,
    part.maximum_points,
    (unit_result.ranking_percent - unit_result.index_percent) / 100
    * sum(part.maximum_points) over (
        partition by part.unit_code, part.year
    ) as constant_points
from part
inner join unit_result on part.unit_code = unit_result.unit_code and part.year = unit_result.year
inner join unit on part.unit_code = unit.unit_code
where ($ranking_group is null or unit_result.ranking_group = $ranking_group)
order by
    part.year,
    unit_result.ranking_group,
    unit_result.rank,
    unit.sort_key,
    part.unit_code,
    part.area_position,
    part.area_code;
