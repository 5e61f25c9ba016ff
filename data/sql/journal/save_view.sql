-- Saving under a name that its owner already used replaces what stood there.
insert into saved_view (owner, name, page, query, saved_at)
values (:owner, :name, :page, :query, :saved_at)
on conflict (owner, name) do update
set page = excluded.page, query = excluded.query, saved_at = excluded.saved_at;
