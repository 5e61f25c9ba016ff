-- Question:   What is known of each unit in the year, and what is not?
-- One row:    a unit of the year, also one of which nothing is known.
-- Order:      year, ranking group, name of the unit.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[]
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, year INTEGER, ranking_group VARCHAR,
--             leaf_count BIGINT, applicable_count BIGINT, self_assessed_count BIGINT,
--             verified_count BIGINT, survey_count BIGINT, missing_count BIGINT,
--             evidence_count BIGINT, basis VARCHAR, published_count BIGINT,
--             register_row_count BIGINT, inspection_count BIGINT, finding_count BIGINT,
--             initiative_count BIGINT, short_name VARCHAR
-- Source:     definitions 1.5: what is missing is counted; counts of scores are leaves
with told as (
    select
        unit_code,
        year,
        count(*) as leaf_count,
        count(*) filter (where is_applicable) as applicable_count,
        count(*) filter (where self_assessed_points is not null) as self_assessed_count,
        count(*) filter (where verified_points is not null) as verified_count,
        count(*) filter (where survey_points is not null) as survey_count,
        count(*) filter (where is_counted and is_applicable and points is null) as missing_count,
        count(*) filter (where has_evidence) as evidence_count
    from leaf_result
    where section = 'main'
    group by unit_code, year
),

every_row as (
    select
        unit_code,
        year,
        'published' as what
    from published_result
    union all
    select
        unit_code,
        year,
        'register' as what
    from remediation
    union all
    select
        unit_code,
        year,
        'inspection' as what
    from inspection
    union all
    select
        unit_code,
        year,
        'finding' as what
    from finding
    union all
    select
        unit_code,
        year,
        'initiative' as what
    from initiative
),

counted as (
    select
        unit_code,
        year,
        count(*) filter (where what = 'published') as published_count,
        count(*) filter (where what = 'register') as register_row_count,
        count(*) filter (where what = 'inspection') as inspection_count,
        count(*) filter (where what = 'finding') as finding_count,
        count(*) filter (where what = 'initiative') as initiative_count
    from every_row
    group by unit_code, year
),

unit_year as (
    select
        unit_code,
        year
    from unit_group
    union
    select
        unit_code,
        year
    from told
    union
    select
        unit_code,
        year
    from counted
)

select
    unit_year.unit_code,
    unit.unit_name,
    unit_year.year,
    unit_group.ranking_group,
    coalesce(told.leaf_count, 0) as leaf_count,
    coalesce(told.applicable_count, 0) as applicable_count,
    coalesce(told.self_assessed_count, 0) as self_assessed_count,
    coalesce(told.verified_count, 0) as verified_count,
    coalesce(told.survey_count, 0) as survey_count,
    coalesce(told.missing_count, 0) as missing_count,
    coalesce(told.evidence_count, 0) as evidence_count,
    unit_result.basis,
    coalesce(counted.published_count, 0) as published_count,
    coalesce(counted.register_row_count, 0) as register_row_count,
    coalesce(counted.inspection_count, 0) as inspection_count,
    coalesce(counted.finding_count, 0) as finding_count,
    coalesce(counted.initiative_count, 0) as initiative_count,
    unit.short_name
from unit_year
inner join unit on unit_year.unit_code = unit.unit_code
left join unit_group
    on unit_year.unit_code = unit_group.unit_code and unit_year.year = unit_group.year
left join told on unit_year.unit_code = told.unit_code and unit_year.year = told.year
left join counted on unit_year.unit_code = counted.unit_code and unit_year.year = counted.year
left join unit_result
    on unit_year.unit_code = unit_result.unit_code and unit_year.year = unit_result.year
where
    ($year is null or unit_year.year = $year)
    and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, unit_year.unit_code))
order by
    unit_year.year,
    unit_group.ranking_group,
    unit.sort_key,
    unit_year.unit_code;
