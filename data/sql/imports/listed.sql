select
    b.import_id,
    b.imported_at,
    b.imported_by,
    f.file_name,
    f.file_sha256,
    f.form,
    f.row_count,
    f.options,
    b.is_withdrawn,
    b.withdrawn_at,
    b.withdrawn_by
from import_batch as b
inner join import_file as f on b.import_id = f.import_id
order by b.import_id, f.file_name, f.form;
