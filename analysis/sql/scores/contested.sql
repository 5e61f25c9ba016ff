-- Question:   What do units contest after the first round, and what was decided?
-- One row:    a unit's verified leaf with explanation points other than those of round 1, or with
--             an explanation in words.
-- Order:      year, name of the unit, place in the set.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    unit_code VARCHAR, year INTEGER, criterion_code VARCHAR, criterion_name VARCHAR,
--             maximum_points DECIMAL(18,6), self_assessed_points DECIMAL(18,6),
--             verified_1_points DECIMAL(18,6), explanation_points DECIMAL(18,6),
--             explanation_text VARCHAR, verified_2_points DECIMAL(18,6), decision VARCHAR,
--             contested_points DECIMAL(18,6), granted_points DECIMAL(18,6), note VARCHAR,
--             unit_name VARCHAR, ranking_group VARCHAR, area_code VARCHAR
-- Source:     definitions 7.5, 8; decision: accepted (round 2 gave all that was asked for; the
--             maximum where no points were named), partly (more than round 1), rejected, undecided
--             (no round 2 yet), unknown (round 1 is not known), not_applicable (excused since)
select
    told.unit_code,
    told.year,
    told.criterion_code,
    leaf.criterion_name,
    told.maximum_points,
    told.self_assessed_points,
    told.first_points as verified_1_points,
    told.explanation_points,
    told.explanation_text,
    told.decided_points as verified_2_points,
    told.decision,
    told.contested_points,
    told.granted_points,
    told.note,
    unit.unit_name,
    told.ranking_group,
    told.area_code
from contestable_leaf as told
inner join unit on told.unit_code = unit.unit_code
inner join leaf
    on told.framework_id = leaf.framework_id and told.criterion_code = leaf.criterion_code
where
    told.is_contested
    and ($year is null or told.year = $year)
    and ($ranking_group is null or told.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, told.unit_code))
    and (
        $area_code is null
        or told.area_code = $area_code
        or told.reform_area = $area_code
    )
order by
    told.year,
    unit.sort_key,
    told.unit_code,
    told.position,
    told.criterion_code;
