-- Units in force. A later import wins, column by column: a blank cell leaves what is known.
create or replace view effective.batch as
select
    import_id,
    imported_at,
    imported_by
from main.import_batch
where not is_withdrawn;

create or replace view effective.unit as
select
    written.unit_code,
    last(written.unit_name order by written.import_id, written.source_cell_id)
    filter (written.unit_name is not null) as unit_name,
    last(written.short_name order by written.import_id, written.source_cell_id)
    filter (written.short_name is not null) as short_name,
    last(written.unit_kind order by written.import_id, written.source_cell_id)
    filter (written.unit_kind is not null) as unit_kind,
    last(written.valid_from order by written.import_id, written.source_cell_id)
    filter (written.valid_from is not null) as valid_from,
    last(written.valid_to order by written.import_id, written.source_cell_id)
    filter (written.valid_to is not null) as valid_to,
    last(written.sort_key order by written.import_id, written.source_cell_id)
    filter (written.sort_key is not null) as sort_key,
    max(written.source_cell_id) as source_cell_id
from submitted.unit as written
inner join effective.batch as batch on written.import_id = batch.import_id
group by written.unit_code
-- A correction that outlives the import which named the unit names nothing.
having unit_name is not null and unit_kind is not null;

create or replace view effective.unit_alias as
select
    alias.unit_code,
    alias.alias,
    last(alias.alias_key order by alias.import_id) as alias_key
from submitted.unit_alias as alias
inner join effective.batch as batch on alias.import_id = batch.import_id
inner join effective.unit as unit on alias.unit_code = unit.unit_code
group by alias.unit_code, alias.alias;

create or replace view effective.unit_group as
with written as (
    select
        g.import_id,
        g.unit_code,
        g.year,
        g.ranking_group,
        g.is_ranked
    from submitted.unit_group as g
    inner join effective.batch as batch on g.import_id = batch.import_id
),

unit_year as (
    -- Years at whose end (14 December, the reporting year's last day) the unit exists.
    -- A unit that no workbook ever put into a group stands among its own kind.
    select
        unit.unit_code,
        years.year,
        case
            when
                unit.unit_code in (
                    select written.unit_code
                    from written
                    where written.ranking_group is not null
                ) then null
            when unit.unit_kind = 'department' then 'Sở, ban, ngành'
            when unit.unit_kind = 'urban_district' then 'Quận'
            when unit.unit_kind = 'rural_district' then 'Huyện'
            when unit.unit_kind = 'ward' then 'Phường'
            when unit.unit_kind = 'commune' then 'Xã'
            when unit.unit_kind = 'township' then 'Thị trấn'
            when unit.unit_kind = 'special_zone' then 'Đặc khu'
            when unit.unit_kind = 'city' then 'Thành phố'
            else unit.unit_kind
        end as group_of_kind
    from effective.unit as unit
    cross join unnest(range(2000, 2041)) as years (year)
    where
        (unit.valid_from is null or unit.valid_from <= make_date(years.year, 12, 14))
        and (unit.valid_to is null or unit.valid_to >= make_date(years.year, 12, 14))
)

-- The latest import wins; within one, a row for the year beats a row for every year.
-- 'Không xếp hạng' alone keeps the group that is known.
select
    unit_year.unit_code,
    unit_year.year,
    coalesce(
        last(written.ranking_group order by written.import_id, written.year is not null)
        filter (written.ranking_group is not null),
        any_value(unit_year.group_of_kind)
    ) as ranking_group,
    coalesce(
        last(written.is_ranked order by written.import_id, written.year is not null), true
    ) as is_ranked
from unit_year
left join written
    on
        unit_year.unit_code = written.unit_code
        and (written.year is null or unit_year.year = written.year)
where written.unit_code is not null or unit_year.group_of_kind is not null
group by unit_year.unit_code, unit_year.year;

create or replace view effective.unit_succession as
select distinct
    succession.unit_code,
    succession.succeeded_by
from submitted.unit_succession as succession
inner join effective.batch as batch on succession.import_id = batch.import_id
inner join effective.unit as unit on succession.unit_code = unit.unit_code;
