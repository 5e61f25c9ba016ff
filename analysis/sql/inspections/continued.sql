-- Question:   What became of what earlier inspections found?
-- One row:    a limitation or violation with all that continue it, first seen before the year or
--             found more than once; state, deadline and severity are those of the last.
-- Order:      ranking group, name of the unit, first seen.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR,
--             $as_of DATE
-- Columns:    first_finding_id VARCHAR, last_finding_id VARCHAR, unit_code VARCHAR,
--             unit_name VARCHAR, area_code VARCHAR, finding_kind VARCHAR, severity VARCHAR,
--             description VARCHAR, last_description VARCHAR, first_year INTEGER,
--             last_year INTEGER, first_source VARCHAR, last_source VARCHAR,
--             finding_count BIGINT, finding_ids VARCHAR[], states VARCHAR[], state VARCHAR,
--             fate VARCHAR, recommendation VARCHAR, deadline_on DATE, verification VARCHAR,
--             is_open BOOLEAN, is_overdue BOOLEAN, is_recurring BOOLEAN, is_individual BOOLEAN,
--             year INTEGER, short_name VARCHAR, ranking_group VARCHAR
-- Source:     definitions 2.6, 6. fate: closed by an inspection; found_again and still open;
--             reported (the unit says so, no inspection has confirmed it); open
with recursive step as (
    select
        finding.finding_id as first_finding_id,
        finding.finding_id,
        1 as number
    from finding
    left join finding as earlier on finding.continues_finding_id = earlier.finding_id
    where
        finding.finding_kind in ('limitation', 'violation')
        and earlier.finding_id is null
        and finding.year <= $year
    union all
    select
        step.first_finding_id,
        later.finding_id,
        step.number + 1 as number
    from step
    inner join finding as later
        on step.finding_id = later.continues_finding_id and later.year <= $year
),

link as (
    select
        step.first_finding_id,
        step.number,
        finding.*,
        result.is_open,
        result.is_recurring,
        row_number() over (
            partition by step.first_finding_id
            order by step.number, finding.source_cell_id, finding.finding_id
        ) as place
    from step
    inner join finding on step.finding_id = finding.finding_id
    inner join finding_result as result on step.finding_id = result.finding_id
),

chain as (
    select
        first_finding_id,
        max_by(finding_id, place) as last_finding_id,
        min(year) as first_year,
        count(*) as finding_count,
        list(finding_id order by place) as finding_ids,
        list(coalesce(state, 'open') order by place) as states,
        bool_or(is_recurring) as is_recurring,
        bool_or(is_individual) as is_individual
    from link
    group by first_finding_id
    having min(year) < $year or count(*) > 1
)

select
    chain.first_finding_id,
    chain.last_finding_id,
    last_link.unit_code,
    unit.unit_name,
    coalesce(last_link.reform_area, first_link.reform_area) as area_code,
    last_link.finding_kind,
    coalesce(last_link.severity, first_link.severity) as severity,
    first_link.description,
    last_link.description as last_description,
    chain.first_year,
    last_link.year as last_year,
    first_link.source_text as first_source,
    last_link.source_text as last_source,
    chain.finding_count,
    chain.finding_ids,
    chain.states,
    coalesce(last_link.state, 'open') as state,
    case
        when not last_link.is_open then 'closed'
        when chain.finding_count > 1 then 'found_again'
        when last_link.state = 'reported' then 'reported'
        else 'open'
    end as fate,
    last_link.recommendation,
    last_link.deadline_on,
    last_link.verification,
    last_link.is_open,
    coalesce(last_link.is_open and last_link.deadline_on < $as_of, false) as is_overdue,
    chain.is_recurring,
    chain.is_individual,
    $year::integer as year,
    unit.short_name,
    unit_group.ranking_group
from chain
inner join link as first_link on chain.first_finding_id = first_link.finding_id
inner join link as last_link
    on
        chain.first_finding_id = last_link.first_finding_id
        and chain.last_finding_id = last_link.finding_id
inner join unit on last_link.unit_code = unit.unit_code
left join unit_group on last_link.unit_code = unit_group.unit_code and unit_group.year = $year
where
    ($ranking_group is null or unit_group.ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, last_link.unit_code))
    and is_asked_area($area_code, coalesce(last_link.reform_area, first_link.reform_area))
order by
    unit_group.ranking_group,
    unit.sort_key,
    last_link.unit_code,
    chain.first_year,
    first_link.source_cell_id,
    chain.first_finding_id;
