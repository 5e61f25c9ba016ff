-- Definitions 5.2, for the area: how far its figure can be trusted. What is not known of an area
-- with published figures only is a failed test, and so is a gap that nothing can be held against,
-- under a reason of its own; what an area does not have (an area of survey
-- leaves has nothing to verify) is none.
create or replace table area_reliability as
with told as (
    select
        unit_code,
        year,
        area_code,
        coalesce(sum(maximum_points) filter (where not is_survey), 0) as verified_maximum,
        coalesce(
            sum(maximum_points) filter (where not is_survey and has_evidence), 0
        ) as evidence_maximum,
        count(*) filter (where is_provisional_leaf) as unverified_count,
        coalesce(bool_or(self_assessed_points is not null), false) as is_self_assessed,
        sum(maximum_points) as applicable_maximum,
        sum(set_maximum_points) as set_maximum
    from leaf_result
    where section = 'main'
    group by unit_code, year, area_code
),

newest as (
    select max(year) as year
    from unit_result
),

tested as (
    select
        area.unit_code,
        area.year,
        area.ranking_group,
        area.area_code,
        area.area_name,
        area.reform_area,
        area.position,
        unit_result.is_provisional,
        ratio(told.evidence_maximum, told.verified_maximum) as evidence_share,
        area.self_gap,
        ratio(area.self_gap, area.maximum_points) as self_gap_share,
        ratio(told.applicable_maximum, told.set_maximum) as applicable_share,
        told.unverified_count,
        coalesce(told.is_self_assessed, false) as is_self_assessed,
        coalesce(
            told.evidence_maximum * 100 >= told.verified_maximum * 80, false
        ) as has_enough_evidence,
        coalesce(
            told.verified_maximum = 0
            or abs(area.self_gap) * 100 <= area.maximum_points * 5, false
        ) as has_small_gap,
        coalesce(told.unverified_count = 0, false) as has_all_verified,
        coalesce(
            told.applicable_maximum * 100 >= told.set_maximum * 90, false
        ) as has_most_applicable,
        area.year >= newest.year as is_newest
    from area_result as area
    cross join newest
    inner join unit_result
        on area.unit_code = unit_result.unit_code and area.year = unit_result.year
    left join told
        on
            area.unit_code = told.unit_code
            and area.year = told.year
            and area.area_code = told.area_code
            and area.basis <> 'published'
    -- An area that does not apply at all has no figure to be trusted.
    where area.basis = 'published' or told.applicable_maximum is not null
),

reasoned as (
    select
        tested.*,
        list_filter(
            [
                if(has_enough_evidence, null, 'little_evidence'),
                case
                    when has_small_gap then null
                    when self_gap is not null then 'large_self_gap'
                    when is_self_assessed then 'self_gap_unknown'
                    else 'no_self_assessment'
                end,
                if(has_all_verified, null, 'not_all_verified'),
                if(has_most_applicable, null, 'much_not_applicable'),
                if(is_newest, null, 'older_year'),
            ],
            lambda reason: reason is not null
        ) as reasons
    from tested
)

select
    unit_code,
    year,
    ranking_group,
    area_code,
    area_name,
    reform_area,
    position,
    case
        when is_provisional or len(reasons) > 2 then 'low'
        when len(reasons) > 0 then 'middling'
        else 'high'
    end as mark,
    reasons,
    is_provisional,
    evidence_share,
    self_gap,
    self_gap_share,
    unverified_count,
    applicable_share
from reasoned;
comment on table area_reliability is
'How far the figure of a unit in an area can be trusted (definitions 5.2).';
comment on column area_reliability.reasons is 'The tests that failed, of five.';
comment on column area_reliability.evidence_share is
'Share of the applicable verified maximum that evidence text stands beside.';
