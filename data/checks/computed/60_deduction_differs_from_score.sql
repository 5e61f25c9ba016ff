-- A register says otherwise than the scores how many points were lost (definitions 2.7). Scores
-- decide; a row on a parent criterion is compared with all that was lost below it. Several rows
-- of one deduction are actions of it, each with the whole of the loss or with its share.
-- Asked after: remediation, score
-- Asked beside: remediation
with said as (
    select
        r.unit_code,
        r.year,
        r.criterion_code,
        coalesce(r.lost_points, r.maximum_points - r.points) as lost_points,
        sum(coalesce(r.lost_points, r.maximum_points - r.points)) over (
            partition by r.unit_code, r.year, r.criterion_code
        ) as lost_points_together,
        coalesce(r.cells['lost_points'], r.cells['points'], c.cell) as cell,
        c.import_id,
        c.file_name,
        c.sheet,
        c.source_cell_id
    from remediation as r
    inner join source_cell as c on r.source_cell_id = c.source_cell_id
    where r.criterion_code is not null
),

scored as (
    select
        l.unit_code,
        l.year,
        above.above_code as criterion_code,
        sum(l.lost_points) as lost_points,
        bool_or(
            exists (
                select 1
                from score as s
                inner join source_cell as c on s.source_cell_id = c.source_cell_id
                where
                    s.unit_code = l.unit_code
                    and s.year = l.year
                    and s.criterion_code = l.criterion_code
                    and c.import_id = $import_id
            )
        ) as is_new
    from leaf_result as l
    inner join criterion_above as above
        on l.framework_id = above.framework_id and l.criterion_code = above.criterion_code
    where l.section = 'main' and not l.is_provisional
    group by l.unit_code, l.year, above.above_code
    having bool_and(l.points is not null or not l.is_applicable or not l.is_counted)
)

select
    'warning' as severity,
    'deduction_differs_from_score' as code,
    said.file_name as file,
    said.sheet,
    said.cell,
    said.lost_points as found,
    coalesce(scored.lost_points, 0) as expected
from said
inner join scored
    on
        said.unit_code = scored.unit_code
        and said.year = scored.year
        and said.criterion_code = scored.criterion_code
where
    (said.import_id = $import_id or scored.is_new)
    and abs(said.lost_points - coalesce(scored.lost_points, 0)) > 0.005
    and abs(said.lost_points_together - coalesce(scored.lost_points, 0)) > 0.005
order by said.source_cell_id;
