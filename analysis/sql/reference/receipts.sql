-- Question:   What has come in from each unit for the year, from which file, and what is owed?
-- One row:    a unit of the year's ranking groups and an item: a kind of points, or a form that
--             comes from units (remediation, initiatives).
-- Order:      year, ranking group, name of the unit, item as in the round.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[]
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, ranking_group VARCHAR, year INTEGER,
--             item VARCHAR, state VARCHAR, filled_count BIGINT, expected_count BIGINT,
--             received_at TIMESTAMP, file VARCHAR, import_id BIGINT
-- Source:     docs/data_rules.md, 'Who owes what'; counts of points are applicable leaves
with plan as (
    -- What there is to fill: the unit's own leaves, or those of its set before anything came in.
    select
        unit_group.unit_code,
        unit_group.year,
        unit_group.ranking_group,
        coalesce(
            count(*) filter (where not leaf.is_survey and coalesce(result.is_applicable, true)), 0
        ) as leaf_count,
        count(*) filter (where leaf.is_survey and coalesce(result.is_applicable, true))
            as survey_count
    from unit_group
    inner join unit on unit_group.unit_code = unit.unit_code
    left join framework_kind
        on unit_group.year = framework_kind.year and unit.unit_kind = framework_kind.unit_kind
    left join leaf on framework_kind.framework_id = leaf.framework_id and leaf.section = 'main'
    left join leaf_result as result
        on
            unit_group.unit_code = result.unit_code
            and unit_group.year = result.year
            and leaf.criterion_code = result.criterion_code
    where
        unit_group.ranking_group is not null
        and ($year is null or unit_group.year = $year)
        and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
        and ($unit_codes is null or list_contains($unit_codes, unit_group.unit_code))
        and (
            unit_group.is_ranked
            or exists (
                select 1
                from score
                where
                    score.unit_code = unit_group.unit_code and score.year = unit_group.year
            )
        )
    group by unit_group.unit_code, unit_group.year, unit_group.ranking_group
),

given as (
    select
        score.unit_code,
        score.year,
        score.kind as item,
        score.criterion_code as thing,
        score.source_cell_id
    from score
    inner join leaf_result as result
        on
            score.unit_code = result.unit_code
            and score.year = result.year
            and score.criterion_code = result.criterion_code
    where
        score.points is not null
        and result.section = 'main'
        and result.is_applicable
        and (score.kind = 'survey') = result.is_survey
    union all
    select
        remediation.unit_code,
        remediation.year,
        'remediation' as item,
        deduction.deduction_id as thing,
        remediation.source_cell_id
    from remediation
    left join deduction_action
        on remediation.remediation_id = deduction_action.remediation_id
    left join deduction
        on
            deduction_action.deduction_id = deduction.deduction_id
            and not deduction.is_survey
    union all
    select
        unit_code,
        year,
        'initiatives' as item,
        initiative_id as thing,
        source_cell_id
    from initiative
),

received as (
    select
        given.unit_code,
        given.year,
        given.item,
        count(distinct given.thing) as filled_count,
        max(source_cell.import_id) as import_id,
        arg_max(source_cell.file_name, source_cell.import_id) as file
    from given
    left join source_cell on given.source_cell_id = source_cell.source_cell_id
    group by given.unit_code, given.year, given.item
),

owed as (
    select
        unit_code,
        year,
        count(*) as deduction_count
    from deduction
    where not is_survey
    group by unit_code, year
),

contested as (
    select
        unit_code,
        year,
        count(*) as contested_count,
        count(*) filter (where decision <> 'undecided') as decided_count
    from contestable_leaf
    where is_contested
    group by unit_code, year
),

-- Verified points that came in one column are the last round; then no first round is owed, and
-- a second one only where somebody contests.
expected as (
    select
        plan.unit_code,
        plan.year,
        plan.ranking_group,
        items.item,
        items.position,
        case items.item
            when 'self_assessed' then plan.leaf_count
            when 'verified_1'
                then if(first.unit_code is null and last.unit_code is not null, 0, plan.leaf_count)
            when 'verified_2'
                then
                    if(
                        first.unit_code is null and last.unit_code is not null,
                        plan.leaf_count,
                        coalesce(contested.contested_count, 0)
                    )
            when 'survey' then plan.survey_count
            when 'remediation' then coalesce(owed.deduction_count, 0)
            else 0
        end as expected_count,
        if(items.item = 'verified_2' and first.unit_code is not null, contested.decided_count, null)
            as decided_count
    from plan
    cross join (
        values
        ('self_assessed', 1), ('verified_1', 2), ('explanation', 3), ('verified_2', 4),
        ('survey', 5), ('remediation', 6), ('initiatives', 7)
    ) as items (item, position)
    left join received as first
        on
            plan.unit_code = first.unit_code
            and plan.year = first.year
            and first.item = 'verified_1'
    left join received as last
        on plan.unit_code = last.unit_code and plan.year = last.year and last.item = 'verified_2'
    left join owed on plan.unit_code = owed.unit_code and plan.year = owed.year
    left join contested
        on plan.unit_code = contested.unit_code and plan.year = contested.year
),

counted as (
    select
        expected.*,
        coalesce(expected.decided_count, received.filled_count, 0) as filled_count,
        received.import_id,
        received.file
    from expected
    left join received
        on
            expected.unit_code = received.unit_code
            and expected.year = received.year
            and expected.item = received.item
),

imports as (
    select
        import_id,
        min(imported_at) as imported_at
    from import_file
    group by import_id
)

select
    counted.unit_code,
    unit.unit_name,
    counted.ranking_group,
    counted.year,
    counted.item,
    case
        when counted.expected_count = 0
            then if(counted.import_id is null, 'not_expected', 'received')
        when counted.filled_count >= counted.expected_count then 'received'
        when counted.filled_count > 0 then 'partial'
        else 'missing'
    end as state,
    counted.filled_count,
    nullif(counted.expected_count, 0) as expected_count,
    imports.imported_at as received_at,
    counted.file,
    counted.import_id
from counted
inner join unit on counted.unit_code = unit.unit_code
left join imports on counted.import_id = imports.import_id
order by
    counted.year,
    counted.ranking_group,
    unit.sort_key,
    counted.unit_code,
    counted.position;
