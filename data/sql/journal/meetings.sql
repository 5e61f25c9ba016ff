select
    meeting_id,
    title,
    held_on,
    release_id,
    year,
    judged_year,
    ranking_group,
    as_of,
    figures,
    kept_at,
    kept_by
from meeting
where book = :book
order by held_on desc, meeting_id desc;
