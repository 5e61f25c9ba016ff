-- Question:   Under which spellings, and in which groups of which years, is each unit known?
-- One row:    a unit.
-- Order:      unit code.
-- Parameters: none
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, unit_kind VARCHAR, valid_from DATE,
--             valid_to DATE, spellings VARCHAR[], years INTEGER[], ranking_groups VARCHAR[],
--             ranked_years INTEGER[]
-- Source:     definitions 7.9; years and ranking_groups stand side by side
with spelled as (
    select
        unit_code,
        list(alias order by alias) as spellings
    from unit_alias
    group by unit_code
),

grouped as (
    select
        unit_code,
        list(year order by year) as years,
        list(ranking_group order by year) as ranking_groups,
        list(year order by year) filter (where is_ranked) as ranked_years
    from unit_group
    group by unit_code
)

select
    unit.unit_code,
    unit.unit_name,
    unit.unit_kind,
    unit.valid_from,
    unit.valid_to,
    list_append(coalesce(spelled.spellings, []), unit.short_name) as spellings,
    coalesce(grouped.years, []) as years,
    coalesce(grouped.ranking_groups, []) as ranking_groups,
    coalesce(grouped.ranked_years, []) as ranked_years
from unit
left join spelled on unit.unit_code = spelled.unit_code
left join grouped on unit.unit_code = grouped.unit_code
order by unit.unit_code;
