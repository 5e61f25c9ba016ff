-- How alike a donor and a receiver are (definitions 4.4 names who gains; this says how far the
-- comparison carries). Ours: docs/decisions/0009.
create or replace table likeness as
with applying as (
    select
        unit_code,
        year,
        framework_id,
        area_code,
        criterion_code,
        set_maximum_points as maximum_points
    from leaf_result
    where is_counted and is_applicable
),

area_maximum as (
    select
        unit_code,
        year,
        area_code,
        sum(maximum_points) as maximum_points
    from applying
    group by unit_code, year, area_code
),

common as (
    select
        receiver.year,
        receiver.unit_code,
        receiver.receiver_code,
        receiver.area_code,
        sum(own.maximum_points) as maximum_points
    from receiver
    inner join applying as own
        on
            receiver.unit_code = own.unit_code
            and receiver.year = own.year
            and receiver.area_code = own.area_code
    inner join applying as other
        on
            receiver.receiver_code = other.unit_code
            and receiver.year = other.year
            and own.framework_id = other.framework_id
            and own.criterion_code = other.criterion_code
    group by receiver.year, receiver.unit_code, receiver.receiver_code, receiver.area_code
),

profile as (
    select
        result.unit_code,
        result.year,
        framework_kind.framework_id,
        result.area_code,
        result.area_percent
    from area_result as result
    inner join unit on result.unit_code = unit.unit_code
    inner join framework_kind
        on result.year = framework_kind.year and unit.unit_kind = framework_kind.unit_kind
    where result.rank is not null and result.basis <> 'published'
),

spread as (
    select
        year,
        framework_id,
        area_code,
        -- In order, so that two runs agree to the last bit.
        stddev_pop(area_percent order by unit_code) as deviation
    from profile
    group by year, framework_id, area_code
),

distance as (
    -- The area in question is left out: there the two differ, or nobody would gain.
    select
        receiver.year,
        receiver.unit_code,
        receiver.receiver_code,
        receiver.area_code,
        sqrt(
            avg(
                power((own.area_percent - other.area_percent) / spread.deviation, 2)
                order by own.area_code
            )
        ) as profile_distance
    from receiver
    inner join profile as own
        on
            receiver.unit_code = own.unit_code
            and receiver.year = own.year
            and receiver.area_code <> own.area_code
    inner join profile as other
        on
            receiver.receiver_code = other.unit_code
            and receiver.year = other.year
            and own.framework_id = other.framework_id
            and own.area_code = other.area_code
    inner join spread
        on
            own.year = spread.year
            and own.framework_id = spread.framework_id
            and own.area_code = spread.area_code
            and spread.deviation > 0
    group by receiver.year, receiver.unit_code, receiver.receiver_code, receiver.area_code
)

select
    receiver.year,
    receiver.unit_code,
    receiver.receiver_code,
    receiver.area_code,
    coalesce(own_group.ranking_group = other_group.ranking_group, false) as is_same_group,
    ratio(
        coalesce(common.maximum_points, 0),
        own.maximum_points + other.maximum_points - coalesce(common.maximum_points, 0)
    ) as common_share,
    distance.profile_distance
from receiver
left join area_maximum as own
    on
        receiver.unit_code = own.unit_code
        and receiver.year = own.year
        and receiver.area_code = own.area_code
left join area_maximum as other
    on
        receiver.receiver_code = other.unit_code
        and receiver.year = other.year
        and receiver.area_code = other.area_code
left join common
    on
        receiver.year = common.year
        and receiver.unit_code = common.unit_code
        and receiver.receiver_code = common.receiver_code
        and receiver.area_code = common.area_code
left join distance
    on
        receiver.year = distance.year
        and receiver.unit_code = distance.unit_code
        and receiver.receiver_code = distance.receiver_code
        and receiver.area_code = distance.area_code
left join unit_group as own_group
    on receiver.unit_code = own_group.unit_code and receiver.year = own_group.year
left join unit_group as other_group
    on receiver.receiver_code = other_group.unit_code and receiver.year = other_group.year;
comment on table likeness is 'How alike a donor and a receiver of an area are.';
comment on column likeness.common_share is
'Of the points of the area''s leaves that apply to either, the share on leaves that apply to both.';
comment on column likeness.profile_distance is
'Root mean square of the differences of the other areas'' percentages, in standard deviations.';
