-- Question:   How sure is it that one unit is ahead of another?
-- One row:    a unit and another of its ranking group, both ways round. One unit asked for: it
--             against all others; several: each of them against each other one of them.
-- Order:      year, ranking group, units in the order asked for, else by rank and name.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[]
-- Columns:    unit_code VARCHAR, other_unit_code VARCHAR, probability_ahead DOUBLE,
--             unit_name VARCHAR, other_unit_name VARCHAR, year INTEGER, ranking_group VARCHAR,
--             short_name VARCHAR, other_short_name VARCHAR, rank BIGINT, other_rank BIGINT,
--             draw_count INTEGER, seed INTEGER
-- Source:     definitions 3.2: share of draws strictly ahead and half of those level
select
    pair.unit_code,
    pair.other_unit_code,
    pair.probability_ahead,
    unit.unit_name,
    other_unit.unit_name as other_unit_name,
    pair.year,
    own.ranking_group,
    unit.short_name,
    other_unit.short_name as other_short_name,
    own.rank,
    other.rank as other_rank,
    pair.draw_count,
    pair.seed
from pair_result as pair
inner join unit on pair.unit_code = unit.unit_code
inner join unit as other_unit on pair.other_unit_code = other_unit.unit_code
inner join unit_result as own on pair.unit_code = own.unit_code and pair.year = own.year
inner join unit_result as other
    on pair.other_unit_code = other.unit_code and pair.year = other.year
where
    ($year is null or pair.year = $year)
    and ($ranking_group is null or own.ranking_group = $ranking_group)
    and (
        $unit_codes is null
        or (
            list_contains($unit_codes, pair.unit_code)
            and (len($unit_codes) = 1 or list_contains($unit_codes, pair.other_unit_code))
        )
    )
order by
    pair.year,
    own.ranking_group,
    list_position($unit_codes, pair.unit_code),
    own.rank,
    unit.sort_key,
    pair.unit_code,
    other.rank,
    other_unit.sort_key,
    pair.other_unit_code;
