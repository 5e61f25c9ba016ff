-- Question:   What may a unit contest after the first round, and what has it said so far?
-- One row:    a verified leaf of the set on which a unit lost points in round 1, or that it
--             contests already; surveys, bonus and penalty sections are not contested.
-- Order:      year, name of the unit, place in the set.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    unit_code VARCHAR, year INTEGER, criterion_code VARCHAR, criterion_name VARCHAR,
--             maximum_points DECIMAL(18,6), self_assessed_points DECIMAL(18,6),
--             verified_1_points DECIMAL(18,6), lost_points DECIMAL(18,6), note VARCHAR,
--             explanation_points DECIMAL(18,6), explanation_text VARCHAR, unit_name VARCHAR,
--             ranking_group VARCHAR, area_code VARCHAR
-- Source:     definitions 6: a single verified column is the last round, here the one contested
select
    told.unit_code,
    told.year,
    told.criterion_code,
    leaf.criterion_name,
    told.maximum_points,
    told.self_assessed_points,
    told.first_points as verified_1_points,
    told.first_lost_points as lost_points,
    told.note,
    told.explanation_points,
    told.explanation_text,
    unit.unit_name,
    told.ranking_group,
    told.area_code
from contestable_leaf as told
inner join unit on told.unit_code = unit.unit_code
inner join leaf
    on told.framework_id = leaf.framework_id and told.criterion_code = leaf.criterion_code
where
    ($year is null or told.year = $year)
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
