-- Question:   How did a unit stand in an area, year by year, on the leaves that links tie together?
-- One row:    a unit, an area of the year, and one of the up to three years that are followed.
-- Order:      name of the unit, area, newest year first.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, year INTEGER, area_code VARCHAR,
--             told_year INTEGER, area_percent DOUBLE, linked_percent DOUBLE,
--             percent_before DOUBLE, is_top_quartile BOOLEAN, is_not_lower BOOLEAN,
--             is_held BOOLEAN, short_name VARCHAR, ranking_group VARCHAR
-- Source:     definitions 4.2: a year is held in the top quartile, or not lower than the year
--             before on linked leaves; the first year has none before and is null
select
    past.unit_code,
    unit.unit_name,
    past.year,
    past.area_code,
    (past.year - past.years_back)::integer as told_year,
    100 * (1 - past.lost_share) as area_percent,
    100 * (1 - past.linked_lost_share) as linked_percent,
    100 * (1 - before.lost_share) as percent_before,
    past.is_top_quartile,
    past.linked_lost_share <= before.lost_share as is_not_lower,
    if(
        before.unit_code is null,
        null,
        past.is_top_quartile or past.linked_lost_share <= before.lost_share
    ) as is_held,
    unit.short_name,
    unit_group.ranking_group
from area_past as past
inner join unit on past.unit_code = unit.unit_code
left join area_past as before
    on
        past.unit_code = before.unit_code
        and past.year = before.year
        and past.area_code = before.area_code
        and past.years_back + 1 = before.years_back
left join unit_group
    on past.unit_code = unit_group.unit_code and past.year = unit_group.year
where
    ($year is null or past.year = $year)
    and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, past.unit_code))
    and (
        $area_code is null
        or past.area_code = $area_code
        or exists (
            select 1
            from area_result
            where
                area_result.unit_code = past.unit_code
                and area_result.year = past.year
                and area_result.area_code = past.area_code
                and area_result.reform_area = $area_code
        )
    )
order by
    past.year asc,
    unit.sort_key asc,
    past.unit_code asc,
    past.area_code asc,
    past.years_back asc;
