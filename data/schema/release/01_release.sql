create or replace table release (
    release_id varchar primary key,
    book varchar not null check (book in ('illustration', 'real')),
    is_draft boolean not null,
    published_at timestamp not null,
    as_of date not null,
    import_ids bigint[] not null,
    schema_version integer not null,
    made_by varchar not null
);
comment on table release is 'The one row that says which release this file is.';
comment on column release.as_of is 'Day against which deadlines are judged.';
comment on column release.made_by is
'Digest of the statements that made it: another one may have drawn other results from the same imports.';
comment on column release.import_ids is 'Imports that were in force when the release was made.';

-- 100 × 0.7845 in binary is not 78.45: whole numbers of millionths divide to the nearest double,
-- so that equal fractions are equal figures and tie.
create or replace macro ratio(numerator, denominator) as
(round(numerator * 1000000))::hugeint::double
/ nullif((round(denominator * 1000000))::hugeint::double, 0);

create or replace table import_file (
    import_id bigint not null,
    file_sha256 varchar not null,
    file_name varchar not null,
    form varchar not null,
    row_count bigint not null,
    imported_at timestamp not null,
    imported_by varchar not null,
    primary key (import_id, file_sha256, form)
);
comment on table import_file is 'Files of the imports in force; the file itself is kept by its SHA-256.';

-- Numbered apart by the workspace's sequence. An index on so many rows would cost every draft more
-- than reading their workbook; tests hold that no number and no score comes twice. Cells are not
-- packed, for which they would have to be alike.
create or replace table source_cell (  -- noqa: PRS
    source_cell_id bigint not null,
    import_id bigint not null,
    file_sha256 varchar not null,
    file_name varchar not null,
    sheet varchar,
    cell varchar using compression uncompressed,
    raw_text varchar
);
comment on table source_cell is 'The cell of a workbook that a figure came from, with the text found there.';
comment on column source_cell.sheet is 'Null for .csv, which has no sheets.';
