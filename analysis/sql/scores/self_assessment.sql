-- Question:   How far do units overrate themselves, and where?
-- One row:    a unit's area; a unit (area_code null); an area over all in scope (unit_code null);
--             all together (both null).
-- Order:      year, all together first, name of the unit, place of the area.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    year INTEGER, unit_code VARCHAR, area_code VARCHAR, area_name VARCHAR,
--             self_assessed_points DECIMAL(18,6), verified_points DECIMAL(18,6),
--             maximum_points DECIMAL(18,6), self_percent DOUBLE, verified_percent DOUBLE,
--             self_gap DECIMAL(18,6), gap_share DOUBLE, overrated_count BIGINT,
--             underrated_count BIGINT, unit_name VARCHAR, short_name VARCHAR,
--             ranking_group VARCHAR
-- Source:     design section 6 (self_gap): over verified leaves that hold both figures;
--             gap_share is of their maximum; counts are leaves
with told as (
    select
        result.year,
        result.unit_code,
        result.area_code,
        leaf.area_name,
        leaf.area_position,
        result.self_assessed_points,
        result.verified_points,
        result.maximum_points,
        result.self_gap
    from leaf_result as result
    inner join leaf
        on
            result.framework_id = leaf.framework_id
            and result.criterion_code = leaf.criterion_code
    where
        result.section = 'main'
        and result.self_gap is not null
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
        unit_code,
        area_code,
        area_name,
        min(area_position) as area_position,
        sum(self_assessed_points) as self_assessed_points,
        sum(verified_points) as verified_points,
        sum(maximum_points) as maximum_points,
        sum(self_gap) as self_gap,
        count(*) filter (where self_gap > 0) as overrated_count,
        count(*) filter (where self_gap < 0) as underrated_count
    from told
    group by grouping sets (
        (year, unit_code, area_code, area_name),
        (year, unit_code),
        (year, area_code, area_name),
        (year)
    )
)

select
    summed.year,
    summed.unit_code,
    summed.area_code,
    summed.area_name,
    summed.self_assessed_points::decimal(18, 6) as self_assessed_points,
    summed.verified_points::decimal(18, 6) as verified_points,
    summed.maximum_points::decimal(18, 6) as maximum_points,
    ratio(100 * summed.self_assessed_points, summed.maximum_points) as self_percent,
    ratio(100 * summed.verified_points, summed.maximum_points) as verified_percent,
    summed.self_gap::decimal(18, 6) as self_gap,
    ratio(summed.self_gap, summed.maximum_points) as gap_share,
    summed.overrated_count,
    summed.underrated_count,
    unit.unit_name,
    unit.short_name,
    unit_group.ranking_group
from summed
left join unit on summed.unit_code = unit.unit_code
left join unit_group
    on summed.unit_code = unit_group.unit_code and summed.year = unit_group.year
order by
    summed.year,
    summed.unit_code is not null,
    unit.sort_key,
    summed.unit_code,
    summed.area_code is not null,
    summed.area_position,
    summed.area_code;
