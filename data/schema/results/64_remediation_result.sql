create or replace temp table deduction_state as
with told as (
    -- Several rows are actions of one deduction: the lowest stage speaks (definitions 2.7).
    select
        action_stage.deduction_id,
        min(action_stage.stage) as stage,
        first(
            action_stage.reported_state
            order by
                action_stage.stage,
                list_position(
                    ['no_plan', 'cannot_be_done', 'in_progress', 'partly_done', 'reported', 'done'],
                    action_stage.reported_state
                ) nulls first,
                action_stage.source_cell_id
        ) as reported_state,
        first(
            action_stage.is_doubted
            order by
                action_stage.stage,
                list_position(
                    ['no_plan', 'cannot_be_done', 'in_progress', 'partly_done', 'reported', 'done'],
                    action_stage.reported_state
                ) nulls first,
                action_stage.source_cell_id
        ) as is_doubted,
        min(action_stage.deadline_on) as earliest_deadline_on,
        min(action_stage.deadline_on) filter (
            where action_stage.reported_state is distinct from 'cannot_be_done'
        ) as possible_deadline_on,
        string_agg(distinct remediation.reason, '; ' order by remediation.reason) as reason,
        string_agg(distinct remediation.cause, '; ' order by remediation.cause) as cause,
        string_agg(distinct remediation.action, '; ' order by remediation.action) as action,
        string_agg(
            distinct remediation.lead_office, '; ' order by remediation.lead_office
        ) as lead_office,
        list(remediation.remediation_id order by remediation.source_cell_id) as remediation_ids
    from action_stage
    inner join remediation on action_stage.remediation_id = remediation.remediation_id
    group by action_stage.deduction_id
)

select
    deduction.deduction_id,
    coalesce(
        told.stage,
        case
            when recovery.recovery = 1 then 'recovered'
            when verified_by_finding.deduction_id is not null then 'verified'
            else 'none'
        end::evidence_stage
    ) as stage,
    told.reported_state,
    coalesce(told.is_doubted, recovery.recovery <= 0, false) as is_doubted,
    told.earliest_deadline_on,
    told.possible_deadline_on,
    told.reason,
    told.cause,
    told.action,
    told.lead_office,
    coalesce(told.remediation_ids, []) as remediation_ids
from deduction
inner join recovery on deduction.deduction_id = recovery.deduction_id
left join told on deduction.deduction_id = told.deduction_id
left join verified_by_finding on deduction.deduction_id = verified_by_finding.deduction_id;

create or replace table remediation_result as
with judged as (
    select
        deduction.*,
        state.stage,
        state.reported_state,
        state.stage in ('reported', 'verified') and state.is_doubted as is_contradicted,
        state.earliest_deadline_on,
        state.possible_deadline_on,
        coalesce(state.reason, score_note.note) as reason,
        state.cause,
        state.action,
        state.lead_office,
        state.remediation_ids,
        recovery.recovery,
        recovery.recovery_reason,
        recurrence.is_recurring,
        recurrence.is_persistent
    from deduction
    inner join deduction_state as state on deduction.deduction_id = state.deduction_id
    inner join recovery on deduction.deduction_id = recovery.deduction_id
    inner join recurrence on deduction.deduction_id = recurrence.deduction_id
    left join score_note
        on
            deduction.unit_code = score_note.unit_code
            and deduction.year = score_note.year
            and deduction.criterion_code = score_note.criterion_code
),

opened as (
    select
        judged.*,
        judged.stage in ('none', 'planned', 'reported') or judged.is_contradicted as is_open
    from judged
)

select
    opened.deduction_id,
    opened.unit_code,
    opened.year,
    opened.criterion_code,
    opened.criterion_name,
    opened.area_code,
    opened.reform_area,
    opened.position,
    opened.is_survey,
    opened.is_from_register,
    opened.maximum_points,
    opened.lost_points,
    opened.lost_share,
    opened.reason,
    opened.cause,
    opened.action,
    opened.lead_office,
    opened.earliest_deadline_on as deadline_on,
    if(opened.is_open, opened.possible_deadline_on, null) as open_deadline_on,
    opened.reported_state,
    opened.stage::varchar as evidence_stage,
    opened.is_open,
    opened.is_contradicted,
    opened.is_recurring,
    opened.is_persistent,
    opened.recovery,
    opened.recovery_reason,
    opened.remediation_ids,
    case
        when opened.is_survey then null
        when opened.is_open then opened.lost_points
        else 0
    end::decimal(18, 6) as points_at_stake,
    if(opened.is_survey, 'survey', null) as points_at_stake_reason
from opened;
drop table deduction_state;

comment on table remediation_result is
'A deduction and how far its remediation is proved (definitions 2.2 to 2.8), whatever the day.';
comment on column remediation_result.open_deadline_on is
'The earliest deadline that can be overdue: of an open deduction, not of what cannot be done.';
comment on column remediation_result.is_open is 'Stage none, planned or reported, or contradicted.';

create or replace table stake_result as
with stake as (
    select
        unit_code,
        year,
        sum(points_at_stake) as points_at_stake
    from remediation_result
    where is_open and not is_survey
    group by unit_code, year
),

fixed as (
    select
        unit_result.unit_code,
        unit_result.year,
        unit_result.ranking_group,
        unit_result.is_ranked,
        unit_result.basis,
        case
            when unit_result.is_provisional then null
            when unit_result.basis = 'published' then stake.points_at_stake
            else coalesce(stake.points_at_stake, 0)
        end::decimal(18, 6) as points_at_stake,
        ratio(
            100 * (unit_result.points + coalesce(stake.points_at_stake, 0)),
            unit_result.maximum_points
        ) as index_percent,
        ratio(
            100 * (
                unit_result.points
                + coalesce(stake.points_at_stake, 0)
                + if(unit_result.ranks_adjusted, coalesce(unit_result.adjustment_points, 0), 0)
            ),
            unit_result.maximum_points
        ) as ranking_percent
    from unit_result
    left join stake
        on unit_result.unit_code = stake.unit_code and unit_result.year = stake.year
)

select
    fixed.unit_code,
    fixed.year,
    fixed.points_at_stake,
    if(fixed.points_at_stake is null, null, fixed.index_percent) as index_percent_if_all_fixed,
    if(
        fixed.is_ranked and fixed.basis <> 'published' and fixed.points_at_stake is not null,
        1 + (
            select count(*)
            from unit_result as rival
            where
                rival.year = fixed.year
                and rival.ranking_group = fixed.ranking_group
                and rival.is_ranked
                and rival.basis <> 'published'
                and rival.unit_code <> fixed.unit_code
                and rival.ranking_percent > fixed.ranking_percent
        ),
        null
    ) as rank_if_all_fixed
from fixed;
comment on table stake_result is
'What a unit would reach with all its open deductions fixed (definitions 2.8).';
