-- Question:   Which cell of which workbook does a figure come from?
-- One row:    a score of a unit at a leaf, of one kind; not applicable is a row without points.
-- Order:      year, name of the unit, place in the set, kind from self-assessment to survey.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    unit_code VARCHAR, year INTEGER, criterion_code VARCHAR, kind VARCHAR,
--             points DECIMAL(18,6), file VARCHAR, sha256 VARCHAR, sheet VARCHAR, cell VARCHAR,
--             raw_text VARCHAR, unit_name VARCHAR, area_code VARCHAR, criterion_name VARCHAR,
--             maximum_points DECIMAL(18,6), is_applicable BOOLEAN, import_id BIGINT,
--             evidence VARCHAR, note VARCHAR, explanation_text VARCHAR
-- Source:     definitions 8
select
    score.unit_code,
    score.year,
    score.criterion_code,
    score.kind,
    score.points,
    source_cell.file_name as file,
    source_cell.file_sha256 as sha256,
    source_cell.sheet,
    source_cell.cell,
    source_cell.raw_text,
    unit.unit_name,
    leaf.area_code,
    leaf.criterion_name,
    leaf.maximum_points,
    score.is_applicable,
    source_cell.import_id,
    score_note.evidence,
    score_note.note,
    score_note.explanation_text
from score
inner join unit on score.unit_code = unit.unit_code
inner join leaf
    on score.framework_id = leaf.framework_id and score.criterion_code = leaf.criterion_code
left join unit_group on score.unit_code = unit_group.unit_code and score.year = unit_group.year
left join source_cell on score.source_cell_id = source_cell.source_cell_id
left join score_note
    on
        score.unit_code = score_note.unit_code
        and score.year = score_note.year
        and score.criterion_code = score_note.criterion_code
where
    ($year is null or score.year = $year)
    and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, score.unit_code))
    and (
        $area_code is null
        or leaf.area_code = $area_code
        or leaf.reform_area = $area_code
    )
order by
    score.year,
    unit.sort_key,
    score.unit_code,
    leaf.position,
    list_position(
        ['self_assessed', 'verified_1', 'explanation', 'verified_2', 'survey'], score.kind
    );
