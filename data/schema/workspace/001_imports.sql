create table import_batch (
    import_id bigint primary key,
    imported_at timestamp not null,
    imported_by varchar not null,
    is_withdrawn boolean not null,
    withdrawn_at timestamp,
    withdrawn_by varchar
);
comment on table import_batch is 'One import: all of its files in one transaction. A later import wins.';

create table import_file (
    import_id bigint not null,
    file_sha256 varchar not null,
    file_name varchar not null,
    options varchar not null,
    form varchar not null,
    row_count bigint not null
);
comment on column import_file.options is 'What the caller said about year, unit, group and form, as JSON.';

create sequence source_cell_number;

-- Every cell has another name: to look for a way to pack them takes longer than to write them.
create table source_cell (  -- noqa: PRS
    source_cell_id bigint not null,
    import_id bigint not null,
    file_sha256 varchar not null,
    file_name varchar not null,
    sheet varchar,
    cell varchar using compression uncompressed,
    raw_text varchar
);
