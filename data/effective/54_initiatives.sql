-- A later import replaces, for each unit and name, the initiative.
create or replace view effective.initiative as
with latest as (
    select
        s.*,
        min(s.source_cell_id) over (partition by s.unit_code, s.initiative_key) as first_named
    from submitted.initiative as s
    inner join import_batch as b on s.import_id = b.import_id
    where not b.is_withdrawn
    qualify s.import_id = max(s.import_id) over (partition by s.unit_code, s.initiative_key)
),

said_once as (
    select *
    from latest
    qualify row_number() over (
        partition by
            unit_code, year, initiative_key, reform_area, description, applied_from_text,
            measure, effect_before, effect_after, recognition, replicated_at, decision_number,
            decision_on, decision_body, decision
        order by source_cell_id
    ) = 1
)

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
from said_once;
