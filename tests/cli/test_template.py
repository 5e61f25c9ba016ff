"""A template comes back through the import: empty without a complaint, filled with its figures."""

from __future__ import annotations

import json

import openpyxl
import pytest

from data.forms.forms import Form


@pytest.mark.parametrize("form", list(Form))
def test_an_untouched_template_comes_back_without_a_complaint(run, tmp_path, form):
    file = tmp_path / f"{form.value}.xlsx"
    assert run("template", form.value, "--output", file)[0] == 0
    imports = run.json("imports")
    status, _, err = run("import", file, "--format", "json")
    assert status == 0, err
    assert json.loads(err[err.index("[") :]) == []
    assert run.json("imports") == imports


def test_a_filled_template_gives_its_figures(run, tmp_path):
    file = tmp_path / "published.xlsx"
    run("template", "published_results", "--year", "2020", "--group", "Quận", "--output", file)
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    headings = {cell.value: cell.column for cell in sheet[6]}
    for row in sheet.iter_rows(min_row=7):
        if row[headings["Đơn vị"] - 1].value == "Quận Lê Chân":
            row[headings["Chỉ số (%)"] - 1].value = "84,58"
            row[headings["Xếp hạng"] - 1].value = 2
    book.save(file)
    status, _, err = run("import", file, "--publish")
    assert status == 0, err
    rows = run.json("show", "ranking", "--year", "2020")
    assert [(r["unit_code"], r["index_percent"], r["rank"]) for r in rows] == [("305", 84.58, 2)]
    assert rows[0]["basis"] == "published"


def test_a_filled_matrix_template_gives_its_figures(run, tmp_path):
    file = tmp_path / "matrix.xlsx"
    run("template", "scores_matrix", "--year", "2021", "--group", "Quận", "--output", file)
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    headings = {cell.value: cell.column for cell in sheet[6] if cell.value}
    assert {"Quận Lê Chân", "Quận Hồng Bàng"} <= set(headings)
    sheet.cell(7, headings["STT"], "1.1")
    sheet.cell(7, headings["Quận Lê Chân"], "1,5")
    book.save(file)
    status, _, err = run("import", file, "--publish")
    assert status == 0, err
    rows = run.json("show", "provenance", "--year", "2021", "--unit", "305")
    assert [(row["criterion_code"], row["kind"], row["points"]) for row in rows] == [
        ("1.1", "verified_2", 1.5)
    ]


def test_a_template_names_its_drop_downs_and_notes(run, tmp_path):
    file = tmp_path / "remediation.xlsx"
    run("template", "remediation", "--output", file)
    sheet = openpyxl.load_workbook(file).worksheets[0]
    headings = {cell.value for cell in sheet[6] if cell.value}
    assert {"Đơn vị", "Năm", "Tiêu chí", "Điểm bị trừ", "Tình trạng", "Xác minh"} <= headings
    assert all(cell.comment for cell in sheet[6] if cell.value)
    assert len(sheet.data_validations.dataValidation) >= 2


def test_a_score_sheet_comes_with_the_criteria_that_the_book_knows(run, tmp_path):
    file = tmp_path / "scores.xlsx"
    words = ("template", "scores_unit", "--year", "2021", "--unit", "Lê Chân", "--output", file)
    assert run(*words)[0] == 0
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    headings = {cell.value: cell.column for cell in sheet[6] if cell.value}
    assert (sheet["C2"].value, sheet["C3"].value) == (2021, "Quận Lê Chân")
    codes = [sheet.cell(row, headings["STT"]).value for row in range(7, sheet.max_row + 1)]
    assert {"I", "1.1"} <= set(codes)
    assert run("import", file)[2].count("LỖI") == 0  # untouched: nothing to take
    row = 7 + codes.index("1.1")
    maximum = sheet.cell(row, headings["Điểm tối đa"]).value
    sheet.cell(row, headings["Điểm tự đánh giá"], maximum)
    book.save(file)
    status, _, err = run("import", file, "--publish")
    assert status == 0, err
    rows = run.json("show", "provenance", "--year", "2021", "--unit", "305")
    assert [(r["criterion_code"], r["kind"], r["points"]) for r in rows if r["points"]] == [
        ("1.1", "self_assessed", maximum)
    ]


def test_two_sets_of_criteria_are_not_mixed_in_one_score_sheet(run, tmp_path):
    file = tmp_path / "scores.xlsx"
    assert run("template", "scores_unit", "--group", "Sở, ban, ngành", "--output", file)[0] == 0
    assert openpyxl.load_workbook(file).worksheets[0].max_row == 6  # departments have no set yet
