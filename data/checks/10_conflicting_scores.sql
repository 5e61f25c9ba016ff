-- Two values for one score in one import: in a sheet, in a hidden sheet, in two files
-- (definitions 7.12). A blank is no value; the same value twice is only told.
with said as (
    select
        s.unit_code,
        s.year,
        s.criterion_code,
        s.kind,
        s.is_applicable,
        s.points,
        s.source_cell_id,
        c.file_name,
        c.sheet,
        c.cell,
        coalesce(c.raw_text, effective.points_text(s.points)) as value
    from submitted.score as s
    inner join main.source_cell as c on s.source_cell_id = c.source_cell_id
    where
        s.import_id = $import_id
        and (s.points is not null or not s.is_applicable)
),

one_score as (
    select
        unit_code,
        year,
        criterion_code,
        kind,
        count(distinct coalesce(points::varchar, 'not applicable')) > 1 as is_conflict,
        min(source_cell_id) as first_cell_id,
        list(distinct value order by value) as every_value
    from said
    group by unit_code, year, criterion_code, kind
    having count(*) > 1
)

select
    if(one_score.is_conflict, 'error', 'warning') as severity,
    if(one_score.is_conflict, 'conflicting_scores', 'duplicate_scores') as code,
    said.file_name as file,
    said.sheet,
    said.cell,
    said.value as found,
    array_to_string(list_filter(one_score.every_value, lambda v: v <> said.value), '; ')
        as expected
from said
inner join one_score
    on
        said.unit_code = one_score.unit_code
        and said.year = one_score.year
        and said.criterion_code = one_score.criterion_code
        and said.kind = one_score.kind
where one_score.is_conflict or said.source_cell_id <> one_score.first_cell_id
order by said.source_cell_id;
