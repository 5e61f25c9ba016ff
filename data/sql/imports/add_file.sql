insert into import_file by name
select
    $import_id as import_id,
    $file_sha256::varchar as file_sha256,
    $file_name::varchar as file_name,
    $options::varchar as options,
    $form::varchar as form,
    $row_count as row_count;
