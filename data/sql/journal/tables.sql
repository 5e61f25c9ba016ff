pragma journal_mode = wal;
begin;
create table if not exists audit_entry (
    audit_entry_id integer primary key,
    at text not null,
    by text not null,
    action text not null,
    book text,
    subject text not null,
    detail text not null
);
create trigger if not exists audit_entry_stays
before update on audit_entry
begin select raise(abort, 'the audit is only added to'); end;
create trigger if not exists audit_entry_remains
before delete on audit_entry
begin select raise(abort, 'the audit is only added to'); end;
create table if not exists decision_revision (
    revision_id integer primary key,
    decision_id integer not null,
    written_at text not null,
    written_by text not null,
    book text not null,
    release_id text not null,
    subject_kind text not null,
    subject_key text not null,
    unit_code text,
    year integer,
    content text not null,
    responsible text,
    due_on text,
    state text not null,
    decision_body text,
    decision_number text,
    decided_on text
);
create index if not exists decision_revision_of on decision_revision (decision_id, revision_id);
create trigger if not exists decision_revision_stays
before update on decision_revision
begin select raise(abort, 'a decision is revised by a line more'); end;
create trigger if not exists decision_revision_remains
before delete on decision_revision
begin select raise(abort, 'a decision is revised by a line more'); end;
create table if not exists meeting (
    meeting_id integer primary key,
    book text not null,
    title text not null,
    held_on text not null,
    release_id text not null,
    year integer,
    judged_year integer,
    ranking_group text,
    as_of text not null,
    figures text not null,
    kept_at text not null,
    kept_by text not null
);
create trigger if not exists meeting_stays
before update on meeting
begin select raise(abort, 'what a meeting saw stays as it was'); end;
create trigger if not exists meeting_remains
before delete on meeting
begin select raise(abort, 'what a meeting saw stays as it was'); end;
create table if not exists saved_view (
    saved_view_id integer primary key,
    owner text not null,
    name text not null,
    page text not null,
    query text not null,
    saved_at text not null,
    unique (owner, name)
);
create table if not exists column_choice (
    form text not null,
    heading_key text not null,
    field text not null,
    chosen_by text not null,
    chosen_at text not null,
    primary key (form, heading_key)
);
create table if not exists column_heading (
    heading_key text primary key,
    heading text not null
);
create table if not exists refusal (
    refusal_id integer primary key,
    refused_at text not null,
    refused_by text not null,
    book text not null,
    file_name text not null,
    file_sha256 text not null,
    item text,
    unit_code text,
    year integer,
    error_count integer not null
);
commit;
