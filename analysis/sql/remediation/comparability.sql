-- Question:   Of how much that was lost can the next year not speak, and why?
-- One row:    a reason that stands beside recovery (null: compared leaf by leaf).
-- Order:      not comparable first, then lost points (greatest first), reason.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    recovery_reason VARCHAR, is_comparable BOOLEAN, deduction_count BIGINT,
--             lost_points DECIMAL(18,6), lost_share DOUBLE
-- Source:     definitions 2.1, 2.7: deductions on verified leaves; merged and split are compared,
--             pooled
with told as (
    select
        result.recovery_reason,
        result.recovery is not null as is_comparable,
        result.lost_points
    from remediation_result as result
    left join unit_group
        on result.unit_code = unit_group.unit_code and result.year = unit_group.year
    where
        not result.is_survey
        and ($year is null or result.year = $year)
        and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
        and ($unit_codes is null or list_contains($unit_codes, result.unit_code))
        and (
            $area_code is null
            or result.area_code = $area_code
            or result.reform_area = $area_code
        )
),

summed as (
    select
        recovery_reason,
        is_comparable,
        count(*) as deduction_count,
        coalesce(sum(lost_points), 0) as lost_points
    from told
    group by recovery_reason, is_comparable
)

select
    recovery_reason,
    is_comparable,
    deduction_count,
    lost_points::decimal(18, 6) as lost_points,
    ratio(lost_points, sum(lost_points) over ()) as lost_share
from summed
order by
    is_comparable asc,
    lost_points desc,
    recovery_reason asc nulls last;
