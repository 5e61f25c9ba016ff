select 1 as one from import_batch limit 1;
