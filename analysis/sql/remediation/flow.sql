-- Question:   Of the points lost, how many were planned, reported, verified and won back?
-- One row:    a step: lost, then each stage with all deductions that reached at least it.
-- Order:      year, from lost to recovered.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    year INTEGER, step VARCHAR, deduction_count BIGINT, points DECIMAL(18,6),
--             share DOUBLE, points_at_step DECIMAL(18,6), contradicted_points DECIMAL(18,6),
--             contradicted_count BIGINT
-- Source:     definitions 2.2, 2.4, 2.7: deductions on verified leaves; points_at_step and what
--             is contradicted: of those that stopped at the step
with step as (
    select
        unnest(['lost', 'planned', 'reported', 'verified', 'recovered']) as step,
        unnest(['none', 'planned', 'reported', 'verified', 'recovered']) as evidence_stage,
        unnest([0, 1, 2, 3, 4]) as place
),

told as (
    select
        result.year,
        result.lost_points,
        result.is_contradicted,
        list_position(
            ['none', 'planned', 'reported', 'verified', 'recovered'], result.evidence_stage
        ) - 1 as reached
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
        told.year,
        step.step,
        step.place,
        count(*) filter (where told.reached >= step.place) as deduction_count,
        coalesce(
            sum(told.lost_points) filter (where told.reached >= step.place), 0
        ) as points,
        sum(told.lost_points) as all_points,
        coalesce(
            sum(told.lost_points) filter (where told.reached = step.place), 0
        ) as points_at_step,
        coalesce(
            sum(told.lost_points) filter (
                where told.reached = step.place and told.is_contradicted
            ),
            0
        ) as contradicted_points,
        count(*) filter (
            where told.reached = step.place and told.is_contradicted
        ) as contradicted_count
    from told
    cross join step
    group by told.year, step.step, step.place
)

select
    year,
    step,
    deduction_count,
    points::decimal(18, 6) as points,
    ratio(points, all_points) as share,
    points_at_step::decimal(18, 6) as points_at_step,
    contradicted_points::decimal(18, 6) as contradicted_points,
    contradicted_count
from summed
order by year, place;
