-- Whether anything is in force beside the import that a book is born with.
select 1 as one
from import_batch
where import_id > 1 and not is_withdrawn
order by import_id
limit 1;
