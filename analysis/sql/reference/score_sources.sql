-- Question:   In which sheets do a unit's points stand?
-- One row:    a unit, year, file and sheet, with the first and last cell and how many there are.
-- Order:      year, name of the unit, import, file, sheet.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[]
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, year INTEGER, file VARCHAR, sha256 VARCHAR,
--             sheet VARCHAR, first_cell VARCHAR, last_cell VARCHAR, cell_count BIGINT
-- Source:     design section 3 (provenance)
select
    score.unit_code,
    unit.unit_name,
    score.year,
    source_cell.file_name as file,
    source_cell.file_sha256 as sha256,
    source_cell.sheet,
    arg_min(source_cell.cell, source_cell.source_cell_id) as first_cell,
    arg_max(source_cell.cell, source_cell.source_cell_id) as last_cell,
    count(*) as cell_count
from score
inner join unit on score.unit_code = unit.unit_code
inner join source_cell on score.source_cell_id = source_cell.source_cell_id
left join unit_group on score.unit_code = unit_group.unit_code and score.year = unit_group.year
where
    ($year is null or score.year = $year)
    and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, score.unit_code))
group by
    score.unit_code,
    unit.unit_name,
    unit.sort_key,
    score.year,
    source_cell.import_id,
    source_cell.file_name,
    source_cell.file_sha256,
    source_cell.sheet
order by
    score.year,
    unit.sort_key,
    score.unit_code,
    source_cell.import_id,
    source_cell.file_name,
    source_cell.sheet;
