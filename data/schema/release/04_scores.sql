-- One row a unit, year, leaf and kind (see source_cell on why no index says so).
create or replace table score (
    unit_code varchar not null,
    year integer not null,
    framework_id varchar not null,
    criterion_code varchar not null,
    kind varchar not null check (
        kind in ('self_assessed', 'verified_1', 'explanation', 'verified_2', 'survey')
    ),
    is_applicable boolean not null,
    points decimal(18, 6),
    source_cell_id bigint not null,
    check (is_applicable = (points is not null))
);
comment on table score is
'Points of a unit at a leaf, of one kind. A missing score has no row; not applicable has a row without points.';

create or replace table score_note (
    unit_code varchar not null,
    year integer not null,
    criterion_code varchar not null,
    declared varchar,
    evidence varchar,
    explanation_text varchar,
    note varchar,
    forms_count integer,
    source_cell_id bigint not null
);
comment on table score_note is 'What stands beside a unit''s scores at a leaf: evidence, explanation, note.';
comment on column score_note.forms_count is 'Number of survey forms (số phiếu).';
