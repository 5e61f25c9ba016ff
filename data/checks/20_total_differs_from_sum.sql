-- A claimed total that the scores below it do not make (definitions 1.9): off by more than half a
-- unit of its last printed decimal, 0.005 at least. Offices print totals with or without the
-- survey, with or without bonus and penalty, and of a round that lists only disputed leaves:
-- a total that any of these readings makes is none that differs.
-- Asked after: claimed_total
with recursive step as (
    select
        framework_id,
        criterion_code,
        criterion_code as above_code,
        parent_code
    from effective.criterion
    where is_leaf
    union all
    select
        step.framework_id,
        step.criterion_code,
        above.criterion_code as above_code,
        above.parent_code
    from step
    inner join effective.criterion as above
        on step.framework_id = above.framework_id and step.parent_code = above.criterion_code
),

claimed as (
    select
        t.*,
        k.framework_id,
        row_number() over () as claim_number
    from submitted.claimed_total as t
    inner join effective.unit as u on t.unit_code = u.unit_code
    inner join effective.framework_kind as k on t.year = k.year and u.unit_kind = k.unit_kind
    where t.import_id = $import_id
),

leaf as (
    select
        claimed.claim_number,
        claimed.unit_code,
        claimed.year,
        claimed.kind,
        criterion.criterion_code,
        criterion.section,
        criterion.is_survey,
        claimed.criterion_code is null as is_grand_total
    from claimed
    inner join effective.criterion as criterion
        on claimed.framework_id = criterion.framework_id and criterion.is_leaf
    left join step
        on
            claimed.framework_id = step.framework_id
            and claimed.criterion_code = step.above_code
            and criterion.criterion_code = step.criterion_code
    where claimed.criterion_code is null or step.criterion_code is not null
),

valued as (
    select
        leaf.claim_number,
        leaf.is_survey,
        leaf.is_grand_total,
        if(leaf.is_grand_total, leaf.section, 'main') as section,
        max(abs(s.points)) filter (where s.kind = leaf.kind) as own,
        coalesce(
            max(abs(s.points)) filter (where s.kind = leaf.kind),
            max(abs(s.points)) filter (where s.kind = 'verified_1' and leaf.kind = 'verified_2'),
            max(abs(s.points)) filter (where s.kind = 'verified_1' and leaf.kind = 'explanation')
        ) as last_round,
        max(abs(s.points)) filter (where s.kind = 'survey') as survey
    from leaf
    left join effective.score as s
        on
            leaf.unit_code = s.unit_code
            and leaf.year = s.year
            and leaf.criterion_code = s.criterion_code
    group by
        leaf.claim_number, leaf.criterion_code, leaf.is_survey, leaf.is_grand_total, leaf.section
),

summed as (
    select
        claim_number,
        coalesce(sum(own) filter (where section = 'main'), 0) as own,
        coalesce(sum(own) filter (where section = 'main' and not is_survey), 0) as own_verified,
        coalesce(sum(last_round) filter (where section = 'main'), 0) as last_round,
        coalesce(
            sum(last_round) filter (where section = 'main' and not is_survey), 0
        ) as last_round_verified,
        coalesce(sum(survey) filter (where section = 'main' and is_survey), 0) as survey,
        coalesce(sum(last_round) filter (where section = 'bonus'), 0) as bonus,
        coalesce(sum(last_round) filter (where section = 'penalty'), 0) as penalty
    from valued
    group by claim_number
),

reading as (
    select
        claim_number,
        own,
        list_distinct(flatten(list_transform(
            [own, own_verified, last_round, last_round_verified, last_round_verified + survey],
            lambda total: [total, total + bonus, total - penalty, total + bonus - penalty]
        ))) as readings
    from summed
)

select
    'warning' as severity,
    'total_differs_from_sum' as code,
    c.file_name as file,
    c.sheet,
    c.cell,
    coalesce(c.raw_text, effective.points_text(claimed.claimed)) as found,
    effective.points_text(reading.own) as expected
from claimed
inner join reading on claimed.claim_number = reading.claim_number
inner join main.source_cell as c on claimed.source_cell_id = c.source_cell_id
where
    len(list_filter(
        reading.readings,
        lambda total: abs(abs(claimed.claimed) - abs(total))
        <= greatest(0.5 * power(10, -claimed.printed_decimals), 0.005) + 0.0000001
    )) = 0
order by claimed.source_cell_id;
