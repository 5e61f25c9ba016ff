-- What decisions publish, and the classes that they set.
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
