select nextval('source_cell_number') as source_cell_id from range($count);
