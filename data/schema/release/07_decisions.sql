-- Copied from the journal at publication, not from workbooks.
create or replace table decision (
    decision_id bigint primary key,
    revision_id bigint not null,
    revision bigint not null,
    first_written_at timestamp not null,
    written_at timestamp not null,
    written_by varchar not null,
    release_id varchar not null,
    subject_kind varchar not null,
    subject_key varchar not null,
    unit_code varchar,
    year integer,
    content varchar not null,
    responsible varchar,
    due_on date,
    state varchar not null,
    decision_body varchar,
    decision_number varchar,
    decided_on date
);
comment on table decision is
'What was decided (quyết định) until this release was published, each as it was last written.';
comment on column decision.release_id is 'The release that was on the screen when it was written.';
comment on column decision.subject_key is
'What it is about: a deduction_id, a finding_id, unit:area:year of a candidate …';
comment on column decision.responsible is 'Who is to do it.';
