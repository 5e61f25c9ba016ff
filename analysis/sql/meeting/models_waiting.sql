-- Question:   Which models wait for a decision on replication?
-- One row:    a unit and an area that is a candidate, and no register of initiatives holds a
--             decision on the unit in that reform area.
-- Order:      most points that others could gain first, then unit and area code.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $minimum_z DOUBLE,
--             $minimum_probability DOUBLE
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, area_code VARCHAR, area_name VARCHAR,
--             year INTEGER, robust_z DOUBLE, receiver_count BIGINT, gain_points DECIMAL(18,6),
--             short_name VARCHAR, reform_area VARCHAR, ranking_group VARCHAR, area_percent DOUBLE
-- Source:     definitions 4.2 to 4.4; the rows that `decisions` counts as candidates
with taker as (
    select
        year,
        unit_code,
        area_code,
        count(*) as receiver_count,
        sum(points)::decimal(18, 6) as gain_points
    from receiver
    group by year, unit_code, area_code
)

select
    candidate.unit_code,
    unit.unit_name,
    candidate.area_code,
    candidate.area_name,
    candidate.year,
    candidate.robust_z,
    coalesce(taker.receiver_count, 0) as receiver_count,
    coalesce(taker.gain_points, 0)::decimal(18, 6) as gain_points,
    unit.short_name,
    candidate.reform_area,
    unit_group.ranking_group,
    candidate.area_percent
from weighed_candidate($minimum_z, $minimum_probability) as candidate
inner join unit on candidate.unit_code = unit.unit_code
left join unit_group
    on candidate.unit_code = unit_group.unit_code and candidate.year = unit_group.year
left join taker
    on
        candidate.year = taker.year
        and candidate.unit_code = taker.unit_code
        and candidate.area_code = taker.area_code
where
    candidate.result = 'candidate'
    and ($year is null or candidate.year = $year)
    and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, candidate.unit_code))
    and not exists (
        select 1
        from initiative
        where
            initiative.unit_code = candidate.unit_code
            and initiative.reform_area = candidate.reform_area
            and trim(initiative.decision) <> ''
    )
order by gain_points desc, candidate.unit_code asc, candidate.area_code asc;
