create or replace table area_result as
with total as (
    select
        leaf_result.unit_code,
        leaf_result.year,
        leaf_result.framework_id,
        leaf_result.area_code,
        sum(points) filter (where is_counted and is_applicable) as known_points,
        sum(maximum_points) filter (where is_counted) as maximum_points,
        sum(set_maximum_points) filter (where is_counted) as full_maximum_points,
        count(*) filter (where is_counted and is_applicable and points is null) as missing_count,
        sum(self_gap) as self_gap
    from leaf_result
    where section = 'main'
    group by
        leaf_result.unit_code,
        leaf_result.year,
        leaf_result.framework_id,
        leaf_result.area_code
),

scored as (
    select
        total.unit_code,
        total.year,
        unit_result.ranking_group,
        total.area_code,
        area.criterion_name as area_name,
        area.reform_area,
        area.position,
        if(total.missing_count = 0, total.known_points, null) as points,
        total.maximum_points,
        total.full_maximum_points,
        total.self_gap,
        total.missing_count,
        unit_result.basis,
        unit_result.is_ranked,
        null::double as printed_percent
    from total
    inner join unit_result
        on total.unit_code = unit_result.unit_code and total.year = unit_result.year
    inner join criterion as area
        on total.framework_id = area.framework_id and total.area_code = area.criterion_code
),

published as (
    select
        figure.unit_code,
        figure.year,
        figure.ranking_group,
        area.area_code,
        area.area_name,
        area.reform_area,
        area.position,
        if(figure.published_text like '%\%' escape '\', null, figure.published) as points,
        if(
            figure.published is null or figure.published_text like '%\%' escape '\',
            null,
            figure.area_maximum_points
        ) as maximum_points,
        figure.area_maximum_points as full_maximum_points,
        null::decimal(18, 6) as self_gap,
        0 as missing_count,
        'published' as basis,
        figure.is_in_ranking as is_ranked,
        if(
            figure.published_text like '%\%' escape '\', figure.published, null
        )::double as printed_percent
    from published_figure as figure
    inner join unit_published
        on figure.unit_code = unit_published.unit_code and figure.year = unit_published.year
    inner join published_area as area
        on
            figure.year = area.year
            and figure.unit_kind = area.unit_kind
            and figure.area_name is not distinct from area.heading_name
            and figure.area_position is not distinct from area.heading_position
    where figure.what = 'area'
),

every as (
    select * from scored
    union all
    select * from published
),

figured as (
    select
        every.*,
        coalesce(printed_percent, ratio(100 * points, maximum_points)) as area_percent
    from every
)

select
    unit_code,
    year,
    ranking_group,
    area_code,
    area_name,
    reform_area,
    position,
    points::decimal(18, 6) as points,
    maximum_points::decimal(18, 6) as maximum_points,
    full_maximum_points::decimal(18, 6) as full_maximum_points,
    area_percent,
    (maximum_points - points)::decimal(18, 6) as lost_points,
    self_gap::decimal(18, 6) as self_gap,
    missing_count,
    basis,
    if(
        is_ranked and area_percent is not null,
        rank() over (
            partition by
                year,
                ranking_group,
                area_code,
                area_name,
                basis = 'published',
                is_ranked,
                area_percent is not null
            order by area_percent desc
        ),
        null
    ) as rank
from figured;

comment on table area_result is
'A unit''s area in a year; a wholly inapplicable area is a row of nulls; rank within the group.';
comment on column area_result.area_code is
'As the set prints it; the place in the table where no set is known.';
