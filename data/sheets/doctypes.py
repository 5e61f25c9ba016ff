"""Workbooks whose XML declares a document type: none needs it, and entities hide behind it.

The office formats forbid it (ECMA-376 part 2, 8.1.4). calamine leaves entities out in silence,
so that a cell would lack words without anybody being told.
"""

from __future__ import annotations

import zipfile

from data.sheets.refusal import FileRefused

PROLOG = 4096  # bytes: a declaration stands before the first element
SIGNS = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def refuse_doctypes(archive: zipfile.ZipFile) -> None:
    """Raises FileRefused where a part of the workbook begins with a document type."""
    for name in archive.namelist():
        if not name.endswith((".xml", ".rels")):
            continue
        with archive.open(name) as part:
            prolog = part.read(PROLOG)
        if any(sign in prolog for sign in SIGNS):
            raise FileRefused("file_truncated")
