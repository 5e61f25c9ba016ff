-- Files and cells of the imports in force, and the reform areas that every book knows.
create or replace view effective.import_file as
select
    f.import_id,
    f.file_sha256,
    max(f.file_name) as file_name,
    f.form,
    sum(f.row_count)::bigint as row_count,
    b.imported_at,
    b.imported_by
from main.import_file as f
inner join main.import_batch as b using (import_id)
where not b.is_withdrawn
group by f.import_id, f.file_sha256, f.form, b.imported_at, b.imported_by;

create or replace view effective.source_cell as
select
    c.source_cell_id, c.import_id, c.file_sha256, c.file_name, c.sheet, c.cell, c.raw_text
from main.source_cell as c
inner join main.import_batch as b using (import_id)
where not b.is_withdrawn;

create or replace view effective.reform_area as
select reform_area, position
from (
    values
    ('direction', 1),
    ('institutions', 2),
    ('procedures', 3),
    ('apparatus', 4),
    ('civil_service', 5),
    ('public_finance', 6),
    ('digital_government', 7),
    ('impact', 8)
) as known (reform_area, position);
