insert into audit_entry (at, by, action, book, subject, detail)
values (:at, :by, :action, :book, :subject, :detail);
