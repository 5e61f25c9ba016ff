-- Question:   Which units are models worth replicating in an area, and who would gain by it?
-- One row:    a unit and an area that applies to it; provisional units are not judged.
-- Order:      year, result (candidate, promising, not supported), robust z, name of the unit.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR,
--             $minimum_z DOUBLE, $minimum_probability DOUBLE
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, area_code VARCHAR, year INTEGER,
--             result VARCHAR, robust_z DOUBLE, reasons_for VARCHAR[], reasons_against VARCHAR[],
--             receivers STRUCT(unit_code VARCHAR, points DECIMAL(18,6))[], area_name VARCHAR,
--             reform_area VARCHAR, short_name VARCHAR, ranking_group VARCHAR,
--             robust_z_reason VARCHAR, area_percent DOUBLE, median_percent DOUBLE, rank BIGINT,
--             unit_count BIGINT, quartile_rank BIGINT, year_count INTEGER, is_held BOOLEAN,
--             top_quartile_probability DOUBLE, serious_count BIGINT, recurring_count BIGINT
-- Source:     definitions 4.1 to 4.4; Iglewicz & Hoaglin 1993; the thresholds 1.5 and 0.8 are
--             ours and can be moved
with taker as (
    select
        year,
        unit_code,
        area_code,
        list(
            struct_pack(unit_code := receiver_code, points := points)
            order by points desc, receiver_code asc
        ) as receivers
    from receiver
    group by year, unit_code, area_code
)

select
    weighed.unit_code,
    unit.unit_name,
    weighed.area_code,
    weighed.year,
    weighed.result,
    weighed.robust_z,
    if(weighed.reasons_for = '', [], string_split(weighed.reasons_for, ',')) as reasons_for,
    if(
        weighed.reasons_against = '', [], string_split(weighed.reasons_against, ',')
    ) as reasons_against,
    coalesce(taker.receivers, []) as receivers,
    weighed.area_name,
    weighed.reform_area,
    unit.short_name,
    weighed.ranking_group,
    weighed.robust_z_reason,
    weighed.area_percent,
    weighed.median_percent,
    weighed.rank,
    weighed.unit_count,
    weighed.quartile_rank,
    weighed.year_count,
    weighed.is_held,
    weighed.top_quartile_probability,
    weighed.serious_count,
    weighed.recurring_count
from weighed_candidate($minimum_z, $minimum_probability) as weighed
inner join unit on weighed.unit_code = unit.unit_code
left join taker
    on
        weighed.unit_code = taker.unit_code
        and weighed.year = taker.year
        and weighed.area_code = taker.area_code
where
    ($year is null or weighed.year = $year)
    and ($ranking_group is null or weighed.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, weighed.unit_code))
    and (
        $area_code is null
        or weighed.area_code = $area_code
        or weighed.reform_area = $area_code
    )
order by
    weighed.year asc,
    list_position(['candidate', 'promising', 'not_supported'], weighed.result),
    weighed.robust_z desc nulls last,
    unit.sort_key asc,
    weighed.unit_code asc,
    weighed.area_code asc;
