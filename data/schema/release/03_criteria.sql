create or replace table reform_area (
    reform_area varchar primary key,
    position integer not null
);
comment on table reform_area is 'Reform areas as the programme and the pages speak of them.';

create or replace table framework (
    framework_id varchar primary key,
    year integer not null,
    title varchar,
    legal_basis varchar,
    ranks_adjusted boolean not null,
    maximum_points decimal(18, 6) not null,
    source_cell_id bigint not null
);
comment on table framework is 'A set of criteria (bộ tiêu chí) for a year and one or more kinds of units.';
comment on column framework.ranks_adjusted is 'True where the set ranks by points after bonus and penalty.';
comment on column framework.maximum_points is 'Sum of the leaves, without bonus and penalty.';

create or replace table framework_kind (
    year integer not null,
    unit_kind varchar not null,
    framework_id varchar not null,
    primary key (year, unit_kind)
);
comment on table framework_kind is 'The set that applies to a kind of units in a year.';

create or replace table criterion (
    framework_id varchar not null,
    criterion_code varchar not null,
    parent_code varchar,
    area_code varchar not null,
    position integer not null,
    depth integer not null,
    criterion_name varchar not null,
    maximum_points decimal(18, 6),
    section varchar not null check (section in ('main', 'bonus', 'penalty')),
    is_survey boolean not null,
    is_leaf boolean not null,
    reform_area varchar,
    rule varchar,
    evidence_required varchar,
    note varchar,
    source_cell_id bigint not null,
    primary key (framework_id, criterion_code)
);
comment on table criterion is 'A node of a criteria set: area, criterion or sub-criterion; scores sit on leaves.';
comment on column criterion.area_code is 'Code of the root above this row; the root''s own code for a root.';
comment on column criterion.depth is '0 for an area.';
comment on column criterion.maximum_points is 'As printed for a leaf; the sum of its leaves for a parent.';
comment on column criterion.reform_area is
'The reform area that the root (or, on a survey leaf, the leaf itself) is mapped to; null where unmapped.';

create or replace table criterion_link (
    unit_kind varchar not null,
    from_year integer not null,
    from_code varchar,
    to_year integer not null,
    to_code varchar,
    link_kind varchar not null check (
        link_kind in ('unchanged', 'new_code', 'new_maximum', 'merged', 'split', 'dropped', 'new')
    ),
    is_written boolean not null,
    source_cell_id bigint
);
comment on table criterion_link is 'A leaf and its successor in the next set, for one kind of units.';
comment on column criterion_link.is_written is
'False where the link follows from equal code, name and maximum.';
