-- Question:   Do the figures that a decision published agree with what the scores give?
-- One row:    a published figure of a unit; computed is null without verified scores to compare.
-- Order:      year, ranking group, name of the unit, what, place of the area.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    unit_code VARCHAR, year INTEGER, what VARCHAR, published DECIMAL(18,6),
--             computed DOUBLE, difference DOUBLE, file VARCHAR, sheet VARCHAR, cell VARCHAR,
--             unit_name VARCHAR, short_name VARCHAR, ranking_group VARCHAR, area_code VARCHAR,
--             area_name VARCHAR, published_text VARCHAR, computed_text VARCHAR,
--             is_different BOOLEAN, sha256 VARCHAR
-- Source:     definitions 1.3, 1.9, 8: difference = published - computed; it counts from more
--             than half a unit of the last printed decimal, 0.005 at least
with compared as (
    select
        published_comparison.*,
        coalesce(
            (published - computed_points)::double, published::double - computed_percent
        ) as difference,
        0.5 * pow(
            10, -length(regexp_extract(published_text, '[0-9][.,]([0-9]+)', 1))
        ) as tolerance
    from published_comparison
)

select
    compared.unit_code,
    compared.year,
    compared.what,
    compared.published,
    coalesce(compared.computed_points::double, compared.computed_percent) as computed,
    compared.difference,
    source_cell.file_name as file,
    source_cell.sheet,
    source_cell.cell,
    unit.unit_name,
    unit.short_name,
    compared.ranking_group,
    compared.area_code,
    compared.area_name,
    compared.published_text,
    compared.computed_text,
    coalesce(
        abs(compared.difference) > greatest(0.005, compared.tolerance) + 1e-9,
        plain_key(compared.published_text) <> plain_key(compared.computed_text),
        false
    ) as is_different,
    source_cell.file_sha256 as sha256
from compared
inner join unit on compared.unit_code = unit.unit_code
left join source_cell on compared.source_cell_id = source_cell.source_cell_id
where
    ($year is null or compared.year = $year)
    and ($ranking_group is null or compared.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, compared.unit_code))
    and (
        $area_code is null
        or compared.area_code = $area_code
        or compared.reform_area = $area_code
    )
order by
    compared.year,
    compared.ranking_group,
    unit.sort_key,
    compared.unit_code,
    compared.what,
    compared.position nulls first,
    compared.source_cell_id;
