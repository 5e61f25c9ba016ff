delete from column_choice
where form = :form and heading_key = :heading_key;
