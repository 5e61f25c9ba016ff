-- Rows in force of a unit that the book does not know any more: the workbook that brought the
-- unit was withdrawn. One row a unit and table.
-- Asked after: unit
with named as (
    select
        'scores' as what,
        import_id,
        unit_code,
        source_cell_id
    from submitted.score
    union all
    select
        'published_results' as what,
        import_id,
        unit_code,
        source_cell_id
    from submitted.published_result
    union all
    select
        'remediation' as what,
        import_id,
        unit_code,
        source_cell_id
    from submitted.remediation
    union all
    select
        'inspections' as what,
        import_id,
        unit_code,
        source_cell_id
    from submitted.inspection
    union all
    select
        'findings' as what,
        import_id,
        unit_code,
        source_cell_id
    from submitted.finding
    union all
    select
        'initiatives' as what,
        import_id,
        unit_code,
        source_cell_id
    from submitted.initiative
),

lost as (
    select
        named.what,
        named.unit_code,
        min(named.source_cell_id) as source_cell_id
    from named
    inner join main.import_batch as b on named.import_id = b.import_id
    where
        not b.is_withdrawn
        and named.unit_code not in (select u.unit_code from effective.unit as u)
    group by named.what, named.unit_code
)

select
    'error' as severity,
    'unit_gone' as code,
    c.file_name as file,
    c.sheet,
    c.cell,
    lost.unit_code as found,
    null::varchar as expected
from lost
inner join main.source_cell as c on lost.source_cell_id = c.source_cell_id
order by lost.unit_code, lost.what;
