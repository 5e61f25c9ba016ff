-- Question:   Do index, inspection and survey agree, and where do they not?
-- One row:    a unit and a reform area of which at least one of the three could speak in the
--             year; an area of a set that is mapped to none has area_code null.
-- Order:      year, disagreements first, lost points (greatest first), name of the unit.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    unit_code VARCHAR, area_code VARCHAR, index_says VARCHAR, inspection_says VARCHAR,
--             survey_says VARCHAR, is_disagreement BOOLEAN, unit_name VARCHAR, year INTEGER,
--             ranking_group VARCHAR, short_name VARCHAR, area_name VARCHAR,
--             set_area_codes VARCHAR[], area_percent DOUBLE, survey_percent DOUBLE,
--             lost_points DECIMAL(18,6), is_inspected BOOLEAN, open_count BIGINT,
--             open_serious_count BIGINT, strength_count BIGINT, good_from_percent DOUBLE,
--             weak_below_percent DOUBLE
-- Source:     definitions 5.1; the area is a reform area
select
    witness.unit_code,
    witness.reform_area as area_code,
    witness.index_says,
    witness.inspection_says,
    witness.survey_says,
    witness.is_disagreement,
    unit.unit_name,
    witness.year,
    witness.ranking_group,
    unit.short_name,
    witness.area_name,
    witness.set_area_codes,
    witness.area_percent,
    witness.survey_percent,
    witness.lost_points,
    witness.is_inspected,
    witness.open_count,
    witness.open_serious_count,
    witness.strength_count,
    witness.good_from_percent,
    witness.weak_below_percent
from witness
inner join unit on witness.unit_code = unit.unit_code
left join reform_area on witness.reform_area = reform_area.reform_area
where
    ($year is null or witness.year = $year)
    and ($ranking_group is null or witness.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, witness.unit_code))
    and (
        is_asked_area($area_code, witness.reform_area)
        or list_contains(witness.set_area_codes, $area_code)
    )
order by
    witness.year asc,
    witness.is_disagreement desc,
    witness.lost_points desc nulls last,
    unit.sort_key asc,
    witness.unit_code asc,
    reform_area.position asc nulls last,
    witness.reform_area asc nulls last,
    witness.area_name asc;
