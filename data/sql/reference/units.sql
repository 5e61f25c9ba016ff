select
    u.unit_code, u.unit_name, u.unit_kind, u.valid_from, u.valid_to,
    coalesce(a.spellings, []) as spellings,
    coalesce(g.groups, map {}) as groups,
    coalesce(g.ranked_years, []) as ranked_years
from effective.unit as u
left join (
    select unit_code, list(alias order by alias) as spellings
    from effective.unit_alias
    group by unit_code
) as a using (unit_code)
left join (
    select
        unit_code,
        map_from_entries(list({'year': year, 'ranking_group': ranking_group} order by year))
            as groups,
        list(year order by year) filter (is_ranked) as ranked_years
    from effective.unit_group
    group by unit_code
) as g using (unit_code)
order by u.unit_code;
