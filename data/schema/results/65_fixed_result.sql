create or replace table fixed_result as
with fixed as (
    select
        remediation_result.deduction_id,
        unit_result.unit_code,
        unit_result.year,
        unit_result.ranking_group,
        unit_result.is_ranked,
        unit_result.basis,
        unit_result.rank,
        unit_result.index_percent as present_percent,
        remediation_result.is_open,
        ratio(
            100 * (unit_result.points + remediation_result.lost_points), unit_result.maximum_points
        ) as index_percent,
        ratio(
            100 * (
                unit_result.points
                + remediation_result.lost_points
                + if(unit_result.ranks_adjusted, coalesce(unit_result.adjustment_points, 0), 0)
            ),
            unit_result.maximum_points
        ) as ranking_percent
    from remediation_result
    inner join unit_result
        on
            remediation_result.unit_code = unit_result.unit_code
            and remediation_result.year = unit_result.year
    where not remediation_result.is_survey
)

select
    fixed.deduction_id,
    if(fixed.is_open, fixed.index_percent, fixed.present_percent) as index_percent_if_fixed,
    case
        when not fixed.is_ranked then null
        when not fixed.is_open then fixed.rank
        when fixed.basis = 'published' or fixed.ranking_percent is null then null
        else
            1 + (
                select count(*)
                from unit_result as rival
                where
                    rival.year = fixed.year
                    and rival.ranking_group = fixed.ranking_group
                    and rival.is_ranked
                    and rival.basis <> 'published'
                    and rival.unit_code <> fixed.unit_code
                    and rival.ranking_percent > fixed.ranking_percent
            )
    end as rank_if_fixed
from fixed;
comment on table fixed_result is
'The unit''s index and rank with one deduction fixed, the others standing still.';
