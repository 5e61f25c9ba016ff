-- Withdrawn imports keep their number: an import_id never means two things.
select coalesce(max(import_id), 0) + 1 as import_id from import_batch;
