-- Registers in force. A later import replaces, for each unit and year that it names, the whole
-- programme (definitions 7.7); rows that say the same in two files of one import stand once.
create or replace macro effective.plain_key(written) as
trim(
    regexp_replace(
        replace(strip_accents(lower(nfc_normalize(written))), 'đ', 'd'), '[^0-9a-z]+', ' ', 'g'
    )
);

create or replace view effective.inspection_row as
with latest as (
    select s.*
    from submitted.inspection as s
    inner join import_batch as b on s.import_id = b.import_id
    where not b.is_withdrawn
    qualify s.import_id = max(s.import_id) over (partition by s.unit_code, s.year)
)

select
    *,
    row_number() over same as repetition,
    first_value(source_cell_id) over same as first_cell_id
from latest
window same as (
    partition by
        unit_code, year, planned_on, held_on, conclusion_key, conclusion_on, inspection_form,
        areas, thematic_lead, head_of_team, members, report_due_on, report_received_on
    order by row_number, source_cell_id
);

create or replace view effective.inspection as
select
    concat_ws('-', year, unit_code, row_number() over (
        partition by unit_code, year
        order by planned_on, held_on nulls last, row_number, source_cell_id
    )) as inspection_id,
    unit_code,
    year,
    areas,
    areas_text,
    planned_on,
    planned_text,
    held_on,
    inspection_form,
    thematic_lead,
    head_of_team,
    members,
    report_due_on,
    report_received_on,
    conclusion_number,
    conclusion_key,
    conclusion_on,
    cells,
    source_cell_id
from effective.inspection_row
where repetition = 1;

-- True where a text's keys name the visit: by its conclusion number ('15' names '15/tb-dkt' as
-- well), by the day that it was held, or by the day of its conclusion.
create or replace macro effective.names_conclusion(keys, conclusion) as
coalesce(
    list_contains(keys, conclusion)
    or list_contains(keys, split_part(conclusion, '/', 1))
    or list_contains(list_transform(keys, lambda k: split_part(k, '/', 1)), conclusion),
    false
);
create or replace macro effective.names_day(keys, held, concluded) as
coalesce(list_contains(keys, held::varchar), false)
or coalesce(list_contains(keys, concluded::varchar), false);
