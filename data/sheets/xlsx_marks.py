"""What calamine does not tell of an .xlsx: broken cells, hidden rows and columns, percents.

calamine gives '' for error cells and for formulas without a stored value: without this second
pass a broken score would look like a missing one.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import unescape

from data.sheets.grid import Marks, Merge, Place, cell_name
from data.sheets.refusal import FileRefused

HELD_AT_ONCE = 48 << 20  # bytes of XML; 50,000 rows of six columns are 11 MB
CELL_LIMIT = 30_000_000  # rows × columns that a reader would have to hold at once
TAIL = 1 << 16  # bytes; the last value stands near the end of nearly every sheet
PERCENT_FORMATS = {9, 10}  # built-in number formats 0% and 0.00%
REFERENCE = re.compile(rb"\br=[\"']([A-Z]{1,3})([0-9]+)[\"']")
ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)<")
RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?")


@dataclass(frozen=True, slots=True)
class _Patterns:
    error: re.Pattern[bytes]
    unstored: re.Pattern[bytes]
    hidden_row: re.Pattern[bytes]
    column: re.Pattern[bytes]
    merge: re.Pattern[bytes]
    without_reference: tuple[re.Pattern[bytes], ...]


@cache
def _patterns(prefix: bytes) -> _Patterns:
    p = re.escape(prefix)
    empty = rb"(?:</%sc>|<%sv\s*/>|<%sv></%sv>)" % (p, p, p, p)
    formula = rb"<%sf\b(?:[^>]*/>|[^>]*>[^<]*</%sf>)" % (p, p)
    return _Patterns(
        error=re.compile(rb"<%sc\b([^>]*\bt=[\"']e[\"'][^>]*)>(.*?)</%sc>" % (p, p), re.DOTALL),
        unstored=re.compile(rb"<%sc\b([^>]*)>\s*%s\s*%s" % (p, formula, empty)),
        hidden_row=re.compile(rb"<%srow\b([^>]*\bhidden=[\"'](?:1|true)[\"'][^>]*)>" % p),
        column=re.compile(rb"<%scol\b([^>]*)>" % p),
        merge=re.compile(rb"<%smergeCell\b([^>]*)>" % p),
        # Two patterns that begin with a literal are looked for four times as fast as one of both.
        without_reference=tuple(
            re.compile(rb"<%s%s(?! r=\")[ >/]" % (p, tag)) for tag in (b"c", b"row")
        ),
    )


def xlsx_marks(
    archive: zipfile.ZipFile, *, is_bounded: bool = False
) -> Callable[[], dict[str, Marks]]:
    """What looks for the marks of each worksheet, by its name.

    Raises FileRefused where a sheet reaches so far that reading it would fail: to be asked before
    anything else opens the file. Where the memory `is_bounded`, what this gives raises it. Of large
    workbooks, of which only one sheet at a time is held, the marks are found already.
    """
    styles = _percent_styles(archive)
    parts = _sheet_parts(archive)
    if sum(archive.getinfo(part).file_size for part in parts.values()) > HELD_AT_ONCE:
        marks = {name: _marks(_sheet_xml(archive, part), styles) for name, part in parts.items()}
        return lambda: marks
    sheets = cache(lambda: {name: _sheet_xml(archive, part) for name, part in parts.items()})
    if not is_bounded:
        sheets()
    return lambda: {name: _marks(xml, styles) for name, xml in sheets().items()}


def _sheet_xml(archive: zipfile.ZipFile, part: str) -> bytes:
    xml = archive.read(part)
    if _extent(xml) > CELL_LIMIT:
        raise FileRefused("file_too_large")
    return xml


def _attributes(text: bytes) -> dict[str, str]:
    return {
        key.decode().rsplit(":", 1)[-1]: unescape((double or single).decode("utf-8", "replace"))
        for key, double, single in ATTRIBUTE.findall(text)
    }


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    names = set(archive.namelist())
    relations = (
        archive.read("xl/_rels/workbook.xml.rels") if "xl/_rels/workbook.xml.rels" in names else b""
    )
    targets = {}
    for relation in re.findall(rb"<(?:\w+:)?Relationship\b([^>]*)>", relations):
        attributes = _attributes(relation)
        target = attributes.get("Target", "")
        targets[attributes.get("Id", "")] = (
            target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        )
    parts = {}
    for sheet in re.findall(rb"<(?:\w+:)?sheet\b([^>]*)>", archive.read("xl/workbook.xml")):
        attributes = _attributes(sheet)
        part = targets.get(attributes.get("id", ""), "")
        if part in names and "chartsheet" not in part:
            parts[attributes.get("name", "")] = part
    return parts


def _percent_styles(archive: zipfile.ZipFile) -> frozenset[int]:
    """Numbers of the cell styles whose number format shows a percentage."""
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    styles = archive.read("xl/styles.xml")
    formats = set(PERCENT_FORMATS)
    for text in re.findall(rb"<(?:\w+:)?numFmt\b([^>]*)>", styles):
        attributes = _attributes(text)
        if "%" in attributes.get("formatCode", "") and attributes.get("numFmtId", "").isdigit():
            formats.add(int(attributes["numFmtId"]))
    block = re.search(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", styles, re.DOTALL)
    entries = re.findall(rb"<(?:\w+:)?xf\b([^>]*)>", block[0]) if block else []
    numbers = [_attributes(entry).get("numFmtId", "0") for entry in entries]
    return frozenset(i for i, n in enumerate(numbers) if n.isdigit() and int(n) in formats)


def _marks(xml: bytes, percent_styles: frozenset[int]) -> Marks:
    found = re.search(rb"<(\w+:)?worksheet\b", xml[:4096])
    prefix = (found[1] or b"") if found else b""
    patterns = _patterns(prefix)
    if not _has_references(xml, prefix):
        xml = _with_references(xml)
    return Marks(
        merges=tuple(_merges(xml, patterns)),
        errors=_errors(xml, patterns),
        unstored=_unstored(xml, prefix, patterns),
        percents=frozenset(_percents(xml, percent_styles)),
        hidden_rows=_hidden_rows(xml, patterns),
        hidden_columns=frozenset(_hidden_columns(xml, patterns)),
    )


def _hidden_rows(xml: bytes, patterns: _Patterns) -> frozenset[int]:
    if b"hidden" not in xml:
        return frozenset()
    found = patterns.hidden_row.finditer(xml)
    return frozenset(int(_attributes(match[1]).get("r", "1")) - 1 for match in found)


def _has_references(xml: bytes, prefix: bytes) -> bool:
    """True where each row and cell begins with its r=, as nearly all writers have it."""
    return not any(pattern.search(xml) for pattern in _patterns(prefix).without_reference)


def _errors(xml: bytes, patterns: _Patterns) -> dict[Place, str]:
    if b't="e"' not in xml and b"t='e'" not in xml:
        return {}
    errors = {}
    for match in patterns.error.finditer(xml):
        sign = VALUE.search(match[2])
        errors[_place(match[1])] = sign[1].decode("utf-8", "replace") if sign else "#ERROR"
    return errors


def _unstored(xml: bytes, prefix: bytes, patterns: _Patterns) -> frozenset[Place]:
    if b"<%sf" % prefix not in xml:
        return frozenset()
    return frozenset(
        _place(match[1])
        for match in patterns.unstored.finditer(xml)
        if not re.search(rb"\bt=[\"']str[\"']", match[1])  # a stored empty text is a value
    )


def _place(attributes: bytes) -> Place:
    match = REFERENCE.search(attributes)
    return (int(match[2]) - 1, column_number(match[1].decode())) if match else (0, 0)


@cache
def column_number(letters: str) -> int:
    """0 for 'A', 26 for 'AA'."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _merges(xml: bytes, patterns: _Patterns) -> list[Merge]:
    merges: list[Merge] = []
    if b"mergeCell" not in xml:
        return merges
    for text in patterns.merge.findall(xml):
        match = RANGE.fullmatch(_attributes(text).get("ref", ""))
        if match and match[3]:
            merges.append(
                Merge(
                    int(match[2]) - 1,
                    column_number(match[1]),
                    int(match[4]) - 1,
                    column_number(match[3]),
                )
            )
    return merges


def _hidden_columns(xml: bytes, patterns: _Patterns) -> set[int]:
    hidden: set[int] = set()
    for text in patterns.column.findall(xml.split(b"sheetData", 1)[0]):
        attributes = _attributes(text)
        if attributes.get("hidden") in {"1", "true"}:
            first, last = int(attributes["min"]), min(int(attributes["max"]), 16_384)
            hidden.update(range(first - 1, last))
    return hidden


def _percents(xml: bytes, styles: frozenset[int]) -> set[Place]:
    if not styles:
        return set()
    numbers = b"|".join(str(style).encode() for style in sorted(styles))
    cells = re.compile(rb"<(?:\w+:)?c\b([^>]*\bs=[\"'](?:%s)[\"'][^>]*)>" % numbers)
    return {_place(match[1]) for match in cells.finditer(xml)}


def _extent(xml: bytes) -> int:
    """Cells of the rectangle from A1 to the last value; rows come in order in a sheet."""
    end = _last_value(xml, max(0, len(xml) - TAIL))
    if end < 0:
        end = _last_value(xml, 0)
    last = REFERENCE.findall(xml[max(0, end - 500) : end])
    rows = int(last[-1][1]) if last else 1
    far = re.findall(rb' r="([A-Z]{3})[0-9]', xml)
    columns = max((column_number(letters.decode()) for letters in set(far)), default=701) + 1
    return rows * columns if far else rows


def _last_value(xml: bytes, start: int) -> int:
    """Where the last value behind `start` begins; -1 where there is none."""
    return max(xml.rfind(sign, start) for sign in (b"<v", b":v>", b"<is>"))


def _with_references(xml: bytes) -> bytes:
    """The sheet with the r= that some writers leave out: rows and cells count on from the last."""
    row = column = -1

    def numbered(match: re.Match[bytes]) -> bytes:
        nonlocal row, column
        tag, name, attributes = match[0], match[1], match[2]
        given = re.search(rb"\br=[\"']([A-Z]*)([0-9]+)[\"']", attributes)
        if name == b"row":
            row, column = (int(given[2]) - 1 if given else row + 1), -1
            return tag if given else tag.replace(b"row", b'row r="%d"' % (row + 1), 1)
        column = column_number(given[1].decode()) if given else column + 1
        reference = cell_name(row, column).encode()
        return tag if given else re.sub(rb"c\b", b'c r="%s"' % reference, tag, count=1)

    return re.sub(rb"<(?:\w+:)?(row|c)(?=[\s>/])([^>]*)>", numbered, xml)
