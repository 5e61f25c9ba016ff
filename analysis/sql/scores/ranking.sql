-- Question:   How do the units of a year stand against each other?
-- One row:    a unit with points, or published figures, in the year; filters narrow the rows,
--             never the ranks.
-- Order:      year, ranking group, rank (unranked last), name of the unit.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[]
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, ranking_group VARCHAR, year INTEGER,
--             points DECIMAL(18,6), maximum_points DECIMAL(18,6), index_percent DOUBLE,
--             full_maximum_points DECIMAL(18,6), adjustment_points DECIMAL(18,6),
--             adjusted_index_percent DOUBLE, band VARCHAR, self_gap DECIMAL(18,6), basis VARCHAR,
--             rank BIGINT, is_provisional BOOLEAN, is_ranked BOOLEAN,
--             survey_lost_points DECIMAL(18,6), points_at_stake DECIMAL(18,6),
--             index_percent_if_all_fixed DOUBLE, rank_if_all_fixed BIGINT, short_name VARCHAR,
--             unit_kind VARCHAR, ranking_percent DOUBLE, ranks_adjusted BOOLEAN,
--             missing_count BIGINT
-- Source:     definitions 1.2 to 1.7, 2.8
select
    result.unit_code,
    unit.unit_name,
    result.ranking_group,
    result.year,
    result.points,
    result.maximum_points,
    result.index_percent,
    result.full_maximum_points,
    result.adjustment_points,
    result.adjusted_index_percent,
    result.band,
    result.self_gap,
    result.basis,
    result.rank,
    result.is_provisional,
    result.is_ranked,
    result.survey_lost_points,
    stake_result.points_at_stake,
    stake_result.index_percent_if_all_fixed,
    stake_result.rank_if_all_fixed,
    unit.short_name,
    unit.unit_kind,
    result.ranking_percent,
    result.ranks_adjusted,
    result.missing_count
from unit_result as result
inner join unit on result.unit_code = unit.unit_code
inner join stake_result
    on result.unit_code = stake_result.unit_code and result.year = stake_result.year
where
    ($year is null or result.year = $year)
    and ($ranking_group is null or result.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, result.unit_code))
order by
    result.year,
    result.ranking_group,
    result.rank nulls last,
    unit.sort_key,
    result.unit_code;
