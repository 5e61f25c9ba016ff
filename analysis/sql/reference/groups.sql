-- Question:   Which ranking groups have figures in which year, and on what basis?
-- One row:    a year and ranking group with points or published figures.
-- Order:      year, units (most first), ranking group.
-- Parameters: $year INTEGER
-- Columns:    year INTEGER, ranking_group VARCHAR, unit_count BIGINT, ranked_count BIGINT,
--             provisional_count BIGINT, missing_count BIGINT, published_count BIGINT,
--             expected_count BIGINT, absent_count BIGINT, bases VARCHAR[], ranks_adjusted BOOLEAN
-- Source:     definitions 1.3 to 1.7; expected: units of the group in the year;
--             absent: those of them that are to be ranked and have neither points nor a published
--             figure
with expected as (
    select
        year,
        ranking_group,
        count(*) as expected_count,
        count(*) filter (
            where is_ranked and (unit_code, year) not in (
                select (unit_result.unit_code, unit_result.year) from unit_result
            )
        ) as absent_count
    from unit_group
    where ranking_group is not null
    group by year, ranking_group
)

select
    result.year,
    result.ranking_group,
    count(*) as unit_count,
    count(*) filter (where result.is_ranked) as ranked_count,
    count(*) filter (where result.is_provisional) as provisional_count,
    count(*) filter (where result.missing_count > 0) as missing_count,
    count(*) filter (where result.basis = 'published') as published_count,
    max(expected.expected_count) as expected_count,
    max(expected.absent_count) as absent_count,
    list_sort(list(distinct result.basis)) as bases,
    bool_or(result.ranks_adjusted) as ranks_adjusted
from unit_result as result
left join expected
    on result.year = expected.year and result.ranking_group = expected.ranking_group
where $year is null or result.year = $year
group by result.year, result.ranking_group
order by
    result.year asc,
    unit_count desc,
    result.ranking_group asc;
