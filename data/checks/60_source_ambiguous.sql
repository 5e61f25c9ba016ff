-- 'Nguồn' of a finding (forms.md): with two held visits and no number it hangs on the unit and the
-- year alone; a number that no visit of the year has is told where the programme has numbers.
-- Asked after: finding
with doubted as (
    select
        f.import_id,
        f.source_cell_id,
        f.source_text,
        f.cells,
        f.unit_code,
        f.year,
        f.source_count,
        list_filter(f.source_keys, lambda k: not regexp_matches(k, '^\d{4}-\d\d-\d\d$')) <> []
            as has_number
    from effective.finding_in_force as f
    where f.inspection_id is null
)

select
    'warning' as severity,
    if(f.source_count > 1, 'source_ambiguous', 'source_unknown') as code,
    c.file_name as file,
    c.sheet,
    coalesce(f.cells['source'], c.cell) as cell,
    f.source_text as found,
    string_agg(
        concat_ws(' ', i.conclusion_number, strftime(i.held_on, '%d/%m/%Y')), '; '
        order by i.held_on
    ) as expected
from doubted as f
inner join main.source_cell as c on f.source_cell_id = c.source_cell_id
inner join effective.inspection as i
    on f.unit_code = i.unit_code and f.year = i.year and i.held_on is not null
where
    f.import_id = $import_id
    and (f.source_count > 1 or (f.has_number and i.conclusion_key is not null))
group by
    f.source_cell_id, f.source_count, c.file_name, c.sheet, c.cell, f.cells, f.source_text
order by f.source_cell_id;
