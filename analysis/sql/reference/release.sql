-- Question:   Which release is this?
-- One row:    the release.
-- Order:      a single row.
-- Parameters: none
-- Columns:    release_id VARCHAR, book VARCHAR, is_draft BOOLEAN, published_at TIMESTAMP,
--             as_of DATE, import_count BIGINT
-- Source:     design section 4
select
    release_id,
    book,
    is_draft,
    published_at,
    as_of,
    len(import_ids) as import_count
from release;
