-- Question:   In which areas has each group risen or fallen since the year before?
-- One row:    a ranking group and an area with linked leaves.
-- Order:      year, ranking group, place of the area in the set.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $area_code VARCHAR
-- Columns:    year INTEGER, ranking_group VARCHAR, area_code VARCHAR, area_name VARCHAR,
--             unit_count BIGINT, median_percent_before DOUBLE, median_percent DOUBLE,
--             median_change DOUBLE, rose_count BIGINT, fell_count BIGINT, reform_area VARCHAR
-- Source:     definitions 5.3: linked leaves and units ranked in both years only. median_change is
--             the median of the units' own changes in percentage points, which need not be the
--             difference of the two medians beside it
with compared as (
    select
        now.unit_code,
        now.year,
        now.area_code,
        unit_result.ranking_group,
        ratio(100 * now.points, now.maximum_points) as percent,
        ratio(100 * before.points, before.maximum_points) as percent_before
    from linked_share as now
    inner join linked_share as before
        on
            now.unit_code = before.unit_code
            and now.year = before.year
            and now.area_code = before.area_code
            and before.told_year = now.year - 1
    inner join unit_result
        on now.unit_code = unit_result.unit_code and now.year = unit_result.year
    where now.told_year = now.year
)

select
    compared.year,
    compared.ranking_group,
    compared.area_code,
    any_value(area_result.area_name) as area_name,
    count(*) as unit_count,
    median(compared.percent_before) as median_percent_before,
    median(compared.percent) as median_percent,
    median(compared.percent - compared.percent_before) as median_change,
    count(*) filter (where compared.percent > compared.percent_before) as rose_count,
    count(*) filter (where compared.percent < compared.percent_before) as fell_count,
    any_value(area_result.reform_area) as reform_area
from compared
inner join area_result
    on
        compared.unit_code = area_result.unit_code
        and compared.year = area_result.year
        and compared.area_code = area_result.area_code
where
    compared.percent is not null
    and compared.percent_before is not null
    and ($year is null or compared.year = $year)
    and ($ranking_group is null or compared.ranking_group = $ranking_group)
    and (
        $area_code is null
        or compared.area_code = $area_code
        or area_result.reform_area = $area_code
    )
group by compared.year, compared.ranking_group, compared.area_code
order by
    compared.year, compared.ranking_group, min(area_result.position), compared.area_code;
