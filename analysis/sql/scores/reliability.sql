-- Question:   How far can the figure of a unit in an area be trusted, and what speaks against it?
-- One row:    a unit's area in a year; none where the area does not apply at all.
-- Order:      year, ranking group, name of the unit, place of the area in the set.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    unit_code VARCHAR, area_code VARCHAR, mark VARCHAR, reasons VARCHAR[],
--             unit_name VARCHAR, year INTEGER, area_name VARCHAR, is_provisional BOOLEAN,
--             evidence_share DOUBLE, self_gap DECIMAL(18,6), self_gap_share DOUBLE,
--             unverified_count BIGINT, applicable_share DOUBLE, short_name VARCHAR,
--             ranking_group VARCHAR, reform_area VARCHAR
-- Source:     definitions 5.2; the tests are ours; reasons are those that failed, and a
--             provisional unit's mark is low whatever they say
select
    result.unit_code,
    result.area_code,
    result.mark,
    result.reasons,
    unit.unit_name,
    result.year,
    result.area_name,
    result.is_provisional,
    result.evidence_share,
    result.self_gap,
    result.self_gap_share,
    result.unverified_count,
    result.applicable_share,
    unit.short_name,
    result.ranking_group,
    result.reform_area
from area_reliability as result
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
