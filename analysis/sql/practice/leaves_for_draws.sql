-- Question:   Which figures can draws of weights and of disputed points move, leaf by leaf?
-- One row:    a leaf that counts, of a ranked unit; least and greatest are the points that round
--             1, the explanation and round 2 hold. What does not apply has no points.
-- Order:      year, ranking group, set, area, unit, place in the set.
-- Parameters: none
-- Columns:    year INTEGER, ranking_group VARCHAR, area_code VARCHAR, area_name VARCHAR,
--             unit_code VARCHAR, position INTEGER, criterion_code VARCHAR, points DOUBLE,
--             maximum_points DOUBLE, least_points DOUBLE, greatest_points DOUBLE,
--             area_percent DOUBLE
-- Source:     definitions 3.1, 3.2, 4.2
with held as (
    select
        unit_code,
        year,
        criterion_code,
        min(points) as least_points,
        max(points) as greatest_points
    from score
    where kind in ('verified_1', 'explanation', 'verified_2')
    group by unit_code, year, criterion_code
)

select
    result.year,
    result.ranking_group,
    result.area_code,
    area_result.area_name,
    result.unit_code,
    result.position,
    result.criterion_code,
    result.points::double as points,
    result.set_maximum_points::double as maximum_points,
    if(result.is_survey, result.points, held.least_points)::double as least_points,
    if(result.is_survey, result.points, held.greatest_points)::double as greatest_points,
    area_result.area_percent
from leaf_result as result
inner join area_result
    on
        result.unit_code = area_result.unit_code
        and result.year = area_result.year
        and result.area_code = area_result.area_code
left join held
    on
        result.unit_code = held.unit_code
        and result.year = held.year
        and result.criterion_code = held.criterion_code
where result.is_counted and area_result.rank is not null
order by
    result.year,
    result.ranking_group,
    result.area_code,
    area_result.area_name,
    result.unit_code,
    result.position;
