-- What speaks for and against, weighed (definitions 4.2, 4.3). The thresholds are the asker's.
create or replace macro weighed_candidate(minimum_z, minimum_probability) as table (
    with judged as (
        select
            evidence.*,
            area_draw.top_quartile_probability,
            coalesce(evidence.robust_z >= minimum_z, false) as is_far_above,
            coalesce(evidence.rank <= evidence.quartile_rank, false) as is_top_quartile,
            coalesce(area_draw.top_quartile_probability >= minimum_probability, false) as is_likely,
            coalesce(evidence.year_count = 1, true) as is_durability_unknown,
            evidence.serious_count = 0 and evidence.recurring_count = 0 as is_gate_open
        from area_evidence as evidence
        left join area_draw
            on
                evidence.unit_code = area_draw.unit_code
                and evidence.year = area_draw.year
                and evidence.area_code = area_draw.area_code
    ),

    weighed as (
        select
            judged.*,
            case
                when
                    not judged.is_gate_open
                    or not judged.is_far_above
                    or not judged.is_top_quartile
                    or not (
                        judged.is_durability_unknown
                        or (coalesce(judged.is_held, false) and judged.is_likely)
                    ) then 'not_supported'
                when len(judged.proofs) = 0 then 'promising'
                else 'candidate'
            end as result,
            -- concat_ws passes over nulls: a reason that does not hold is none.
            concat_ws(
                ',',
                if(judged.is_far_above and judged.is_top_quartile, 'performance', null),
                case
                    when judged.is_durability_unknown then 'durability_unknown'
                    when judged.is_held and judged.is_likely then 'durability'
                end,
                nullif(array_to_string(judged.proofs, ','), ''),
                if(judged.is_gate_open, 'nothing_against', null)
            ) as reasons_for,
            concat_ws(
                ',',
                judged.robust_z_reason,
                if(
                    judged.robust_z_reason is null and not judged.is_far_above,
                    'not_far_above',
                    null
                ),
                if(
                    judged.robust_z_reason is null and not judged.is_top_quartile,
                    'not_top_quartile',
                    null
                ),
                if(
                    not judged.is_durability_unknown and not coalesce(judged.is_held, false),
                    'durability_fell',
                    null
                ),
                if(
                    not judged.is_durability_unknown and not judged.is_likely,
                    'durability_unlikely',
                    null
                ),
                if(len(judged.proofs) = 0, 'no_proof_in_field', null),
                if(judged.serious_count > 0, 'open_serious_finding', null),
                if(judged.recurring_count > 0, 'recurring_deduction', null)
            ) as reasons_against
        from judged
    )

    select *
    from weighed
);
