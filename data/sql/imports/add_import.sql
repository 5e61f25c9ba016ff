insert into import_batch by name
select
    $import_id as import_id,
    $imported_at::timestamp as imported_at,
    $imported_by::varchar as imported_by,
    false as is_withdrawn;
