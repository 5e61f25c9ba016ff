-- A criterion that a register named before its set was known is found once the set has come:
-- by its code, its name, or both, if only one criterion answers.
create or replace view effective.criterion_spelling as
select
    k.year,
    k.unit_kind,
    c.criterion_code,
    unnest([
        effective.plain_key(c.criterion_code), effective.plain_key(c.criterion_name),
        effective.plain_key(c.criterion_code || ' ' || c.criterion_name)
    ]) as spelling_key
from effective.framework_kind as k
inner join effective.criterion as c on k.framework_id = c.framework_id;

create or replace view effective.remediation_criterion as
select
    s.source_cell_id,
    s.row_number,
    coalesce(s.criterion_code, any_value(c.criterion_code)) as criterion_code
from submitted.remediation as s
left join effective.unit as u on s.criterion_code is null and s.unit_code = u.unit_code
left join effective.criterion_spelling as c
    on
        u.unit_kind = c.unit_kind and s.year = c.year
        and effective.plain_key(s.criterion_text) = c.spelling_key
group by s.source_cell_id, s.row_number, s.criterion_code
having count(distinct c.criterion_code) <= 1;

-- A later import replaces, for each unit, year and criterion that it names, every row.
create or replace view effective.remediation_row as
with latest as (
    select
        s.* exclude (criterion_code),
        c.criterion_code,
        coalesce(c.criterion_code, effective.plain_key(s.criterion_text)) as criterion_key
    from submitted.remediation as s
    inner join import_batch as b on s.import_id = b.import_id
    left join effective.remediation_criterion as c
        on s.source_cell_id = c.source_cell_id and s.row_number = c.row_number
    where not b.is_withdrawn
    qualify s.import_id = max(s.import_id) over (
        partition by s.unit_code, s.year, criterion_key
    )
)

select
    *,
    row_number() over same as repetition,
    first_value(source_cell_id) over same as first_cell_id
from latest
window same as (
    partition by
        unit_code, year, criterion_key, maximum_points, points, lost_points, reason, cause,
        action, lead_office, supporting_offices, responsible, deadline_on, deadline_text,
        reported_state, result, evidence, verification
    order by row_number, source_cell_id
);

create or replace view effective.remediation as
with said_once as (
    select *
    from effective.remediation_row
    where repetition = 1
),

verification as (
    select
        s.source_cell_id,
        s.row_number,
        max_by(i.inspection_id, i.held_on) as inspection_id
    from said_once as s
    inner join effective.inspection as i
        on
            s.unit_code = i.unit_code and i.held_on is not null
            and (
                effective.names_conclusion(s.verification_keys, i.conclusion_key)
                or effective.names_day(s.verification_keys, i.held_on, i.conclusion_on)
            )
    group by s.source_cell_id, s.row_number
)

select
    concat_ws('-', s.year, s.unit_code, s.criterion_code, row_number() over (
        partition by s.unit_code, s.year, s.criterion_code
        order by s.row_number, s.source_cell_id
    )) as remediation_id,
    s.unit_code,
    s.year,
    s.criterion_code,
    s.criterion_text,
    s.maximum_points,
    s.points,
    s.lost_points,
    s.reason,
    s.cause,
    s.action,
    s.lead_office,
    s.supporting_offices,
    s.responsible,
    s.deadline_on,
    s.deadline_text,
    s.reported_state,
    s.result,
    s.evidence,
    s.verification,
    v.inspection_id as verifying_inspection_id,
    s.cells,
    s.source_cell_id
from said_once as s
left join verification as v on s.source_cell_id = v.source_cell_id and s.row_number = v.row_number;
