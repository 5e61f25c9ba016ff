-- Question:   In which areas and criteria are points lost, and by how many units?
-- One row:    an area (level area) or a leaf (level criterion) on which units in scope lost
--             points; here the filters choose whose losses are summed.
-- Order:      year, level, lost points (greatest first), code.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    year INTEGER, level VARCHAR, code VARCHAR, name VARCHAR, area_code VARCHAR,
--             reform_area VARCHAR, lost_points DECIMAL(18,6), maximum_points DECIMAL(18,6),
--             lost_share DOUBLE, losing_unit_count BIGINT, unit_count BIGINT, share DOUBLE,
--             cumulative_share DOUBLE, is_survey BOOLEAN
-- Source:     definitions 1.4, 2.7: verified units only; unit_count: to whom it applies
with told as (
    select
        result.year,
        result.unit_code,
        result.criterion_code,
        leaf.criterion_name,
        result.area_code,
        leaf.area_name,
        result.reform_area,
        result.is_survey,
        result.lost_points,
        result.maximum_points
    from leaf_result as result
    inner join leaf
        on
            result.framework_id = leaf.framework_id
            and result.criterion_code = leaf.criterion_code
    where
        not result.is_provisional
        and result.lost_points is not null
        and ($year is null or result.year = $year)
        and ($ranking_group is null or result.ranking_group = $ranking_group)
        and ($unit_codes is null or list_contains($unit_codes, result.unit_code))
        and (
            $area_code is null
            or result.area_code = $area_code
            or result.reform_area = $area_code
        )
),

summed as (
    select
        year,
        'area' as level,
        area_code as code,
        area_name as name,
        area_code,
        min(reform_area) as reform_area,
        sum(lost_points) as lost_points,
        sum(maximum_points) as maximum_points,
        count(distinct unit_code) filter (where lost_points > 0) as losing_unit_count,
        count(distinct unit_code) as unit_count,
        bool_and(is_survey) as is_survey
    from told
    group by year, area_code, area_name
    union all
    select
        year,
        'criterion' as level,
        criterion_code as code,
        criterion_name as name,
        area_code,
        min(reform_area) as reform_area,
        sum(lost_points) as lost_points,
        sum(maximum_points) as maximum_points,
        count(distinct unit_code) filter (where lost_points > 0) as losing_unit_count,
        count(distinct unit_code) as unit_count,
        bool_and(is_survey) as is_survey
    from told
    group by year, criterion_code, criterion_name, area_code
),

accumulated as (
    select
        summed.*,
        sum(lost_points) over (partition by year, level) as level_points,
        sum(lost_points) over (
            partition by year, level
            order by lost_points desc, code asc, name asc
            rows between unbounded preceding and current row
        ) as points_so_far
    from summed
)

select
    year,
    level,
    code,
    name,
    area_code,
    reform_area,
    lost_points::decimal(18, 6) as lost_points,
    maximum_points::decimal(18, 6) as maximum_points,
    ratio(lost_points, maximum_points) as lost_share,
    losing_unit_count,
    unit_count,
    ratio(lost_points, level_points) as share,
    ratio(points_so_far, level_points) as cumulative_share,
    is_survey
from accumulated
where lost_points > 0
order by
    year asc,
    level asc,
    lost_points desc,
    code asc,
    name asc;
