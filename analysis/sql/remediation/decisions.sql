-- Question:   What needs a decision today?
-- One row:    a kind of matter, also where there is none of it.
-- Order:      as listed here: words and points that disagree first, then time, then what is
--             not known.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $as_of DATE,
--             $minimum_z DOUBLE, $minimum_probability DOUBLE
-- Columns:    matter VARCHAR, matter_count BIGINT, unit_count BIGINT, points DECIMAL(18,6)
-- Source:     definitions 2.4 to 2.6, 4.3, 6; deductions, candidates and scores are of the year,
--             inspections of the newest season up to the as-of day, findings of any; deductions
--             on survey leaves do not count. Unplanned: nothing was done, said or planned (stage
--             none) of what can be mended, in a year for which there is a register. What was lost
--             or found stays to be decided when its unit is dissolved; only a visit not yet made
--             asks for a unit that exists in the season
with season as (
    select max(inspection.year) as year
    from inspection
    where inspection.year <= year($as_of::date)
),

in_scope as (
    select
        unit.unit_code,
        unit.valid_from,
        unit.valid_to
    from unit
    left join unit_group
        on
            unit.unit_code = unit_group.unit_code
            and unit_group.year = coalesce($year, year($as_of::date))
    where
        ($ranking_group is null or unit_group.ranking_group = $ranking_group)
        and ($unit_codes is null or list_contains($unit_codes, unit.unit_code))
),

deduction_of_year as (
    select
        result.unit_code,
        result.lost_points,
        result.is_contradicted,
        result.is_recurring,
        result.is_persistent,
        coalesce(result.open_deadline_on < $as_of, false) as is_overdue,
        result.evidence_stage = 'none'
        and coalesce(result.reported_state, '') <> 'cannot_be_done'
        and result.year in (select remediation.year from remediation) as is_unplanned
    from remediation_result as result
    inner join in_scope on result.unit_code = in_scope.unit_code
    where ($year is null or result.year = $year) and not result.is_survey
),

finding_of_season as (
    select
        finding.unit_code,
        result.is_open and (result.is_serious or finding.finding_kind = 'violation') as is_grave,
        result.is_open and coalesce(finding.deadline_on < $as_of, false) as is_overdue,
        result.is_recurring and result.is_open as is_recurring
    from finding
    inner join finding_result as result on finding.finding_id = result.finding_id
    inner join in_scope on finding.unit_code = in_scope.unit_code
),

visit_of_season as (
    select
        inspection.unit_code,
        inspection.held_on is not null as is_held,
        inspection.held_on is null and inspection.planned_on < $as_of as is_late,
        inspection.report_due_on < $as_of
        and inspection.report_received_on is null as is_report_missing
    from inspection
    inner join in_scope on inspection.unit_code = in_scope.unit_code
    inner join season on inspection.year = season.year
),

undecided as (
    select
        candidate.unit_code,
        candidate.area_code
    from weighed_candidate($minimum_z, $minimum_probability) as candidate
    inner join in_scope on candidate.unit_code = in_scope.unit_code
    where
        candidate.result = 'candidate'
        and ($year is null or candidate.year = $year)
        and not exists (
            select 1
            from initiative
            where
                initiative.unit_code = candidate.unit_code
                and initiative.reform_area = candidate.reform_area
                and trim(initiative.decision) <> ''
        )
),

state_of_year as (
    select
        unit_result.unit_code,
        unit_result.is_provisional,
        unit_result.missing_count
    from unit_result
    inner join in_scope on unit_result.unit_code = in_scope.unit_code
    where $year is null or unit_result.year = $year
),

matter_found as (
    select
        1 as place,
        'contradicted' as matter,
        unit_code,
        lost_points
    from deduction_of_year
    where is_contradicted
    union all
    select
        2 as place,
        'overdue' as matter,
        unit_code,
        lost_points
    from deduction_of_year
    where is_overdue
    union all
    select
        3 as place,
        'recurring' as matter,
        unit_code,
        lost_points
    from deduction_of_year
    where is_recurring
    union all
    select
        4 as place,
        'persistent' as matter,
        unit_code,
        lost_points
    from deduction_of_year
    where is_persistent
    union all
    select
        5 as place,
        'open_serious_finding' as matter,
        unit_code,
        null as lost_points
    from finding_of_season
    where is_grave
    union all
    select
        6 as place,
        'overdue_finding' as matter,
        unit_code,
        null as lost_points
    from finding_of_season
    where is_overdue
    union all
    select
        7 as place,
        'recurring_finding' as matter,
        unit_code,
        null as lost_points
    from finding_of_season
    where is_recurring
    union all
    select
        8 as place,
        'late_inspection' as matter,
        unit_code,
        null as lost_points
    from visit_of_season
    where is_late
    union all
    select
        9 as place,
        'missing_report' as matter,
        unit_code,
        null as lost_points
    from visit_of_season
    where is_report_missing
    union all
    select
        10 as place,
        'not_inspected' as matter,
        in_scope.unit_code,
        null as lost_points
    from in_scope
    cross join season
    where
        coalesce(year(in_scope.valid_from) <= coalesce(season.year, year($as_of::date)), true)
        and coalesce(year(in_scope.valid_to) >= coalesce(season.year, year($as_of::date)), true)
        and not exists (
            select 1
            from visit_of_season
            where visit_of_season.unit_code = in_scope.unit_code and visit_of_season.is_held
        )
    union all
    select
        11 as place,
        'candidate' as matter,
        unit_code,
        null as lost_points
    from undecided
    union all
    select
        12 as place,
        'provisional' as matter,
        unit_code,
        null as lost_points
    from state_of_year
    where is_provisional and coalesce(missing_count, 0) = 0
    union all
    select
        13 as place,
        'missing_points' as matter,
        unit_code,
        null as lost_points
    from state_of_year
    where missing_count > 0
    union all
    select
        14 as place,
        'unplanned' as matter,
        unit_code,
        lost_points
    from deduction_of_year
    where is_unplanned
),

listed as (
    select
        unnest([
            'contradicted', 'overdue', 'recurring', 'persistent', 'open_serious_finding',
            'overdue_finding', 'recurring_finding', 'late_inspection', 'missing_report',
            'not_inspected', 'candidate', 'provisional', 'missing_points', 'unplanned',
        ]) as matter,
        unnest(generate_series(1, 14)) as place
)

select
    listed.matter,
    count(matter_found.unit_code) as matter_count,
    count(distinct matter_found.unit_code) as unit_count,
    sum(matter_found.lost_points)::decimal(18, 6) as points
from listed
left join matter_found on listed.matter = matter_found.matter
group by listed.matter, listed.place
order by listed.place;
