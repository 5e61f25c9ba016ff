-- Scores in force: the latest import that lists a leaf says what its points of a kind are.
create or replace view effective.score as
with said as (
    select
        score.import_id,
        score.unit_code,
        score.year,
        score.criterion_code,
        score.kind,
        score.is_applicable,
        score.points,
        score.source_cell_id
    from submitted.score as score
    inner join effective.batch as batch on score.import_id = batch.import_id
    -- In one import a blank clears nothing that another of its files fills.
    qualify
        row_number() over (
            partition by score.unit_code, score.year, score.criterion_code, score.kind
            order by
                score.import_id desc,
                score.points is null and score.is_applicable asc,
                score.source_cell_id asc
        ) = 1
),

last_word as (
    select
        unit_code,
        year,
        criterion_code,
        max(import_id) filter (points is not null) as points_import_id,
        max(import_id) filter (not is_applicable) as mark_import_id
    from said
    group by unit_code, year, criterion_code
)

select
    said.unit_code,
    said.year,
    applied.framework_id,
    said.criterion_code,
    said.kind,
    said.is_applicable,
    said.points,
    said.source_cell_id
from said
inner join effective.unit as unit on said.unit_code = unit.unit_code
inner join effective.framework_kind as applied
    on said.year = applied.year and unit.unit_kind = applied.unit_kind
inner join effective.criterion as criterion
    on
        applied.framework_id = criterion.framework_id
        and said.criterion_code = criterion.criterion_code
        and criterion.is_leaf
inner join last_word
    on
        said.unit_code = last_word.unit_code
        and said.year = last_word.year
        and said.criterion_code = last_word.criterion_code
where
    -- Points of a later import take back an earlier 'không áp dụng' in another column, and the
    -- other way round; what a unit once gave itself stays told beside the mark.
    case
        when not said.is_applicable
            then said.import_id >= coalesce(last_word.points_import_id, 0)
        when said.points is not null
            then
                said.kind = 'self_assessed'
                or said.import_id >= coalesce(last_word.mark_import_id, 0)
        else false
    end;

create or replace view effective.score_note as
-- Beside a leaf each column is the latest that somebody filled.
select
    note.unit_code,
    note.year,
    note.criterion_code,
    last(note.declared order by note.import_id, note.source_cell_id)
    filter (note.declared is not null) as declared,
    last(note.evidence order by note.import_id, note.source_cell_id)
    filter (note.evidence is not null) as evidence,
    last(note.explanation_text order by note.import_id, note.source_cell_id)
    filter (note.explanation_text is not null) as explanation_text,
    last(note.note order by note.import_id, note.source_cell_id)
    filter (note.note is not null) as note,
    last(note.forms_count order by note.import_id, note.source_cell_id)
    filter (note.forms_count is not null) as forms_count,
    last(note.source_cell_id order by note.import_id, note.source_cell_id) as source_cell_id
from submitted.score_note as note
inner join effective.batch as batch on note.import_id = batch.import_id
group by note.unit_code, note.year, note.criterion_code;
