-- Question:   Where did each unit lose points, and why?
-- One row:    a deduction: a unit, a year, a leaf on which points were lost; survey leaves too.
-- Order:      year, ranking group, name of the unit, place in the set.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    deduction_id VARCHAR, unit_code VARCHAR, unit_name VARCHAR, year INTEGER,
--             criterion_code VARCHAR, lost_points DECIMAL(18,6), reason VARCHAR,
--             criterion_name VARCHAR, area_code VARCHAR, reform_area VARCHAR,
--             maximum_points DECIMAL(18,6), lost_share DOUBLE, is_survey BOOLEAN,
--             is_from_register BOOLEAN, short_name VARCHAR, ranking_group VARCHAR
-- Source:     definitions 1.4, 2.7, 2.8
select
    result.deduction_id,
    result.unit_code,
    unit.unit_name,
    result.year,
    result.criterion_code,
    result.lost_points,
    result.reason,
    result.criterion_name,
    result.area_code,
    result.reform_area,
    result.maximum_points,
    result.lost_share,
    result.is_survey,
    result.is_from_register,
    unit.short_name,
    unit_group.ranking_group
from remediation_result as result
inner join unit on result.unit_code = unit.unit_code
left join unit_group
    on result.unit_code = unit_group.unit_code and result.year = unit_group.year
where
    ($year is null or result.year = $year)
    and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, result.unit_code))
    and (
        $area_code is null
        or result.area_code = $area_code
        or result.reform_area = $area_code
    )
order by
    result.year,
    unit_group.ranking_group,
    unit.sort_key,
    result.unit_code,
    result.position nulls last,
    result.deduction_id;
