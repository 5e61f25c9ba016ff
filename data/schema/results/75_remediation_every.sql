create view remediation_every as
select
    result.deduction_id,
    result.unit_code,
    result.year,
    'index' as origin,
    result.criterion_code,
    result.criterion_name,
    result.area_code,
    result.reform_area,
    result.position,
    result.lost_points,
    result.reason,
    result.cause,
    result.action,
    result.lead_office,
    result.deadline_on,
    result.open_deadline_on,
    result.reported_state,
    result.evidence_stage,
    result.is_open,
    result.is_contradicted,
    result.is_recurring,
    result.is_persistent,
    result.recovery,
    result.recovery_reason,
    result.points_at_stake,
    result.points_at_stake_reason,
    fixed_result.index_percent_if_fixed,
    fixed_result.rank_if_fixed,
    result.is_survey,
    false as is_individual,
    null as severity
from remediation_result as result
left join fixed_result on result.deduction_id = fixed_result.deduction_id
union all
select
    finding.finding_id,
    finding.unit_code,
    finding.year,
    'inspection' as origin,
    finding.criterion_code,
    finding.criterion_text as criterion_name,
    null as area_code,
    finding.reform_area,
    null as position,
    null as lost_points,
    finding.description as reason,
    finding.cause,
    finding.recommendation as action,
    finding.responsible as lead_office,
    finding.deadline_on,
    if(finding.state = 'closed', null, finding.deadline_on) as open_deadline_on,
    case finding.state
        when 'in_progress' then 'in_progress'
        when 'reported' then if(finding.says_done, 'done', 'reported')
        when 'closed' then 'done'
    end as reported_state,
    result.evidence_stage,
    result.is_open,
    false as is_contradicted,
    result.is_recurring,
    false as is_persistent,
    null as recovery,
    null as recovery_reason,
    null as points_at_stake,
    null as points_at_stake_reason,
    null as index_percent_if_fixed,
    null as rank_if_fixed,
    false as is_survey,
    finding.is_individual,
    finding.severity
from finding
inner join finding_result as result on finding.finding_id = result.finding_id
where finding.finding_kind in ('limitation', 'violation');
comment on view remediation_every is 'Remediation of both origins: a deduction of the index, a finding of an inspection.';
