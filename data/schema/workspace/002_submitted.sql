-- What each import said, kept as said. What is in force is never stored: the views of
-- data/effective/ derive it from the imports that are not withdrawn, so that a withdrawal
-- leaves the book as if the import had never been.
create schema submitted;

create table submitted.unit (
    import_id bigint not null, unit_code varchar not null, unit_name varchar, short_name varchar,
    unit_kind varchar, valid_from date, valid_to date, sort_key varchar,
    source_cell_id bigint not null
);
create table submitted.unit_alias (
    import_id bigint not null, unit_code varchar not null, alias varchar not null,
    alias_key varchar not null
);
-- year null: every year of the unit's validity.
create table submitted.unit_group (
    import_id bigint not null, unit_code varchar not null, year integer, ranking_group varchar,
    is_ranked boolean not null
);
create table submitted.unit_succession (
    import_id bigint not null, unit_code varchar not null, succeeded_by varchar not null
);
create table submitted.framework (
    import_id bigint not null, framework_id varchar not null, year integer not null,
    unit_kinds varchar[] not null, title varchar, legal_basis varchar,
    ranks_adjusted boolean not null, source_cell_id bigint not null
);
create table submitted.criterion (
    import_id bigint not null, framework_id varchar not null, criterion_code varchar not null,
    parent_code varchar, area_code varchar not null, position integer not null,
    depth integer not null, criterion_name varchar not null, printed_maximum decimal(18, 6),
    section varchar not null, is_survey boolean not null, is_leaf boolean not null,
    own_reform_area varchar, rule varchar, evidence_required varchar, note varchar,
    source_cell_id bigint not null
);
create table submitted.area_mapping (
    import_id bigint not null, year integer, unit_kind varchar, criterion_code varchar not null,
    reform_area varchar not null, source_cell_id bigint not null
);
create table submitted.criterion_link (
    import_id bigint not null, unit_kind varchar not null, from_year integer not null,
    from_code varchar, to_year integer not null, to_code varchar, link_kind varchar not null,
    source_cell_id bigint not null
);
-- A listed leaf left blank is a row with is_applicable and no points: it clears what was there.
create table submitted.score (
    import_id bigint not null, unit_code varchar not null, year integer not null,
    criterion_code varchar not null, kind varchar not null, is_applicable boolean not null,
    points decimal(18, 6), source_cell_id bigint not null
);
create table submitted.score_note (
    import_id bigint not null, unit_code varchar not null, year integer not null,
    criterion_code varchar not null, declared varchar, evidence varchar,
    explanation_text varchar, note varchar, forms_count integer, source_cell_id bigint not null
);
create table submitted.band (
    import_id bigint not null, year integer not null, ranking_group varchar not null,
    band varchar not null, from_percent decimal(18, 6) not null,
    to_percent decimal(18, 6) not null, source_cell_id bigint not null
);
create table submitted.published_result (
    import_id bigint not null, unit_code varchar not null, year integer not null,
    what varchar not null, area_name varchar, area_position integer,
    area_maximum_points decimal(18, 6), published decimal(18, 6), published_text varchar,
    source_cell_id bigint not null
);
-- A claimed total in a score sheet: a parent's cell, checked against the sum, never a score.
create table submitted.claimed_total (
    import_id bigint not null, unit_code varchar not null, year integer not null,
    criterion_code varchar, kind varchar not null, claimed decimal(18, 6) not null,
    printed_decimals integer not null, source_cell_id bigint not null
);
create table submitted.remediation (
    import_id bigint not null, unit_code varchar not null, year integer not null,
    row_number integer not null, criterion_code varchar, criterion_text varchar not null,
    maximum_points decimal(18, 6), points decimal(18, 6), lost_points decimal(18, 6),
    reason varchar, cause varchar, action varchar, lead_office varchar,
    supporting_offices varchar, responsible varchar, deadline_on date, deadline_text varchar,
    reported_state varchar, result varchar, evidence varchar, verification varchar,
    verification_keys varchar[] not null,
    cells map (varchar, varchar) not null, source_cell_id bigint not null
);
-- Keys name an inspection: its conclusion number ('15/tb-dkt') or a day ('2022-09-14').
create table submitted.inspection (
    import_id bigint not null, unit_code varchar not null, year integer not null,
    row_number integer not null, areas varchar[] not null, areas_text varchar,
    planned_on date not null, planned_text varchar, held_on date, inspection_form varchar,
    thematic_lead varchar, head_of_team varchar, members varchar, report_due_on date,
    report_received_on date, conclusion_number varchar, conclusion_key varchar,
    conclusion_on date, cells map (varchar, varchar) not null, source_cell_id bigint not null
);
create table submitted.finding (
    import_id bigint not null, unit_code varchar not null, year integer not null,
    row_number integer not null, row_code varchar, reform_area varchar, area_text varchar,
    criterion_code varchar, criterion_year integer, criterion_text varchar,
    finding_kind varchar not null, severity varchar, description varchar not null,
    cause varchar, responsible varchar, subject varchar, is_individual boolean not null,
    guidance varchar, recommendation varchar, deadline_on date, deadline_text varchar,
    handling varchar, handling_body varchar, handling_state varchar,
    remediation_result varchar, result_says varchar, verification varchar,
    verification_keys varchar[] not null, continues_year integer,
    continues_row_code varchar, source_text varchar, source_keys varchar[] not null,
    cells map (varchar, varchar) not null, source_cell_id bigint not null
);
comment on column submitted.finding.result_says is
'What ''Kết quả khắc phục'' says: open, in_progress, reported or done; null where unreadable.';
create table submitted.initiative (
    import_id bigint not null, unit_code varchar not null, year integer not null,
    reform_area varchar, area_text varchar, initiative_name varchar not null,
    initiative_key varchar not null, description varchar, applied_from date,
    applied_from_text varchar, measure varchar, effect_before varchar, effect_after varchar,
    recognition varchar, replicated_at varchar, decision_number varchar, decision_on date,
    decision_body varchar, decision varchar, cells map (varchar, varchar) not null,
    source_cell_id bigint not null
);
