-- Question:   How far has what inspections found been put right, year by year?
-- One row:    a year in which inspections found limitations or violations.
-- Order:      year, newest first.
-- Parameters: $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR, $as_of DATE
-- Columns:    year INTEGER, finding_count BIGINT, unit_count BIGINT, proved_count BIGINT,
--             claimed_count BIGINT, planned_count BIGINT, nothing_count BIGINT,
--             overdue_count BIGINT, recurring_count BIGINT, proved_share DOUBLE
-- Source:     definitions 2.2, 2.5, 2.6, 6: proved is closed by an inspection, claimed is what the
--             unit reported. Findings have no points: they are counted, never summed with deductions
with told as (
    select
        result.year,
        result.unit_code,
        result.evidence_stage::varchar as stage,
        result.is_recurring,
        coalesce(result.can_be_overdue and result.deadline_on < $as_of, false) as is_overdue
    from remediation_every as result
    left join unit_group
        on result.unit_code = unit_group.unit_code and result.year = unit_group.year
    where
        result.origin = 'inspection'
        and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
        and ($unit_codes is null or list_contains($unit_codes, result.unit_code))
        and is_asked_area($area_code, result.reform_area)
)

select
    year,
    count(*) as finding_count,
    count(distinct unit_code) as unit_count,
    count(*) filter (where stage = 'verified') as proved_count,
    count(*) filter (where stage = 'reported') as claimed_count,
    count(*) filter (where stage = 'planned') as planned_count,
    count(*) filter (where stage = 'none') as nothing_count,
    count(*) filter (where is_overdue) as overdue_count,
    count(*) filter (where is_recurring) as recurring_count,
    ratio(count(*) filter (where stage = 'verified'), count(*)) as proved_share
from told
group by year
order by year desc;
