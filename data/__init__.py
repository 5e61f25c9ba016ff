"""From workbook to release: readers, checks, store."""
