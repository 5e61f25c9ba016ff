select
    release_id,
    book,
    is_draft,
    published_at,
    as_of,
    import_ids,
    schema_version,
    made_by
from release;
