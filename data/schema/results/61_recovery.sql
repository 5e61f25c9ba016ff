-- Definitions 2.1. Both sides are pooled over the leaves that a split or a merger ties together.
create or replace table recovery as
with lost_leaf as (
    select
        deduction.deduction_id,
        deduction.unit_code,
        deduction.unit_kind,
        deduction.year,
        coalesce(criterion_above.criterion_code, deduction.criterion_code) as criterion_code
    from deduction
    left join criterion_above
        on
            deduction.framework_id = criterion_above.framework_id
            and deduction.criterion_code = criterion_above.above_code
),

pooled as (
    select
        lost_leaf.deduction_id,
        lost_leaf.unit_code,
        lost_leaf.unit_kind,
        lost_leaf.year,
        link_pool.pool_code
    from lost_leaf
    left join link_pool
        on
            lost_leaf.unit_kind = link_pool.unit_kind
            and lost_leaf.year = link_pool.from_year
            and lost_leaf.criterion_code = link_pool.from_code
    group by
        lost_leaf.deduction_id,
        lost_leaf.unit_code,
        lost_leaf.unit_kind,
        lost_leaf.year,
        link_pool.pool_code
),

before as (
    select
        pooled.deduction_id,
        count(*) as leaf_count,
        sum(
            case
                when told.unit_code is null then coalesce(register.lost_points, 0)
                when told.is_applicable then coalesce(told.lost_points, register.lost_points)
                else 0
            end
        ) as lost_points,
        sum(
            if(told.unit_code is null, leaf.maximum_points, coalesce(told.maximum_points, 0))
        ) as maximum_points,
        bool_or(
            told.is_applicable and coalesce(told.lost_points, register.lost_points) is null
        ) as is_missing
    from pooled
    inner join link_pool
        on
            pooled.unit_kind = link_pool.unit_kind
            and pooled.year = link_pool.from_year
            and pooled.pool_code = link_pool.pool_code
    inner join framework_kind
        on pooled.unit_kind = framework_kind.unit_kind and pooled.year = framework_kind.year
    inner join leaf
        on
            framework_kind.framework_id = leaf.framework_id
            and link_pool.from_code = leaf.criterion_code
    left join leaf_result as told
        on
            pooled.unit_code = told.unit_code
            and pooled.year = told.year
            and link_pool.from_code = told.criterion_code
            and not told.is_provisional
    left join deduction as register
        on
            pooled.unit_code = register.unit_code
            and pooled.year = register.year
            and link_pool.from_code = register.criterion_code
            and register.is_from_register
    group by pooled.deduction_id
),

successor as (
    select distinct
        pooled.deduction_id,
        pooled.unit_code,
        pooled.year + 1 as year,
        leaf_link.to_code
    from pooled
    inner join link_pool
        on
            pooled.unit_kind = link_pool.unit_kind
            and pooled.year = link_pool.from_year
            and pooled.pool_code = link_pool.pool_code
    inner join leaf_link
        on
            link_pool.unit_kind = leaf_link.unit_kind
            and link_pool.from_year = leaf_link.from_year
            and link_pool.from_code = leaf_link.from_code
            and leaf_link.to_year = leaf_link.from_year + 1
),

afterwards as (
    select
        successor.deduction_id,
        bool_or(successor.to_code is null) as is_dropped,
        count(successor.to_code) as leaf_count,
        count(told.unit_code) as told_count,
        sum(told.lost_points) filter (where told.is_applicable) as lost_points,
        sum(told.maximum_points) as maximum_points,
        bool_or(
            told.is_applicable
            and told.points is null
            and (told.is_counted or not told.is_survey)
        ) as is_missing,
        bool_or(told.is_provisional or not told.is_counted) as is_unverified
    from successor
    left join leaf_result as told
        on
            successor.unit_code = told.unit_code
            and successor.year = told.year
            and successor.to_code = told.criterion_code
    group by successor.deduction_id
),

link_of as (
    select
        lost_leaf.deduction_id,
        bool_or(leaf_link.from_code is null) as has_no_link,
        bool_or(leaf_link.link_kind = 'split') as is_split,
        bool_or(leaf_link.link_kind = 'merged') as is_merged
    from lost_leaf
    left join leaf_link
        on
            lost_leaf.unit_kind = leaf_link.unit_kind
            and lost_leaf.year = leaf_link.from_year
            and lost_leaf.criterion_code = leaf_link.from_code
            and leaf_link.to_year = leaf_link.from_year + 1
    group by lost_leaf.deduction_id
),

compared as (
    select
        deduction.deduction_id,
        case
            when afterwards.is_dropped then 'dropped'
            when next_set.framework_id is null then 'no_next_year'
            when link_of.has_no_link then 'no_link'
            when afterwards.told_count = 0 then 'missing'
            when coalesce(afterwards.maximum_points, 0) = 0 then 'not_applicable'
            when afterwards.is_missing then 'missing'
            when afterwards.is_unverified or coalesce(unit_result.is_provisional, false)
                then 'not_yet_verified'
            when before.is_missing or deduction.lost_points is null then 'missing'
        end as null_reason,
        case
            when link_of.is_split then 'split'
            when link_of.is_merged then 'merged'
            when leaf.criterion_code is null then null
            when before.leaf_count > 1 then 'merged'
            when afterwards.leaf_count > 1 then 'split'
        end as pool_reason,
        -- A parent stands in the register alone: its own figures are the year's.
        if(
            leaf.criterion_code is null,
            deduction.lost_share,
            ratio(before.lost_points, before.maximum_points)
        ) as lost_share,
        ratio(afterwards.lost_points, afterwards.maximum_points) as next_lost_share
    from deduction
    left join link_of on deduction.deduction_id = link_of.deduction_id
    left join before on deduction.deduction_id = before.deduction_id
    left join afterwards on deduction.deduction_id = afterwards.deduction_id
    left join framework_kind as next_set
        on deduction.unit_kind = next_set.unit_kind and deduction.year + 1 = next_set.year
    left join unit_result
        on deduction.unit_code = unit_result.unit_code and deduction.year = unit_result.year
    left join leaf
        on
            deduction.framework_id = leaf.framework_id
            and deduction.criterion_code = leaf.criterion_code
)

select
    deduction_id,
    if(
        null_reason is null,
        (lost_share - next_lost_share) / nullif(lost_share, 0),
        null
    ) as recovery,
    coalesce(null_reason, pool_reason) as recovery_reason,
    lost_share as pooled_lost_share,
    next_lost_share as pooled_next_lost_share
from compared;
comment on table recovery is
'How much of a deduction came back a year later, by shares: 1 all, 0 nothing, below 0 worse.';
