-- Question:   How much does a unit's rank hang on the weights and on points still disputed?
-- One row:    a ranked, not provisional unit with scores.
-- Order:      year, ranking group, rank, name of the unit.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[]
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, rank BIGINT, rank_low INTEGER,
--             rank_high INTEGER, rank_best INTEGER, rank_worst INTEGER,
--             top_quartile_probability DOUBLE, ranks_without_area MAP(VARCHAR, INTEGER),
--             year INTEGER, ranking_group VARCHAR, short_name VARCHAR, unit_count INTEGER,
--             index_percent DOUBLE, ranking_percent DOUBLE, basis VARCHAR,
--             rank_extremes_reason VARCHAR, draw_count INTEGER, seed INTEGER
-- Source:     definitions 3.1 to 3.4; OECD/JRC 2008 step 7; Goldstein & Spiegelhalter 1996
select
    result.unit_code,
    unit.unit_name,
    unit_result.rank,
    result.rank_low,
    result.rank_high,
    result.rank_best,
    result.rank_worst,
    result.top_quartile_probability,
    result.ranks_without_area,
    result.year,
    unit_result.ranking_group,
    unit.short_name,
    result.unit_count,
    unit_result.index_percent,
    unit_result.ranking_percent,
    unit_result.basis,
    result.rank_extremes_reason,
    result.draw_count,
    result.seed
from robustness_result as result
inner join unit_result
    on result.unit_code = unit_result.unit_code and result.year = unit_result.year
inner join unit on result.unit_code = unit.unit_code
where
    ($year is null or result.year = $year)
    and ($ranking_group is null or unit_result.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, result.unit_code))
order by
    result.year,
    unit_result.ranking_group,
    unit_result.rank,
    unit.sort_key,
    result.unit_code;
