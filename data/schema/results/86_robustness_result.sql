-- Definitions 3.2 to 3.4; the rows are drawn and solved by analysis.robustness at publication.
create or replace table robustness_result (
    unit_code varchar not null,
    year integer not null,
    unit_count integer not null,
    rank_low integer not null,
    rank_high integer not null,
    rank_best integer,
    rank_worst integer,
    rank_extremes_reason varchar check (
        rank_extremes_reason in ('out_of_time', 'different_sets')
    ),
    top_quartile_probability double not null,
    ranks_without_area map (varchar, integer) not null,
    draw_count integer not null,
    seed integer not null,
    primary key (unit_code, year)
);
comment on table robustness_result is
'What a ranked unit''s rank could have been under other weights and disputed points.';
comment on column robustness_result.rank_low is '5th percentile of the drawn ranks; low is better.';
comment on column robustness_result.rank_best is
'Exact, over all area factors within 0.7 to 1.3; null with the reason where it was not found.';
comment on column robustness_result.ranks_without_area is
'Code of an area -> rank without it; empty where a set has one area only.';

create or replace table pair_result (
    unit_code varchar not null,
    other_unit_code varchar not null,
    year integer not null,
    probability_ahead double not null,
    draw_count integer not null,
    seed integer not null
);
comment on table pair_result is
'Share of draws in which a unit is ahead of another of its group, level draws counting half.';
