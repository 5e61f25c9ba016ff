-- Question:   Which units are known, under which names, and for which time?
-- One row:    a unit; with a year, a unit valid in it. Its ranking group is that of the year,
--             else of its newest year.
-- Order:      kind, name of the unit.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[]
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, unit_kind VARCHAR, ranking_group VARCHAR,
--             valid_from DATE, valid_to DATE, succeeded_by VARCHAR, aliases VARCHAR[],
--             short_name VARCHAR, is_ranked BOOLEAN
-- Source:     definitions 6, 7.9; several successors are joined by commas
with grouped as (
    select
        unit_code,
        arg_max(ranking_group, year) as ranking_group,
        arg_max(is_ranked, year) as is_ranked
    from unit_group
    where $year is null or year = $year
    group by unit_code
),

successor as (
    select
        unit_code,
        string_agg(succeeded_by, ', ' order by succeeded_by) as succeeded_by
    from unit_succession
    group by unit_code
),

named as (
    select
        unit_code,
        list(alias order by alias) as aliases
    from unit_alias
    group by unit_code
)

select
    unit.unit_code,
    unit.unit_name,
    unit.unit_kind,
    grouped.ranking_group,
    unit.valid_from,
    unit.valid_to,
    successor.succeeded_by,
    coalesce(named.aliases, []) as aliases,
    unit.short_name,
    coalesce(grouped.is_ranked and grouped.ranking_group is not null, false) as is_ranked
from unit
left join grouped on unit.unit_code = grouped.unit_code
left join successor on unit.unit_code = successor.unit_code
left join named on unit.unit_code = named.unit_code
where
    (
        $year is null
        or (
            coalesce(year(unit.valid_from) <= $year, true)
            and coalesce(year(unit.valid_to) >= $year, true)
        )
    )
    and ($ranking_group is null or grouped.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, unit.unit_code))
order by
    unit.unit_kind,
    unit.sort_key,
    unit.unit_code;
