create or replace table area_evidence as
with peer as (
    select
        result.year,
        result.ranking_group,
        result.area_code,
        result.area_name,
        count(*) as unit_count,
        median(result.area_percent) as median_percent
    from area_result as result
    where result.rank is not null and result.basis <> 'published'
    group by result.year, result.ranking_group, result.area_code, result.area_name
),

spread as (
    select
        peer.*,
        median(abs(result.area_percent - peer.median_percent)) as absolute_deviation,
        avg(
            abs(result.area_percent - peer.median_percent) order by result.unit_code
        ) as mean_deviation
    from peer
    inner join area_result as result
        on
            peer.year = result.year
            and peer.ranking_group = result.ranking_group
            and peer.area_code = result.area_code
            and peer.area_name = result.area_name
            and result.rank is not null
            and result.basis <> 'published'
    group by
        peer.year,
        peer.ranking_group,
        peer.area_code,
        peer.area_name,
        peer.unit_count,
        peer.median_percent
),

judged as (
    select
        result.unit_code,
        result.year,
        result.ranking_group,
        result.area_code,
        result.area_name,
        result.reform_area,
        result.position,
        result.area_percent,
        result.rank,
        spread.unit_count,
        spread.median_percent,
        ceil(spread.unit_count / 4)::bigint as quartile_rank,
        case
            when result.rank is null then null
            when spread.unit_count < 5 then null
            when spread.absolute_deviation > 0
                then
                    0.6745 * (result.area_percent - spread.median_percent)
                    / spread.absolute_deviation
            when spread.mean_deviation > 0
                then
                    (result.area_percent - spread.median_percent)
                    / (1.253314 * spread.mean_deviation)
        end as robust_z
    from area_result as result
    inner join unit_result
        on result.unit_code = unit_result.unit_code and result.year = unit_result.year
    left join spread
        on
            result.year = spread.year
            and result.ranking_group = spread.ranking_group
            and result.area_code = spread.area_code
            and result.area_name = spread.area_name
    where
        result.area_percent is not null
        and unit_result.basis <> 'published'
        and not unit_result.is_provisional
),

proof as (
    select
        unit_code,
        year,
        reform_area,
        list(proof order by proof desc) as proofs
    from field_proof
    group by unit_code, year, reform_area
),

gate as (
    select
        finding.unit_code,
        finding.reform_area,
        count(*) as serious_count
    from finding
    inner join finding_result as result on finding.finding_id = result.finding_id
    where result.is_open and (result.is_serious or finding.finding_kind = 'violation')
    group by finding.unit_code, finding.reform_area
),

recurring as (
    select
        unit_code,
        year,
        area_code,
        count(*) as recurring_count
    from remediation_result
    where is_recurring
    group by unit_code, year, area_code
)

select
    judged.*,
    case
        when judged.rank is null then 'not_ranked'
        when judged.unit_count < 5 then 'group_too_small'
        when judged.robust_z is null then 'no_spread'
    end as robust_z_reason,
    area_durability.year_count,
    area_durability.is_held,
    coalesce(proof.proofs, []) as proofs,
    coalesce(gate.serious_count, 0) as serious_count,
    coalesce(recurring.recurring_count, 0) as recurring_count
from judged
left join area_durability
    on
        judged.unit_code = area_durability.unit_code
        and judged.year = area_durability.year
        and judged.area_code = area_durability.area_code
left join proof
    on
        judged.unit_code = proof.unit_code
        and judged.year = proof.year
        and judged.reform_area = proof.reform_area
left join gate
    on judged.unit_code = gate.unit_code and judged.reform_area = gate.reform_area
left join recurring
    on
        judged.unit_code = recurring.unit_code
        and judged.year = recurring.year
        and judged.area_code = recurring.area_code;
comment on table area_evidence is
'What speaks for and against a unit as a model in an area (definitions 4.1, 4.2), but draws.';

create or replace table area_draw (
    unit_code varchar not null,
    year integer not null,
    area_code varchar not null,
    top_quartile_probability double not null,
    draw_count integer not null,
    seed integer not null,
    primary key (unit_code, year, area_code)
);
comment on table area_draw is
'Share of draws in which a unit is at the top of an area; filled by analysis.best_practice.';

-- Within one set the maximum of a leaf is one: lost shares differ by lost points.
create or replace table receiver as
select
    donor.year,
    donor.unit_code,
    donor.area_code,
    taker.unit_code as receiver_code,
    sum(greatest(0, taker.lost_points - donor.lost_points))::decimal(18, 6) as points
from leaf_result as donor
inner join leaf_result as taker
    on
        donor.year = taker.year
        and donor.framework_id = taker.framework_id
        and donor.criterion_code = taker.criterion_code
        and donor.unit_code <> taker.unit_code
where
    donor.lost_points is not null
    and taker.lost_points > donor.lost_points
    and not donor.is_provisional
    and not taker.is_provisional
group by donor.year, donor.unit_code, donor.area_code, taker.unit_code
having sum(greatest(0, taker.lost_points - donor.lost_points)) >= 0.5;
comment on table receiver is
'Points that a unit could gain in an area by doing as the donor does, from 0.5 (definitions 4.4).';
