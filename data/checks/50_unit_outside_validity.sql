-- Scores in force of a unit that, by the units in force, does not exist at the end of the
-- reporting year (14 December; domain 4): a later units workbook may have ended it. What this
-- import says of it its reader has told already: scores of such a unit it takes none.
-- Asked after: criterion, framework, unit
select
    'error' as severity,
    'unit_outside_validity' as code,
    first(c.file_name order by c.source_cell_id) as file,
    first(c.sheet order by c.source_cell_id) as sheet,
    first(c.cell order by c.source_cell_id) as cell,
    u.unit_name || ' (' || u.unit_code || ')' as found,
    concat_ws(' – ', u.valid_from::varchar, u.valid_to::varchar) as expected
from effective.score as s
inner join main.source_cell as c on s.source_cell_id = c.source_cell_id
inner join effective.unit as u on s.unit_code = u.unit_code
where
    c.import_id is distinct from $import_id::bigint
    and (
        coalesce(u.valid_from > make_date(s.year, 12, 14), false)
        or coalesce(u.valid_to < make_date(s.year, 12, 14), false)
    )
group by s.year, u.unit_code, u.unit_name, u.valid_from, u.valid_to, c.file_sha256
order by s.year, u.unit_code;
