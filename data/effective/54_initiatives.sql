-- A later import replaces, for each unit and name, the initiative.
create or replace view effective.initiative_row as
with latest as (
    select
        s.*,
        min(s.source_cell_id) over (partition by s.unit_code, s.initiative_key) as first_named
    from submitted.initiative as s
    inner join import_batch as b on s.import_id = b.import_id
    where not b.is_withdrawn
    qualify s.import_id = max(s.import_id) over (partition by s.unit_code, s.initiative_key)
)

select
    *,
    row_number() over same as repetition,
    first_value(source_cell_id) over same as first_cell_id
from latest
window same as (
    partition by
        unit_code, year, initiative_key, reform_area, description, applied_from_text,
        measure, effect_before, effect_after, recognition, replicated_at, decision_number,
        decision_on, decision_body, decision
    order by source_cell_id
);

create or replace view effective.initiative as
select
    concat_ws('-', year, unit_code, row_number() over (
        partition by unit_code, year order by first_named, source_cell_id
    )) as initiative_id,
    unit_code,
    year,
    reform_area,
    area_text,
    initiative_name,
    description,
    applied_from,
    applied_from_text,
    measure,
    effect_before,
    effect_after,
    recognition,
    replicated_at,
    decision_number,
    decision_on,
    decision_body,
    decision,
    cells,
    source_cell_id
from effective.initiative_row
where repetition = 1;
