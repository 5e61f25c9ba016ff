-- Question:   By unit, area, cause and office: how much of what was lost is proved, claimed, planned?
-- One row:    a unit, an area, a cause or an office in charge as registers word them (code and
--             name null where none was given); several of one deduction stand as one, joined.
-- Order:      dimension (unit, area, cause, lead_office), lost points (greatest first), name.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $area_code VARCHAR
-- Columns:    dimension VARCHAR, code VARCHAR, name VARCHAR, deduction_count BIGINT,
--             unit_count BIGINT, lost_points DECIMAL(18,6), proved_count BIGINT,
--             proved_points DECIMAL(18,6), claimed_count BIGINT, claimed_points DECIMAL(18,6),
--             contradicted_count BIGINT, contradicted_points DECIMAL(18,6),
--             planned_count BIGINT, planned_points DECIMAL(18,6), nothing_count BIGINT,
--             nothing_points DECIMAL(18,6), proved_share DOUBLE,
--             deduction_ids VARCHAR[]
-- Source:     definitions 2.2, 2.4, 2.7: deductions on verified leaves. Proved: recovered, or
--             verified without contradiction; claimed: reported or verified, and not proved, of
--             which contradicted; the four parts make up what was lost
with told as (
    select
        result.deduction_id,
        result.unit_code,
        unit.unit_name,
        coalesce(result.reform_area, result.area_code) as area_key,
        area_result.area_name,
        nullif(plain_key(result.cause), '') as cause_key,
        result.cause,
        nullif(plain_key(result.lead_office), '') as office_key,
        result.lead_office,
        result.lost_points,
        result.is_contradicted,
        case
            when result.evidence_stage = 'recovered' then 'proved'
            when result.evidence_stage = 'verified' and not result.is_contradicted then 'proved'
            when result.evidence_stage in ('verified', 'reported') then 'claimed'
            when result.evidence_stage = 'planned' then 'planned'
            else 'nothing'
        end as part
    from remediation_result as result
    inner join unit on result.unit_code = unit.unit_code
    left join area_result
        on
            result.unit_code = area_result.unit_code
            and result.year = area_result.year
            and result.area_code = area_result.area_code
    left join unit_group
        on result.unit_code = unit_group.unit_code and result.year = unit_group.year
    where
        not result.is_survey
        and ($year is null or result.year = $year)
        and ($ranking_group is null or unit_group.ranking_group = $ranking_group)
        and ($unit_codes is null or list_contains($unit_codes, result.unit_code))
        and (
            $area_code is null
            or result.area_code = $area_code
            or result.reform_area = $area_code
        )
),

seen as (
    select
        told.*,
        told.unit_code as code,
        told.unit_name as name,
        'unit' as dimension,
        1 as place
    from told
    union all
    select
        told.*,
        told.area_key as code,
        told.area_name as name,
        'area' as dimension,
        2 as place
    from told
    union all
    select
        told.*,
        told.cause_key as code,
        told.cause as name,
        'cause' as dimension,
        3 as place
    from told
    union all
    select
        told.*,
        told.office_key as code,
        told.lead_office as name,
        'lead_office' as dimension,
        4 as place
    from told
),

summed as (
    select
        place,
        dimension,
        code,
        if(code is null, null, min(name)) as name,
        count(*) as deduction_count,
        count(distinct unit_code) as unit_count,
        coalesce(sum(lost_points), 0) as lost_points,
        count(*) filter (where part = 'proved') as proved_count,
        coalesce(sum(lost_points) filter (where part = 'proved'), 0) as proved_points,
        count(*) filter (where part = 'claimed') as claimed_count,
        coalesce(sum(lost_points) filter (where part = 'claimed'), 0) as claimed_points,
        count(*) filter (where is_contradicted) as contradicted_count,
        coalesce(sum(lost_points) filter (where is_contradicted), 0) as contradicted_points,
        count(*) filter (where part = 'planned') as planned_count,
        coalesce(sum(lost_points) filter (where part = 'planned'), 0) as planned_points,
        count(*) filter (where part = 'nothing') as nothing_count,
        coalesce(sum(lost_points) filter (where part = 'nothing'), 0) as nothing_points,
        list(deduction_id order by lost_points desc, deduction_id asc) as deduction_ids
    from seen
    group by place, dimension, code
)

select
    dimension,
    code,
    name,
    deduction_count,
    unit_count,
    lost_points::decimal(18, 6) as lost_points,
    proved_count,
    proved_points::decimal(18, 6) as proved_points,
    claimed_count,
    claimed_points::decimal(18, 6) as claimed_points,
    contradicted_count,
    contradicted_points::decimal(18, 6) as contradicted_points,
    planned_count,
    planned_points::decimal(18, 6) as planned_points,
    nothing_count,
    nothing_points::decimal(18, 6) as nothing_points,
    ratio(proved_points, lost_points) as proved_share,
    deduction_ids
from summed
order by
    place asc,
    lost_points desc,
    name asc nulls last,
    code asc nulls last;
