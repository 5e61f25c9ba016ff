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
inner join main.import_batch as b on f.import_id = b.import_id
where not b.is_withdrawn
group by f.import_id, f.file_sha256, f.form, b.imported_at, b.imported_by;

create or replace view effective.source_cell as
select
    c.source_cell_id,
    c.import_id,
    c.file_sha256,
    c.file_name,
    c.sheet,
    c.cell,
    c.raw_text
from main.source_cell as c
inner join main.import_batch as b on c.import_id = b.import_id
where not b.is_withdrawn;

create or replace view effective.reform_area as
select
    'direction' as reform_area,
    1 as position
union all
select
    'institutions' as reform_area,
    2 as position
union all
select
    'procedures' as reform_area,
    3 as position
union all
select
    'apparatus' as reform_area,
    4 as position
union all
select
    'civil_service' as reform_area,
    5 as position
union all
select
    'public_finance' as reform_area,
    6 as position
union all
select
    'digital_government' as reform_area,
    7 as position
union all
select
    'impact' as reform_area,
    8 as position;
