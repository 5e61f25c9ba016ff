-- Question:   Which initiatives and models do the units run, and with what effect?
-- One row:    an initiative of the year.
-- Order:      year, ranking group, name of the unit, place in the register.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, year INTEGER, area_code VARCHAR,
--             name VARCHAR, effect_before VARCHAR, effect_after VARCHAR, recognition VARCHAR,
--             replicated_at VARCHAR, decision VARCHAR, initiative_id VARCHAR,
--             area_text VARCHAR, description VARCHAR, measure VARCHAR, applied_from DATE,
--             applied_from_text VARCHAR, decision_number VARCHAR, decision_on DATE,
--             decision_body VARCHAR, short_name VARCHAR, ranking_group VARCHAR
-- Source:     definitions 6, forms.md; the area is a reform area
select
    initiative.unit_code,
    unit.unit_name,
    initiative.year,
    initiative.reform_area as area_code,
    initiative.initiative_name as name,
    initiative.effect_before,
    initiative.effect_after,
    initiative.recognition,
    initiative.replicated_at,
    initiative.decision,
    initiative.initiative_id,
    initiative.area_text,
    initiative.description,
    initiative.measure,
    initiative.applied_from,
    initiative.applied_from_text,
    initiative.decision_number,
    initiative.decision_on,
    initiative.decision_body,
    unit.short_name,
    unit_group.ranking_group
from initiative
inner join unit on initiative.unit_code = unit.unit_code
left join unit_group
    on initiative.unit_code = unit_group.unit_code and initiative.year = unit_group.year
where
    ($year is null or initiative.year = $year)
    and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, initiative.unit_code))
    and is_asked_area($area_code, initiative.reform_area)
order by
    initiative.year,
    unit_group.ranking_group,
    unit.sort_key,
    initiative.unit_code,
    initiative.source_cell_id,
    initiative.initiative_id;
