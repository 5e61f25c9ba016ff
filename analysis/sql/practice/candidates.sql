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
with judged as (
    select
        evidence.*,
        area_draw.top_quartile_probability,
        coalesce(evidence.robust_z >= $minimum_z, false) as is_far_above,
        coalesce(evidence.rank <= evidence.quartile_rank, false) as is_top_quartile,
        coalesce(area_draw.top_quartile_probability >= $minimum_probability, false) as is_likely,
        coalesce(evidence.year_count = 1, true) as is_durability_unknown,
        evidence.serious_count = 0 and evidence.recurring_count = 0 as is_gate_open
    from area_evidence as evidence
    left join area_draw
        on
            evidence.unit_code = area_draw.unit_code
            and evidence.year = area_draw.year
            and evidence.area_code = area_draw.area_code
),

weighed as (
    select
        judged.*,
        case
            when
                not judged.is_gate_open
                or not judged.is_far_above
                or not judged.is_top_quartile
                or not (
                    judged.is_durability_unknown
                    or (coalesce(judged.is_held, false) and judged.is_likely)
                ) then 'not_supported'
            when len(judged.proofs) = 0 then 'promising'
            else 'candidate'
        end as result,
        -- concat_ws passes over nulls: a reason that does not hold is none.
        concat_ws(
            ',',
            if(judged.is_far_above and judged.is_top_quartile, 'performance', null),
            case
                when judged.is_durability_unknown then 'durability_unknown'
                when judged.is_held and judged.is_likely then 'durability'
            end,
            nullif(array_to_string(judged.proofs, ','), ''),
            if(judged.is_gate_open, 'nothing_against', null)
        ) as reasons_for,
        concat_ws(
            ',',
            judged.robust_z_reason,
            if(
                judged.robust_z_reason is null and not judged.is_far_above, 'not_far_above', null
            ),
            if(
                judged.robust_z_reason is null and not judged.is_top_quartile,
                'not_top_quartile',
                null
            ),
            if(
                not judged.is_durability_unknown and not coalesce(judged.is_held, false),
                'durability_fell',
                null
            ),
            if(
                not judged.is_durability_unknown and not judged.is_likely,
                'durability_unlikely',
                null
            ),
            if(len(judged.proofs) = 0, 'no_proof_in_field', null),
            if(judged.serious_count > 0, 'open_serious_finding', null),
            if(judged.recurring_count > 0, 'recurring_deduction', null)
        ) as reasons_against
    from judged
),

taker as (
    select
        year,
        unit_code,
        area_code,
        list(
            struct_pack(unit_code := receiver_code, points := points)
            order by points desc, receiver_code
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
from weighed
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
    weighed.year,
    list_position(['candidate', 'promising', 'not_supported'], weighed.result),
    weighed.robust_z desc nulls last,
    unit.sort_key,
    weighed.unit_code,
    weighed.area_code;
