-- Question:   Which criteria cannot be compared with the year before?
-- One row:    a leaf of the year (side now) or of the year before (side before) that no link ties
--             to the other, for a ranking group; none where the year before has no set.
-- Order:      year, ranking group, leaves that went out before those that came in, place, code.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $area_code VARCHAR
-- Columns:    year INTEGER, ranking_group VARCHAR, side VARCHAR, criterion_code VARCHAR,
--             criterion_name VARCHAR, area_code VARCHAR, area_name VARCHAR,
--             maximum_points DECIMAL(18,6), set_maximum_points DECIMAL(18,6),
--             unlinked_share DOUBLE
-- Source:     definitions 2.1, 5.3; set_maximum_points is the whole set of the same side,
--             unlinked_share this leaf's part of it
with pair as (
    select distinct
        unit_group.year,
        unit_group.ranking_group,
        now_set.unit_kind,
        now_set.framework_id as now_id,
        before_set.framework_id as before_id
    from unit_group
    inner join unit on unit_group.unit_code = unit.unit_code
    inner join framework_kind as now_set
        on unit.unit_kind = now_set.unit_kind and unit_group.year = now_set.year
    inner join framework_kind as before_set
        on unit.unit_kind = before_set.unit_kind and unit_group.year - 1 = before_set.year
    where unit_group.ranking_group is not null
),

side_leaf as (
    select
        pair.year,
        pair.ranking_group,
        pair.unit_kind,
        'now' as side,
        leaf.framework_id,
        leaf.criterion_code,
        leaf.criterion_name,
        leaf.area_code,
        leaf.area_name,
        leaf.position,
        leaf.section,
        leaf.maximum_points
    from pair
    inner join leaf on pair.now_id = leaf.framework_id
    union all
    select
        pair.year,
        pair.ranking_group,
        pair.unit_kind,
        'before' as side,
        leaf.framework_id,
        leaf.criterion_code,
        leaf.criterion_name,
        leaf.area_code,
        leaf.area_name,
        leaf.position,
        leaf.section,
        leaf.maximum_points
    from pair
    inner join leaf on pair.before_id = leaf.framework_id
),

told as (
    select distinct
        side_leaf.year,
        side_leaf.ranking_group,
        side_leaf.side,
        side_leaf.criterion_code,
        side_leaf.criterion_name,
        side_leaf.area_code,
        side_leaf.area_name,
        side_leaf.position,
        side_leaf.maximum_points,
        framework.maximum_points as set_maximum_points
    from side_leaf
    inner join framework on side_leaf.framework_id = framework.framework_id
    left join leaf_link
        on
            side_leaf.unit_kind = leaf_link.unit_kind
            and side_leaf.year = leaf_link.to_year
            and side_leaf.year - 1 = leaf_link.from_year
            and leaf_link.to_code is not null
            and if(side_leaf.side = 'now', leaf_link.to_code, leaf_link.from_code)
            = side_leaf.criterion_code
    where side_leaf.section = 'main' and leaf_link.unit_kind is null
)

select
    year,
    ranking_group,
    side,
    criterion_code,
    criterion_name,
    area_code,
    area_name,
    maximum_points,
    set_maximum_points,
    ratio(maximum_points, set_maximum_points) as unlinked_share
from told
where
    ($year is null or year = $year)
    and ($ranking_group is null or ranking_group = $ranking_group)
    and is_asked_area($area_code, area_code)
order by
    year,
    ranking_group,
    side,
    position,
    criterion_code;
