-- Question:   Which forms that come once for all units have come in for the year?
-- One row:    such a form: criteria, areas, links, bands, inspections, findings, published results.
-- Order:      as a season needs them.
-- Parameters: $year INTEGER
-- Columns:    year INTEGER, item VARCHAR, state VARCHAR, filled_count BIGINT,
--             expected_count BIGINT, received_at TIMESTAMP, file VARCHAR, import_id BIGINT
-- Source:     docs/data_rules.md, 'Who owes what': criteria count kinds of units, areas the areas
--             of the sets, links the leaves that stand in a set after another year's, bands groups,
--             findings the visits held; the rest count rows, published results units
with in_year as (
    select distinct
        unit.unit_kind,
        unit_group.ranking_group
    from unit_group
    inner join unit on unit_group.unit_code = unit.unit_code
    where unit_group.year = $year and unit_group.ranking_group is not null
),

thing as (
    -- Everything of the year, with whether it is there and the cell that says so.
    select
        'criteria' as item,
        kinds.unit_kind as what,
        framework.framework_id is not null as is_there,
        true as is_expected,
        framework.source_cell_id
    from (select distinct unit_kind from in_year) as kinds
    left join framework_kind
        on kinds.unit_kind = framework_kind.unit_kind and framework_kind.year = $year
    left join framework on framework_kind.framework_id = framework.framework_id
    union all
    select
        'areas' as item,
        concat_ws('/', criterion.framework_id, criterion.criterion_code) as what,
        criterion.reform_area is not null as is_there,
        true as is_expected,
        null as source_cell_id
    from criterion
    inner join framework on criterion.framework_id = framework.framework_id
    where
        framework.year = $year
        and criterion.parent_code is null
        and criterion.section = 'main'
    union all
    select
        'links' as item,
        concat_ws('/', applied.unit_kind, leaf.criterion_code) as what,
        bool_or(link.to_code is not null) as is_there,
        true as is_expected,
        max(link.source_cell_id) as source_cell_id
    from framework_kind as applied
    inner join framework_kind as earlier
        on applied.unit_kind = earlier.unit_kind and applied.year = earlier.year + 1
    inner join leaf on applied.framework_id = leaf.framework_id and leaf.section = 'main'
    inner join criterion_above as above
        on
            leaf.framework_id = above.framework_id
            and leaf.criterion_code = above.criterion_code
    left join criterion_link as link
        on
            applied.unit_kind = link.unit_kind
            and applied.year = link.to_year
            and above.above_code = link.to_code
    where applied.year = $year
    group by applied.unit_kind, leaf.criterion_code
    union all
    select
        'bands' as item,
        ranking_group as what,
        true as is_there,
        false as is_expected,
        source_cell_id
    from band
    where year = $year
    union all
    select
        'inspections' as item,
        inspection_id as what,
        true as is_there,
        true as is_expected,
        source_cell_id
    from inspection
    where year = $year
    union all
    select
        'findings' as item,
        inspection.inspection_id as what,
        finding.finding_id is not null as is_there,
        true as is_expected,
        finding.source_cell_id
    from inspection
    left join finding on inspection.inspection_id = finding.inspection_id
    where inspection.year = $year and inspection.held_on is not null
    union all
    select
        'published_results' as item,
        unit_code as what,
        true as is_there,
        false as is_expected,
        source_cell_id
    from published_result
    where year = $year
),

counted as (
    select
        thing.item,
        count(distinct thing.what) filter (where thing.is_there) as filled_count,
        count(distinct thing.what) filter (where thing.is_expected) as expected_count,
        max(source_cell.import_id) as import_id,
        arg_max(source_cell.file_name, source_cell.import_id) as file
    from thing
    left join source_cell on thing.source_cell_id = source_cell.source_cell_id
    group by thing.item
),

-- What maps areas is not kept cell by cell: its file is the newest of that form.
mapping as (
    select
        max(import_id) as import_id,
        arg_max(file_name, import_id) as file
    from import_file
    where form = 'areas'
),

imports as (
    select
        import_id,
        min(imported_at) as imported_at
    from import_file
    group by import_id
)

select
    $year::integer as year,
    items.item,
    case
        when coalesce(counted.expected_count, 0) = 0 and coalesce(counted.filled_count, 0) > 0
            then 'received'
        when coalesce(counted.expected_count, 0) = 0
            then if(items.is_always_owed, 'missing', 'not_expected')
        when counted.filled_count >= counted.expected_count then 'received'
        when counted.filled_count > 0 then 'partial'
        else 'missing'
    end as state,
    coalesce(counted.filled_count, 0) as filled_count,
    nullif(counted.expected_count, 0) as expected_count,
    imports.imported_at as received_at,
    if(items.item = 'areas' and counted.filled_count > 0, mapping.file, counted.file) as file,
    imports.import_id
from (
    values
    ('criteria', 1, true), ('areas', 2, false), ('links', 3, false), ('bands', 4, false),
    ('inspections', 5, true), ('findings', 6, false), ('published_results', 7, false)
) as items (item, position, is_always_owed)
cross join mapping
left join counted on items.item = counted.item
left join imports
    on
        imports.import_id = if(
            items.item = 'areas' and counted.filled_count > 0, mapping.import_id, counted.import_id
        )
where $year is not null
order by items.position;
