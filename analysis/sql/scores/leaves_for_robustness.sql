-- Question:   Which figures can draws of area weights, disputed points and samples move?
-- One row:    a leaf that counts, of a ranked unit with scores; least and greatest are the points
--             that round 1, the explanation and round 2 hold. What does not apply has no points.
-- Order:      year, ranking group, unit, place in the set.
-- Parameters: none
-- Columns:    year INTEGER, ranking_group VARCHAR, framework_id VARCHAR, unit_code VARCHAR,
--             area_code VARCHAR, area_position INTEGER, points DOUBLE, maximum_points DOUBLE,
--             least_points DOUBLE, greatest_points DOUBLE, forms_count INTEGER,
--             index_percent DOUBLE, ranking_percent DOUBLE
-- Source:     definitions 3.1, 3.2; forms only where a survey says how many were asked
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
    unit_result.ranking_group,
    result.framework_id,
    result.unit_code,
    result.area_code,
    leaf.area_position,
    result.points::double as points,
    result.set_maximum_points::double as maximum_points,
    if(result.is_survey, null, held.least_points)::double as least_points,
    if(result.is_survey, null, held.greatest_points)::double as greatest_points,
    if(result.is_survey, result.forms_count, null) as forms_count,
    unit_result.index_percent,
    unit_result.ranking_percent
from leaf_result as result
inner join unit_result
    on result.unit_code = unit_result.unit_code and result.year = unit_result.year
inner join leaf
    on result.framework_id = leaf.framework_id and result.criterion_code = leaf.criterion_code
left join held
    on
        result.unit_code = held.unit_code
        and result.year = held.year
        and result.criterion_code = held.criterion_code
where result.is_counted and unit_result.is_ranked and unit_result.basis <> 'published'
order by
    result.year,
    unit_result.ranking_group,
    result.unit_code,
    result.position;
