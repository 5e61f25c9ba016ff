-- Question:   Which leaf of one year's set became which leaf of the next?
-- One row:    a link between two sets, once for all kinds of units that it stands for; with a
--             year, links from or to it.
-- Order:      year, kinds of units, place in the set, codes.
-- Parameters: $year INTEGER
-- Columns:    from_year INTEGER, from_code VARCHAR, to_year INTEGER, to_code VARCHAR,
--             link_kind VARCHAR, unit_kinds VARCHAR[], is_written BOOLEAN, from_name VARCHAR,
--             to_name VARCHAR, from_maximum_points DECIMAL(18,6),
--             to_maximum_points DECIMAL(18,6)
-- Source:     definitions 2.1; is_written is false where equal code, name and maximum link
with linked as (
    select
        link.from_year,
        from_set.framework_id as from_framework_id,
        link.from_code,
        link.to_year,
        to_set.framework_id as to_framework_id,
        link.to_code,
        link.link_kind,
        bool_or(link.is_written) as is_written,
        list(distinct link.unit_kind order by link.unit_kind) as unit_kinds
    from criterion_link as link
    left join framework_kind as from_set
        on link.from_year = from_set.year and link.unit_kind = from_set.unit_kind
    left join framework_kind as to_set
        on link.to_year = to_set.year and link.unit_kind = to_set.unit_kind
    where $year is null or link.from_year = $year or link.to_year = $year
    group by
        link.from_year,
        from_set.framework_id,
        link.from_code,
        link.to_year,
        to_set.framework_id,
        link.to_code,
        link.link_kind
)

select
    linked.from_year,
    linked.from_code,
    linked.to_year,
    linked.to_code,
    linked.link_kind,
    linked.unit_kinds,
    linked.is_written,
    from_criterion.criterion_name as from_name,
    to_criterion.criterion_name as to_name,
    from_criterion.maximum_points as from_maximum_points,
    to_criterion.maximum_points as to_maximum_points
from linked
left join criterion as from_criterion
    on
        linked.from_framework_id = from_criterion.framework_id
        and linked.from_code = from_criterion.criterion_code
left join criterion as to_criterion
    on
        linked.to_framework_id = to_criterion.framework_id
        and linked.to_code = to_criterion.criterion_code
order by
    linked.from_year,
    linked.unit_kinds,
    from_criterion.position nulls last,
    linked.from_code,
    to_criterion.position,
    linked.to_code;
