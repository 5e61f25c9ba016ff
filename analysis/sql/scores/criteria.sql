-- Question:   Which points did each unit reach at each leaf of its criteria set?
-- One row:    a unit's leaf in a year (bonus and penalty stand in scores/adjustments).
-- Order:      year, ranking group, name of the unit, place in the set.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, year INTEGER, area_code VARCHAR,
--             criterion_code VARCHAR, criterion_name VARCHAR,
--             self_assessed_points DECIMAL(18,6), verified_points DECIMAL(18,6),
--             survey_points DECIMAL(18,6), points DECIMAL(18,6), maximum_points DECIMAL(18,6),
--             is_applicable BOOLEAN, lost_points DECIMAL(18,6), lost_share DOUBLE,
--             self_gap DECIMAL(18,6), short_name VARCHAR, ranking_group VARCHAR,
--             area_name VARCHAR, is_survey BOOLEAN, is_counted BOOLEAN,
--             is_provisional_leaf BOOLEAN, verified_kind VARCHAR, has_evidence BOOLEAN,
--             note VARCHAR
-- Source:     definitions 1.2 to 1.6, 7.2
select
    result.unit_code,
    unit.unit_name,
    result.year,
    result.area_code,
    result.criterion_code,
    leaf.criterion_name,
    result.self_assessed_points,
    result.verified_points,
    result.survey_points,
    result.points,
    result.maximum_points,
    result.is_applicable,
    result.lost_points,
    result.lost_share,
    result.self_gap,
    unit.short_name,
    result.ranking_group,
    leaf.area_name,
    result.is_survey,
    result.is_counted,
    result.is_provisional_leaf,
    result.verified_kind,
    result.has_evidence,
    result.note
from leaf_result as result
inner join unit on result.unit_code = unit.unit_code
inner join leaf
    on
        result.framework_id = leaf.framework_id
        and result.criterion_code = leaf.criterion_code
where
    result.section = 'main'
    and ($year is null or result.year = $year)
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
    result.criterion_code;
