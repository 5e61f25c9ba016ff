select
    import_id,
    file_sha256,
    form,
    imported_at
from import_file
order by import_id, file_sha256, form;
