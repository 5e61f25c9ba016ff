-- Question:   What is overdue, what falls due within 30 days, what has no deadline at all?
-- One row:    an action of an open deduction of the year, or an open finding of any year: all that
--             a deadline can still press. Survey leaves are left out.
-- Order:      deadline (none last), ranking group, name of the unit, origin, action.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR,
--             $as_of DATE
-- Columns:    deduction_id VARCHAR, action_number BIGINT, origin VARCHAR, unit_code VARCHAR,
--             unit_name VARCHAR, year INTEGER, criterion_code VARCHAR, criterion_name VARCHAR,
--             reason VARCHAR, lost_points DECIMAL(18,6), action VARCHAR, lead_office VARCHAR,
--             responsible VARCHAR, deadline_on DATE, deadline_text VARCHAR, due VARCHAR,
--             days_left BIGINT, evidence_stage VARCHAR, severity VARCHAR,
--             is_individual BOOLEAN, short_name VARCHAR, ranking_group VARCHAR
-- Source:     definitions 2.5: overdue, later than the as-of day; due_soon within 30 days of it
--             (ours: the span between two meetings of the committee), the day itself included
with pressed as (
    select
        result.*,
        (result.deadline_on - $as_of::date)::bigint as days_left
    from remediation_every as result
    where
        result.can_be_overdue
        and result.is_open
        and not result.is_survey
        and (result.origin = 'inspection' or $year is null or result.year = $year)
)

select
    pressed.deduction_id,
    pressed.action_number,
    pressed.origin,
    pressed.unit_code,
    unit.unit_name,
    pressed.year,
    pressed.criterion_code,
    pressed.criterion_name,
    pressed.reason,
    pressed.lost_points,
    pressed.action,
    pressed.lead_office,
    pressed.responsible,
    pressed.deadline_on,
    pressed.deadline_text,
    case
        when pressed.days_left is null then 'no_deadline'
        when pressed.days_left < 0 then 'overdue'
        when pressed.days_left <= 30 then 'due_soon'
        else 'later'
    end as due,
    pressed.days_left,
    pressed.evidence_stage::varchar as evidence_stage,
    pressed.severity,
    pressed.is_individual,
    unit.short_name,
    unit_group.ranking_group
from pressed
inner join unit on pressed.unit_code = unit.unit_code
left join unit_group
    on
        pressed.unit_code = unit_group.unit_code
        and unit_group.year = coalesce($year, pressed.year)
where
    ($ranking_group is null or unit_group.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, pressed.unit_code))
    and (
        $area_code is null
        or pressed.area_code = $area_code
        or pressed.reform_area = $area_code
        or (pressed.origin = 'inspection' and is_asked_area($area_code, pressed.reform_area))
    )
order by
    pressed.deadline_on asc nulls last,
    unit_group.ranking_group asc,
    unit.sort_key asc,
    pressed.unit_code asc,
    pressed.origin asc,
    pressed.deduction_id asc,
    pressed.action_number asc;
