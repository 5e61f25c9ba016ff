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
    submitted.unit_code,
    last(submitted.unit_name order by submitted.import_id, submitted.source_cell_id)
    filter (submitted.unit_name is not null) as unit_name,
    last(submitted.short_name order by submitted.import_id, submitted.source_cell_id)
    filter (submitted.short_name is not null) as short_name,
    last(submitted.unit_kind order by submitted.import_id, submitted.source_cell_id)
    filter (submitted.unit_kind is not null) as unit_kind,
    last(submitted.valid_from order by submitted.import_id, submitted.source_cell_id)
    filter (submitted.valid_from is not null) as valid_from,
    last(submitted.valid_to order by submitted.import_id, submitted.source_cell_id)
    filter (submitted.valid_to is not null) as valid_to,
    last(submitted.sort_key order by submitted.import_id, submitted.source_cell_id)
    filter (submitted.sort_key is not null) as sort_key,
    max(submitted.source_cell_id) as source_cell_id
from submitted.unit as submitted
inner join effective.batch as batch on submitted.import_id = batch.import_id
group by submitted.unit_code
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
with unit_year as (
    -- Years at whose end (14 December, the reporting year's last day) the unit exists.
    select
        unit.unit_code,
        years.year
    from effective.unit as unit
    cross join unnest(range(2000, 2041)) as years (year)
    where
        (unit.valid_from is null or unit.valid_from <= make_date(years.year, 12, 14))
        and (unit.valid_to is null or unit.valid_to >= make_date(years.year, 12, 14))
),

-- A unit that no workbook ever put into a group stands among its own kind.
of_kind as (
    select
        0 as import_id,
        unit_year.unit_code,
        unit_year.year,
        case unit.unit_kind
            when 'department' then 'Sở, ban, ngành'
            when 'urban_district' then 'Quận'
            when 'rural_district' then 'Huyện'
            when 'ward' then 'Phường'
            when 'commune' then 'Xã'
            when 'township' then 'Thị trấn'
            when 'special_zone' then 'Đặc khu'
            when 'city' then 'Thành phố'
            else unit.unit_kind
        end as ranking_group,
        true as is_ranked,
        false as is_of_year
    from unit_year
    inner join effective.unit as unit on unit_year.unit_code = unit.unit_code
    where
        not exists (
            select 1
            from submitted.unit_group as written
            inner join effective.batch as batch on written.import_id = batch.import_id
            where
                written.unit_code = unit_year.unit_code and written.ranking_group is not null
        )
),

said as (
    select
        import_id,
        unit_code,
        year,
        ranking_group,
        is_ranked,
        is_of_year
    from of_kind
    union all
    select
        written.import_id,
        unit_year.unit_code,
        unit_year.year,
        written.ranking_group,
        written.is_ranked,
        written.year is not null as is_of_year
    from submitted.unit_group as written
    inner join effective.batch as batch on written.import_id = batch.import_id
    inner join unit_year
        on
            written.unit_code = unit_year.unit_code
            and (written.year is null or written.year = unit_year.year)
)

-- The latest import wins; within one, a row for the year beats a row for every year.
-- 'Không xếp hạng' alone keeps the group that is known.
select
    unit_code,
    year,
    last(ranking_group order by import_id, is_of_year) filter (ranking_group is not null)
        as ranking_group,
    last(is_ranked order by import_id, is_of_year) as is_ranked
from said
group by unit_code, year;

create or replace view effective.unit_succession as
select distinct
    succession.unit_code,
    succession.succeeded_by
from submitted.unit_succession as succession
inner join effective.batch as batch on succession.import_id = batch.import_id
inner join effective.unit as unit on succession.unit_code = unit.unit_code;
