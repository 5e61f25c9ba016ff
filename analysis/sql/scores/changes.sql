-- Question:   What has changed since the year before, on the leaves that can be compared?
-- One row:    a unit ranked in both years and an area; the whole set where area_code is null.
-- Order:      year, ranking group, name of the unit, the whole first, place of the area.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, year INTEGER, area_code VARCHAR,
--             area_name VARCHAR, percent DOUBLE, percent_before DOUBLE, percent_change DOUBLE,
--             noise_floor DOUBLE, is_beyond_noise BOOLEAN, linked_points DECIMAL(18,6),
--             linked_maximum_points DECIMAL(18,6), rank BIGINT, rank_before BIGINT,
--             short_name VARCHAR, ranking_group VARCHAR, reform_area VARCHAR
-- Source:     definitions 5.3: the noise floor is the median |change| of the group, from 5 units;
--             null below. Changes are percentage points
with compared as (
    select
        now.unit_code,
        now.year,
        now.area_code,
        unit_result.ranking_group,
        now.points,
        now.maximum_points,
        ratio(100 * now.points, now.maximum_points) as percent,
        ratio(100 * before.points, before.maximum_points) as percent_before
    from linked_share as now
    inner join linked_share as before
        on
            now.unit_code = before.unit_code
            and now.year = before.year
            and now.area_code is not distinct from before.area_code
            and before.told_year = now.year - 1
    inner join unit_result
        on now.unit_code = unit_result.unit_code and now.year = unit_result.year
    where now.told_year = now.year
),

noise as (
    select
        year,
        ranking_group,
        area_code,
        if(count(*) >= 5, median(abs(percent - percent_before)), null) as noise_floor
    from compared
    group by year, ranking_group, area_code
)

select
    compared.unit_code,
    unit.unit_name,
    compared.year,
    compared.area_code,
    area_result.area_name,
    compared.percent,
    compared.percent_before,
    compared.percent - compared.percent_before as percent_change,
    noise.noise_floor,
    abs(compared.percent - compared.percent_before) > noise.noise_floor as is_beyond_noise,
    compared.points::decimal(18, 6) as linked_points,
    compared.maximum_points::decimal(18, 6) as linked_maximum_points,
    if(compared.area_code is null, now.rank, area_result.rank) as rank,
    if(compared.area_code is null, before.rank, area_before.rank) as rank_before,
    unit.short_name,
    compared.ranking_group,
    area_result.reform_area
from compared
inner join unit on compared.unit_code = unit.unit_code
inner join noise
    on
        compared.year = noise.year
        and compared.ranking_group = noise.ranking_group
        and compared.area_code is not distinct from noise.area_code
left join unit_result as now
    on compared.unit_code = now.unit_code and compared.year = now.year
left join unit_result as before
    on compared.unit_code = before.unit_code and compared.year - 1 = before.year
left join area_result
    on
        compared.unit_code = area_result.unit_code
        and compared.year = area_result.year
        and compared.area_code = area_result.area_code
left join area_result as area_before
    on
        compared.unit_code = area_before.unit_code
        and compared.year - 1 = area_before.year
        and area_result.area_name = area_before.area_name
where
    ($year is null or compared.year = $year)
    and ($ranking_group is null or compared.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, compared.unit_code))
    and (
        $area_code is null
        or compared.area_code = $area_code
        or area_result.reform_area = $area_code
    )
order by
    compared.year,
    compared.ranking_group,
    unit.sort_key,
    compared.unit_code,
    area_result.position nulls first;
