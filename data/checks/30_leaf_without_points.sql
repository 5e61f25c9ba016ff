-- A listed leaf left blank, 'x' or '-', that then has no points of record (definitions 7.3): one
-- row a unit and leaf, at the last round that lists it. A round in which the unit has no points at
-- all is not held yet, and its blank column is no news; a written sign is.
-- Asked after: blank_score
with listed as (
    select
        s.unit_code,
        s.year,
        s.criterion_code,
        s.kind,
        s.points,
        s.is_applicable,
        c.source_cell_id,
        c.file_name,
        c.sheet,
        c.cell,
        c.raw_text,
        criterion.is_survey,
        s.kind in (
            select held.kind
            from effective.score as held
            where
                held.unit_code = s.unit_code
                and held.year = s.year
                and held.points is not null
        ) as is_round_held
    from submitted.score as s
    inner join main.source_cell as c on s.source_cell_id = c.source_cell_id
    inner join effective.unit as u on s.unit_code = u.unit_code
    inner join effective.framework_kind as k on s.year = k.year and u.unit_kind = k.unit_kind
    inner join effective.criterion as criterion
        on k.framework_id = criterion.framework_id and s.criterion_code = criterion.criterion_code
    where s.import_id = $import_id and criterion.is_leaf and criterion.section = 'main'
),

blank as (
    select *
    from listed
    where
        points is null
        and is_applicable
        and (is_round_held or coalesce(raw_text, '') <> '')
        and if(is_survey, kind = 'survey', kind in ('self_assessed', 'verified_1', 'verified_2'))
),

last_listed as (
    select *
    from blank
    qualify row_number() over (
        partition by unit_code, year, criterion_code
        order by
            case kind when 'self_assessed' then 3 when 'verified_1' then 2 else 1 end,
            source_cell_id
    ) = 1
)

select
    'warning' as severity,
    'leaf_without_points' as code,
    last_listed.file_name as file,
    last_listed.sheet,
    last_listed.cell,
    coalesce(last_listed.raw_text, '') as found,
    null::varchar as expected
from last_listed
where
    not exists (
        select 1
        from effective.score as s
        where
            s.unit_code = last_listed.unit_code
            and s.year = last_listed.year
            and s.criterion_code = last_listed.criterion_code
            and if(last_listed.is_survey, s.kind = 'survey', s.kind in ('verified_1', 'verified_2'))
    )
order by last_listed.source_cell_id;
