-- Question:   What are the criteria of the set that applies to a unit or group in a year?
-- One row:    a node of a set that applies to a unit in scope: area, criterion or sub-criterion.
-- Order:      year, set, place in the set.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[]
-- Columns:    framework_id VARCHAR, year INTEGER, criterion_code VARCHAR,
--             criterion_name VARCHAR, maximum_points DECIMAL(18,6), is_leaf BOOLEAN,
--             is_survey BOOLEAN, section VARCHAR
-- Source:     design section 3; a parent's maximum is the sum of its leaves
with applied as (
    select distinct
        framework_kind.framework_id,
        framework_kind.year
    from framework_kind
    inner join unit on framework_kind.unit_kind = unit.unit_kind
    inner join unit_group
        on unit.unit_code = unit_group.unit_code and framework_kind.year = unit_group.year
    where
        ($year is null or framework_kind.year = $year)
        and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
        and ($unit_codes is null or list_contains($unit_codes, unit.unit_code))
)

select
    applied.framework_id,
    applied.year,
    criterion.criterion_code,
    criterion.criterion_name,
    criterion.maximum_points,
    criterion.is_leaf,
    criterion.is_survey,
    criterion.section
from applied
inner join criterion on applied.framework_id = criterion.framework_id
order by
    applied.year,
    applied.framework_id,
    criterion.position,
    criterion.criterion_code;
