select refused_at, refused_by, file_name, file_sha256, item, unit_code, year, error_count
from refusal
where book = :book
order by refusal_id;
