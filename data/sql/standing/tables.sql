-- What views and checks stand on: what was submitted, by which import, from which cell.
select concat(table_schema, '.', table_name) as name
from information_schema.tables
where
    table_type = 'BASE TABLE'
    and (
        table_schema = 'submitted'
        or (table_schema = 'main' and table_name in ('import_batch', 'import_file', 'source_cell'))
    )
order by name;
