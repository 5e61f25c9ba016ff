-- A later choice for the same heading of the same form replaces the earlier one.
insert into column_choice (form, heading_key, field, chosen_by, chosen_at)
values (:form, :heading_key, :field, :chosen_by, :chosen_at)
on conflict (form, heading_key) do update
set field = excluded.field, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at;
