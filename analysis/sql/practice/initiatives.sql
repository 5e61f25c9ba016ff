-- Question:   Which initiatives and models do the units run, and with what effect?
-- One row:    an initiative of the year.
-- Order:      year, ranking group, name of the unit, place in the register.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, year INTEGER, area_code VARCHAR,
--             name VARCHAR, effect_before VARCHAR, effect_after VARCHAR, recognition VARCHAR,
--             replicated_at VARCHAR, decision VARCHAR, initiative_id VARCHAR,
--             area_text VARCHAR, description VARCHAR, measure VARCHAR, applied_from DATE,
--             applied_from_text VARCHAR, decision_number VARCHAR, decision_on DATE,
--             decision_body VARCHAR, short_name VARCHAR, ranking_group VARCHAR,
--             effect_difference DOUBLE, is_less_better BOOLEAN, is_improved BOOLEAN,
--             is_recognised BOOLEAN, not_counted_reason VARCHAR, file VARCHAR, sheet VARCHAR,
--             cell VARCHAR
-- Source:     definitions 4.2, 6, forms.md; the area is a reform area. not_counted_reason: why the
--             effect is no proof (no_effect_given, effect_not_a_number, not_improved)
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
    unit_group.ranking_group,
    proof.number_after - proof.number_before as effect_difference,
    proof.is_less_better,
    proof.is_improved,
    proof.is_recognised,
    case
        when proof.is_improved then null
        when
            coalesce(trim(initiative.effect_before), '') = ''
            or coalesce(trim(initiative.effect_after), '') = '' then 'no_effect_given'
        when proof.number_before is null or proof.number_after is null then 'effect_not_a_number'
        else 'not_improved'
    end as not_counted_reason,
    source_cell.file_name as file,
    source_cell.sheet,
    source_cell.cell
from initiative
inner join unit on initiative.unit_code = unit.unit_code
left join initiative_proof as proof on initiative.initiative_id = proof.initiative_id
left join source_cell on initiative.source_cell_id = source_cell.source_cell_id
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
