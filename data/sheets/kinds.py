"""What a file really is, by its first bytes and its parts: names of files deceive."""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum
from pathlib import Path

from data.sheets.refusal import FileRefused
from data.sheets.zip_faults import ZIP_FAULTS

UNPACKED_LIMIT = 200_000_000  # bytes; a real workbook of 50,000 rows unpacks to 20 MB
PART_LIMIT = 10_000  # parts of a zip; a workbook of 100 sheets has about 200
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLD_BIFF = (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")  # worksheets of Excel 2 to 5
HTML_STARTS = ("<html", "<!doctype html", "<table", "<head", "<meta", "<style", "<body", "<div")
TEXT_CONTROLS = frozenset(b"\t\n\f\r")
OTHER_DOCUMENTS = (
    b"%PDF",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
)


class FileKind(StrEnum):
    """What `read_sheets` can open."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"


def kind_of_file(content: bytes, name: str) -> FileKind:
    """The kind of a file's content. Raises FileRefused where it is none that we read."""
    head = content[:8192]
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise FileRefused("file_empty")
    if head.startswith(b"PK"):
        return _kind_of_zip(content)
    if head.startswith(OLE):
        return _kind_of_ole(content)
    if head.startswith(OTHER_DOCUMENTS):
        raise FileRefused("not_a_workbook")
    if head.startswith(OLD_BIFF) and b"\x00" in head[:16]:
        raise FileRefused("format_unknown")
    return _kind_of_text(head, name)


def _kind_of_zip(content: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            mimetype = archive.read("mimetype")[:100] if "mimetype" in names else b""
            manifest = (
                archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
            )
    except ZIP_FAULTS as error:
        raise FileRefused("file_truncated") from error
    if sum(part.file_size for part in parts) > UNPACKED_LIMIT or len(parts) > PART_LIMIT:
        raise FileRefused("file_too_large")
    if len(names) < len(parts):
        raise FileRefused("file_truncated")  # two parts of one name: readers would disagree
    if any(part.flag_bits & 1 for part in parts) or b"encryption-data" in manifest:
        raise FileRefused("file_encrypted")
    if "xl/workbook.xml" in names:
        return FileKind.XLSX
    if mimetype.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return FileKind.ODS
    if "xl/workbook.bin" in names or "index.apxl" in names or "Index/Document.iwa" in names:
        raise FileRefused("format_unknown")
    raise FileRefused("not_a_workbook")


def _kind_of_ole(content: bytes) -> FileKind:
    if len(content) > UNPACKED_LIMIT:
        raise FileRefused("file_too_large")
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise FileRefused("file_encrypted")
    if any(part.encode("utf-16-le") in content for part in ("WordDocument", "PowerPoint Document")):
        raise FileRefused("not_a_workbook")
    if any(part.encode("utf-16-le") in content for part in ("Workbook", "Book")):
        return FileKind.XLS
    # The directory of a whole compound file names its streams: here it is cut off.
    raise FileRefused("file_truncated")


def _kind_of_text(head: bytes, name: str) -> FileKind:
    wide = wide_encoding(head)
    text = head.decode(wide or "latin-1", errors="ignore").casefold()
    start = text.lstrip("\ufeffï»¿ \t\r\n")
    if start.startswith((*HTML_STARTS, "mime-version:")) or (
        start.startswith("<") and ("<table" in start or "<html" in start)
    ):
        raise FileRefused("html_named_xls")
    if start.startswith("<?xml"):
        is_sheet = "office:spreadsheet" in start or "office:document" in start
        raise FileRefused("format_unknown" if is_sheet else "not_a_workbook")
    is_named_text = Path(name).suffix.casefold() in {".csv", ".txt", ".tsv", ""}
    is_text = wide is not None or not any(byte < 32 and byte not in TEXT_CONTROLS for byte in head)
    if is_text and (is_named_text or _has_columns(text)):
        return FileKind.CSV
    raise FileRefused("not_a_workbook")


def wide_encoding(head: bytes) -> str | None:
    """The UTF-16 of a text, by its mark or by where its zero bytes stand; None for any other."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    first, second = head[0::2].count(0), head[1::2].count(0)
    if 5 * (first + second) < len(head):
        return None  # every fifth byte at least: half of each ASCII letter is zero
    if min(first, second) > 0:
        return None  # a text has no zero character
    return "utf-16-be" if first else "utf-16-le"


def _has_columns(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()][:5]
    return len(lines) > 1 and any(all(separator in line for line in lines) for separator in ";\t,|")
