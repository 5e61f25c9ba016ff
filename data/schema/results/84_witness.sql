-- Definitions 5.1. The classes of the unit's own group judge where there are any, else the
-- national 90 and 70 per cent.
create or replace table witness_threshold as
select
    year,
    ranking_group,
    max(from_percent) as good_from_percent,
    min_by(to_percent, from_percent) as weak_below_percent
from band
group by year, ranking_group;
comment on table witness_threshold is
'From where the highest class of a group starts, and where its lowest ends.';

create or replace macro witness_says(percent, good_from_percent, weak_below_percent) as
case
    when percent is null then 'silent'
    when percent >= coalesce(good_from_percent, 90) then 'good'
    when percent < coalesce(weak_below_percent, 70) then 'weak'
    else 'middling'
end;

create or replace table witness as
with index_area as (
    -- Areas of a set that are mapped to one reform area are pooled; unmapped ones stay apart.
    select
        unit_code,
        year,
        reform_area,
        if(reform_area is null, area_code, null) as unmapped_code,
        list(area_code order by position) as set_area_codes,
        string_agg(area_name, '; ' order by position) as area_name,
        if(
            count(*) = 1,
            any_value(area_percent),
            if(sum(missing_count) = 0, ratio(100 * sum(points), sum(maximum_points)), null)
        ) as area_percent,
        if(sum(missing_count) = 0, sum(lost_points), null)::decimal(18, 6) as lost_points
    from area_result
    group by
        unit_code,
        year,
        reform_area,
        if(reform_area is null, area_code, null)
),

survey_area as (
    -- While a survey is left out (definitions 1.3) its leaves are not counted, and say nothing.
    select
        unit_code,
        year,
        reform_area,
        if(
            count(points) = count(*), ratio(100 * sum(points), sum(maximum_points)), null
        ) as survey_percent
    from leaf_result
    where
        is_survey and section = 'main' and is_counted and is_applicable
        and reform_area is not null
    group by unit_code, year, reform_area
),

covered as (
    select distinct
        unit_code,
        year,
        unnest(
            if(
                areas = [],
                [
                    'direction', 'institutions', 'procedures', 'apparatus', 'civil_service',
                    'digital_government',
                ],
                areas
            )
        ) as reform_area
    from inspection
    where held_on is not null
),

found as (
    -- A finding that names no visit hangs on the unit and year: any held visit stands for it.
    select
        finding.unit_code,
        finding.year,
        finding.reform_area,
        count(*) filter (
            where result.is_open and (result.is_serious or finding.finding_kind = 'violation')
        ) as open_serious_count,
        count(*) filter (where result.is_open) as open_count,
        count(*) filter (where finding.finding_kind = 'strength') as strength_count
    from finding
    inner join finding_result as result on finding.finding_id = result.finding_id
    left join inspection on finding.inspection_id = inspection.inspection_id
    where finding.inspection_id is null or inspection.held_on is not null
    group by finding.unit_code, finding.year, finding.reform_area
),

inspected_area as (
    select
        covered.unit_code,
        covered.year,
        covered.reform_area,
        coalesce(found.open_serious_count, 0) as open_serious_count,
        coalesce(found.open_count, 0) as open_count,
        coalesce(found.strength_count, 0) as strength_count
    from covered
    left join found
        on
            covered.unit_code = found.unit_code
            and covered.year = found.year
            and covered.reform_area = found.reform_area
),

heard as (
    select
        unit_code,
        year,
        reform_area,
        unmapped_code
    from index_area
    union
    select
        unit_code,
        year,
        reform_area,
        null as unmapped_code
    from survey_area
    union
    select
        unit_code,
        year,
        reform_area,
        null as unmapped_code
    from inspected_area
),

said as (
    select
        heard.unit_code,
        heard.year,
        unit_group.ranking_group,
        heard.reform_area,
        coalesce(index_area.set_area_codes, []) as set_area_codes,
        index_area.area_name,
        witness_says(
            index_area.area_percent, threshold.good_from_percent, threshold.weak_below_percent
        ) as index_says,
        case
            when inspected_area.open_serious_count > 0 then 'weak'
            when inspected_area.open_count > 0 then 'middling'
            when inspected_area.strength_count > 0 then 'good'
            else 'silent'
        end as inspection_says,
        witness_says(
            survey_area.survey_percent, threshold.good_from_percent, threshold.weak_below_percent
        ) as survey_says,
        index_area.area_percent,
        survey_area.survey_percent,
        index_area.lost_points,
        inspected_area.unit_code is not null as is_inspected,
        coalesce(inspected_area.open_count, 0) as open_count,
        coalesce(inspected_area.open_serious_count, 0) as open_serious_count,
        coalesce(inspected_area.strength_count, 0) as strength_count,
        coalesce(threshold.good_from_percent, 90)::double as good_from_percent,
        coalesce(threshold.weak_below_percent, 70)::double as weak_below_percent
    from heard
    left join unit_group
        on heard.unit_code = unit_group.unit_code and heard.year = unit_group.year
    left join witness_threshold as threshold
        on heard.year = threshold.year and unit_group.ranking_group = threshold.ranking_group
    left join index_area
        on
            heard.unit_code = index_area.unit_code
            and heard.year = index_area.year
            and heard.reform_area is not distinct from index_area.reform_area
            and heard.unmapped_code is not distinct from index_area.unmapped_code
    left join inspected_area
        on
            heard.unit_code = inspected_area.unit_code
            and heard.year = inspected_area.year
            and heard.reform_area = inspected_area.reform_area
    left join survey_area
        on
            heard.unit_code = survey_area.unit_code
            and heard.year = survey_area.year
            and heard.reform_area = survey_area.reform_area
)

select
    said.*,
    list_has_all([index_says, inspection_says, survey_says], ['good', 'weak']) as is_disagreement
from said;
comment on table witness is
'What index, inspection and survey say of a unit in a reform area in a year (definitions 5.1).';
comment on column witness.reform_area is
'Null where the area of the set is mapped to none: shown as unmapped.';
comment on column witness.lost_points is 'In the index, in the areas of the set that are mapped here.';
