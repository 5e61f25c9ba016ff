-- Question:   Which units have no visit yet this year, and where should a team go first?
-- One row:    a unit of the year without a held visit. A part is the figure beside it, put between
--             0 (least) and 1 (most) over all units of its ranking group, visited ones too.
-- Order:      score (greatest first), code of the unit.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $as_of DATE,
--             $risk_weights DOUBLE[]
-- Columns:    unit_code VARCHAR, unit_name VARCHAR, year INTEGER, score DOUBLE, place BIGINT,
--             state VARCHAR, planned_on DATE, lost_percent DOUBLE, contradicted_count BIGINT,
--             overdue_count BIGINT, overrating_percent DOUBLE, open_finding_count BIGINT,
--             open_serious_count BIGINT, last_held_on DATE, days_since_visit BIGINT,
--             lost_part DOUBLE, contradicted_part DOUBLE, overdue_part DOUBLE,
--             overrating_part DOUBLE, findings_part DOUBLE, time_part DOUBLE, index_year INTEGER,
--             short_name VARCHAR, ranking_group VARCHAR
-- Source:     ours; score = sum of weight x part / sum of weights, over the parts that are known;
--             weights in the order of the parts. Part = (x - least) / (most - least), 0 where all
--             are equal. Deductions and findings of every year up to this one. A unit never visited
--             has time_part 1. place: within the ranking group. A group of which nothing at all
--             is known, while something is of another, is no matter of this book. Findings that
--             concern individuals do not count, for a rank would tell of them
with known_index as (
    select
        unit_code,
        max(year) as index_year,
        max_by(100 - index_percent, year) as lost_percent,
        -- Without a self-assessment nothing is overrated and nothing is not: it is not known.
        arg_max_null(
            if(self_gap is null, null, ratio(100 * greatest(self_gap, 0), maximum_points)), year
        ) as overrating_percent
    from unit_result
    where year <= $year and not is_provisional and index_percent is not null
    group by unit_code
),

deducted as (
    select
        result.unit_code,
        count(*) filter (where result.is_contradicted) as contradicted_count,
        count(*) filter (where result.open_deadline_on < $as_of) as overdue_count
    from remediation_result as result
    where result.year <= $year and not result.is_survey
    group by result.unit_code
),

found as (
    select
        finding.unit_code,
        count(*) as open_finding_count,
        count(*) filter (where result.is_serious) as open_serious_count,
        count(*) filter (where finding.deadline_on < $as_of) as overdue_count
    from finding
    inner join finding_result as result on finding.finding_id = result.finding_id
    where result.is_open and not finding.is_individual and finding.year <= $year
    group by finding.unit_code
),

visited as (
    select
        unit_code,
        max(held_on) as last_held_on,
        bool_or(year = $year) as is_visited
    from inspection
    where held_on is not null and year <= $year
    group by unit_code
),

waiting as (
    select
        unit_code,
        min(planned_on) as planned_on
    from inspection
    where year = $year and held_on is null
    group by unit_code
),

known_peers as (
    select distinct coalesce(unit_group.ranking_group, unit.unit_kind) as peers
    from unit
    left join unit_group on unit.unit_code = unit_group.unit_code and unit_group.year = $year
    where unit.unit_code in (
        select unit_result.unit_code from unit_result
        union all
        select remediation_result.unit_code from remediation_result
        union all
        select inspection.unit_code from inspection
        union all
        select finding.unit_code from finding
    )
),

seen as (
    select
        unit.unit_code,
        unit.unit_name,
        unit.short_name,
        unit_group.ranking_group,
        coalesce(unit_group.ranking_group, unit.unit_kind) as peers,
        coalesce(visited.is_visited, false) as is_visited,
        waiting.planned_on,
        known_index.index_year,
        known_index.lost_percent,
        if(
            deducted.unit_code is null and known_index.unit_code is null,
            null,
            coalesce(deducted.contradicted_count, 0)
        ) as contradicted_count,
        coalesce(deducted.overdue_count, 0) + coalesce(found.overdue_count, 0) as overdue_count,
        known_index.overrating_percent,
        coalesce(found.open_finding_count, 0) as open_finding_count,
        coalesce(found.open_serious_count, 0) as open_serious_count,
        visited.last_held_on,
        if(
            visited.last_held_on is null,
            null,
            greatest(date_diff('day', visited.last_held_on, $as_of::date), 0)
        ) as days_since_visit
    from unit
    left join unit_group on unit.unit_code = unit_group.unit_code and unit_group.year = $year
    left join known_index on unit.unit_code = known_index.unit_code
    left join deducted on unit.unit_code = deducted.unit_code
    left join found on unit.unit_code = found.unit_code
    left join visited on unit.unit_code = visited.unit_code
    left join waiting on unit.unit_code = waiting.unit_code
    where
        coalesce(year(unit.valid_from) <= $year, true)
        and coalesce(year(unit.valid_to) >= $year, true)
        and $year is not null
),

figure as (
    select
        unit_code,
        peers,
        unnest(
            ['lost', 'contradicted', 'overdue', 'overrating', 'findings', 'time']
        ) as name,
        unnest(
            [
                lost_percent, contradicted_count, overdue_count, overrating_percent,
                open_finding_count, days_since_visit,
            ]::double[]
        ) as figure,
        unnest($risk_weights::double[]) as weight
    from seen
),

part as (
    select
        unit_code,
        name,
        weight,
        case
            when figure is null then if(name = 'time', 1, null)
            else
                coalesce(
                    (figure - min(figure) over peer)
                    / nullif(max(figure) over peer - min(figure) over peer, 0),
                    0
                )
        end as part
    from figure
    window peer as (partition by peers, name)
),

scored as (
    select
        unit_code,
        coalesce(
            round(
                sum(weight * part)
                / nullif(sum(weight) filter (where part is not null), 0),
                12
            ),
            0
        ) as score,
        max(part) filter (where name = 'lost') as lost_part,
        max(part) filter (where name = 'contradicted') as contradicted_part,
        max(part) filter (where name = 'overdue') as overdue_part,
        max(part) filter (where name = 'overrating') as overrating_part,
        max(part) filter (where name = 'findings') as findings_part,
        max(part) filter (where name = 'time') as time_part
    from part
    group by unit_code
),

placed as (
    select
        seen.*,
        scored.* exclude (unit_code),
        row_number() over (
            partition by seen.peers order by scored.score desc, seen.unit_code asc
        ) as place
    from seen
    inner join scored on seen.unit_code = scored.unit_code
    where
        not seen.is_visited
        and (
            seen.peers in (select known_peers.peers from known_peers)
            or not exists (select 1 from known_peers)
        )
)

select
    unit_code,
    unit_name,
    $year::integer as year,
    score,
    place,
    case
        when planned_on is null then 'not_planned'
        when planned_on < $as_of then 'late'
        else 'planned'
    end as state,
    planned_on,
    lost_percent,
    contradicted_count,
    overdue_count,
    overrating_percent,
    open_finding_count,
    open_serious_count,
    last_held_on,
    days_since_visit,
    lost_part,
    contradicted_part,
    overdue_part,
    overrating_part,
    findings_part,
    time_part,
    index_year,
    short_name,
    ranking_group
from placed
where
    ($ranking_group is null or ranking_group = $ranking_group)
    and ($unit_codes is null or list_contains($unit_codes, unit_code))
order by score desc, unit_code asc;
