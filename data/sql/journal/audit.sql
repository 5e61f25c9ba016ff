select audit_entry_id, at, by, action, book, subject, detail
from audit_entry
order by audit_entry_id desc;
