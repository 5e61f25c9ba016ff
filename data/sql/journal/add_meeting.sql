insert into meeting (
    book,
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
)
values (
    :book,
    :title,
    :held_on,
    :release_id,
    :year,
    :judged_year,
    :ranking_group,
    :as_of,
    :figures,
    :kept_at,
    :kept_by
)
returning meeting_id;
