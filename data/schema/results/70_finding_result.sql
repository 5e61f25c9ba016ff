create or replace table finding_result as
with problem as (
    select
        finding.finding_id,
        finding.unit_code,
        unit.unit_kind,
        finding.year,
        coalesce(inspection.held_on, make_date(finding.year, 12, 31)) as found_on,
        finding.criterion_code,
        coalesce(finding.criterion_year, finding.year) as criterion_year,
        finding.reform_area,
        nullif(plain_key(finding.cause), '') as cause_key,
        finding.state
    from finding
    inner join unit on finding.unit_code = unit.unit_code
    left join inspection on finding.inspection_id = inspection.inspection_id
    where finding.finding_kind in ('limitation', 'violation')
),

found_again as (
    select
        earlier.finding_id as earlier_id,
        later.finding_id as later_id
    from problem as earlier
    inner join problem as later
        on
            earlier.unit_code = later.unit_code
            and earlier.state = 'closed'
            and (earlier.year, earlier.found_on) < (later.year, later.found_on)
    left join leaf_path
        on
            earlier.unit_kind = leaf_path.unit_kind
            and earlier.criterion_year = leaf_path.from_year
            and earlier.criterion_code = leaf_path.from_code
            and later.criterion_year = leaf_path.to_year
            and later.criterion_code = leaf_path.to_code
    where
        leaf_path.from_code is not null
        or (
            earlier.criterion_code = later.criterion_code
            and earlier.criterion_year = later.criterion_year
        )
        or (
            earlier.criterion_code is null
            and later.criterion_code is null
            and earlier.reform_area = later.reform_area
            and earlier.cause_key = later.cause_key
        )
),

recurring as (
    select earlier_id as finding_id from found_again
    union
    select later_id as finding_id from found_again
)

select
    finding.finding_id,
    finding.unit_code,
    finding.year,
    finding.finding_kind,
    case
        when finding.finding_kind in ('limitation', 'violation')
            then coalesce(finding.state, 'open') <> 'closed'
        else false
    end as is_open,
    coalesce(
        finding.severity = 'serious'
        or (finding.severity is null and finding.finding_kind = 'violation'),
        false
    ) as is_serious,
    case
        when finding.state = 'closed' then 'verified'
        when finding.state = 'reported' then 'reported'
        when
            finding.state = 'in_progress'
            or finding.deadline_on is not null
            or trim(finding.deadline_text) <> ''
            or trim(finding.recommendation) <> '' then 'planned'
        else 'none'
    end as evidence_stage,
    recurring.finding_id is not null as is_recurring
from finding
left join recurring on finding.finding_id = recurring.finding_id;
comment on table finding_result is
'A finding and how far its remediation is proved (definitions 2.6, 6).';
comment on column finding_result.is_open is 'Not closed; strengths and difficulties have no state.';
