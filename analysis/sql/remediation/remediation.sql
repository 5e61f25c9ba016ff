-- Question:   Were the points lost, and the findings of inspections, really put right?
-- One row:    a register row of a deduction, or a deduction nobody wrote about (origin index);
--             a limitation or violation (origin inspection). Stage and points are the deduction's:
--             sum them where action_number is 1.
-- Order:      year, ranking group, name of the unit, origin, place in the set, register row.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR,
--             $as_of DATE
-- Columns:    deduction_id VARCHAR, unit_code VARCHAR, unit_name VARCHAR, year INTEGER,
--             criterion_code VARCHAR, lost_points DECIMAL(18,6), reason VARCHAR, origin VARCHAR,
--             cause VARCHAR, action VARCHAR, lead_office VARCHAR, deadline_on DATE,
--             reported_state VARCHAR, evidence_stage VARCHAR, is_contradicted BOOLEAN,
--             is_recurring BOOLEAN, is_persistent BOOLEAN, is_overdue BOOLEAN, recovery DOUBLE,
--             recovery_reason VARCHAR, points_at_stake DECIMAL(18,6),
--             points_at_stake_reason VARCHAR, index_percent_if_fixed DOUBLE,
--             rank_if_fixed BIGINT, criterion_name VARCHAR, area_code VARCHAR,
--             reform_area VARCHAR, is_survey BOOLEAN, is_open BOOLEAN, is_individual BOOLEAN,
--             severity VARCHAR, action_number BIGINT, supporting_offices VARCHAR,
--             responsible VARCHAR, deadline_text VARCHAR, evidence VARCHAR, verification VARCHAR,
--             short_name VARCHAR, ranking_group VARCHAR
-- Source:     definitions 2.1 to 2.8
select
    result.deduction_id,
    result.unit_code,
    unit.unit_name,
    result.year,
    result.criterion_code,
    result.lost_points,
    result.reason,
    result.origin,
    result.cause,
    result.action,
    result.lead_office,
    result.deadline_on,
    result.reported_state,
    result.evidence_stage,
    result.is_contradicted,
    result.is_recurring,
    result.is_persistent,
    coalesce(result.can_be_overdue and result.deadline_on < $as_of, false) as is_overdue,
    result.recovery,
    result.recovery_reason,
    result.points_at_stake,
    result.points_at_stake_reason,
    result.index_percent_if_fixed,
    result.rank_if_fixed,
    result.criterion_name,
    result.area_code,
    result.reform_area,
    result.is_survey,
    result.is_open,
    result.is_individual,
    result.severity,
    result.action_number,
    result.supporting_offices,
    result.responsible,
    result.deadline_text,
    result.evidence,
    result.verification,
    unit.short_name,
    unit_group.ranking_group
from remediation_every as result
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
        or (result.origin = 'inspection' and is_asked_area($area_code, result.reform_area))
    )
order by
    result.year,
    unit_group.ranking_group,
    unit.sort_key,
    result.unit_code,
    result.origin,
    result.position nulls last,
    result.deduction_id,
    result.action_number;
