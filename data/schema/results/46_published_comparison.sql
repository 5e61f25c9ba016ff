create or replace table published_comparison as
with part as (
    select
        unit_code,
        year,
        sum(points) filter (where not is_survey) as verified_points,
        sum(points) filter (where is_survey) as survey_points,
        bool_or(not is_survey and is_applicable and points is null) as misses_verified,
        bool_or(is_survey and is_applicable and points is null) as misses_survey
    from leaf_result
    where section = 'main'
    group by unit_code, year
)

select
    published.unit_code,
    published.year,
    unit_group.ranking_group,
    published.what,
    area.area_code,
    coalesce(area.area_name, published.area_name) as area_name,
    area.reform_area,
    coalesce(area.position, published.area_position) as position,
    published.published,
    published.published_text,
    case published.what
        when 'total'
            then
                unit_result.points
                + if(unit_result.ranks_adjusted, coalesce(unit_result.adjustment_points, 0), 0)
        when 'verified_total' then if(part.misses_verified, null, part.verified_points)
        when 'survey_total' then if(part.misses_survey, null, part.survey_points)
        when 'rank' then unit_result.rank
        when 'area'
            then if(
                published.published_text like '%\%' escape '\', null, area_result.points
            )
    end::decimal(18, 6) as computed_points,
    case
        when published.what = 'index_percent' then unit_result.ranking_percent
        when published.what = 'area' and published.published_text like '%\%' escape '\'
            then area_result.area_percent
    end as computed_percent,
    if(published.what = 'band', unit_result.band, null) as computed_text,
    published.source_cell_id
from published_result as published
inner join unit on published.unit_code = unit.unit_code
left join unit_group
    on published.unit_code = unit_group.unit_code and published.year = unit_group.year
left join published_area as area
    on
        published.what = 'area'
        and published.year = area.year
        and unit.unit_kind = area.unit_kind
        and published.area_name is not distinct from area.heading_name
        and published.area_position is not distinct from area.heading_position
left join unit_result
    on
        published.unit_code = unit_result.unit_code
        and published.year = unit_result.year
        and unit_result.basis in ('full', 'verified_only')
left join area_result
    on
        unit_result.unit_code = area_result.unit_code
        and unit_result.year = area_result.year
        and area.area_code = area_result.area_code
left join part on unit_result.unit_code = part.unit_code and unit_result.year = part.year;
comment on table published_comparison is
'A published figure beside what verified scores give; provisional units are not compared.';
comment on column published_comparison.computed_points is 'Points, or the rank.';
