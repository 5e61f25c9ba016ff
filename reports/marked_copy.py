"""A workbook with problems comes back as itself: the cells to mend coloured, noted and listed."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lxml import etree

from data.forms.marked_copies import is_problems_sheet
from data.problems import Problem, Severity
from data.sheets.grid import Sheet
from data.sheets.reading import read_sheets
from reports.marked_cells import colour_cells
from reports.marked_comments import our_comments, write_comments
from reports.marked_package import Package, parsed, written
from reports.marked_sheet import problems_sheet, put_first
from reports.marked_styles import Styles
from reports.marked_values import sheet_title, values_workbook
from words.catalogue import text
from words.problems import problem_message

STYLES_PART, CORE_PART = "styles", "docProps/core.xml"
SELECTED = re.compile(rb"\btabSelected\s*=\s*([\"'])(?:1|true)\1")
LARGEST_PART = (
    60_000_000  # bytes of a sheet that is held as a tree; beyond it cells are only listed
)
MOST_MARKED = 3000  # cells of a sheet; each is an open note
NOT_OURS_TO_MEND = (etree.XMLSyntaxError, KeyError, ValueError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True)
class MarkedCopy:
    """A workbook to hand back; two copies of the same file and problems are equal."""

    name: str
    content: bytes


def marked_copy(name: str, content: bytes, problems: Sequence[Problem]) -> MarkedCopy:
    """The file `name` with what `problems` say of it, in the language in use.

    An .xlsx keeps everything it has; another kind comes back as .xlsx with its values, and of a
    file that cannot be opened there is the list of problems alone.
    """
    file = unicodedata.normalize("NFC", name)
    own = sorted((p for p in problems if p.file == file), key=lambda p: p.severity)
    with tempfile.TemporaryDirectory(prefix="cchc-") as place:
        path = Path(place) / "workbook"
        path.write_bytes(content)
        sheets = read_sheets(path, name=file).sheets
    if not sheets:
        return _copy(file, _marked(Package.empty(), (), file, own, [text("marked.not_opened")]))
    if content.startswith(b"PK") and b"xl/workbook.xml" in content:
        try:
            return _copy(file, _marked(Package.opened(content), sheets, file, own, []))
        except NOT_OURS_TO_MEND:  # an .xlsx that other programs wrote oddly: its values at least
            pass
    package = Package.opened(values_workbook([s for s in sheets if not is_problems_sheet(s)]))
    package.parts.pop(CORE_PART, None)  # it says when it was made
    package.times.clear()
    return _copy(file, _marked(package, (), file, own, [text("marked.values_only")]))


def _copy(file: str, package: Package) -> MarkedCopy:
    ending = "xlsm" if package.is_with_macros else "xlsx"
    stem = PurePosixPath(file.replace("\\", "/")).stem
    suffix = text("marked.file_suffix")
    stem = stem.removesuffix(f"_{suffix}")
    return MarkedCopy(f"{stem}_{suffix}.{ending}", package.saved())


def _marked(
    package: Package,
    sheets: Sequence[Sheet],
    file: str,
    problems: Sequence[Problem],
    notes: Sequence[str],
) -> Package:
    styles = Styles(package, package.target_of("xl/workbook.xml", STYLES_PART) or "xl/styles.xml")
    earlier = [sheet.name or "" for sheet in sheets if is_problems_sheet(sheet)]
    parts = {name: part for name, part in package.sheet_parts().items() if name not in earlier}
    named = {unicodedata.normalize("NFC", name): part for name, part in parts.items()}
    for sheet, part in named.items():
        package.put_unselected(part, SELECTED)
        _mark_sheet(package, part, [p for p in problems if sheet_title(p.sheet) == sheet], styles)
    listed = problems_sheet(problems, file, notes, styles, set(named))
    put_first(package, listed, earlier)
    styles.save()
    return package


def _mark_sheet(package: Package, part: str, problems: Sequence[Problem], styles: Styles) -> None:
    """Colours and comments; cells of an earlier copy that are right now lose theirs."""
    content = package.parts[part]
    at_cells = [problem for problem in problems if problem.cell][:MOST_MARKED]
    before = our_comments(package, part)
    if len(content) > LARGEST_PART or not (at_cells or before):
        return
    root = parsed(content)
    marks: dict[str, Severity | None] = dict.fromkeys(sorted(before))
    messages: dict[str, str] = {}
    for problem in at_cells:
        cell = problem.cell or ""
        if marks.get(cell) is not Severity.ERROR:
            marks[cell] = problem.severity
        said = problem_message(problem)
        messages[cell] = f"{messages[cell]}\n{said}" if cell in messages else said
    colour_cells(root, marks, styles)
    write_comments(package, part, root, messages)
    package.put(part, written(root))
