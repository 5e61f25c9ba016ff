-- Question:   Which causes stand behind what was lost, and how far has each been put right?
-- One row:    a cause as the register words it; null where none was given.
-- Order:      year, lost points (greatest first), cause.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    year INTEGER, cause VARCHAR, deduction_count BIGINT, unit_count BIGINT,
--             lost_points DECIMAL(18,6), share DOUBLE, proved_points DECIMAL(18,6),
--             open_points DECIMAL(18,6)
-- Source:     definitions 2.7, 2.8: deductions on verified leaves; one wording a cause
with told as (
    select
        result.*,
        plain_key(result.cause) as cause_key
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
        year,
        cause_key,
        min(cause) as cause,
        count(*) as deduction_count,
        count(distinct unit_code) as unit_count,
        coalesce(sum(lost_points), 0) as lost_points,
        coalesce(
            sum(lost_points) filter (
                where
                evidence_stage = 'recovered'
                or (evidence_stage = 'verified' and not is_contradicted)
            ),
            0
        ) as proved_points,
        coalesce(sum(lost_points) filter (where is_open), 0) as open_points
    from told
    group by year, cause_key
)

select
    year,
    cause,
    deduction_count,
    unit_count,
    lost_points::decimal(18, 6) as lost_points,
    ratio(lost_points, sum(lost_points) over (partition by year)) as share,
    proved_points::decimal(18, 6) as proved_points,
    open_points::decimal(18, 6) as open_points
from summed
order by
    year asc,
    lost_points desc,
    cause asc nulls last;
