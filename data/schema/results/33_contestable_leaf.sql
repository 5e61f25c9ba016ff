-- The explanation round: what a unit lost in the first round, what it asks for, what was decided.
create or replace table contestable_leaf as
with
-- A single column of verified points is the last round (definitions 6). Where it came in before
-- the unit explained itself, it is what the unit objects to, and nothing is decided yet.
in_order as (
    select
        result.unit_code,
        result.year,
        result.ranking_group,
        result.framework_id,
        result.criterion_code,
        result.area_code,
        result.reform_area,
        result.position,
        result.set_maximum_points as maximum_points,
        result.is_applicable,
        result.self_assessed_points,
        round_points.explanation_points,
        round_points.verified_1_points,
        round_points.verified_2_points,
        result.note,
        nullif(trim(score_note.explanation_text), '') as explanation_text,
        round_points.verified_1_points is null
        and coalesce(
            round_points.decided_in < coalesce(round_points.asked_in, note_cell.import_id),
            round_points.explanation_points is null
            and nullif(trim(score_note.explanation_text), '') is null
        ) as is_single_round
    from leaf_result as result
    left join round_points
        on
            result.unit_code = round_points.unit_code
            and result.year = round_points.year
            and result.criterion_code = round_points.criterion_code
    left join score_note
        on
            result.unit_code = score_note.unit_code
            and result.year = score_note.year
            and result.criterion_code = score_note.criterion_code
    left join source_cell as note_cell on score_note.source_cell_id = note_cell.source_cell_id
    where result.section = 'main' and not result.is_survey
),

rounds as (
    select
        in_order.*,
        if(is_single_round, verified_2_points, verified_1_points) as first_points,
        if(is_single_round, null, verified_2_points) as decided_points
    from in_order
),

judged as (
    select
        rounds.*,
        explanation_text is not null
        or (explanation_points is not null and explanation_points is distinct from first_points)
            as is_contested
    from rounds
)

select
    unit_code,
    year,
    ranking_group,
    framework_id,
    criterion_code,
    area_code,
    reform_area,
    position,
    maximum_points,
    self_assessed_points,
    first_points,
    (maximum_points - first_points)::decimal(18, 6) as first_lost_points,
    explanation_points,
    explanation_text,
    note,
    decided_points,
    is_contested,
    (explanation_points - first_points)::decimal(18, 6) as contested_points,
    if(is_contested, decided_points - first_points, null)::decimal(18, 6) as granted_points,
    case
        when not is_contested then null
        when not is_applicable then 'not_applicable'
        when decided_points is null then 'undecided'
        when decided_points >= coalesce(explanation_points, maximum_points) then 'accepted'
        when first_points is null then 'unknown'
        when decided_points > first_points then 'partly'
        else 'rejected'
    end as decision
from judged
where is_contested or (is_applicable and first_points < maximum_points);
drop table round_points;

comment on table contestable_leaf is
'A leaf on which a unit lost points in the first round, or that it contests (giải trình).';
comment on column contestable_leaf.first_points is
'Verified in round 1; or the only verified points, where nothing was explained before them.';
comment on column contestable_leaf.decided_points is 'Verified in round 2, null until then.';
comment on column contestable_leaf.is_contested is
'Explanation points other than those of round 1, or an explanation in words.';
comment on column contestable_leaf.contested_points is 'What the unit asks for beyond round 1.';
comment on column contestable_leaf.granted_points is 'What round 2 gave beyond round 1.';
comment on column contestable_leaf.decision is
'Without explanation points the unit is taken to ask for the maximum.';
