-- A row for each register row of a deduction: action, deadline and state are its own, stage and
-- points those of the deduction (definitions 2.7). A deduction nobody wrote about has one row.
create or replace view remediation_every as
select
    result.deduction_id,
    row_number() over (
        partition by result.deduction_id order by action_stage.source_cell_id
    ) as action_number,
    result.unit_code,
    result.year,
    'index' as origin,
    result.criterion_code,
    result.criterion_name,
    result.area_code,
    result.reform_area,
    result.position,
    result.lost_points,
    coalesce(remediation.reason, result.reason) as reason,
    remediation.cause,
    remediation.action,
    remediation.lead_office,
    remediation.supporting_offices,
    remediation.responsible,
    remediation.deadline_on,
    remediation.deadline_text,
    remediation.reported_state,
    remediation.evidence,
    remediation.verification,
    result.evidence_stage,
    (
        result.is_open and coalesce(remediation.reported_state, '') <> 'cannot_be_done'
    ) as can_be_overdue,
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
    null as severity,
    remediation.source_cell_id
from remediation_result as result
left join fixed_result on result.deduction_id = fixed_result.deduction_id
left join action_stage on result.deduction_id = action_stage.deduction_id
left join remediation on action_stage.remediation_id = remediation.remediation_id
union all
select
    finding.finding_id,
    1 as action_number,
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
    null as supporting_offices,
    finding.responsible,
    finding.deadline_on,
    finding.deadline_text,
    case finding.state
        when 'in_progress' then 'in_progress'
        when 'reported' then if(finding.says_done, 'done', 'reported')
        when 'closed' then 'done'
    end as reported_state,
    finding.remediation_result as evidence,
    finding.verification,
    result.evidence_stage,
    result.evidence_stage <> 'verified' as can_be_overdue,
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
    finding.severity,
    finding.source_cell_id
from finding
inner join finding_result as result on finding.finding_id = result.finding_id
where finding.finding_kind in ('limitation', 'violation');
comment on view remediation_every is
'Remediation of both origins: a deduction of the index, a finding of an inspection.';
