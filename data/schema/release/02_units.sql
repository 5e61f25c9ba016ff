create or replace table unit (
    unit_code varchar primary key,
    unit_name varchar not null,
    short_name varchar not null,
    unit_kind varchar not null,
    valid_from date,
    valid_to date,
    sort_key varchar not null,
    source_cell_id bigint not null
);
comment on table unit is 'A unit (đơn vị) for a span of time.';
comment on column unit.unit_kind is
'department, urban_district, rural_district … or, for other indices, the kind as written.';
comment on column unit.sort_key is 'Orders names as a Vietnamese dictionary does.';

create or replace table unit_alias (
    unit_code varchar not null,
    alias varchar not null,
    alias_key varchar not null,
    primary key (unit_code, alias)
);
comment on table unit_alias is 'Spellings that workbooks use for a unit (tên khác).';
comment on column unit_alias.alias_key is 'The spelling without case, accents and prefixes.';

create or replace table unit_group (
    unit_code varchar not null,
    year integer not null,
    ranking_group varchar,
    is_ranked boolean not null,
    primary key (unit_code, year)
);
comment on table unit_group is 'Ranking group (khối xếp hạng) of a unit in a year.';
comment on column unit_group.is_ranked is 'False where the workbook says ''không xếp hạng''.';

create or replace table unit_succession (
    unit_code varchar not null,
    succeeded_by varchar not null,
    primary key (unit_code, succeeded_by)
);
comment on table unit_succession is 'Which unit took a unit''s place (merger, renaming).';
