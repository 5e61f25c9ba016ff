"""The same content gives the same bytes: no time of making in a document's package."""

from __future__ import annotations

import datetime
import io
import re
import zipfile

ZIP_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say
PROPERTIES = "docProps/core.xml"
MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def same_bytes(package: bytes, day: datetime.date) -> bytes:
    """The package (.docx, .pptx, .xlsx) with all its times set to `day`, also in the workbooks
    that lie inside."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, _settled(name, source.read(name), day))
    return out.getvalue()


def _settled(name: str, content: bytes, day: datetime.date) -> bytes:
    if name.endswith(".xlsx"):
        return same_bytes(content, day)
    if name == PROPERTIES:
        moment = f"{day.isoformat()}T00:00:00Z".encode()
        return MOMENT.sub(lambda found: found[1] + moment, content)
    return content
