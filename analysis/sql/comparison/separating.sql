-- Question:   Which criteria separate the units most?
-- One row:    a leaf of a year and ranking group that applies to at least two of the units asked
--             for (all, where none is); provisional units are left out, as nobody verified them.
-- Order:      year, ranking group, spread (greatest first), place in the set, code.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    year INTEGER, ranking_group VARCHAR, area_code VARCHAR, area_name VARCHAR,
--             criterion_code VARCHAR, criterion_name VARCHAR, maximum_points DECIMAL(18,6),
--             unit_count BIGINT, spread_points DECIMAL(18,6), spread_share DOUBLE,
--             best_units VARCHAR[], worst_units VARCHAR[],
--             points_of MAP(VARCHAR, DECIMAL(18,6)), share_of MAP(VARCHAR, DOUBLE),
--             spread_part DOUBLE, is_survey BOOLEAN
-- Source:     ours: spread = (greatest share - least share) x maximum, so that a leaf with another
--             maximum for some units counts alike; units on the greatest and the least share are
--             named; spread_part = the leaf's part of all spreads of the year and group
with told as (
    select
        result.year,
        result.ranking_group,
        result.criterion_code,
        result.unit_code,
        result.points,
        result.maximum_points,
        ratio(result.points, result.maximum_points) as share,
        leaf.criterion_name,
        leaf.area_code,
        leaf.area_name,
        leaf.position,
        leaf.is_survey
    from leaf_result as result
    inner join leaf
        on
            result.framework_id = leaf.framework_id
            and result.criterion_code = leaf.criterion_code
    inner join unit_result
        on result.unit_code = unit_result.unit_code and result.year = unit_result.year
    where
        result.section = 'main'
        and result.is_applicable
        and result.is_counted
        and result.points is not null
        and result.maximum_points > 0
        and not unit_result.is_provisional
        and ($year is null or result.year = $year)
        and ($ranking_group is null or result.ranking_group = $ranking_group)
        and ($unit_codes is null or list_contains($unit_codes, result.unit_code))
),

ends as (
    select
        year,
        ranking_group,
        criterion_code,
        criterion_name,
        max(share) as greatest,
        min(share) as least
    from told
    group by year, ranking_group, criterion_code, criterion_name
),

spread as (
    select
        told.year,
        told.ranking_group,
        told.criterion_code,
        told.criterion_name,
        any_value(told.area_code) as area_code,
        any_value(told.area_name) as area_name,
        any_value(told.is_survey) as is_survey,
        min(told.position) as position,
        max(told.maximum_points) as maximum_points,
        count(*) as unit_count,
        max(told.share) - min(told.share) as spread_share,
        list_sort(list(told.unit_code) filter (where told.share = ends.greatest)) as best_units,
        list_sort(list(told.unit_code) filter (where told.share = ends.least)) as worst_units,
        map_from_entries(list((told.unit_code, told.points))) as points_of,
        map_from_entries(list((told.unit_code, told.share))) as share_of
    from told
    inner join ends
        on
            told.year = ends.year
            and told.ranking_group is not distinct from ends.ranking_group
            and told.criterion_code = ends.criterion_code
            and told.criterion_name = ends.criterion_name
    group by told.year, told.ranking_group, told.criterion_code, told.criterion_name
    having count(*) >= 2
),

weighed as (
    select
        spread.*,
        (spread_share * maximum_points)::decimal(18, 6) as spread_points,
        ratio(
            spread_share * maximum_points,
            sum(spread_share * maximum_points) over (partition by year, ranking_group)
        ) as spread_part
    from spread
)

select
    year,
    ranking_group,
    area_code,
    area_name,
    criterion_code,
    criterion_name,
    maximum_points,
    unit_count,
    spread_points,
    spread_share,
    best_units,
    worst_units,
    points_of,
    share_of,
    spread_part,
    is_survey
from weighed
where is_asked_area($area_code, area_code)
order by
    year asc,
    ranking_group asc,
    spread_points desc,
    position asc,
    criterion_code asc;
