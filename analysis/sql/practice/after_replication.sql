-- Question:   Did units that took up an initiative improve more than those like them that did not?
-- One row:    an initiative of the year with at least one place named as replicated.
-- Order:      year, name of the initiative's unit, initiative.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    initiative_id VARCHAR, name VARCHAR, unit_code VARCHAR, unit_name VARCHAR,
--             year INTEGER, area_code VARCHAR, named_count BIGINT, adopter_count BIGINT,
--             other_count BIGINT, adopter_median_change DOUBLE, other_median_change DOUBLE,
--             median_difference DOUBLE, change_reason VARCHAR, short_name VARCHAR,
--             ranking_group VARCHAR
-- Source:     ours, docs/decisions/0009: medians of the change in percentage points, from three
--             adopters and five others on; others are ranked units of the adopters' groups, same
--             years, that neither run nor took up an initiative of that name and area.
--             change_reason: no_unit_named, too_few_adopters, too_few_others
with adopted as (
    select
        adoption.initiative_id,
        adoption.reform_area,
        adoption.name_key,
        change.unit_code,
        change.ranking_group,
        change.before_year,
        change.after_year,
        change.percent_change
    from adoption
    inner join area_change as change
        on
            adoption.reform_area = change.reform_area
            and adoption.before_year = change.before_year
            and adoption.after_year = change.after_year
            and adoption.unit_code = change.unit_code
            and change.percent_change is not null
),

involved as (
    select
        name_key,
        reform_area,
        unit_code
    from adoption
    union
    select
        plain_key(initiative_name) as name_key,
        reform_area,
        unit_code
    from initiative
),

other as (
    select distinct
        adopted.initiative_id,
        change.unit_code,
        change.before_year,
        change.after_year,
        change.percent_change
    from adopted
    inner join area_change as change
        on
            adopted.reform_area = change.reform_area
            and adopted.before_year = change.before_year
            and adopted.after_year = change.after_year
            and adopted.ranking_group = change.ranking_group
            and change.percent_change is not null
    left join involved
        on
            adopted.name_key = involved.name_key
            and adopted.reform_area = involved.reform_area
            and change.unit_code = involved.unit_code
    where involved.unit_code is null
),

counted as (
    select
        named.initiative_id,
        count(named.unit_code) as named_count,
        (
            select count(*)
            from adopted
            where adopted.initiative_id = named.initiative_id
        ) as adopter_count,
        (
            select median(adopted.percent_change)
            from adopted
            where adopted.initiative_id = named.initiative_id
        ) as adopter_median,
        (
            select count(distinct other.unit_code)
            from other
            where other.initiative_id = named.initiative_id
        ) as other_count,
        (
            select median(other.percent_change)
            from other
            where other.initiative_id = named.initiative_id
        ) as other_median
    from initiative_adopter as named
    group by named.initiative_id
),

judged as (
    select
        counted.*,
        case
            when counted.named_count = 0 then 'no_unit_named'
            when counted.adopter_count < 3 then 'too_few_adopters'
            when counted.other_count < 5 then 'too_few_others'
        end as change_reason
    from counted
)

select
    initiative.initiative_id,
    initiative.initiative_name as name,
    initiative.unit_code,
    unit.unit_name,
    initiative.year,
    initiative.reform_area as area_code,
    judged.named_count,
    judged.adopter_count,
    judged.other_count,
    if(judged.change_reason is null, judged.adopter_median, null) as adopter_median_change,
    if(judged.change_reason is null, judged.other_median, null) as other_median_change,
    if(
        judged.change_reason is null, judged.adopter_median - judged.other_median, null
    ) as median_difference,
    judged.change_reason,
    unit.short_name,
    unit_group.ranking_group
from judged
inner join initiative on judged.initiative_id = initiative.initiative_id
inner join unit on initiative.unit_code = unit.unit_code
left join unit_group
    on initiative.unit_code = unit_group.unit_code and initiative.year = unit_group.year
where
    ($year is null or initiative.year = $year)
    and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, initiative.unit_code))
    and is_asked_area($area_code, initiative.reform_area)
order by initiative.year, unit.sort_key, initiative.initiative_id;
