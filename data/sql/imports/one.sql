select
    import_id,
    imported_by,
    is_withdrawn
from import_batch
where import_id = $import_id;
