-- What a finding continues (definitions 6). The criterion of an earlier set is the same one if
-- links lead from it to the later criterion.
create or replace view effective.finding_criterion as
with recursive origin as (
    select
        f.finding_id,
        u.unit_kind,
        f.criterion_year as year,
        f.criterion_code
    from effective.finding_state as f
    inner join effective.unit as u on f.unit_code = u.unit_code
    where f.criterion_code is not null
    union
    select
        o.finding_id,
        o.unit_kind,
        l.from_year,
        l.from_code
    from origin as o
    inner join effective.criterion_link as l
        on o.unit_kind = l.unit_kind and o.year = l.to_year and o.criterion_code = l.to_code
    where l.from_code is not null
)

select
    finding_id,
    year,
    criterion_code
from origin;

-- Candidates: written ones ('Tiếp nối': year and STT), else earlier open ones of one criterion.
create or replace view effective.finding_continued as
select
    f.finding_id,
    g.finding_id as earlier_id,
    true as is_written,
    g.year,
    null::date as found_on,
    g.row_number
from effective.finding_state as f
inner join effective.finding_state as g
    on
        f.unit_code = g.unit_code and f.continues_year = g.year
        and f.continues_row_code = g.row_code and f.finding_id <> g.finding_id
union all
select
    f.finding_id,
    g.finding_id as earlier_id,
    false as is_written,
    g.year,
    gi.held_on as found_on,
    g.row_number
from effective.finding_state as f
inner join effective.finding_criterion as c on f.finding_id = c.finding_id
inner join effective.finding_state as g
    on
        f.unit_code = g.unit_code and c.year = g.criterion_year
        and c.criterion_code = g.criterion_code
left join effective.inspection as fi on f.inspection_id = fi.inspection_id
left join effective.inspection as gi on g.inspection_id = gi.inspection_id
where
    f.continues_year is null and f.state is not null and g.state <> 'closed'
    and (g.year < f.year or (g.year = f.year and gi.held_on < fi.held_on));

create or replace view effective.finding as
with continued as (
    select
        finding_id,
        case
            when not bool_or(is_written) or count(*) = 1 then first(
                earlier_id order by year desc, found_on desc nulls last, row_number asc
            )
        end as continues_finding_id
    from effective.finding_continued
    group by finding_id
)

select
    f.finding_id,
    f.unit_code,
    f.year,
    f.row_code,
    f.inspection_id,
    f.reform_area,
    f.area_text,
    f.criterion_code,
    f.criterion_year,
    f.criterion_text,
    f.finding_kind,
    f.severity,
    f.description,
    f.cause,
    f.responsible,
    f.subject,
    f.is_individual,
    f.guidance,
    f.recommendation,
    f.deadline_on,
    f.deadline_text,
    f.handling,
    f.handling_body,
    f.handling_state,
    f.remediation_result,
    f.verification,
    f.verifying_inspection_id,
    f.says_done,
    f.state,
    c.continues_finding_id,
    f.source_text,
    f.cells,
    f.source_cell_id
from effective.finding_state as f
left join continued as c on f.finding_id = c.finding_id;
