create or replace temp table unit_scored as
with total as (
    select
        leaf_result.unit_code,
        leaf_result.year,
        leaf_result.ranking_group,
        leaf_result.is_in_ranking,
        leaf_result.framework_id,
        leaf_result.is_provisional,
        sum(points) filter (where is_counted) as counted_points,
        sum(maximum_points) filter (where is_counted) as maximum_points,
        sum(set_maximum_points) filter (where is_counted) as full_maximum_points,
        count(*) filter (where is_counted and is_applicable and points is null) as missing_count,
        sum(self_gap) filter (where section = 'main') as self_gap,
        sum(points) filter (where section = 'bonus') as bonus_points,
        sum(points) filter (where section = 'penalty') as penalty_points,
        bool_or(section <> 'main') as has_adjustment,
        coalesce(bool_or(is_survey and section = 'main'), false) as has_survey,
        coalesce(bool_or(is_survey and is_counted), false) as is_survey_counted,
        coalesce(
            bool_or(is_survey and is_counted and is_applicable and points is null), false
        ) as misses_survey,
        sum(lost_points) filter (where is_survey) as survey_lost_points
    from leaf_result
    group by
        leaf_result.unit_code,
        leaf_result.year,
        leaf_result.ranking_group,
        leaf_result.is_in_ranking,
        leaf_result.framework_id,
        leaf_result.is_provisional
)

select
    total.unit_code,
    total.year,
    total.ranking_group,
    total.framework_id,
    if(total.missing_count = 0, total.counted_points, null)::decimal(18, 6) as points,
    total.maximum_points::decimal(18, 6) as maximum_points,
    total.full_maximum_points::decimal(18, 6) as full_maximum_points,
    total.missing_count,
    total.self_gap::decimal(18, 6) as self_gap,
    if(
        total.has_adjustment,
        coalesce(total.bonus_points, 0) - coalesce(total.penalty_points, 0),
        null
    )::decimal(18, 6) as adjustment_points,
    case
        when total.is_provisional then null
        when not total.has_survey then 0
        when total.is_survey_counted and not total.misses_survey
            then coalesce(total.survey_lost_points, 0)
    end::decimal(18, 6) as survey_lost_points,
    case
        when total.is_provisional then 'provisional'
        when total.has_survey and not total.is_survey_counted then 'verified_only'
        else 'full'
    end as basis,
    total.is_provisional,
    total.is_in_ranking,
    framework.ranks_adjusted
from total
inner join framework on total.framework_id = framework.framework_id
inner join unit_state
    on total.unit_code = unit_state.unit_code and total.year = unit_state.year
where unit_state.has_points;
