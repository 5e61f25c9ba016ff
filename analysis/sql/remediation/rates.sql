-- Question:   How much of what was lost has been put right: by count, by points, and proved?
-- One row:    a unit with verified scores or deductions in the year, and all in scope together
--             (unit_code null).
-- Order:      year, all together first, ranking group, name of the unit.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    year INTEGER, unit_code VARCHAR, deduction_count BIGINT, lost_points DECIMAL(18,6),
--             rate_by_count DOUBLE, rate_by_points DOUBLE, rate_proved_by_points DOUBLE,
--             comparable_share DOUBLE, unit_name VARCHAR, short_name VARCHAR,
--             ranking_group VARCHAR
-- Source:     definitions 2.7: deductions on verified leaves, all or nothing for each
with unit_year as (
    select
        unit_code,
        year
    from unit_result
    where basis in ('full', 'verified_only')
    union
    select
        unit_code,
        year
    from remediation_result
),

in_scope as (
    select
        unit_year.unit_code,
        unit_year.year,
        unit_group.ranking_group
    from unit_year
    left join unit_group
        on unit_year.unit_code = unit_group.unit_code and unit_year.year = unit_group.year
    where
        ($year is null or unit_year.year = $year)
        and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
        and ($unit_codes is null or list_contains($unit_codes, unit_year.unit_code))
),

counted as (
    select
        in_scope.year,
        in_scope.unit_code,
        count(result.deduction_id) as deduction_count,
        coalesce(sum(result.lost_points), 0)::decimal(18, 6) as lost_points,
        count(*) filter (
            where result.evidence_stage in ('reported', 'verified', 'recovered')
        ) as put_right_count,
        sum(result.lost_points) filter (
            where result.evidence_stage in ('reported', 'verified', 'recovered')
        ) as put_right_points,
        sum(result.lost_points) filter (
            where
            result.evidence_stage = 'recovered'
            or (result.evidence_stage = 'verified' and not result.is_contradicted)
        ) as proved_points,
        sum(result.lost_points) filter (where result.recovery is not null) as comparable_points
    from in_scope
    left join remediation_result as result
        on
            in_scope.unit_code = result.unit_code
            and in_scope.year = result.year
            and not result.is_survey
            and (
                $area_code is null
                or result.area_code = $area_code
                or result.reform_area = $area_code
            )
    group by grouping sets ((in_scope.year), (in_scope.year, in_scope.unit_code))
)

select
    counted.year,
    counted.unit_code,
    counted.deduction_count,
    counted.lost_points,
    counted.put_right_count::double / nullif(counted.deduction_count, 0) as rate_by_count,
    if(
        counted.deduction_count = 0,
        null,
        ratio(coalesce(counted.put_right_points, 0), counted.lost_points)
    ) as rate_by_points,
    if(
        counted.deduction_count = 0,
        null,
        ratio(coalesce(counted.proved_points, 0), counted.lost_points)
    ) as rate_proved_by_points,
    if(
        counted.deduction_count = 0,
        null,
        ratio(coalesce(counted.comparable_points, 0), counted.lost_points)
    ) as comparable_share,
    unit.unit_name,
    unit.short_name,
    unit_group.ranking_group
from counted
left join unit on counted.unit_code = unit.unit_code
left join unit_group
    on counted.unit_code = unit_group.unit_code and counted.year = unit_group.year
order by
    counted.year,
    counted.unit_code is not null,
    unit_group.ranking_group,
    unit.sort_key,
    counted.unit_code;
