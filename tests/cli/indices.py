"""Workbooks of two published indices, as an office would hand them in."""

from __future__ import annotations

import csv
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import openpyxl

FIGURES = Path(__file__).resolve().parent.parent / "reference"
MILLIONTH = Decimal("0.000001")
# Each of the five Conn pillars has 27 points, each of the three Sust pillars 45: 270 in all.
PILLAR_POINTS = {"Conn": 27, "Sust": 45}
NO_FIGURES_2021 = "SC52"  # the header keeps it, but no province has a figure


def lines_of(name):
    """The rows of a published file."""
    with (FIGURES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def saved(folder, name, sheets):
    """A workbook with these sheets: name -> rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title[:31])
        for row in rows:
            sheet.append(list(row))
    path = folder / name
    book.save(path)
    return path


def units_workbook(folder, kind, units):
    """A list of units of one kind; no ranking group is named."""
    rows = [["DANH MỤC ĐƠN VỊ"], [], ["Mã", "Tên đơn vị", "Loại"]]
    return saved(folder, "units.xlsx", {"Đơn vị": [*rows, *([c, n, kind] for c, n in units)]})


def criteria_workbook(folder, year, areas, kind, area_maximum):
    """Areas with Roman numbers, leaves '1.1' …; gives the path and leaf -> (code, maximum)."""
    rows = [[f"BỘ TIÊU CHÍ ĐÁNH GIÁ NĂM {year}"], [f"Áp dụng cho các {kind}"], []]
    rows.append(["STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa"])
    leaves = {}
    for place, (area, points, names) in enumerate(areas, start=1):
        rows.append([["I", "II", "III", "IV", "V", "VI", "VII", "VIII"][place - 1], area])
        rows[-1].append(points if area_maximum else None)
        for number, (leaf, name) in enumerate(names, start=1):
            maximum = (Decimal(points) / len(names)).quantize(MILLIONTH)
            leaves[leaf] = (f"{place}.{number}", maximum)
            rows.append([f"{place}.{number}", name, float(maximum)])
    return saved(folder, "criteria.xlsx", {"Bộ tiêu chí": rows}), leaves


def scores_workbook(folder, year, units, leaves, points_of):
    """One sheet a unit with its verified points; a missing figure is a blank cell."""
    sheets = {}
    for code, name in units:
        rows = [[f"BẢNG ĐIỂM THẨM ĐỊNH NĂM {year}"], [f"Đơn vị: {name}"], []]
        rows.append(["STT", "Điểm tối đa", "Điểm thẩm định"])
        for leaf, (number, maximum) in leaves.items():
            rows.append([number, float(maximum), points_of(code, leaf, maximum)])
        sheets[code] = rows
    return saved(folder, "scores.xlsx", sheets)


def asem(folder):
    """Three workbooks of ASEM 2018, and unit code -> published line."""
    values = {line["UnitCode"]: line for line in lines_of("asem_normalised.csv")}
    pillars = defaultdict(list)
    for line in lines_of("asem_structure.csv"):
        pillars[(line["Agg2"], line["Agg1"])].append((line["IndCode"], line["IndCode"]))
    areas = [(pillar, PILLAR_POINTS[half], names) for (half, pillar), names in pillars.items()]
    units = [(code, line["UnitName"]) for code, line in values.items()]
    criteria, leaves = criteria_workbook(folder, 2018, areas, "quốc gia", area_maximum=True)

    def points_of(code, leaf, maximum):
        return float(Decimal(values[code][leaf]) * maximum / 100)

    workbooks = [
        units_workbook(folder, "Quốc gia", units),
        criteria,
        scores_workbook(folder, 2018, units, leaves, points_of),
    ]
    return workbooks, {line["UnitCode"]: line for line in lines_of("asem_scores.csv")}


def papi(folder):
    """Three workbooks of PAPI 2021, and province -> line of figures, '' where there is a gap."""
    values = {line["Province"]: line for line in lines_of("papi_2021.csv")}
    dimensions = defaultdict(list)
    for line in lines_of("papi_subcriteria.csv"):
        if line["Variable_Code"] != NO_FIGURES_2021:
            leaf = (line["Variable_Code"], line["Variable_Name"])
            dimensions[line["Criteria_Name"]].append(leaf)
    areas = [(name, 10, names) for name, names in dimensions.items()]
    units = [(code, f"Tỉnh {code}") for code in values]
    criteria, leaves = criteria_workbook(folder, 2021, areas, "tỉnh", area_maximum=False)

    def points_of(code, leaf, _maximum):
        return float(values[code][leaf]) if values[code][leaf] else None

    workbooks = [
        units_workbook(folder, "Tỉnh", units),
        criteria,
        scores_workbook(folder, 2021, units, leaves, points_of),
    ]
    return workbooks, values
