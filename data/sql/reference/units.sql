with spelling as (
    select
        written.unit_code,
        list(distinct written.alias order by written.alias) as spellings
    from submitted.unit_alias as written
    inner join effective.batch as batch on written.import_id = batch.import_id
    group by written.unit_code
),

membership as (
    select
        unit_code,
        map_from_entries(list({ 'year': year, 'ranking_group': ranking_group } order by year))
            as groups,
        list(year order by year) filter (where is_ranked) as ranked_years
    from effective.unit_group
    group by unit_code
)

select
    u.unit_code,
    u.unit_name,
    u.unit_kind,
    u.valid_from,
    u.valid_to,
    coalesce(spelling.spellings, []) as spellings,
    coalesce(membership.groups, map([], [])) as groups,
    coalesce(membership.ranked_years, []) as ranked_years
from effective.unit as u
left join spelling on u.unit_code = spelling.unit_code
left join membership on u.unit_code = membership.unit_code
order by u.unit_code;
