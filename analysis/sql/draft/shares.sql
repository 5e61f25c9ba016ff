-- Question:   What did the units reach this year on the leaves of a draft criteria set?
-- One row:    a leaf of the draft that is linked to one leaf of this year's set, and a ranked unit
--             to which that applies. share_before: on the one leaf that it continues, a year ago.
-- Order:      place of the leaf in the draft, unit.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $draft_year INTEGER, $codes VARCHAR[],
--             $names VARCHAR[]
-- Columns:    place INTEGER, linked_code VARCHAR, linked_maximum_points DECIMAL(18,6),
--             unit_code VARCHAR, share DOUBLE, share_before DOUBLE
-- Source:     design 7, Method; a leaf is linked by the links between the two years, else by equal
--             code and name, else by a name that both sets hold once. Names without case and
--             doubled spaces
with told as (
    select
        unnest($codes::varchar[]) as code,
        unnest($names::varchar[]) as name,
        unnest(range(len($codes::varchar[])))::integer as place
),

draft as (
    select
        place,
        code,
        lower(regexp_replace(trim(name), '\s+', ' ', 'g')) as name_key,
        count(*) over (partition by lower(regexp_replace(trim(name), '\s+', ' ', 'g'))) as alike
    from told
),

standing as (
    select
        unit_result.unit_code,
        unit.unit_kind,
        result.framework_id,
        result.criterion_code,
        result.points,
        result.maximum_points
    from unit_result
    inner join unit on unit_result.unit_code = unit.unit_code
    inner join leaf_result as result
        on unit_result.unit_code = result.unit_code and unit_result.year = result.year
    where
        unit_result.year = $year
        and unit_result.ranking_group = $ranking_group
        and unit_result.is_ranked
        and unit_result.basis <> 'published'
        and result.is_counted
        and result.is_applicable
        and result.points is not null
),

present as (
    select
        leaf.framework_id,
        leaf.criterion_code,
        leaf.maximum_points,
        lower(regexp_replace(trim(leaf.criterion_name), '\s+', ' ', 'g')) as name_key,
        count(*) over (
            partition by
                leaf.framework_id,
                lower(regexp_replace(trim(leaf.criterion_name), '\s+', ' ', 'g'))
        ) as alike
    from leaf
    where leaf.framework_id in (select framework_id from standing) and leaf.section = 'main'
),

written as (
    -- Links of one leaf to one, in either direction: a draft may be an earlier set, too.
    select
        link.unit_kind,
        link.from_code as now_code,
        link.to_code as draft_code
    from leaf_link as link
    where link.from_year = $year and link.to_year = $draft_year and link.to_code is not null
    union all
    select
        link.unit_kind,
        link.to_code as now_code,
        link.from_code as draft_code
    from leaf_link as link
    where link.from_year = $draft_year and link.to_year = $year and link.to_code is not null
),

one_to_one as (
    select
        unit_kind,
        draft_code,
        min(now_code) as now_code
    from written
    group by unit_kind, draft_code
    having count(*) = 1
),

linked as (
    select
        draft.place,
        present.framework_id,
        arg_min(
            present.criterion_code,
            case
                when one_to_one.now_code is not null then 1
                when present.criterion_code = draft.code then 2
                else 3
            end
        ) as linked_code
    from draft
    cross join present
    left join framework_kind as applied
        on present.framework_id = applied.framework_id and applied.year = $year
    left join one_to_one
        on
            draft.code = one_to_one.draft_code
            and present.criterion_code = one_to_one.now_code
            and applied.unit_kind = one_to_one.unit_kind
    where
        one_to_one.now_code is not null
        or (present.criterion_code = draft.code and present.name_key = draft.name_key)
        or (present.name_key = draft.name_key and present.alike = 1 and draft.alike = 1)
    group by draft.place, present.framework_id
),

before_leaf as (
    select
        unit_kind,
        to_code as criterion_code,
        min(from_code) as from_code
    from leaf_link
    where from_year = $year - 1 and to_year = $year and to_code is not null
    group by unit_kind, to_code
    having count(*) = 1
)

select
    linked.place,
    linked.linked_code,
    present.maximum_points as linked_maximum_points,
    standing.unit_code,
    ratio(standing.points, standing.maximum_points) as share,
    ratio(earlier.points, earlier.maximum_points) as share_before
from linked
inner join present
    on
        linked.framework_id = present.framework_id
        and linked.linked_code = present.criterion_code
inner join standing
    on
        linked.framework_id = standing.framework_id
        and linked.linked_code = standing.criterion_code
left join before_leaf
    on
        standing.unit_kind = before_leaf.unit_kind
        and standing.criterion_code = before_leaf.criterion_code
left join leaf_result as earlier
    on
        standing.unit_code = earlier.unit_code
        and earlier.year = $year - 1
        and before_leaf.from_code = earlier.criterion_code
        and earlier.is_counted
        and earlier.is_applicable
order by
    linked.place,
    standing.unit_code;
