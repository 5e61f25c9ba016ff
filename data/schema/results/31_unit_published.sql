-- An area as a decision names it, found in the criteria set by name, or by place where the
-- heading only counts ('Lĩnh vực 1').
create or replace table published_area as
with set_area as (
    select
        framework_id,
        criterion_code as area_code,
        criterion_name as area_name,
        reform_area,
        plain_key(criterion_name) as area_key,
        position,
        row_number() over (partition by framework_id order by position) as area_position
    from criterion
    where depth = 0 and section = 'main'
),

heading as (
    select distinct
        published_result.year,
        unit.unit_kind,
        framework_kind.framework_id,
        published_result.area_name as heading_name,
        plain_key(published_result.area_name) as heading_key,
        published_result.area_position as heading_position
    from published_result
    inner join unit on published_result.unit_code = unit.unit_code
    left join framework_kind
        on published_result.year = framework_kind.year and unit.unit_kind = framework_kind.unit_kind
    where published_result.what = 'area'
)

select
    heading.year,
    heading.unit_kind,
    heading.heading_name,
    heading.heading_position,
    coalesce(
        named.area_code,
        placed.area_code,
        heading.heading_position::varchar,
        heading.heading_name
    ) as area_code,
    coalesce(named.area_name, placed.area_name, heading.heading_name) as area_name,
    coalesce(named.reform_area, placed.reform_area) as reform_area,
    coalesce(named.position, placed.position, heading.heading_position) as position
from heading
left join set_area as named
    on heading.framework_id = named.framework_id and heading.heading_key = named.area_key
left join set_area as placed
    on
        heading.framework_id = placed.framework_id
        and heading.heading_position = placed.area_position
        and regexp_full_match(heading.heading_key, '(linh vuc )?([0-9]+|[ivx]+)');
comment on table published_area is
'Which area of the criteria set a heading of a published table means.';

-- Where a unit has no leaf scores in a year, the figures of a decision stand in (definitions 1.3).
create or replace table published_figure as
select
    published.unit_code,
    published.year,
    unit_group.ranking_group,
    coalesce(unit_group.ranking_group, 'unit ' || published.unit_code) as group_key,
    coalesce(unit_group.is_ranked and unit_group.ranking_group is not null, false) as is_in_ranking,
    published.what,
    plain_key(published.area_name) as area_key,
    published.area_name,
    published.area_position,
    unit.unit_kind,
    published.area_maximum_points,
    published.published,
    published.published_text,
    published.source_cell_id
from published_result as published
inner join unit on published.unit_code = unit.unit_code
left join unit_group
    on published.unit_code = unit_group.unit_code and published.year = unit_group.year
where
    not exists (
        select 1
        from unit_state
        where
            unit_state.has_points
            and unit_state.unit_code = published.unit_code
            and unit_state.year = published.year
    );

comment on table published_figure is
'A published figure of a unit that has no leaf scores in the year.';

create or replace table unit_published as
with part as (
    -- The parts that the table prints for anybody of the group: areas, verified and survey totals.
    select distinct
        year,
        group_key,
        what,
        area_key
    from published_figure
    where what in ('area', 'verified_total', 'survey_total')
),

unit_printed as (
    select distinct
        unit_code,
        year,
        ranking_group,
        group_key
    from published_figure
),

blank_part as (
    select distinct
        unit_printed.unit_code,
        unit_printed.year
    from unit_printed
    inner join part
        on unit_printed.year = part.year and unit_printed.group_key = part.group_key
    left join published_figure as figure
        on
            unit_printed.unit_code = figure.unit_code
            and part.year = figure.year
            and part.what = figure.what
            and part.area_key is not distinct from figure.area_key
            and figure.published is not null
    where figure.unit_code is null
),

figures as (
    select
        unit_code,
        year,
        max(published) filter (where what = 'total') as total,
        max(area_maximum_points) filter (where what = 'total') as printed_maximum,
        max(published) filter (where what = 'index_percent') as index_percent,
        max(published) filter (where what = 'rank') as rank,
        max(published_text) filter (where what = 'band') as band,
        sum(published) filter (where what = 'area') as area_points,
        sum(area_maximum_points) filter (where what = 'area') as area_maximum_points
    from published_figure
    group by unit_code, year
),

settled as (
    -- Definitions 1.5: a printed 0 beside blank parts is missing.
    select
        unit_printed.unit_code,
        unit_printed.year,
        unit_printed.ranking_group,
        if(figures.total = 0 and blank_part.unit_code is not null, null, figures.total) as points,
        coalesce(
            figures.printed_maximum,
            if(figures.area_points = figures.total, figures.area_maximum_points, null)
        ) as maximum_points,
        if(
            figures.index_percent = 0 and blank_part.unit_code is not null,
            null,
            figures.index_percent
        ) as index_percent,
        figures.rank::bigint as rank,
        figures.band
    from unit_printed
    inner join figures
        on unit_printed.unit_code = figures.unit_code and unit_printed.year = figures.year
    left join blank_part
        on unit_printed.unit_code = blank_part.unit_code and unit_printed.year = blank_part.year
)

select
    unit_code,
    year,
    ranking_group,
    points::decimal(18, 6) as points,
    if(points is null, null, maximum_points)::decimal(18, 6) as maximum_points,
    coalesce(index_percent::double, ratio(100 * points, maximum_points)) as index_percent,
    rank,
    band
from settled
where coalesce(points, index_percent, rank) is not null;
comment on table unit_published is 'A unit known by published figures only.';
