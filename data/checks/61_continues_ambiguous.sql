-- 'Tiếp nối' names one earlier finding of the unit by year and STT (definitions 6): two are an
-- error, none is told.
-- Asked after: finding, inspection
with named as (
    select
        f.finding_id,
        f.import_id,
        f.source_cell_id,
        f.cells,
        f.continues_year,
        f.continues_row_code,
        count(k.earlier_id) as match_count
    from effective.finding_state as f
    left join effective.finding_continued as k on f.finding_id = k.finding_id and k.is_written
    where f.continues_year is not null
    group by
        f.finding_id, f.import_id, f.source_cell_id, f.cells, f.continues_year,
        f.continues_row_code
)

select
    if(n.match_count > 1, 'error', 'warning') as severity,
    if(n.match_count > 1, 'continues_ambiguous', 'continues_unknown') as code,
    c.file_name as file,
    c.sheet,
    coalesce(n.cells['continues'], c.cell) as cell,
    concat(n.continues_year, ', STT ', n.continues_row_code) as found,
    null as expected
from named as n
inner join main.source_cell as c on n.source_cell_id = c.source_cell_id
where n.match_count > 1 or (n.match_count = 0 and n.import_id = $import_id)
order by n.source_cell_id;
