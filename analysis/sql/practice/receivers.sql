-- Question:   Which models answer this unit's losses, and what could it gain from each?
-- One row:    a unit, an area, and another unit that is a candidate or promising in it.
-- Order:      year, name of the unit, points to gain (greatest first).
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR,
--             $minimum_z DOUBLE, $minimum_probability DOUBLE
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, year INTEGER, area_code VARCHAR,
--             area_name VARCHAR, donor_code VARCHAR, donor_name VARCHAR, donor_result VARCHAR,
--             points DECIMAL(18,6), short_name VARCHAR, donor_short_name VARCHAR,
--             ranking_group VARCHAR, reform_area VARCHAR, is_same_group BOOLEAN, common_share DOUBLE,
--             profile_distance DOUBLE
-- Source:     definitions 4.4; the filters choose the receivers; how alike the two are: ours,
--             docs/decisions/0009
select
    receiver.receiver_code as unit_code,
    unit.unit_name,
    receiver.year,
    receiver.area_code,
    donor.area_name,
    receiver.unit_code as donor_code,
    donor_unit.unit_name as donor_name,
    donor.result as donor_result,
    receiver.points,
    unit.short_name,
    donor_unit.short_name as donor_short_name,
    unit_group.ranking_group,
    donor.reform_area,
    likeness.is_same_group,
    likeness.common_share,
    likeness.profile_distance
from receiver
inner join weighed_candidate($minimum_z, $minimum_probability) as donor
    on
        receiver.unit_code = donor.unit_code
        and receiver.year = donor.year
        and receiver.area_code = donor.area_code
left join likeness
    on
        receiver.unit_code = likeness.unit_code
        and receiver.year = likeness.year
        and receiver.area_code = likeness.area_code
        and receiver.receiver_code = likeness.receiver_code
inner join unit on receiver.receiver_code = unit.unit_code
inner join unit as donor_unit on receiver.unit_code = donor_unit.unit_code
left join unit_group
    on receiver.receiver_code = unit_group.unit_code and receiver.year = unit_group.year
where
    donor.result <> 'not_supported'
    and ($year is null or receiver.year = $year)
    and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, receiver.receiver_code))
    and (
        $area_code is null
        or receiver.area_code = $area_code
        or donor.reform_area = $area_code
    )
order by
    receiver.year asc,
    unit.sort_key asc,
    receiver.receiver_code asc,
    receiver.points desc,
    receiver.unit_code asc,
    receiver.area_code asc;
