create or replace macro first_number(written) as
try_cast(
    replace(regexp_extract(written, '-?[0-9]+(?:[.,][0-9]+)?'), ',', '.') as double
);

-- Less is better where time, lateness or complaints are measured (definitions 4.2); a share of
-- what is done in time is more is better, whatever words of time it holds.
create or replace table initiative_proof as
with measured as (
    select
        initiative_id,
        unit_code,
        year,
        reform_area,
        initiative_name,
        first_number(effect_before) as before,
        first_number(effect_after) as after,
        regexp_matches(
            lower(measure), 'trễ|chậm|quá hạn|khiếu nại|tố cáo|phản ánh|phàn nàn'
        )
        or (
            regexp_matches(lower(measure), 'thời gian|ngày|giờ|phút')
            and not regexp_matches(lower(measure), 'tỷ lệ|tỉ lệ|%|đúng hạn')
        ) as is_less_better,
        coalesce(trim(recognition), '') <> ''
        and not regexp_matches(plain_key(recognition), '^(chua|khong)( |$)') as is_recognised
    from initiative
)

select
    initiative_id,
    unit_code,
    year,
    reform_area,
    initiative_name,
    coalesce(if(coalesce(is_less_better, false), after < before, after > before), false)
        as is_improved,
    is_recognised,
    before as number_before,
    after as number_after,
    coalesce(is_less_better, false) as is_less_better
from measured;
comment on table initiative_proof is
'Whether an initiative has a measured improvement, or recognition.';

create or replace table field_proof as
with strength as (
    select
        finding.unit_code,
        finding.year,
        finding.reform_area
    from finding
    left join inspection on finding.inspection_id = inspection.inspection_id
    where
        finding.finding_kind = 'strength'
        and (
            inspection.held_on is not null
            -- Where two visits leave open which one it was, any held visit of the year stands.
            or (
                finding.inspection_id is null
                and exists (
                    select 1
                    from inspection as visit
                    where
                        visit.unit_code = finding.unit_code
                        and visit.year = finding.year
                        and visit.held_on is not null
                )
            )
        )
),

proof as (
    select
        unit_code,
        year,
        reform_area,
        'strength_recorded' as proof
    from strength
    union
    select
        unit_code,
        year,
        reform_area,
        'initiative_improved' as proof
    from initiative_proof
    where is_improved
    union
    select
        unit_code,
        year,
        reform_area,
        'recognised' as proof
    from initiative_proof
    where is_recognised
)

select
    unit_code,
    year,
    reform_area,
    proof
from proof
where reform_area is not null
union
select
    unit_code,
    year + 1 as year,
    reform_area,
    proof
from proof
where reform_area is not null;
comment on table field_proof is
'What was seen in the field in a reform area, in the year or the one before (definitions 4.2).';
