-- Question:   Which row of which register does a deduction, finding, visit or initiative come from?
-- One row:    a row of a register; cells names the cell of each field that was filled.
-- Order:      year, kind of register, name of the unit, row.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[]
-- Columns:    register VARCHAR, record_id VARCHAR, unit_code VARCHAR, year INTEGER,
--             deduction_id VARCHAR, file VARCHAR, sha256 VARCHAR, sheet VARCHAR, cell VARCHAR,
--             cells MAP(VARCHAR, VARCHAR), unit_name VARCHAR, import_id BIGINT
-- Source:     design section 7 (any figure leads to its cell); deduction_id for register rows
with recorded as (
    select
        'remediation' as register,
        remediation.remediation_id as record_id,
        remediation.unit_code,
        remediation.year,
        deduction_action.deduction_id,
        remediation.cells,
        remediation.source_cell_id
    from remediation
    left join deduction_action
        on remediation.remediation_id = deduction_action.remediation_id
    union all
    select
        'inspections' as register,
        inspection_id as record_id,
        unit_code,
        year,
        null as deduction_id,
        cells,
        source_cell_id
    from inspection
    union all
    select
        'findings' as register,
        finding_id as record_id,
        unit_code,
        year,
        finding_id as deduction_id,
        cells,
        source_cell_id
    from finding
    union all
    select
        'initiatives' as register,
        initiative_id as record_id,
        unit_code,
        year,
        null as deduction_id,
        cells,
        source_cell_id
    from initiative
)

select
    recorded.register,
    recorded.record_id,
    recorded.unit_code,
    recorded.year,
    recorded.deduction_id,
    source_cell.file_name as file,
    source_cell.file_sha256 as sha256,
    source_cell.sheet,
    source_cell.cell,
    recorded.cells,
    unit.unit_name,
    source_cell.import_id
from recorded
inner join unit on recorded.unit_code = unit.unit_code
left join unit_group
    on recorded.unit_code = unit_group.unit_code and recorded.year = unit_group.year
left join source_cell on recorded.source_cell_id = source_cell.source_cell_id
where
    ($year is null or recorded.year = $year)
    and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, recorded.unit_code))
order by
    recorded.year,
    recorded.register,
    unit.sort_key,
    recorded.source_cell_id,
    recorded.deduction_id;
