-- Which visit a finding came from (forms.md, 'Nguồn'): the one whose conclusion number or day it
-- names; without a number, or where the programme has none yet, the unit's only held visit of the
-- year. `candidate_count` says how many fit equally well: with two it hangs on unit and year.
create or replace view effective.finding_source as
with named as (
    select
        s.import_id,
        s.source_cell_id,
        s.row_number,
        i.inspection_id,
        i.year,
        len(list_filter(s.source_keys, lambda k: not regexp_matches(k, '^\d{4}-\d\d-\d\d$'))) > 0
            as has_number,
        effective.names_conclusion(s.source_keys, i.conclusion_key) as is_number_named,
        effective.names_day(s.source_keys, i.held_on, i.conclusion_on) as is_day_named,
        i.held_on is not null and i.year = s.year as is_held_then,
        i.conclusion_key is null as is_without_number,
        i.year = s.year as is_same_year
    from submitted.finding as s
    inner join effective.inspection as i on s.unit_code = i.unit_code
),

fitting as (
    select
        import_id,
        source_cell_id,
        row_number,
        inspection_id,
        year,
        case
            when is_number_named and is_day_named then 1
            when is_number_named and is_same_year then 2
            when not has_number and is_day_named then 3
            when is_held_then and (not has_number or is_without_number) then 4
        end as fit
    from named
),

best as (
    select *
    from fitting
    where fit is not null
    qualify fit = min(fit) over (partition by import_id, source_cell_id, row_number)
)

select
    import_id,
    source_cell_id,
    row_number,
    case when count(*) = 1 then any_value(inspection_id) end as inspection_id,
    case when count(*) = 1 then any_value(year) end as year,
    count(*) as candidate_count
from best
group by import_id, source_cell_id, row_number;

-- A later import replaces, for each unit, year and source that it names, every finding.
create or replace view effective.finding_row as
with latest as (
    select
        s.* exclude (year),
        coalesce(v.year, s.year) as year,
        v.inspection_id,
        coalesce(v.candidate_count, 0) as source_count
    from submitted.finding as s
    inner join import_batch as b on s.import_id = b.import_id
    left join effective.finding_source as v
        on s.source_cell_id = v.source_cell_id and s.row_number = v.row_number
    where not b.is_withdrawn
    qualify s.import_id = max(s.import_id) over (
        partition by
            s.unit_code, coalesce(v.year, s.year),
            coalesce(v.inspection_id, effective.plain_key(coalesce(s.source_text, '')))
    )
)

select
    *,
    row_number() over same as repetition,
    first_value(source_cell_id) over same as first_cell_id
from latest
window same as (
    partition by
        unit_code, year, inspection_id, reform_area, criterion_code, criterion_year,
        criterion_text, finding_kind, severity, description, cause, responsible, subject,
        guidance, recommendation, deadline_text, handling, handling_body, handling_state,
        remediation_result, verification, continues_year, continues_row_code, source_text
    order by row_number, source_cell_id
);

create or replace view effective.finding_in_force as
select
    *,
    concat_ws(
        '-', year, unit_code, coalesce(row_code, 'x'),
        case
            when row_code is null or count(*) over same_code > 1
                then row_number() over (
                    partition by unit_code, year, row_code order by row_number, source_cell_id
                )
        end
    ) as finding_id
from effective.finding_row
where repetition = 1
window same_code as (partition by unit_code, year, row_code);

-- Only an inspection closes a finding: the result says 'đã khắc phục', and 'Xác minh' names a held
-- inspection of the unit. Strengths and difficulties have no state.
create or replace view effective.finding_state as
with verification as (
    select
        f.finding_id,
        first(
            i.inspection_id
            order by i.inspection_id is not distinct from f.inspection_id desc, i.held_on desc
        ) as verifying_inspection_id
    from effective.finding_in_force as f
    inner join effective.inspection as i
        on
            f.unit_code = i.unit_code and i.held_on is not null
            and (
                effective.names_conclusion(f.verification_keys, i.conclusion_key)
                or effective.names_day(f.verification_keys, i.held_on, i.conclusion_on)
            )
    group by f.finding_id
)

select
    f.*,
    v.verifying_inspection_id,
    coalesce(f.result_says = 'done', false) as says_done,
    case
        when f.finding_kind not in ('limitation', 'violation') then null
        when f.result_says = 'done' and v.verifying_inspection_id is not null then 'closed'
        when f.result_says in ('done', 'reported') then 'reported'
        else coalesce(f.result_says, 'open')
    end as state
from effective.finding_in_force as f
left join verification as v on f.finding_id = v.finding_id;
