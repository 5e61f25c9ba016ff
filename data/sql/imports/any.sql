select 1 as one from import_batch
order by import_id
limit 1;
