-- The import in force that already holds this file, read with the same options.
select max(f.import_id) as import_id
from import_file as f
inner join import_batch as b on f.import_id = b.import_id
where
    f.file_sha256 = $file_sha256
    and f.options = $options
    and not b.is_withdrawn;
