-- Question:   Where was an initiative replicated, and what became of the area there?
-- One row:    a place that the register of initiatives of the year names (Đã nhân rộng tại).
-- Order:      year, name of the initiative's unit, initiative, name of the place.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    initiative_id VARCHAR, name VARCHAR, unit_code VARCHAR, unit_name VARCHAR,
--             year INTEGER, area_code VARCHAR, adopter_code VARCHAR, adopter_name VARCHAR,
--             adopted_year INTEGER, before_year INTEGER, after_year INTEGER,
--             before_percent DOUBLE, after_percent DOUBLE, percent_change DOUBLE,
--             change_reason VARCHAR, short_name VARCHAR, ranking_group VARCHAR
-- Source:     ours, docs/decisions/0009: adopted in the year the register first names the place;
--             before is the year before, after the newest ranked year since; linked leaves only.
--             change_reason: not_a_unit, no_area, not_ranked_since, not_comparable
select
    initiative.initiative_id,
    initiative.initiative_name as name,
    initiative.unit_code,
    unit.unit_name,
    initiative.year,
    initiative.reform_area as area_code,
    adopter.unit_code as adopter_code,
    coalesce(adopter_unit.unit_name, adopter.written) as adopter_name,
    adoption.adopted_year,
    adoption.before_year,
    adoption.after_year,
    change.before_percent,
    change.after_percent,
    change.percent_change,
    case
        when adopter.unit_code is null then 'not_a_unit'
        when initiative.reform_area is null then 'no_area'
        when adoption.after_year is null then 'not_ranked_since'
        when change.percent_change is null then 'not_comparable'
    end as change_reason,
    unit.short_name,
    unit_group.ranking_group
from initiative_adopter as adopter
inner join initiative on adopter.initiative_id = initiative.initiative_id
inner join unit on initiative.unit_code = unit.unit_code
left join unit as adopter_unit on adopter.unit_code = adopter_unit.unit_code
left join adoption
    on
        adopter.initiative_id = adoption.initiative_id
        and adopter.unit_code = adoption.unit_code
left join area_change as change
    on
        adoption.reform_area = change.reform_area
        and adoption.before_year = change.before_year
        and adoption.after_year = change.after_year
        and adoption.unit_code = change.unit_code
left join unit_group
    on initiative.unit_code = unit_group.unit_code and initiative.year = unit_group.year
where
    ($year is null or initiative.year = $year)
    and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, initiative.unit_code))
    and is_asked_area($area_code, initiative.reform_area)
order by
    initiative.year asc,
    unit.sort_key asc,
    initiative.initiative_id asc,
    adopter_unit.sort_key asc nulls last,
    adopter.written asc;
