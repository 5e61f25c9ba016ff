insert into release by name
select
    $release_id as release_id,
    $book as book,
    $is_draft as is_draft,
    $published_at::timestamp as published_at,
    $as_of::date as as_of,
    $import_ids::bigint[] as import_ids,
    $schema_version as schema_version,
    $made_by as made_by;
