-- Question:   Which register rows speak of no deduction, since the scores show no loss there?
-- One row:    a register row whose criterion lost nothing, or does not apply, by the scores.
-- Order:      year, name of the unit, row.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[]
-- Columns:    remediation_id VARCHAR, unit_code VARCHAR, unit_name VARCHAR, year INTEGER,
--             criterion_code VARCHAR, criterion_text VARCHAR, lost_points DECIMAL(18,6),
--             action VARCHAR, reported_state VARCHAR, file VARCHAR, sheet VARCHAR, cell VARCHAR,
--             short_name VARCHAR, ranking_group VARCHAR
-- Source:     definitions 2.7: scores decide; nothing that a workbook said is hidden
select
    remediation.remediation_id,
    remediation.unit_code,
    unit.unit_name,
    remediation.year,
    remediation.criterion_code,
    remediation.criterion_text,
    remediation.lost_points,
    remediation.action,
    remediation.reported_state,
    source_cell.file_name as file,
    source_cell.sheet,
    source_cell.cell,
    unit.short_name,
    unit_group.ranking_group
from remediation
inner join unit on remediation.unit_code = unit.unit_code
left join deduction_action
    on remediation.remediation_id = deduction_action.remediation_id
left join unit_group
    on remediation.unit_code = unit_group.unit_code and remediation.year = unit_group.year
left join source_cell on remediation.source_cell_id = source_cell.source_cell_id
where
    deduction_action.deduction_id is null
    and ($year is null or remediation.year = $year)
    and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, remediation.unit_code))
order by
    remediation.year,
    unit.sort_key,
    remediation.source_cell_id;
