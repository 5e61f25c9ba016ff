-- Question:   How has each unit stood over the years?
-- One row:    a unit with points, or published figures, in a year.
-- Order:      name of the unit, year.
-- Parameters: $ranking_group VARCHAR, $unit_codes VARCHAR[]
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, year INTEGER, ranking_group VARCHAR,
--             ranking_percent DOUBLE, index_percent DOUBLE, rank BIGINT, ranked_count BIGINT,
--             group_median DOUBLE, group_best DOUBLE, basis VARCHAR, band VARCHAR,
--             short_name VARCHAR
-- Source:     definitions 1.3 to 1.8; median and best of the figure that ranks
with grouped as (
    select
        year,
        ranking_group,
        basis = 'published' as is_published,
        count(*) as ranked_count,
        median(ranking_percent) as group_median,
        max(ranking_percent) as group_best
    from unit_result
    where is_ranked
    group by year, ranking_group, basis = 'published'
)

select
    result.unit_code,
    unit.unit_name,
    result.year,
    result.ranking_group,
    result.ranking_percent,
    result.index_percent,
    result.rank,
    grouped.ranked_count,
    grouped.group_median,
    grouped.group_best,
    result.basis,
    result.band,
    unit.short_name
from unit_result as result
inner join unit on result.unit_code = unit.unit_code
left join grouped
    on
        result.year = grouped.year
        and result.ranking_group = grouped.ranking_group
        and grouped.is_published = (result.basis = 'published')
where
    ($ranking_group is null or result.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, result.unit_code))
order by
    unit.sort_key,
    result.unit_code,
    result.year;
