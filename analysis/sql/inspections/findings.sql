-- Question:   What did inspections find, and what is still open?
-- One row:    a finding of an inspection of the year, strengths and difficulties included.
-- Order:      year, ranking group, name of the unit, place in the register.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR,
--             $as_of DATE
-- Columns:    finding_id VARCHAR, unit_code VARCHAR, unit_name VARCHAR, area_code VARCHAR,
--             criterion_code VARCHAR, finding_kind VARCHAR, severity VARCHAR,
--             description VARCHAR, cause VARCHAR, responsible VARCHAR, guidance VARCHAR,
--             recommendation VARCHAR, deadline_on DATE, handling VARCHAR,
--             handling_state VARCHAR, state VARCHAR, continues_finding_id VARCHAR, year INTEGER,
--             inspection_id VARCHAR, held_on DATE, conclusion_number VARCHAR,
--             criterion_text VARCHAR, area_text VARCHAR, subject VARCHAR, is_individual BOOLEAN,
--             handling_body VARCHAR, remediation_result VARCHAR, verification VARCHAR,
--             source VARCHAR, is_open BOOLEAN, is_serious BOOLEAN, is_recurring BOOLEAN,
--             is_overdue BOOLEAN, short_name VARCHAR, ranking_group VARCHAR
-- Source:     definitions 2.5, 2.6, 6; the area is a reform area
select
    finding.finding_id,
    finding.unit_code,
    unit.unit_name,
    finding.reform_area as area_code,
    finding.criterion_code,
    finding.finding_kind,
    finding.severity,
    finding.description,
    finding.cause,
    finding.responsible,
    finding.guidance,
    finding.recommendation,
    finding.deadline_on,
    finding.handling,
    finding.handling_state,
    finding.state,
    finding.continues_finding_id,
    finding.year,
    finding.inspection_id,
    inspection.held_on,
    inspection.conclusion_number,
    finding.criterion_text,
    finding.area_text,
    finding.subject,
    finding.is_individual,
    finding.handling_body,
    finding.remediation_result,
    finding.verification,
    finding.source_text as source,
    result.is_open,
    result.is_serious,
    result.is_recurring,
    coalesce(result.is_open and finding.deadline_on < $as_of, false) as is_overdue,
    unit.short_name,
    unit_group.ranking_group
from finding
inner join finding_result as result on finding.finding_id = result.finding_id
inner join unit on finding.unit_code = unit.unit_code
left join inspection on finding.inspection_id = inspection.inspection_id
left join unit_group
    on finding.unit_code = unit_group.unit_code and finding.year = unit_group.year
where
    ($year is null or finding.year = $year)
    and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, finding.unit_code))
    and is_asked_area($area_code, finding.reform_area)
order by
    finding.year,
    unit_group.ranking_group,
    unit.sort_key,
    finding.unit_code,
    finding.source_cell_id,
    finding.finding_id;
