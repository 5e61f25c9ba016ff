"""Knows a template that nobody has filled in: it is no mistake, and nothing to import."""

from __future__ import annotations

import io
import zipfile

from data.forms.found import FormTable, Reading
from data.sheets.zip_faults import ZIP_FAULTS

# Stands among the document's keywords, which spreadsheet programs keep when they save.
TEMPLATE_KEYWORD = "cchc-template"
CORE_PROPERTIES = "docProps/core.xml"
FILLED_BY_US = frozenset(
    {"unit", "unit_code", "criterion_code", "criterion_name", "maximum_points"}
)


def is_blank_template(content: bytes, reading: Reading) -> bool:
    """True for one of our templates in which no cell beside what it came with is filled."""
    return TEMPLATE_KEYWORD in _keywords(content) and all(map(_is_blank, reading.tables))


def _is_blank(table: FormTable) -> bool:
    return all(
        found.is_blank or name in FILLED_BY_US
        for record in table.records
        for name, found in record.fields.items()
    )


def _keywords(content: bytes) -> str:
    """The core properties as text; '' for a file that has none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.read(CORE_PROPERTIES).decode("utf-8", "replace")
    except ZIP_FAULTS:
        return ""
