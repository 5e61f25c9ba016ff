with numbered as (
    select
        *,
        row_number() over (partition by decision_id order by revision_id) as revision,
        row_number() over (partition by decision_id order by revision_id desc) as from_last,
        min(written_at) over (partition by decision_id) as first_written_at
    from decision_revision
    where
        book = :book
        and (:decision_id is null or decision_id = :decision_id)
        and (:subject_kind is null or subject_kind = :subject_kind)
        and (:subject_key is null or subject_key = :subject_key)
)

select
    decision_id,
    revision_id,
    revision,
    first_written_at,
    written_at,
    written_by,
    book,
    release_id,
    subject_kind,
    subject_key,
    unit_code,
    year,
    content,
    responsible,
    due_on,
    state,
    decision_body,
    decision_number,
    decided_on
from numbered
where :with_earlier or from_last = 1
order by decision_id desc, revision_id desc;
