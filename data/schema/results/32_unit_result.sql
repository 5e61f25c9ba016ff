create or replace table unit_result as
with figured as (
    select
        unit_scored.*,
        ratio(100 * points, maximum_points) as index_percent,
        ratio(100 * (points + adjustment_points), maximum_points) as adjusted_index_percent
    from unit_scored
),

judged as (
    select
        figured.*,
        if(
            figured.ranks_adjusted,
            coalesce(figured.adjusted_index_percent, figured.index_percent),
            figured.index_percent
        ) as ranking_percent,
        figured.is_in_ranking
        and not figured.is_provisional
        and figured.index_percent is not null as is_ranked
    from figured
),

ranked as (
    select
        judged.*,
        if(
            judged.is_ranked,
            rank() over (
                partition by judged.year, judged.ranking_group, judged.is_ranked
                order by judged.ranking_percent desc
            ),
            null
        ) as rank
    from judged
),

banded as (
    select
        ranked.*,
        (
            select min_by(band.band, band.from_percent)
            from band
            where
                band.year = ranked.year
                and band.ranking_group = ranked.ranking_group
                and not ranked.is_provisional
                and ranked.ranking_percent >= band.from_percent
                and (ranked.ranking_percent < band.to_percent or band.to_percent = 100)
        ) as band
    from ranked
)

select
    unit_code,
    year,
    ranking_group,
    framework_id,
    points,
    maximum_points,
    full_maximum_points,
    index_percent,
    adjustment_points,
    adjusted_index_percent,
    ranks_adjusted,
    ranking_percent,
    basis,
    is_provisional,
    is_ranked,
    missing_count,
    rank,
    band,
    self_gap,
    survey_lost_points
from banded
union all
select
    unit_published.unit_code,
    unit_published.year,
    unit_published.ranking_group,
    framework_kind.framework_id,
    unit_published.points,
    unit_published.maximum_points,
    unit_published.maximum_points as full_maximum_points,
    unit_published.index_percent,
    null::decimal(18, 6) as adjustment_points,
    null::double as adjusted_index_percent,
    false as ranks_adjusted,
    unit_published.index_percent as ranking_percent,
    'published' as basis,
    false as is_provisional,
    unit_published.rank is not null as is_ranked,
    0 as missing_count,
    unit_published.rank,
    coalesce(
        unit_published.band,
        (
            select min_by(band.band, band.from_percent)
            from band
            where
                band.year = unit_published.year
                and band.ranking_group = unit_published.ranking_group
                and unit_published.index_percent >= band.from_percent
                and (unit_published.index_percent < band.to_percent or band.to_percent = 100)
        )
    ) as band,
    null::decimal(18, 6) as self_gap,
    null::decimal(18, 6) as survey_lost_points
from unit_published
inner join unit on unit_published.unit_code = unit.unit_code
left join framework_kind
    on unit_published.year = framework_kind.year and unit.unit_kind = framework_kind.unit_kind;
drop table unit_scored;

comment on table unit_result is
'A unit with points, or with published figures, in a year (definitions 1.2 to 1.6).';
comment on column unit_result.full_maximum_points is
'The counted part of the set where everything applies: a smaller maximum is a reduced one.';
comment on column unit_result.ranking_percent is
'The figure that ranks and that a band judges (definitions 1.6).';
comment on column unit_result.missing_count is
'Applicable leaves without any points; points are null then.';
