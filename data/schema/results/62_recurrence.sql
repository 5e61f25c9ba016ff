-- Definitions 2.6, along the links from leaf to leaf.
create or replace table recurrence as
with lost as (
    select
        deduction_id,
        unit_code,
        unit_kind,
        year,
        criterion_code
    from deduction
    where criterion_code is not null
),

clean as (
    select
        unit_code,
        year,
        criterion_code
    from leaf_result
    where not is_provisional and lost_points = 0
),

lost_twice as (
    select
        earlier.unit_code,
        earlier.unit_kind,
        earlier.deduction_id as earlier_id,
        later.deduction_id as later_id,
        path.from_year,
        path.from_code,
        path.to_year,
        path.to_code
    from lost as earlier
    inner join leaf_path as path
        on
            earlier.unit_kind = path.unit_kind
            and earlier.year = path.from_year
            and earlier.criterion_code = path.from_code
    inner join lost as later
        on
            earlier.unit_code = later.unit_code
            and path.to_year = later.year
            and path.to_code = later.criterion_code
    where path.to_year > path.from_year
),

clean_between as (
    select
        pair.earlier_id,
        pair.later_id,
        between_path.to_year
    from lost_twice as pair
    inner join leaf_path as between_path
        on
            pair.unit_kind = between_path.unit_kind
            and pair.from_year = between_path.from_year
            and pair.from_code = between_path.from_code
    inner join leaf_path as onward
        on
            pair.unit_kind = onward.unit_kind
            and between_path.to_year = onward.from_year
            and between_path.to_code = onward.from_code
            and pair.to_year = onward.to_year
            and pair.to_code = onward.to_code
    left join clean
        on
            pair.unit_code = clean.unit_code
            and between_path.to_year = clean.year
            and between_path.to_code = clean.criterion_code
    where between_path.to_year > pair.from_year and between_path.to_year < pair.to_year
    group by pair.earlier_id, pair.later_id, between_path.to_year
    having bool_and(clean.unit_code is not null)
),

recurring as (
    select earlier_id as deduction_id from clean_between
    union
    select later_id as deduction_id from clean_between
),

step as (
    -- From one set of criteria to the next: years without a set are no years.
    select
        lost_twice.earlier_id,
        lost_twice.later_id
    from lost_twice
    inner join leaf_link
        on
            lost_twice.unit_kind = leaf_link.unit_kind
            and lost_twice.from_year = leaf_link.from_year
            and lost_twice.from_code = leaf_link.from_code
            and lost_twice.to_year = leaf_link.to_year
            and lost_twice.to_code = leaf_link.to_code
),

three_years as (
    select
        first_step.earlier_id,
        first_step.later_id as middle_id,
        second_step.later_id
    from step as first_step
    inner join step as second_step on first_step.later_id = second_step.earlier_id
),

persistent as (
    select earlier_id as deduction_id from three_years
    union
    select middle_id as deduction_id from three_years
    union
    select later_id as deduction_id from three_years
)

select
    deduction.deduction_id,
    recurring.deduction_id is not null as is_recurring,
    persistent.deduction_id is not null as is_persistent
from deduction
left join recurring on deduction.deduction_id = recurring.deduction_id
left join persistent on deduction.deduction_id = persistent.deduction_id;
comment on table recurrence is
'Whether a deduction came back after a year without loss, or stood in three years on end.';
