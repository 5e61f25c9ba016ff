-- Question:   Who has been inspected, who will be, and who has not?
-- One row:    a visit of the programme; a unit of the year without any has one (not_planned).
-- Order:      year, day (held, else planned; not planned last), name of the unit.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR,
--             $as_of DATE
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, area_codes VARCHAR[], planned_on DATE,
--             held_on DATE, inspection_form VARCHAR, thematic_lead VARCHAR,
--             head_of_team VARCHAR, report_due_on DATE, report_received_on DATE, state VARCHAR,
--             conclusion_number VARCHAR, overlaps_with VARCHAR[], year INTEGER,
--             inspection_id VARCHAR, planned_text VARCHAR, areas_text VARCHAR, members VARCHAR,
--             conclusion_on DATE, is_report_missing BOOLEAN, short_name VARCHAR,
--             ranking_group VARCHAR
-- Source:     definitions 6; overlaps: ISO days of the unit's other visits within 30 days
--             (plan 108/KH-UBND: daily work must not be hindered), null without any
with asked_year as (
    select distinct year
    from inspection
    where $year is null
    union
    select $year::integer
    where $year is not null
),

visit as (
    select
        inspection.*,
        coalesce(inspection.held_on, inspection.planned_on) as on_day,
        if(
            inspection.areas = [],
            [
                'direction', 'institutions', 'procedures', 'apparatus', 'civil_service',
                'digital_government',
            ],
            inspection.areas
        ) as area_codes
    from inspection
),

overlap as (
    select
        visit.inspection_id,
        list(other.on_day::varchar order by other.on_day, other.inspection_id) as overlaps_with
    from visit
    inner join visit as other
        on
            visit.unit_code = other.unit_code
            and visit.inspection_id <> other.inspection_id
            and abs(date_diff('day', visit.on_day, other.on_day)) <= 30
    group by visit.inspection_id
),

unit_of_year as (
    select
        asked_year.year,
        unit.unit_code
    from asked_year
    inner join unit
        on
            coalesce(year(unit.valid_from) <= asked_year.year, true)
            and coalesce(year(unit.valid_to) >= asked_year.year, true)
    union
    select
        visit.year,
        visit.unit_code
    from visit
)

select
    unit_of_year.unit_code,
    unit.unit_name,
    coalesce(visit.area_codes, []) as area_codes,
    visit.planned_on,
    visit.held_on,
    visit.inspection_form,
    visit.thematic_lead,
    visit.head_of_team,
    visit.report_due_on,
    visit.report_received_on,
    case
        when visit.inspection_id is null then 'not_planned'
        when coalesce(visit.conclusion_number, visit.conclusion_on::varchar) is not null
            then 'concluded'
        when visit.held_on is not null then 'held'
        when visit.planned_on < $as_of then 'late'
        else 'planned'
    end as state,
    visit.conclusion_number,
    overlap.overlaps_with,
    unit_of_year.year,
    visit.inspection_id,
    visit.planned_text,
    visit.areas_text,
    visit.members,
    visit.conclusion_on,
    coalesce(
        visit.report_due_on < $as_of and visit.report_received_on is null, false
    ) as is_report_missing,
    unit.short_name,
    unit_group.ranking_group
from unit_of_year
inner join unit on unit_of_year.unit_code = unit.unit_code
left join visit
    on unit_of_year.unit_code = visit.unit_code and unit_of_year.year = visit.year
left join overlap on visit.inspection_id = overlap.inspection_id
left join unit_group
    on unit_of_year.unit_code = unit_group.unit_code and unit_of_year.year = unit_group.year
where
    ($year is null or unit_of_year.year = $year)
    and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, unit_of_year.unit_code))
    and (
        $area_code is null
        or list_contains(visit.area_codes, $area_code)
        or list_has_any(
            visit.area_codes,
            (
                select list(leaf.reform_area)
                from leaf
                where leaf.area_code = $area_code
            )
        )
    )
order by
    unit_of_year.year,
    visit.on_day nulls last,
    unit.sort_key,
    unit_of_year.unit_code,
    visit.inspection_id;
