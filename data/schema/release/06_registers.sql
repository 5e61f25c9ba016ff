create or replace table remediation (
    remediation_id varchar primary key,
    unit_code varchar not null,
    year integer not null,
    criterion_code varchar,
    criterion_text varchar not null,
    maximum_points decimal(18, 6),
    points decimal(18, 6),
    lost_points decimal(18, 6),
    reason varchar,
    cause varchar,
    action varchar,
    lead_office varchar,
    supporting_offices varchar,
    responsible varchar,
    deadline_on date,
    deadline_text varchar,
    reported_state varchar check (
        reported_state in (
            'no_plan', 'in_progress', 'reported', 'done', 'partly_done', 'cannot_be_done'
        )
    ),
    result varchar,
    evidence varchar,
    verification varchar,
    verifying_inspection_id varchar,
    cells map (varchar, varchar) not null,
    source_cell_id bigint not null
);
comment on table remediation is
'A row of the register: what a unit undertook or reported for a deduction (khắc phục). Year is the index year.';
comment on column remediation.criterion_code is 'Null where the year has no criteria set yet.';
comment on column remediation.verifying_inspection_id is
'The held inspection of the unit that ''Xác minh'' names, null without (definitions 2.3).';
comment on column remediation.cells is 'Field -> cell, for every field that was filled.';

create or replace table inspection (
    inspection_id varchar primary key,
    unit_code varchar not null,
    year integer not null,
    areas varchar[] not null,
    areas_text varchar,
    planned_on date not null,
    planned_text varchar,
    held_on date,
    inspection_form varchar check (inspection_form in ('on_site', 'on_file', 'unannounced')),
    thematic_lead varchar,
    head_of_team varchar,
    members varchar,
    report_due_on date,
    report_received_on date,
    conclusion_number varchar,
    conclusion_on date,
    cells map (varchar, varchar) not null,
    source_cell_id bigint not null
);
comment on table inspection is 'A planned or held inspection of a unit (kiểm tra).';
comment on column inspection.areas is 'Reform areas covered; empty where the programme names none: all six.';

create or replace table finding (
    finding_id varchar primary key,
    unit_code varchar not null,
    year integer not null,
    row_code varchar,
    inspection_id varchar,
    reform_area varchar,
    area_text varchar,
    criterion_code varchar,
    criterion_year integer,
    criterion_text varchar,
    finding_kind varchar not null check (
        finding_kind in ('strength', 'limitation', 'difficulty', 'violation')
    ),
    severity varchar check (severity in ('minor', 'moderate', 'serious')),
    description varchar not null,
    cause varchar,
    responsible varchar,
    subject varchar,
    is_individual boolean not null,
    guidance varchar,
    recommendation varchar,
    deadline_on date,
    deadline_text varchar,
    handling varchar,
    handling_body varchar,
    handling_state varchar check (handling_state in ('none', 'in_progress', 'handled')),
    remediation_result varchar,
    verification varchar,
    verifying_inspection_id varchar,
    says_done boolean not null,
    state varchar check (state in ('open', 'in_progress', 'reported', 'closed')),
    continues_finding_id varchar,
    source_text varchar,
    cells map (varchar, varchar) not null,
    source_cell_id bigint not null
);
comment on table finding is 'Something that an inspection established (phát hiện); year is the inspection''s.';
comment on column finding.state is 'Limitations and violations only; only an inspection closes a finding.';
comment on column finding.inspection_id is
'The visit that ''Nguồn'' names; null where the finding hangs on unit and year alone.';
comment on column finding.verifying_inspection_id is
'The held inspection of the unit that ''Xác minh'' names, its own visit first; else null.';
comment on column finding.says_done is 'True where ''Kết quả khắc phục'' says ''đã khắc phục''.';
comment on column finding.is_individual is 'The subject is a person: for analysts only.';

create or replace table initiative (
    initiative_id varchar primary key,
    unit_code varchar not null,
    year integer not null,
    reform_area varchar,
    area_text varchar,
    initiative_name varchar not null,
    description varchar,
    applied_from date,
    applied_from_text varchar,
    measure varchar,
    effect_before varchar,
    effect_after varchar,
    recognition varchar,
    replicated_at varchar,
    decision_number varchar,
    decision_on date,
    decision_body varchar,
    decision varchar,
    cells map (varchar, varchar) not null,
    source_cell_id bigint not null
);
comment on table initiative is 'An initiative or model that a unit runs (sáng kiến, mô hình).';
