select saved_view_id, owner, name, query, saved_at
from saved_view
where page = :page
order by name, owner;
