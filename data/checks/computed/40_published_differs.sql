-- A figure that a decision published and that the scores of the book do not give, by more than
-- half a unit of its last printed decimal (0.005 at least). Rank and band differ when they differ.
with printed as (
    select
        p.*,
        c.import_id,
        c.file_name,
        c.sheet,
        c.cell,
        coalesce(c.raw_text, p.published_text) as raw_text,
        len(regexp_extract(coalesce(c.raw_text, ''), '[.,]([0-9]+)\s*%?\s*$', 1)) as decimals
    from published_result as p
    inner join source_cell as c on p.source_cell_id = c.source_cell_id
),

part as (
    select
        unit_code,
        year,
        sum(points) filter (where section = 'main' and not is_survey) as verified_total,
        sum(points) filter (where section = 'main' and is_survey) as survey_total
    from leaf_result
    group by unit_code, year
),

set_area as (
    select
        framework_id,
        criterion_code as area_code,
        plain_key(criterion_name) as area_key,
        row_number() over (partition by framework_id order by position) as area_position
    from criterion
    where depth = 0 and section = 'main'
),

computed as (
    select
        printed.*,
        u.band as computed_band,
        case printed.what
            when 'index_percent'
                then if(u.ranks_adjusted, u.adjusted_index_percent, u.index_percent)
            when 'total'
                then (u.points + if(u.ranks_adjusted, coalesce(u.adjustment_points, 0), 0))::double
            when 'verified_total' then part.verified_total::double
            when 'survey_total' then part.survey_total::double
            when 'rank' then u.rank::double
            when 'area' then coalesce(named.points, placed.points)::double
        end as computed
    from printed
    inner join unit_result as u
        on printed.unit_code = u.unit_code and printed.year = u.year and u.basis <> 'published'
    inner join part on printed.unit_code = part.unit_code and printed.year = part.year
    left join set_area as set_named
        on
            u.framework_id = set_named.framework_id
            and plain_key(printed.area_name) = set_named.area_key
    left join area_result as named
        on
            printed.unit_code = named.unit_code
            and printed.year = named.year
            and set_named.area_code = named.area_code
    left join set_area as set_placed
        on
            u.framework_id = set_placed.framework_id
            and printed.area_position = set_placed.area_position
    left join area_result as placed
        on
            printed.unit_code = placed.unit_code
            and printed.year = placed.year
            and set_placed.area_code = placed.area_code
)

select
    'warning' as severity,
    'published_differs' as code,
    file_name as file,
    sheet,
    cell,
    coalesce(raw_text, published::varchar) as found,
    if(what = 'band', computed_band, regexp_replace(round(computed, 6)::varchar, '\.0$', ''))
        as expected
from computed
where
    (
        import_id = $import_id
        or exists (
            select 1
            from score as s
            inner join source_cell as c on s.source_cell_id = c.source_cell_id
            where
                s.unit_code = computed.unit_code
                and s.year = computed.year
                and c.import_id = $import_id
        )
    )
    and if(
        what = 'band',
        computed_band is not null and plain_key(published_text) <> plain_key(computed_band),
        abs(published::double - computed) > greatest(0.5 * power(10, -decimals), 0.005) + 1e-9
    )
order by import_id, source_cell_id;
