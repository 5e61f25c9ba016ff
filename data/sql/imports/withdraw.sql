update import_batch
set
    is_withdrawn = true,
    withdrawn_at = $withdrawn_at::timestamp,
    withdrawn_by = $withdrawn_by
where import_id = $import_id;
