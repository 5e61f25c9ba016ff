-- Criteria sets in force: for each year and kind of units the set of the latest import.
create or replace view effective.framework_kind as
select
    written.year,
    written.unit_kind,
    last(written.framework_id order by written.import_id asc, written.source_cell_id desc)
        as framework_id
from (
    select
        framework.import_id,
        framework.framework_id,
        framework.year,
        framework.source_cell_id,
        unnest(framework.unit_kinds) as unit_kind
    from submitted.framework as framework
    inner join effective.batch as batch on framework.import_id = batch.import_id
) as written
group by written.year, written.unit_kind;

create or replace view effective.framework_row as
-- The latest import of each set that still applies to some kind of units.
select
    framework.import_id,
    framework.framework_id,
    framework.year,
    framework.title,
    framework.legal_basis,
    framework.ranks_adjusted,
    framework.source_cell_id
from submitted.framework as framework
inner join effective.batch as batch on framework.import_id = batch.import_id
where
    exists (
        select 1
        from effective.framework_kind as applied
        where applied.framework_id = framework.framework_id
    )
qualify
    row_number() over (
        partition by framework.framework_id
        order by framework.import_id desc, framework.source_cell_id asc
    ) = 1;

create or replace view effective.criterion_row as
select criterion.* exclude (import_id)
from submitted.criterion as criterion
inner join effective.framework_row as framework
    on
        criterion.framework_id = framework.framework_id
        and criterion.import_id = framework.import_id
qualify
    row_number() over (
        partition by criterion.framework_id, criterion.criterion_code
        order by criterion.source_cell_id
    ) = 1;
