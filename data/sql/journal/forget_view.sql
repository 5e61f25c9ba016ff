delete from saved_view where saved_view_id = :saved_view_id;
