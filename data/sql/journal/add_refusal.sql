insert into refusal (
    refused_at, refused_by, book, file_name, file_sha256, item, unit_code, year, error_count
)
values (
    :refused_at, :refused_by, :book, :file_name, :file_sha256, :item, :unit_code, :year,
    :error_count
);
