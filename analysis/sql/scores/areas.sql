-- Question:   How do the units stand in each area of the index?
-- One row:    a unit's area in a year; nulls where it does not apply at all or points are missing.
-- Order:      year, ranking group, name of the unit, place of the area in the set.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, year INTEGER, area_code VARCHAR,
--             area_name VARCHAR, points DECIMAL(18,6), maximum_points DECIMAL(18,6),
--             area_percent DOUBLE, rank BIGINT, short_name VARCHAR, ranking_group VARCHAR,
--             reform_area VARCHAR, lost_points DECIMAL(18,6), self_gap DECIMAL(18,6),
--             full_maximum_points DECIMAL(18,6), missing_count BIGINT, basis VARCHAR
-- Source:     definitions 1.2 to 1.6, 1.8
select
    result.unit_code,
    unit.unit_name,
    result.year,
    result.area_code,
    result.area_name,
    result.points,
    result.maximum_points,
    result.area_percent,
    result.rank,
    unit.short_name,
    result.ranking_group,
    result.reform_area,
    result.lost_points,
    result.self_gap,
    result.full_maximum_points,
    result.missing_count,
    result.basis
from area_result as result
inner join unit on result.unit_code = unit.unit_code
where
    ($year is null or result.year = $year)
    and ($ranking_group is null or result.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, result.unit_code))
    and (
        $area_code is null
        or result.area_code = $area_code
        or result.reform_area = $area_code
    )
order by
    result.year,
    result.ranking_group,
    unit.sort_key,
    result.unit_code,
    result.position,
    result.area_code;
