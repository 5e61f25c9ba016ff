-- One row: a unit whose index or rank in a year differs between two snapshots.
select
    coalesce(new.unit_code, old.unit_code) as unit_code,
    coalesce(new.year, old.year) as year,
    coalesce(new.ranking_group, old.ranking_group) as ranking_group,
    old.index_percent as index_percent_before,
    new.index_percent as index_percent_after,
    old.rank as rank_before,
    new.rank as rank_after
from before.unit_result as old
full join after.unit_result as new
    on old.unit_code = new.unit_code and old.year = new.year
where
    old.unit_code is null
    or new.unit_code is null
    or old.index_percent is distinct from new.index_percent
    or old.rank is distinct from new.rank
order by year, ranking_group, rank_after, unit_code;
