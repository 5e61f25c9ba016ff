-- Ranked units of a group that a matrix or a published table names, but without them
-- (definitions 7.12): one row a sheet, year and group, with their names.
-- Asked after: published_result, scores_matrix
with named as (
    select distinct
        c.file_sha256,
        c.file_name,
        c.sheet,
        s.unit_code,
        s.year
    from submitted.score as s
    inner join main.source_cell as c on s.source_cell_id = c.source_cell_id
    inner join main.import_file as f
        on c.import_id = f.import_id and c.file_sha256 = f.file_sha256
    where s.import_id = $import_id and f.form = 'scores_matrix'
    union
    select
        c.file_sha256,
        c.file_name,
        c.sheet,
        p.unit_code,
        p.year
    from submitted.published_result as p
    inner join main.source_cell as c on p.source_cell_id = c.source_cell_id
    where p.import_id = $import_id
),

sheet_group as (
    select
        named.file_sha256,
        named.file_name,
        named.sheet,
        named.year,
        g.ranking_group
    from named
    inner join effective.unit_group as g
        on named.unit_code = g.unit_code and named.year = g.year
    where g.ranking_group is not null
    group by
        named.file_sha256, named.file_name, named.sheet, named.year, g.ranking_group
)

select
    'warning' as severity,
    'units_missing_from_group' as code,
    sheet_group.file_name as file,
    sheet_group.sheet,
    null::varchar as cell,
    sheet_group.ranking_group || ' ' || sheet_group.year as found,
    string_agg(u.unit_name, '; ' order by u.sort_key) as expected
from sheet_group
inner join effective.unit_group as g
    on sheet_group.year = g.year and sheet_group.ranking_group = g.ranking_group and g.is_ranked
inner join effective.unit as u on g.unit_code = u.unit_code
where
    coalesce(u.valid_from <= make_date(sheet_group.year, 12, 14), true)
    and coalesce(u.valid_to >= make_date(sheet_group.year, 12, 14), true)
    and not exists (
        select 1
        from named
        where
            named.file_sha256 = sheet_group.file_sha256
            and named.sheet is not distinct from sheet_group.sheet
            and named.year = sheet_group.year
            and named.unit_code = g.unit_code
    )
group by
    sheet_group.file_sha256,
    sheet_group.file_name,
    sheet_group.sheet,
    sheet_group.year,
    sheet_group.ranking_group
order by file, sheet, found;
