-- Scores in force that lost their ground: no criteria set for the unit's kind any more, a
-- criterion that is no leaf of it, or points above its maximum. A corrected criteria set or a
-- withdrawal does that; what this import says itself its reader has judged already.
-- Asked after: criterion, framework, unit
with in_force as (
    select s.*
    from submitted.score as s
    inner join main.import_batch as b on s.import_id = b.import_id
    where not b.is_withdrawn
    qualify
        s.import_id = max(s.import_id) over (
            partition by s.unit_code, s.year, s.criterion_code, s.kind
        )
),

placed as (
    select
        in_force.unit_code,
        in_force.year,
        in_force.criterion_code,
        in_force.points,
        in_force.source_cell_id,
        u.unit_name,
        k.framework_id,
        coalesce(criterion.is_leaf, false) as is_leaf,
        criterion.maximum_points
    from in_force
    inner join effective.unit as u on in_force.unit_code = u.unit_code
    left join effective.framework_kind as k
        on in_force.year = k.year and u.unit_kind = k.unit_kind
    left join effective.criterion as criterion
        on
            k.framework_id = criterion.framework_id
            and in_force.criterion_code = criterion.criterion_code
    where
        in_force.import_id is distinct from $import_id::bigint
        and (in_force.points is not null or not in_force.is_applicable)
),

lost as (
    select
        'framework_gone' as code,
        unit_name || ' (' || year || ')' as found,
        null::varchar as expected,
        min(source_cell_id) as source_cell_id
    from placed
    where framework_id is null
    group by unit_name, year
    union all
    select
        'criterion_gone' as code,
        criterion_code || ' (' || unit_name || ', ' || year || ')' as found,
        null as expected,
        min(source_cell_id) as source_cell_id
    from placed
    where framework_id is not null and not is_leaf
    group by unit_name, year, criterion_code
    union all
    select
        'points_above_new_maximum' as code,
        effective.points_text(points) as found,
        effective.points_text(maximum_points) as expected,
        source_cell_id
    from placed
    where is_leaf and abs(points) > maximum_points
)

select
    'error' as severity,
    lost.code,
    c.file_name as file,
    c.sheet,
    c.cell,
    lost.found,
    lost.expected
from lost
inner join main.source_cell as c on lost.source_cell_id = c.source_cell_id
order by lost.source_cell_id, lost.code;
