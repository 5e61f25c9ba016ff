-- Numbers of imports are given again where an older workspace was put back; when and what are not.
select
    import_id,
    file_sha256,
    form,
    imported_at
from effective.import_file
order by import_id, file_sha256, form;
