-- Question:   How do the criteria sets call their areas?
-- One row:    an area of a set.
-- Order:      year, set, place of the area in the set.
-- Parameters: none
-- Columns:    year INTEGER, area_code VARCHAR, area_name VARCHAR, reform_area VARCHAR
-- Source:     design section 3
select
    framework.year,
    area.criterion_code as area_code,
    area.criterion_name as area_name,
    area.reform_area
from criterion as area
inner join framework on area.framework_id = framework.framework_id
where area.parent_code is null and area.section = 'main'
order by
    framework.year,
    area.framework_id,
    area.position;
