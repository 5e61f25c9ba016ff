"""A workbook's bytes without the time of making, the same on every machine that deflates alike."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree

from openpyxl import Workbook

ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold
WRITTEN_AT = b"2022-01-01T00:00:00Z"
XML_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
UNIX, OWNER_MAY_READ_AND_WRITE = 3, 0o600 << 16


def timeless(workbook: Workbook) -> bytes:
    """The workbook's parts in their order, each in canonical XML, none with a date of today."""
    made, out = BytesIO(), BytesIO()
    workbook.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, ZIP_DATE)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = UNIX
            part.external_attr = OWNER_MAY_READ_AND_WRITE
            target.writestr(part, _canonical(source.read(name)), compresslevel=9)
    return out.getvalue()


def _canonical(part: bytes) -> bytes:
    text = ElementTree.canonicalize(part.decode("utf-8"))
    return XML_DECLARATION + TIMES.sub(rb"\g<1>" + WRITTEN_AT, text.encode("utf-8"))
