-- How a heading was last written; its key has neither accents nor case.
insert into column_heading (heading_key, heading) values (:heading_key, :heading)
on conflict (heading_key) do update set heading = excluded.heading;
