-- Links from leaf to leaf: a code that names a parent stands for its leaves. Where no set stands
-- between, a link may span years; what is compared year by year takes those of consecutive ones.
create or replace table leaf_link as
with written as (
    select
        link.unit_kind,
        link.from_year,
        from_set.framework_id as from_framework_id,
        link.from_code,
        link.to_year,
        to_set.framework_id as to_framework_id,
        link.to_code,
        link.link_kind
    from criterion_link as link
    inner join framework_kind as from_set
        on link.from_year = from_set.year and link.unit_kind = from_set.unit_kind
    left join framework_kind as to_set
        on link.to_year = to_set.year and link.unit_kind = to_set.unit_kind
    where link.to_year > link.from_year and link.link_kind <> 'new'
)

select distinct
    written.unit_kind,
    written.from_year,
    from_leaf.criterion_code as from_code,
    written.to_year,
    if(written.link_kind = 'dropped', null, to_leaf.criterion_code) as to_code,
    written.link_kind
from written
inner join criterion_above as from_leaf
    on
        written.from_framework_id = from_leaf.framework_id
        and written.from_code = from_leaf.above_code
left join criterion_above as to_leaf
    on written.to_framework_id = to_leaf.framework_id and written.to_code = to_leaf.above_code
where written.link_kind = 'dropped' or to_leaf.criterion_code is not null;
comment on table leaf_link is
'A leaf and one successor in a later set; without successor where dropped.';

-- Leaves that are split or merged hang together: they are pooled on both sides (definitions 2.1).
create or replace table link_pool as
with recursive neighbour as (
    select distinct
        own.unit_kind,
        own.from_year,
        own.from_code,
        sibling.from_code as sibling_code
    from leaf_link as own
    inner join leaf_link as sibling
        on
            own.unit_kind = sibling.unit_kind
            and own.from_year = sibling.from_year
            and own.to_year = sibling.to_year
            and own.to_code = sibling.to_code
    where own.to_year = own.from_year + 1
),

reached as (
    select distinct
        unit_kind,
        from_year,
        from_code,
        from_code as reached_code
    from leaf_link
    where to_year = from_year + 1
    union
    select
        reached.unit_kind,
        reached.from_year,
        reached.from_code,
        neighbour.sibling_code
    from reached
    inner join neighbour
        on
            reached.unit_kind = neighbour.unit_kind
            and reached.from_year = neighbour.from_year
            and reached.reached_code = neighbour.from_code
)

select
    unit_kind,
    from_year,
    from_code,
    min(reached_code) as pool_code
from reached
group by unit_kind, from_year, from_code;
comment on table link_pool is
'The pool of leaves that a leaf is compared in; alone unless split or merged.';
