-- Scores side by side. The last round that has a value decides, also whether the leaf applies
-- (definitions 7.5); what the unit asks for in the explanation round decides nothing.
create or replace temp table leaf_score as
with unit_set as (
    select
        unit_code,
        year,
        min(framework_id) as framework_id
    from score
    group by unit_code, year
),

scored as (
    select
        score.unit_code,
        score.year,
        score.criterion_code,
        arg_max(
            score.is_applicable,
            case score.kind
                when 'survey' then if(leaf.is_survey, 5, 1)
                when 'verified_2' then 4
                when 'verified_1' then 3
                when 'self_assessed' then 2
            end
        ) as is_applicable,
        max(score.points) filter (where score.kind = 'self_assessed') as self_assessed_points,
        max(score.points) filter (where score.kind = 'verified_1') as verified_1_points,
        max(score.points) filter (where score.kind = 'verified_2') as verified_2_points,
        max(score.points) filter (where score.kind = 'survey') as survey_points
    from score
    inner join leaf
        on score.framework_id = leaf.framework_id and score.criterion_code = leaf.criterion_code
    group by score.unit_code, score.year, score.criterion_code
)

select
    unit_set.unit_code,
    unit_set.year,
    unit_set.framework_id,
    unit_group.ranking_group,
    coalesce(unit_group.ranking_group, 'unit ' || unit_set.unit_code) as group_key,
    coalesce(unit_group.is_ranked and unit_group.ranking_group is not null, false) as is_in_ranking,
    leaf.criterion_code,
    leaf.area_code,
    leaf.reform_area,
    leaf.position,
    leaf.section,
    leaf.is_survey,
    leaf.maximum_points as set_maximum_points,
    coalesce(scored.is_applicable, true) as is_applicable,
    scored.self_assessed_points,
    coalesce(scored.verified_2_points, scored.verified_1_points) as verified_points,
    case
        when scored.verified_2_points is not null then 'verified_2'
        when scored.verified_1_points is not null then 'verified_1'
    end as verified_kind,
    scored.survey_points
from unit_set
inner join leaf on unit_set.framework_id = leaf.framework_id
left join scored
    on
        unit_set.unit_code = scored.unit_code
        and unit_set.year = scored.year
        and leaf.criterion_code = scored.criterion_code
left join unit_group
    on unit_set.unit_code = unit_group.unit_code and unit_set.year = unit_group.year;

-- Definitions 1.3 and 1.4: who is provisional, and whether the survey of a group has been held.
create or replace table unit_state as
select
    unit_code,
    year,
    group_key,
    is_in_ranking,
    bool_or(
        is_applicable and coalesce(self_assessed_points, verified_points, survey_points) is not null
    ) as has_points,
    bool_or(is_applicable and not is_survey and verified_points is null) as is_provisional,
    bool_or(is_applicable and is_survey) as awaits_survey,
    bool_or(is_survey and survey_points is not null) as has_survey_points
from leaf_score
where section = 'main'
group by unit_code, year, group_key, is_in_ranking;

create or replace table survey_state as
with awaited as (
    select
        year,
        group_key,
        has_survey_points,
        is_in_ranking and not is_provisional as is_decisive
    from unit_state
    where has_points and awaits_survey
)

-- While nobody is verified yet, every unit of the group decides.
select
    year,
    group_key,
    coalesce(
        bool_and(has_survey_points) filter (where is_decisive), bool_and(has_survey_points)
    ) as is_survey_held
from awaited
group by year, group_key;

create or replace table leaf_result as
with judged as (
    select
        leaf_score.*,
        state.is_provisional,
        leaf_score.section = 'main'
        and (not leaf_score.is_survey or coalesce(survey_state.is_survey_held, true)) as is_counted,
        case
            when not leaf_score.is_applicable then null
            when leaf_score.section = 'penalty'
                then abs(
                    coalesce(
                        leaf_score.verified_points,
                        if(state.is_provisional, leaf_score.self_assessed_points, null)
                    )
                )
            when leaf_score.section = 'bonus'
                then coalesce(
                    leaf_score.verified_points,
                    if(state.is_provisional, leaf_score.self_assessed_points, null)
                )
            when leaf_score.is_survey
                then if(coalesce(survey_state.is_survey_held, true), leaf_score.survey_points, null)
            else coalesce(leaf_score.verified_points, leaf_score.self_assessed_points)
        end as points
    from leaf_score
    inner join unit_state as state
        on leaf_score.unit_code = state.unit_code and leaf_score.year = state.year
    left join survey_state
        on leaf_score.year = survey_state.year and leaf_score.group_key = survey_state.group_key
)

select
    judged.unit_code,
    judged.year,
    judged.ranking_group,
    judged.is_in_ranking,
    judged.framework_id,
    judged.criterion_code,
    judged.area_code,
    judged.reform_area,
    judged.position,
    judged.section,
    judged.is_survey,
    judged.is_applicable,
    judged.is_counted,
    judged.set_maximum_points,
    if(judged.is_applicable, judged.set_maximum_points, null) as maximum_points,
    judged.self_assessed_points,
    judged.verified_points,
    judged.verified_kind,
    judged.survey_points,
    judged.points,
    if(
        judged.is_counted and judged.is_applicable, judged.set_maximum_points - judged.points, null
    )::decimal(18, 6) as lost_points,
    if(
        judged.is_counted and judged.is_applicable,
        ratio(judged.set_maximum_points - judged.points, judged.set_maximum_points),
        null
    ) as lost_share,
    if(
        judged.is_applicable and not judged.is_survey,
        judged.self_assessed_points - judged.verified_points,
        null
    )::decimal(18, 6) as self_gap,
    judged.section = 'main'
    and judged.is_applicable
    and not judged.is_survey
    and judged.verified_points is null as is_provisional_leaf,
    judged.is_provisional,
    coalesce(trim(score_note.evidence) <> '', false) as has_evidence,
    score_note.note,
    score_note.forms_count
from judged
left join score_note
    on
        judged.unit_code = score_note.unit_code
        and judged.year = score_note.year
        and judged.criterion_code = score_note.criterion_code;
drop table leaf_score;

comment on table leaf_result is
'A unit''s leaf in a year in which the unit has any score (definitions 1.2 to 1.5).';
comment on column leaf_result.is_in_ranking is
'False where the unit has no ranking group or is not ranked.';
comment on column leaf_result.is_counted is
'Stands in the index: in the maximum, and not a survey leaf while the survey is left out.';
comment on column leaf_result.set_maximum_points is
'As the set prints it, also where it does not apply.';
comment on column leaf_result.verified_points is 'Of the last round that holds points.';
comment on column leaf_result.points is
'Points of record; self-assessed ones stand in for a leaf not yet verified; a penalty is positive.';
comment on column leaf_result.lost_points is
'Null outside the index, where it does not apply, and while missing.';
comment on column leaf_result.is_provisional is
'Of the unit: any applicable verified leaf lacks verified points.';
comment on table unit_state is
'A unit with scores in a year: provisional or not, and whether its survey points are in.';
comment on table survey_state is
'Whether the survey of a ranking group counts; a unit without a group stands for itself.';
