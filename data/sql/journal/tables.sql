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
create table if not exists decision (
    decision_id integer primary key,
    book text not null,
    release_id text not null,
    decided_at text not null,
    decided_by text not null,
    topic text not null,
    unit_code text,
    content text not null,
    responsible text,
    deadline_on text,
    state text not null
);
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
commit;
