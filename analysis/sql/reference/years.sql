-- Question:   For which years does the release know something, and what?
-- One row:    a year with points, published figures, visits, findings, initiatives or a register.
-- Order:      year.
-- Parameters: none
-- Columns:    year INTEGER, unit_count BIGINT, has_index BOOLEAN, has_verified BOOLEAN,
--             is_verified_next BOOLEAN, has_published BOOLEAN, has_inspections BOOLEAN,
--             has_initiatives BOOLEAN, has_register BOOLEAN
-- Source:     definitions 6, last paragraph: which year stands where none is named
with told as (
    select
        unit_result.year,
        'index' as what
    from unit_result
    union
    select
        score.year,
        'verified' as what
    from score
    where score.kind in ('verified_1', 'verified_2') and score.points is not null
    union
    select
        published_result.year,
        'published' as what
    from published_result
    union
    select
        inspection.year,
        'inspection' as what
    from inspection
    union
    select
        finding.year,
        'inspection' as what
    from finding
    union
    select
        initiative.year,
        'initiative' as what
    from initiative
    union
    select
        remediation.year,
        'register' as what
    from remediation
),

known as (
    select
        year,
        bool_or(what = 'index') as has_index,
        bool_or(what = 'verified') as has_verified,
        bool_or(what = 'published') as has_published,
        bool_or(what = 'inspection') as has_inspections,
        bool_or(what = 'initiative') as has_initiatives,
        bool_or(what = 'register') as has_register
    from told
    group by year
),

counted as (
    select
        year,
        count(*) as unit_count
    from unit_result
    group by year
)

select
    known.year,
    coalesce(counted.unit_count, 0) as unit_count,
    known.has_index,
    known.has_verified,
    known.has_index and coalesce(next_year.has_verified, false) as is_verified_next,
    known.has_published,
    known.has_inspections,
    known.has_initiatives,
    known.has_register
from known
left join known as next_year on known.year + 1 = next_year.year
left join counted on known.year = counted.year
order by known.year;
