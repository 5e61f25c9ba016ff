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

create or replace table band (
    year integer not null,
    ranking_group varchar not null,
    band varchar not null,
    from_percent decimal(18, 6) not null,
    to_percent decimal(18, 6) not null,
    source_cell_id bigint not null,
    primary key (year, ranking_group, band),
    check (from_percent < to_percent)
);
comment on table band is 'Thresholds of a class (xếp loại); the upper bound is not included unless it is 100.';

create or replace table published_result (
    unit_code varchar not null,
    year integer not null,
    what varchar not null,
    area_name varchar,
    area_position integer,
    area_maximum_points decimal(18, 6),
    published decimal(18, 6),
    published_text varchar,
    source_cell_id bigint not null
);
comment on table published_result is
'A figure that a decision published: index_percent, total, verified_total, survey_total, rank, band, area.';
comment on column published_result.area_name is 'The area as the heading names it; null for totals.';
