-- Points of the explanation round side by side, and in which imports they came.
create or replace temp table round_points as
select
    score.unit_code,
    score.year,
    score.criterion_code,
    max(score.points) filter (where score.kind = 'verified_1') as verified_1_points,
    max(score.points) filter (where score.kind = 'explanation') as explanation_points,
    max(score.points) filter (where score.kind = 'verified_2') as verified_2_points,
    max(source_cell.import_id) filter (where score.kind = 'explanation') as asked_in,
    max(source_cell.import_id) filter (where score.kind = 'verified_2') as decided_in
from score
left join source_cell on score.source_cell_id = source_cell.source_cell_id
group by score.unit_code, score.year, score.criterion_code;
