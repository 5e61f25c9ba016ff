-- Question:   How far is each unit, at each leaf, from the median and the best of its group?
-- One row:    a unit's leaf in a year; median and best over the ranked, not provisional units of
--             the group to which the leaf applies; filters narrow the rows, never the peers.
-- Order:      year, ranking group, name of the unit, place in the set.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, year INTEGER, area_code VARCHAR,
--             criterion_code VARCHAR, criterion_name VARCHAR,
--             self_assessed_points DECIMAL(18,6), verified_points DECIMAL(18,6),
--             survey_points DECIMAL(18,6), points DECIMAL(18,6), maximum_points DECIMAL(18,6),
--             is_applicable BOOLEAN, lost_points DECIMAL(18,6), lost_share DOUBLE,
--             self_gap DECIMAL(18,6), group_median DOUBLE, group_best DOUBLE, gap_to_best DOUBLE,
--             is_in_shares BOOLEAN, short_name VARCHAR, ranking_group VARCHAR, area_name VARCHAR
-- Source:     definitions 1.8: points where the maxima are equal, else shares of the maximum
select
    result.unit_code,
    unit.unit_name,
    result.year,
    result.area_code,
    result.criterion_code,
    leaf.criterion_name,
    result.self_assessed_points,
    result.verified_points,
    result.survey_points,
    result.points,
    result.maximum_points,
    result.is_applicable,
    result.lost_points,
    result.lost_share,
    result.self_gap,
    if(peer.is_in_shares, peer.median_share, peer.median_points) as group_median,
    if(peer.is_in_shares, peer.best_share, peer.best_points::double) as group_best,
    if(
        peer.is_in_shares,
        greatest(0, peer.best_share - ratio(result.points, result.maximum_points)),
        greatest(0, peer.best_points - result.points)::double
    ) as gap_to_best,
    peer.is_in_shares,
    unit.short_name,
    result.ranking_group,
    leaf.area_name
from leaf_result as result
inner join unit on result.unit_code = unit.unit_code
inner join leaf
    on
        result.framework_id = leaf.framework_id
        and result.criterion_code = leaf.criterion_code
left join leaf_peer as peer
    on
        result.year = peer.year
        and result.ranking_group = peer.ranking_group
        and result.criterion_code = peer.criterion_code
        and leaf.criterion_name = peer.criterion_name
where
    result.section = 'main'
    and ($year is null or result.year = $year)
    and ($ranking_group is null or result.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, result.unit_code))
    and (
        $area_code is null
        or result.area_code = $area_code
        or result.reform_area = $area_code
    )
order by
    result.year,
    result.ranking_group,
    unit.sort_key,
    result.unit_code,
    result.position,
    result.criterion_code;
