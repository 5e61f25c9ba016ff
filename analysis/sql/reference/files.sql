-- Question:   Which files do the figures of this release come from?
-- One row:    a file, as it was imported.
-- Order:      import, name of the file, hash.
-- Parameters: none
-- Columns:    import_id BIGINT, file VARCHAR, sha256 VARCHAR, sheet_count BIGINT, cell_count BIGINT
-- Source:     design section 3 (provenance); a .csv has no sheet, and counts 0
select
    import_id,
    file_name as file,
    file_sha256 as sha256,
    count(distinct sheet) as sheet_count,
    count(*) as cell_count
from source_cell
group by import_id, file_name, file_sha256
order by import_id, file_name, file_sha256;
