-- 'Xác minh' says something, but names no held inspection of the unit: it proves nothing
-- (definitions 2.3). What says that nothing was put right is no attempt at it.
-- Asked after: finding, remediation
with told as (
    select
        source_cell_id,
        verification,
        cells
    from effective.remediation
    where verifying_inspection_id is null
    union all
    select
        source_cell_id,
        verification,
        cells
    from effective.finding
    where verifying_inspection_id is null
)

select
    'warning' as severity,
    'verification_unknown' as code,
    c.file_name as file,
    c.sheet,
    coalesce(t.cells['verification'], c.cell) as cell,
    t.verification as found,
    null as expected
from told as t
inner join source_cell as c on t.source_cell_id = c.source_cell_id
where
    c.import_id = $import_id
    and t.verification is not null
    and not regexp_matches(' ' || effective.plain_key(t.verification) || ' ', ' (chua|khong) ')
order by t.source_cell_id;
