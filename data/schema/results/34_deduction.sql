-- Definitions 2.7: scores decide what was lost; where they say nothing the register counts.
create or replace table deduction as
with register_row as (
    select
        remediation.remediation_id,
        remediation.unit_code,
        remediation.year,
        remediation.criterion_code,
        remediation.criterion_text,
        coalesce(
            remediation.lost_points, remediation.maximum_points - remediation.points
        ) as lost_points,
        coalesce(criterion.maximum_points, remediation.maximum_points) as maximum_points,
        framework_kind.framework_id,
        coalesce(criterion.is_leaf, true) as is_leaf,
        remediation.reason,
        remediation.source_cell_id
    from remediation
    inner join unit on remediation.unit_code = unit.unit_code
    left join framework_kind
        on remediation.year = framework_kind.year and unit.unit_kind = framework_kind.unit_kind
    left join criterion
        on
            framework_kind.framework_id = criterion.framework_id
            and remediation.criterion_code = criterion.criterion_code
    where coalesce(criterion.section, 'main') = 'main'
),

told_by_scores as (
    -- Leaves on which the scores have the last word: lost, nothing lost, or not applicable.
    select
        leaf_result.unit_code,
        leaf_result.year,
        criterion_above.above_code
    from leaf_result
    inner join criterion_above
        on
            leaf_result.framework_id = criterion_above.framework_id
            and leaf_result.criterion_code = criterion_above.criterion_code
    where
        not leaf_result.is_provisional
        and (leaf_result.lost_points is not null or not leaf_result.is_applicable)
),

told_by_leaf_row as (
    select
        register_row.unit_code,
        register_row.year,
        criterion_above.above_code
    from register_row
    inner join criterion_above
        on
            register_row.framework_id = criterion_above.framework_id
            and register_row.criterion_code = criterion_above.criterion_code
    where register_row.is_leaf and criterion_above.above_code <> register_row.criterion_code
),

from_register as (
    select
        register_row.unit_code,
        register_row.year,
        register_row.framework_id,
        register_row.criterion_code,
        if(
            register_row.criterion_code is null, min(register_row.criterion_text), null
        ) as criterion_text,
        max(register_row.maximum_points) as maximum_points,
        -- A leaf of a provisional unit may be verified already: then its score decides.
        coalesce(
            max(verified_leaf.lost_points), max(register_row.lost_points)
        )::decimal(18, 6) as lost_points
    from register_row
    left join leaf_result as verified_leaf
        on
            register_row.unit_code = verified_leaf.unit_code
            and register_row.year = verified_leaf.year
            and register_row.criterion_code = verified_leaf.criterion_code
            and not verified_leaf.is_provisional_leaf
    left join told_by_scores
        on
            register_row.unit_code = told_by_scores.unit_code
            and register_row.year = told_by_scores.year
            and register_row.criterion_code = told_by_scores.above_code
    left join told_by_leaf_row
        on
            register_row.unit_code = told_by_leaf_row.unit_code
            and register_row.year = told_by_leaf_row.year
            and register_row.criterion_code = told_by_leaf_row.above_code
    where told_by_scores.unit_code is null and told_by_leaf_row.unit_code is null
    group by
        register_row.unit_code,
        register_row.year,
        register_row.framework_id,
        register_row.criterion_code,
        if(register_row.criterion_code is null, plain_key(register_row.criterion_text), null)
),

every_loss as (
    select
        unit_code,
        year,
        framework_id,
        criterion_code,
        null as criterion_text,
        maximum_points,
        lost_points,
        false as is_from_register
    from leaf_result
    where not is_provisional and lost_points > 0
    union all
    select
        unit_code,
        year,
        framework_id,
        criterion_code,
        criterion_text,
        maximum_points,
        lost_points,
        true as is_from_register
    from from_register
    where coalesce(lost_points, 1) > 0
)

select
    concat_ws(
        '/',
        every_loss.year,
        every_loss.unit_code,
        coalesce(every_loss.criterion_code, plain_key(every_loss.criterion_text))
    ) as deduction_id,
    every_loss.unit_code,
    every_loss.year,
    unit.unit_kind,
    every_loss.framework_id,
    every_loss.criterion_code,
    coalesce(criterion.criterion_name, every_loss.criterion_text) as criterion_name,
    criterion.area_code,
    coalesce(criterion.reform_area, area.reform_area) as reform_area,
    coalesce(criterion.is_survey, false) as is_survey,
    criterion.position,
    every_loss.maximum_points,
    every_loss.lost_points,
    ratio(every_loss.lost_points, every_loss.maximum_points) as lost_share,
    every_loss.is_from_register
from every_loss
inner join unit on every_loss.unit_code = unit.unit_code
left join criterion
    on
        every_loss.framework_id = criterion.framework_id
        and every_loss.criterion_code = criterion.criterion_code
left join criterion as area
    on every_loss.framework_id = area.framework_id and criterion.area_code = area.criterion_code;

comment on table deduction is 'Points that a unit lost at a leaf in a year (nội dung bị trừ điểm).';
comment on column deduction.criterion_code is
'A leaf; a parent, or null, only where the register alone speaks.';
comment on column deduction.is_from_register is
'The year has no verified score on it: the register counts.';

create or replace table deduction_action as
select
    deduction.deduction_id,
    remediation.remediation_id,
    remediation.source_cell_id
from deduction
inner join remediation
    on deduction.unit_code = remediation.unit_code and deduction.year = remediation.year
left join criterion_above
    on
        deduction.framework_id = criterion_above.framework_id
        and deduction.criterion_code = criterion_above.criterion_code
        and remediation.criterion_code = criterion_above.above_code
where
    remediation.criterion_code = deduction.criterion_code
    or criterion_above.above_code is not null
    or (
        remediation.criterion_code is null
        and deduction.criterion_code is null
        and plain_key(remediation.criterion_text) = plain_key(deduction.criterion_name)
    );
comment on table deduction_action is
'A register row that speaks of a deduction; a row on a parent speaks of each losing leaf below it.';
