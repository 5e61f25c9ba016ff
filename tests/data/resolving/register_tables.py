"""Hand-made register tables and the little book that they are read against."""

from __future__ import annotations

import datetime
from decimal import Decimal

from openpyxl.utils import get_column_letter

from data.forms.found import CellValue, Context, FormTable, Found, Record, SourceFile
from data.reference import CriterionKnown, InspectionKnown, Reference, UnitKnown

FILE = SourceFile("register.xlsx", "0" * 64)
SHEET = "Sheet1"


def found(value: CellValue, cell: str | None) -> Found:
    text = "" if value is None else str(value)
    if isinstance(value, datetime.date):
        text = value.strftime("%d/%m/%Y")
    return Found(value, text, cell)


def register(
    form: str, *rows: dict[str, CellValue], year: int | None = None, title: str = ""
) -> FormTable:
    """A table whose columns are the fields in order; headings in row 5, records from row 6."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    columns = {
        name: Found(name, name, f"{get_column_letter(place)}5")
        for place, name in enumerate(names, start=1)
    }
    records = tuple(
        Record(
            number,
            {
                name: found(row.get(name), f"{get_column_letter(place)}{number}")
                for place, name in enumerate(names, start=1)
            },
        )
        for number, row in enumerate(rows, start=6)
    )
    context = Context(year=found(str(year), "A2") if year else None, all_text=title)
    return FormTable(FILE, SHEET, form, context, columns, records)


def unit(code: str, name: str, kind: str, *spellings: str) -> UnitKnown:
    return UnitKnown(code, name, kind, None, None, spellings, {}, frozenset())


def criterion(
    code: str,
    name: str,
    maximum: str | None,
    parent: str | None,
    *,
    area: str = "procedures",
    is_leaf: bool = True,
) -> CriterionKnown:
    points = Decimal(maximum) if maximum else None
    return CriterionKnown(
        code, parent, code.split(".")[0], name, points, "main", False, is_leaf, area
    )


SET_2021 = (
    criterion("1", "Công tác chỉ đạo, điều hành", None, None, area="direction", is_leaf=False),
    criterion("1.1", "Kế hoạch CCHC", "2", "1", area="direction"),
    criterion("1.2", "Tuyên truyền", "1.5", "1", area="direction"),
    criterion("1.10", "Sáng kiến trong CCHC", "1", "1", area="direction"),
    criterion("2", "Cải cách thủ tục hành chính", None, None, is_leaf=False),
    criterion("2.1", "Tuyên truyền", "1", "2"),
    criterion("2.3", "Giải quyết hồ sơ đúng hạn", "4", "2"),
)
SET_2022 = (
    criterion("3", "Cải cách thủ tục hành chính", None, None, is_leaf=False),
    criterion("3.1", "Giải quyết hồ sơ đúng hạn", "5", "3"),
)
LE_CHAN = unit("305", "Quận Lê Chân", "urban_district", "UBND quận Lê Chân")
NGO_QUYEN = unit("304", "Quận Ngô Quyền", "urban_district")
SNV = unit("SNV", "Sở Nội vụ", "department")
VISIT = InspectionKnown(
    "2022-305-1", "305", 2022, datetime.date(2022, 9, 14), "15/TB-ĐKT", datetime.date(2022, 9, 20)
)
BOOK = Reference(
    units=(LE_CHAN, NGO_QUYEN, SNV),
    criteria={(2021, "urban_district"): SET_2021, (2022, "urban_district"): SET_2022},
    inspections=(VISIT,),
)
