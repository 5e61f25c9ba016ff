-- A figure that a decision published and that the scores of the book do not give, by more than
-- half a unit of its last printed decimal, 0.005 at least (definitions 1.9, 7.12). A band differs
-- when its word does.
-- Asked after: published_result, score
-- Asked beside: published_result
with compared as (
    select
        p.*,
        c.import_id,
        c.file_name,
        c.sheet,
        c.cell,
        coalesce(c.raw_text, p.published_text) as raw_text,
        coalesce(p.computed_points::double, p.computed_percent) as computed,
        greatest(
            0.5 * pow(10, -length(regexp_extract(p.published_text, '[0-9][.,]([0-9]+)', 1))),
            0.005
        ) as tolerance
    from published_comparison as p
    inner join source_cell as c on p.source_cell_id = c.source_cell_id
),

unit_scored as (
    select distinct
        s.unit_code,
        s.year
    from score as s
    inner join source_cell as c on s.source_cell_id = c.source_cell_id
    where c.import_id = $import_id
)

select
    'warning' as severity,
    'published_differs' as code,
    compared.file_name as file,
    compared.sheet,
    compared.cell,
    compared.raw_text as found,
    coalesce(
        compared.computed_text,
        regexp_replace(round(compared.computed, 6)::varchar, '\.0$', '')
    ) as expected
from compared
left join unit_scored
    on compared.unit_code = unit_scored.unit_code and compared.year = unit_scored.year
where
    (compared.import_id = $import_id or unit_scored.unit_code is not null)
    and (
        abs(compared.published::double - compared.computed) > compared.tolerance + 1e-9
        or plain_key(compared.published_text) <> plain_key(compared.computed_text)
    )
order by compared.import_id, compared.source_cell_id;
