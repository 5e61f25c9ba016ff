create or replace type evidence_stage as enum('none', 'planned', 'reported', 'verified', 'recovered');

-- Definitions 2.3, second way: a finding row of a held inspection closes the same criterion.
create or replace table verified_by_finding as
select distinct deduction.deduction_id
from deduction
inner join finding
    on deduction.unit_code = finding.unit_code and finding.says_done
inner join inspection as verifying
    on
        finding.verifying_inspection_id = verifying.inspection_id
        and verifying.held_on is not null
        and deduction.year <= verifying.year
left join leaf_path as onward
    on
        deduction.unit_kind = onward.unit_kind
        and deduction.year = onward.from_year
        and deduction.criterion_code = onward.from_code
        and coalesce(finding.criterion_year, finding.year) = onward.to_year
        and finding.criterion_code = onward.to_code
left join leaf_path as back
    on
        deduction.unit_kind = back.unit_kind
        and deduction.year = back.to_year
        and deduction.criterion_code = back.to_code
        and coalesce(finding.criterion_year, finding.year) = back.from_year
        and finding.criterion_code = back.from_code
where
    onward.from_code is not null
    or back.from_code is not null
    or (
        finding.criterion_code = deduction.criterion_code
        and coalesce(finding.criterion_year, finding.year) = deduction.year
    );

comment on table verified_by_finding is
'A deduction that a finding row of a held inspection says is put right (definitions 2.3).';

create or replace table action_stage as
select
    deduction_action.deduction_id,
    remediation.remediation_id,
    remediation.source_cell_id,
    case
        when recovery.recovery = 1 then 'recovered'
        when remediation.reported_state = 'cannot_be_done' then 'none'
        when
            remediation.verifying_inspection_id is not null
            or verified_by_finding.deduction_id is not null then 'verified'
        when remediation.reported_state in ('reported', 'done', 'partly_done') then 'reported'
        when
            remediation.reported_state = 'in_progress'
            or trim(remediation.action) <> ''
            or remediation.deadline_on is not null
            or trim(remediation.deadline_text) <> '' then 'planned'
        else 'none'
    end::evidence_stage as stage,
    remediation.reported_state,
    coalesce(
        recovery.recovery <= 0 and remediation.reported_state is distinct from 'partly_done', false
    ) as is_doubted,
    remediation.deadline_on
from deduction_action
inner join remediation on deduction_action.remediation_id = remediation.remediation_id
inner join recovery on deduction_action.deduction_id = recovery.deduction_id
left join verified_by_finding
    on deduction_action.deduction_id = verified_by_finding.deduction_id;
comment on table action_stage is
'How far one register row of a deduction is proved (definitions 2.2).';
comment on column action_stage.is_doubted is
'Nothing came back, though the row does not say ''in part''.';
