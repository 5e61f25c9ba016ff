-- Points as a person writes them: 1.500000 is 1.5.
create or replace macro effective.points_text(points) as
regexp_replace(points::decimal(18, 6)::varchar, '\.?0+$', '');
