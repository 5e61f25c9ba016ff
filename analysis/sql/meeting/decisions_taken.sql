-- Question:   What was decided until this release was published, and what of it is due?
-- One row:    a decision that somebody wrote down in the dashboard, as it was last written.
-- Order:      newest first.
-- Parameters: $year INTEGER, $ranking_group VARCHAR, $unit_codes VARCHAR[], $as_of DATE
-- Columns:    decision_id BIGINT, subject_kind VARCHAR, subject_key VARCHAR, unit_code VARCHAR,
--             unit_name VARCHAR, year INTEGER, content VARCHAR, responsible VARCHAR, due_on DATE,
--             state VARCHAR, is_overdue BOOLEAN, decision_body VARCHAR, decision_number VARCHAR,
--             decided_on DATE, first_written_at TIMESTAMP, written_at TIMESTAMP,
--             written_by VARCHAR, revision BIGINT, release_id VARCHAR, short_name VARCHAR
-- Source:     design 3: a publication copies the journal's decisions into the snapshot; a draft
--             holds none. Overdue: due before the as-of day, neither done nor dropped
select
    decision.decision_id,
    decision.subject_kind,
    decision.subject_key,
    decision.unit_code,
    unit.unit_name,
    decision.year,
    decision.content,
    decision.responsible,
    decision.due_on,
    decision.state,
    coalesce(
        decision.due_on < $as_of and decision.state in ('open', 'in_progress'), false
    ) as is_overdue,
    decision.decision_body,
    decision.decision_number,
    decision.decided_on,
    decision.first_written_at,
    decision.written_at,
    decision.written_by,
    decision.revision,
    decision.release_id,
    unit.short_name
from decision
left join unit on decision.unit_code = unit.unit_code
where
    ($year is null or decision.year is null or decision.year = $year)
    and (
        $ranking_group is null
        or decision.unit_code is null
        or exists (
            select 1
            from unit_group
            where
                unit_group.unit_code = decision.unit_code
                and (decision.year is null or unit_group.year = decision.year)
                and unit_group.ranking_group = $ranking_group
        )
    )
    and ($unit_codes is null or list_contains($unit_codes, decision.unit_code))
order by decision.decision_id desc;
