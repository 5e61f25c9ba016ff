-- Question:   What bonus and penalty does each unit have, outside the maximum?
-- One row:    a unit's leaf of a bonus or penalty section in a year.
-- Order:      year, ranking group, name of the unit, place in the set.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[]
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, year INTEGER, area_code VARCHAR,
--             criterion_code VARCHAR, criterion_name VARCHAR, section VARCHAR,
--             self_assessed_points DECIMAL(18,6), verified_points DECIMAL(18,6),
--             points DECIMAL(18,6), short_name VARCHAR, ranking_group VARCHAR
-- Source:     definitions 1.6; the points of a penalty are positive and taken off
select
    result.unit_code,
    unit.unit_name,
    result.year,
    result.area_code,
    result.criterion_code,
    leaf.criterion_name,
    result.section,
    result.self_assessed_points,
    result.verified_points,
    result.points,
    unit.short_name,
    result.ranking_group
from leaf_result as result
inner join unit on result.unit_code = unit.unit_code
inner join leaf
    on
        result.framework_id = leaf.framework_id
        and result.criterion_code = leaf.criterion_code
where
    result.section <> 'main'
    and ($year is null or result.year = $year)
    and ($ranking_group is null or result.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, result.unit_code))
order by
    result.year,
    result.ranking_group,
    unit.sort_key,
    result.unit_code,
    result.position,
    result.criterion_code;
