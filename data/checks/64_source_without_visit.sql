-- 'Nguồn' of a finding names a conclusion, and no visit of the unit was held in that year as far as
-- the programme knows: told once for a conclusion, at its first row.
-- Asked after: finding
with cited as (
    select
        f.unit_code,
        f.year,
        f.source_text,
        min(f.source_cell_id) as source_cell_id,
        arg_min(f.cells, f.source_cell_id) as cells
    from effective.finding_in_force as f
    where
        f.import_id = $import_id
        and f.inspection_id is null
        and list_filter(f.source_keys, lambda k: not regexp_matches(k, '^\d{4}-\d\d-\d\d$')) <> []
        and not exists (
            select 1
            from effective.inspection as i
            where f.unit_code = i.unit_code and f.year = i.year and i.held_on is not null
        )
    group by f.unit_code, f.year, f.source_text
)

select
    'warning' as severity,
    'source_without_visit' as code,
    c.file_name as file,
    c.sheet,
    coalesce(cited.cells['source'], c.cell) as cell,
    cited.source_text as found,
    cited.year as expected
from cited
inner join main.source_cell as c on cited.source_cell_id = c.source_cell_id
order by cited.source_cell_id;
