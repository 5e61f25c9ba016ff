-- Question:   How much does each unit contest, and how much of it was granted?
-- One row:    a unit that contests a leaf; all in scope together (unit_code null), if any does.
-- Order:      year, all together first, points contested (most first), name of the unit.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, year INTEGER, ranking_group VARCHAR,
--             contested_count BIGINT, contested_points DECIMAL(18,6), accepted_count BIGINT,
--             partly_count BIGINT, rejected_count BIGINT, undecided_count BIGINT,
--             unclear_count BIGINT, accepted_points DECIMAL(18,6), partly_points DECIMAL(18,6),
--             granted_points DECIMAL(18,6), short_name VARCHAR
-- Source:     question contested; contested_points over leaves that name points, granted_points
--             over leaves decided; unclear_count: unknown or excused since
select
    told.unit_code,
    unit.unit_name,
    told.year,
    min(told.ranking_group) as ranking_group,
    count(*) as contested_count,
    coalesce(sum(told.contested_points), 0)::decimal(18, 6) as contested_points,
    count(*) filter (where told.decision = 'accepted') as accepted_count,
    count(*) filter (where told.decision = 'partly') as partly_count,
    count(*) filter (where told.decision = 'rejected') as rejected_count,
    count(*) filter (where told.decision = 'undecided') as undecided_count,
    count(*) filter (where told.decision in ('unknown', 'not_applicable')) as unclear_count,
    coalesce(sum(told.granted_points) filter (where told.decision = 'accepted'), 0)::decimal(18, 6)
        as accepted_points,
    coalesce(sum(told.granted_points) filter (where told.decision = 'partly'), 0)::decimal(18, 6)
        as partly_points,
    coalesce(sum(told.granted_points), 0)::decimal(18, 6) as granted_points,
    unit.short_name
from contestable_leaf as told
inner join unit on told.unit_code = unit.unit_code
where
    told.is_contested
    and ($year is null or told.year = $year)
    and ($ranking_group is null or told.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, told.unit_code))
    and (
        $area_code is null
        or told.area_code = $area_code
        or told.reform_area = $area_code
    )
group by
    grouping sets (
        (told.year),
        (told.year, told.unit_code, unit.unit_name, unit.short_name, unit.sort_key)
    )
order by
    told.year asc,
    told.unit_code is not null asc,
    sum(told.contested_points) desc nulls last,
    unit.sort_key asc,
    told.unit_code asc;
