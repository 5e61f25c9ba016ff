select import_id from import_batch
where not is_withdrawn
order by import_id;
