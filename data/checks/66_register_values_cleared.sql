-- A register that comes again replaces whole rows (definitions 7.7). Where no row of the new file
-- says anything in a column that the rows it replaces had filled, the column was most likely lost
-- on the way ('Độ nặng' instead of 'Mức độ'): said before those values are cleared.
with told as (
    select
        'remediation' as form,
        import_id,
        concat_ws(' ', unit_code, year) as replaced_by,
        cells,
        source_cell_id
    from submitted.remediation
    union all
    select
        'inspections' as form,
        import_id,
        concat_ws(' ', unit_code, year) as replaced_by,
        cells,
        source_cell_id
    from submitted.inspection
    union all
    select
        'findings' as form,
        import_id,
        concat_ws(' ', unit_code, year) as replaced_by,
        cells,
        source_cell_id
    from submitted.finding
    union all
    select
        'initiatives' as form,
        import_id,
        concat_ws(' ', unit_code, initiative_key) as replaced_by,
        cells,
        source_cell_id
    from submitted.initiative
),

handed_in as (
    select *
    from told
    where import_id = $import_id
),

latest as (
    select told.*
    from told
    inner join import_batch as batch on told.import_id = batch.import_id
    where not batch.is_withdrawn and told.import_id < $import_id
    qualify
        told.import_id = max(told.import_id) over (partition by told.form, told.replaced_by)
),

again as (
    select distinct
        form,
        replaced_by
    from handed_in
),

had as (
    select
        latest.form,
        unnest(map_keys(latest.cells)) as field
    from latest
    inner join again
        on latest.form = again.form and latest.replaced_by = again.replaced_by
),

has as (
    select distinct
        form,
        unnest(map_keys(cells)) as field
    from handed_in
),

place as (
    select
        handed_in.form,
        arg_min(cell.file_name, cell.source_cell_id) as file_name,
        arg_min(cell.sheet, cell.source_cell_id) as sheet
    from handed_in
    inner join source_cell as cell on handed_in.source_cell_id = cell.source_cell_id
    group by handed_in.form
)

select
    'warning' as severity,
    'register_values_cleared' as code,
    place.file_name as file,
    place.sheet,
    null as cell,
    concat_ws('.', had.form, had.field) as found,
    count(*)::varchar as expected
from had
inner join place on had.form = place.form
left join has on had.form = has.form and had.field = has.field
where has.field is null and had.field not in ('unit_code', 'unit', 'criterion', 'criterion_code')
group by had.form, had.field, place.file_name, place.sheet
order by had.form, had.field;
