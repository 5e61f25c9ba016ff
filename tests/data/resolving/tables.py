"""Tables of forms as a reader would hand them on, written as the sheet looks."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal

from openpyxl.utils import get_column_letter

from data.forms.found import CellValue, Context, FormTable, Found, Record, SourceFile, Staged
from data.reference import CriterionKnown, Reference, UnitKnown
from data.text_keys import tidy

FILE = SourceFile("bang.xlsx", "0" * 64)
FIRST_ROW = 5  # rows above hold titles and headings


def found(value: CellValue, cell: str | None = None) -> Found:
    """A cell with the text that a person reads there."""
    if value is None:
        return Found(None, "", cell)
    if isinstance(value, (datetime.date, datetime.datetime)):
        return Found(value, value.strftime("%d/%m/%Y"), cell)
    text = f"{value:.15g}".replace(".", ",") if isinstance(value, float) else str(value)
    return Found(value, tidy(text), cell)


def table(
    form: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[CellValue]],
    *,
    year: str | None = None,
    group: str | None = None,
    unit: str | None = None,
    kind: str | None = None,
    title: str | None = None,
    all_text: str = "",
    file: SourceFile = FILE,
    sheet: str | None = "Sheet1",
    headings: Mapping[str, str] | None = None,
) -> FormTable:
    """The first row stands in row 5, the first column is A."""
    context = Context(
        year=found(year, "A1") if year else None,
        group=found(group, "A2") if group else None,
        unit=found(unit, "A3") if unit else None,
        kind=found(kind, None) if kind else None,
        title=found(title, "A1") if title else None,
        all_text=all_text,
    )
    records = tuple(
        Record(
            place,
            {
                name: found(value, f"{get_column_letter(column)}{place}")
                for column, (name, value) in enumerate(zip(columns, row, strict=True), start=1)
            },
        )
        for place, row in enumerate(rows, start=FIRST_ROW)
    )
    named = headings or {}
    return FormTable(
        file,
        sheet,
        form,
        context,
        {
            name: found(named.get(name, name), f"{get_column_letter(column)}4")
            for column, name in enumerate(columns, start=1)
        },
        records,
    )


def unit(
    code: str,
    name: str,
    kind: str = "urban_district",
    *,
    spellings: Sequence[str] = (),
    group: str | None = None,
    valid_from: datetime.date | None = None,
    valid_to: datetime.date | None = None,
    years: Sequence[int] = (2021, 2022, 2023),
    is_ranked: bool = True,
) -> UnitKnown:
    """A unit of one ranking group in all the years."""
    return UnitKnown(
        code,
        name,
        kind,
        valid_from,
        valid_to,
        tuple(spellings),
        dict.fromkeys(years, group),
        frozenset(years) if is_ranked else frozenset(),
    )


def criterion(
    code: str,
    parent: str | None,
    name: str,
    maximum: str | None = None,
    *,
    section: str = "main",
    is_survey: bool = False,
    area: str | None = None,
    is_leaf: bool | None = None,
) -> CriterionKnown:
    """A node; without a word on it, the one with a maximum is a leaf."""
    return CriterionKnown(
        code,
        parent,
        area or code,
        name,
        Decimal(maximum) if maximum else None,
        section,
        is_survey,
        (maximum is not None) if is_leaf is None else is_leaf,
    )


HONG_BANG = unit("303", "Quận Hồng Bàng", group="Quận")
NGO_QUYEN = unit("304", "Quận Ngô Quyền", group="Quận")
LE_CHAN = unit("305", "Quận Lê Chân", group="Quận", spellings=("Q. Lê Chân",))
TIEN_LANG = unit("315", "Huyện Tiên Lãng", "rural_district", group="Huyện")
NOI_VU = unit("SNV", "Sở Nội vụ", "department", group="Sở, ban, ngành")
UNITS = (HONG_BANG, NGO_QUYEN, LE_CHAN, TIEN_LANG, NOI_VU)
BOOK = Reference(units=UNITS)


def codes(staged: Staged) -> list[str]:
    """Problem codes, in order."""
    return [problem.code for problem in staged.problems]


def rows(staged: Staged, name: str, *columns: str) -> list[tuple[object, ...]]:
    """Rows of a staged table, these columns of them."""
    return [tuple(row[column] for column in columns) for row in staged.rows.get(name, [])]
