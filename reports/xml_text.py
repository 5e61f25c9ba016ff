"""Text as a part of a workbook holds it: letters that XML cannot hold are left out."""

from __future__ import annotations

import re

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # spreadsheets read '_x0041_' as 'A'
LONGEST = 32_000  # letters that a cell can hold, with room for our words


def xml_text(words: str) -> str:
    """The words, letter by letter as a spreadsheet will show them."""
    return ESCAPE_LIKE.sub("_x005F_", NOT_IN_XML.sub("", words))[:LONGEST]
