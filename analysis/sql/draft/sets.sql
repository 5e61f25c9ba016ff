-- Question:   Which criteria sets does the release hold, leaf by leaf?
-- One row:    a leaf of a set, without bonus and penalty.
-- Order:      year (newest first), set, place in the set.
-- Parameters: none
-- Columns:    framework_id VARCHAR, year INTEGER, unit_kinds VARCHAR[], criterion_code VARCHAR,
--             criterion_name VARCHAR, area_code VARCHAR, area_name VARCHAR,
--             maximum_points DECIMAL(18,6)
-- Source:     design 7, Method: what a draft may be
with applied as (
    select
        framework_id,
        list(unit_kind order by unit_kind) as unit_kinds
    from framework_kind
    group by framework_id
)

select
    leaf.framework_id,
    leaf.year,
    applied.unit_kinds,
    leaf.criterion_code,
    leaf.criterion_name,
    leaf.area_code,
    leaf.area_name,
    leaf.maximum_points
from leaf
inner join applied on leaf.framework_id = applied.framework_id
where leaf.section = 'main'
order by
    leaf.year desc,
    leaf.framework_id asc,
    leaf.position asc;
