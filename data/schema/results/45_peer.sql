-- Definitions 1.8. Medians are taken with one decimal more than the points have: the mean of two
-- figures of six decimals needs seven, and a median of DECIMAL cuts.
create or replace table leaf_peer as
select
    result.year,
    result.ranking_group,
    result.criterion_code,
    leaf.criterion_name,
    count(*) as unit_count,
    min(result.maximum_points) <> max(result.maximum_points) as is_in_shares,
    median(result.points::decimal(24, 7))::double as median_points,
    max(result.points) as best_points,
    median(ratio(result.points, result.maximum_points)) as median_share,
    max(ratio(result.points, result.maximum_points)) as best_share
from leaf_result as result
inner join unit_result
    on result.unit_code = unit_result.unit_code and result.year = unit_result.year
inner join leaf
    on
        result.framework_id = leaf.framework_id
        and result.criterion_code = leaf.criterion_code
where
    unit_result.is_ranked and result.is_applicable and result.points is not null
    and result.section = 'main'
group by result.year, result.ranking_group, result.criterion_code, leaf.criterion_name;
comment on table leaf_peer is
'A leaf''s median and best in a ranking group, over its ranked units.';

create or replace table area_peer as
select
    year,
    ranking_group,
    area_code,
    area_name,
    count(*) as unit_count,
    min(maximum_points) <> max(maximum_points) as is_in_shares,
    median(points::decimal(24, 7))::double as median_points,
    max(points) as best_points,
    median(area_percent) as median_percent,
    max(area_percent) as best_percent
from area_result
where rank is not null and basis <> 'published'
group by year, ranking_group, area_code, area_name;
comment on table area_peer is
'An area''s median and best in a ranking group, over its ranked units.';
