-- A figure of a published table that the table's own figures do not give (definitions 7.12): a
-- total that is not the sum of the areas, an index below total / maximum, a rank given to unlike
-- figures. A list is the ranking group on one sheet. Told only of what stands out in its list:
-- where most rows differ, the columns mean something else than they seem to. Silent as well where
-- an area of the unit is blank, and where an index is higher: leaves that do not apply lower the
-- maximum. Half a unit of the last printed decimal of each figure is no difference; whole numbers
-- stand beside decimals ('51,75', '44'), so the finest of its list counts for a part.
-- Asked after: published_result
with printed as (
    select
        p.unit_code,
        p.year,
        p.what,
        p.published,
        p.published_text,
        p.area_maximum_points as maximum_points,
        p.source_cell_id,
        c.file_name,
        c.sheet,
        c.cell,
        coalesce(c.raw_text, p.published_text) as found,
        coalesce(p.area_position, 0) || ' ' || coalesce(p.area_name, '') as area,
        dense_rank()
            over (order by c.file_sha256, c.sheet, p.year, g.ranking_group)
            as list_number,
        least(length(regexp_extract(p.published_text, '[0-9][.,]([0-9]+)', 1)), 6)::integer
            as decimals
    from submitted.published_result as p
    inner join main.source_cell as c on p.source_cell_id = c.source_cell_id
    left join effective.unit_group as g on p.unit_code = g.unit_code and p.year = g.year
    where p.import_id = $import_id and p.published is not null
),

list as (
    select
        list_number,
        count(distinct area) filter (where what = 'area') as areas,
        max(decimals) filter (where what = 'area') as area_decimals,
        max(decimals) filter (where what = 'total') as total_decimals,
        max(decimals) filter (where what = 'index_percent') as index_decimals
    from printed
    group by list_number
),

unit_row as (
    -- A unit that stands twice in a list has more figures than a row has: nothing to hold together.
    select
        list_number,
        unit_code,
        count(*) filter (where what = 'area') as areas,
        coalesce(
            bool_or(published_text like '%\%' escape '\') filter (where what = 'area'), false
        ) as has_percentages,
        sum(published) filter (where what = 'area') as area_points,
        sum(maximum_points) filter (where what = 'area') as area_maximum,
        coalesce(max(published) filter (where what = 'survey_total'), 0) as survey,
        max(published) filter (where what = 'total') as total,
        max(maximum_points) filter (where what = 'total') as maximum_points,
        max(published) filter (where what = 'index_percent') as index_percent,
        max(published) filter (where what = 'rank') as rank,
        max(decimals) filter (where what = 'total') as total_decimals,
        max(decimals) filter (where what = 'index_percent') as index_decimals
    from printed
    group by list_number, unit_code
    having
        count(*) filter (where what = 'total') <= 1
        and count(*) filter (where what = 'index_percent') <= 1
        and count(*) filter (where what = 'rank') <= 1
),

summed as (
    select
        u.list_number,
        u.unit_code,
        u.area_points
        + if(abs(u.total - u.area_points) > abs(u.total - u.area_points - u.survey), u.survey, 0)
            as expected,
        coalesce(u.area_maximum = u.maximum_points, false) as is_whole,
        least(abs(u.total - u.area_points), abs(u.total - u.area_points - u.survey))
        > greatest(0.5 * pow(10, -u.total_decimals), 0.005)
        + list.areas * 0.5 * pow(10, -list.area_decimals) + 0.0000001 as differs
    from unit_row as u
    inner join list on u.list_number = list.list_number
    where
        u.total is not null
        and u.areas = list.areas
        and list.areas >= 2
        and not u.has_percentages
),

wrong_total as (
    select
        list_number,
        unit_code,
        expected
    from summed
    qualify
        differs
        and (
            2 * count(*) filter (where differs) over (partition by list_number)
            < count(*) over (partition by list_number)
            or (is_whole and count(*) filter (where differs) over (partition by list_number) = 1)
        )
),

divided as (
    select
        u.list_number,
        u.unit_code,
        round(100.0 * u.total::double / u.maximum_points::double, greatest(u.index_decimals, 2))
            as expected,
        100.0 * u.total::double / u.maximum_points::double - u.index_percent::double
        > greatest(0.5 * pow(10, -u.index_decimals), 0.005)
        + 50.0 * pow(10, -list.total_decimals) / u.maximum_points::double + 0.0000001 as differs
    from unit_row as u
    inner join list on u.list_number = list.list_number
    left join wrong_total
        on u.list_number = wrong_total.list_number and u.unit_code = wrong_total.unit_code
    where
        u.total is not null
        and u.index_percent is not null
        and u.maximum_points > 0
        and wrong_total.unit_code is null
),

wrong_index as (
    select
        list_number,
        unit_code,
        expected::decimal(18, 6) as expected
    from divided
    qualify
        differs
        and (
            2 * count(*) filter (where differs) over (partition by list_number)
            < count(*) over (partition by list_number)
            or count(*) filter (where differs) over (partition by list_number) = 1
        )
),

ranked as (
    select
        u.list_number,
        u.unit_code,
        u.rank,
        round(coalesce(t.expected, u.total)::double, list.total_decimals) as total,
        round(coalesce(i.expected, u.index_percent)::double, list.index_decimals) as index_percent,
        min(u.rank) over (partition by u.list_number) as first_rank
    from unit_row as u
    inner join list on u.list_number = list.list_number
    left join wrong_total as t on u.list_number = t.list_number and u.unit_code = t.unit_code
    left join wrong_index as i on u.list_number = i.list_number and u.unit_code = i.unit_code
    where u.rank is not null
),

figured as (
    -- By the index where the list prints one for every ranked unit, else by the total.
    select
        *,
        case
            when count(index_percent) over of_list = count(*) over of_list then index_percent
            when count(total) over of_list = count(*) over of_list then total
        end as figure
    from ranked
    window of_list as (partition by list_number)
),

placed as (
    select
        *,
        rank() over (partition by list_number order by figure desc) as place
    from figured
    where figure is not null
),

shared as (
    -- Figures that agree in one of the two are level by that one. Several ranks given twice: several
    -- lists stand on the sheet, or classes are printed as ranks. No rank 1: a part of a list.
    select
        a.list_number,
        a.rank
    from placed as a
    inner join placed as b on a.list_number = b.list_number and a.rank = b.rank
    where
        a.figure > b.figure
        and a.first_rank = 1
        and coalesce(a.total <> b.total, true)
        and coalesce(a.index_percent <> b.index_percent, true)
    group by a.list_number, a.rank
    qualify count(*) over (partition by a.list_number) = 1
),

wrong_rank as (
    select
        placed.list_number,
        placed.unit_code,
        placed.place as expected
    from placed
    inner join shared on placed.list_number = shared.list_number and placed.rank = shared.rank
    where placed.place <> placed.rank
),

wrong as (
    select
        list_number,
        unit_code,
        'total' as what,
        expected
    from wrong_total
    union all
    select
        list_number,
        unit_code,
        'index_percent' as what,
        expected
    from wrong_index
    union all
    select
        list_number,
        unit_code,
        'rank' as what,
        expected
    from wrong_rank
)

select
    'warning' as severity,
    'published_contradicts_itself' as code,
    printed.file_name as file,
    printed.sheet,
    printed.cell,
    printed.found,
    effective.points_text(wrong.expected::decimal(18, 6)) as expected
from wrong
inner join printed
    on
        wrong.list_number = printed.list_number
        and wrong.unit_code = printed.unit_code
        and wrong.what = printed.what
order by printed.source_cell_id;
