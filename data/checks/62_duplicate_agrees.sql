-- A row of a register that another sheet or file of the same import says as well: counted once.
-- (Repetitions within one sheet are told where the sheet is read.)
-- Asked after: finding, initiative, inspection, remediation
with repeated as (
    select
        import_id,
        source_cell_id,
        repetition,
        first_cell_id
    from effective.remediation_row
    union all
    select
        import_id,
        source_cell_id,
        repetition,
        first_cell_id
    from effective.inspection_row
    union all
    select
        import_id,
        source_cell_id,
        repetition,
        first_cell_id
    from effective.finding_row
    union all
    select
        import_id,
        source_cell_id,
        repetition,
        first_cell_id
    from effective.initiative_row
)

select
    'warning' as severity,
    'duplicate_agrees' as code,
    c.file_name as file,
    c.sheet,
    c.cell,
    c.raw_text as found,
    concat_ws(' ', e.file_name, e.sheet, e.cell) as expected
from repeated as r
inner join source_cell as c on r.source_cell_id = c.source_cell_id
inner join source_cell as e on r.first_cell_id = e.source_cell_id
where r.repetition > 1 and r.import_id = $import_id
order by r.source_cell_id;
