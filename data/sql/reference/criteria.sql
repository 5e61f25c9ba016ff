select
    k.year,
    k.unit_kind,
    c.criterion_code,
    c.parent_code,
    c.area_code,
    c.criterion_name,
    c.maximum_points,
    c.section,
    c.is_survey,
    c.is_leaf,
    c.reform_area
from effective.framework_kind as k
inner join effective.criterion as c on k.framework_id = c.framework_id
order by k.year, k.unit_kind, c.position;
