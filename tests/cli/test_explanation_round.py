"""A unit explains itself in the workbook made for it; nothing but its explanation comes back."""

from __future__ import annotations

import csv
import zipfile

import openpyxl
import pytest

from data.forms.left_columns import PRINTED_FOR_READING
from data.text_keys import plain_key
from reports.explanation_workbook import READ_ONLY, TAKEN
from tests.data.small_workbooks import CRITERIA_ROWS, criteria_workbook
from words.catalogue import speaking, text

HEADINGS = (
    "STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định lần 1", "Ghi chú",
)  # fmt: skip
ROUND_1 = {  # leaf: self-assessed, verified, note; of 10 points
    "1": (1, 1, None),
    "2": (2, 1.25, "=thiếu 3 văn bản"),
    "3": (3, 2, "Chậm công khai"),
    "4": (4, 3.5, None),
}
FIRST_ROW = 9


def scores(folder, unit="Quận Lê Chân", points=ROUND_1, name="vong_1.xlsx"):
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Bảng điểm CCHC năm 2023"])
    sheet.append([f"Đơn vị: {unit}"])
    sheet.append([*HEADINGS])
    names = {code: (criterion, most) for code, criterion, most in CRITERIA_ROWS}
    for code, (own, verified, note) in points.items():
        sheet.append([code, *names[code], own, verified, None])
        sheet.cell(sheet.max_row, 6, note).data_type = "s"
    book.save(folder / name)
    return folder / name


@pytest.fixture
def first_round(run, tmp_path):
    status, _, err = run("import", criteria_workbook(tmp_path), scores(tmp_path), "--publish")
    assert status == 0, err
    return run


@pytest.fixture
def workbook(first_round, tmp_path):
    file = tmp_path / "giai_trinh.xlsx"
    status, _, err = first_round(
        "template", "explanation", "--unit", "Lê Chân", "--year", "2023", "--output", file
    )
    assert status == 0, err
    return file


def filled(file, answers):
    """The workbook with points and words beside the criteria named."""
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[FIRST_ROW - 1]}
    for row in range(FIRST_ROW, sheet.max_row + 1):
        points, words = answers.get(sheet.cell(row, 1).value, (None, None))
        sheet.cell(row, columns["Điểm giải trình"], points)
        sheet.cell(row, columns["Ý kiến giải trình"], words)
    book.save(file)
    return file


def as_csv(file, target):
    sheet = openpyxl.load_workbook(file).worksheets[0]
    with target.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out, delimiter=";")
        for row in sheet.iter_rows(values_only=True):
            writer.writerow("" if value is None else value for value in row)
    return target


def cells(run, kinds=("self_assessed", "verified_1", "verified_2", "survey")):
    """Scores of these kinds down to the cell they were read from."""
    fields = ("criterion_code", "kind", "points", "sha256", "cell", "raw_text", "import_id", "note")
    found = run.json("show", "provenance", "--year", "2023", "--unit", "305")
    return [tuple(row[field] for field in fields) for row in found if row["kind"] in kinds]


def test_the_workbook_lists_what_the_first_round_took(workbook):
    sheet = openpyxl.load_workbook(workbook).worksheets[0]
    listed = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW - 1)]
    assert listed == [
        ["STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa", "Đã tự chấm",
         "Đã thẩm định", "Đang bị trừ", "Lý do của cơ quan thẩm định", "Điểm giải trình",
         "Ý kiến giải trình"],
        ["2", "Tuyên truyền cải cách hành chính", 2, 2, 1.25, 0.75, "=thiếu 3 văn bản", None, None],
        ["3", "Công khai thủ tục hành chính", 3, 3, 2, 1, "Chậm công khai", None, None],
        ["4", "Hồ sơ giải quyết đúng hạn", 4, 4, 3.5, 0.5, None, None, None],
    ]  # fmt: skip
    assert sheet["G9"].data_type == "s"
    titles = [sheet.cell(row, 1).value for row in range(1, 8)]
    assert titles[4] == "Bị trừ 2,25 điểm ở 3 tiêu chí dưới đây."
    assert (sheet["C2"].value, sheet["C3"].value) == (2023, "Quận Lê Chân")
    assert "bản r1" in titles[6]


def test_only_the_answers_can_be_written_within_the_maximum(workbook):
    sheet = openpyxl.load_workbook(workbook).worksheets[0]
    assert sheet.protection.sheet
    unlocked = {
        cell.column_letter
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    assert unlocked == {"H", "I"}
    (limit,) = sheet.data_validations.dataValidation
    assert (str(limit.sqref), limit.type, limit.formula1, limit.formula2) == (
        "H9:H11", "decimal", "0", "$C9",
    )  # fmt: skip


def test_a_workbook_nobody_answered_is_nothing_to_import(first_round, workbook):
    before = first_round.json("imports")
    status, _, err = first_round("import", workbook)
    assert status == 0, err
    assert first_round.json("imports") == before


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_an_answer_brings_explanations_and_leaves_all_else_to_the_cell(
    first_round, workbook, tmp_path, suffix
):
    before = cells(first_round)
    assert len(before) == 8
    file = filled(workbook, {"2": (2, "Bổ sung Kế hoạch số 15"), "4": (None, "Không áp dụng")})
    if suffix == ".csv":
        file = as_csv(file, tmp_path / "giai_trinh.csv")
    status, _, err = first_round("import", file, "--publish")
    assert status == 0, err
    assert cells(first_round) == before
    assert [row[:3] for row in cells(first_round, ("explanation",))] == [("2", "explanation", 2)]
    contested = first_round.json("show", "contested", "--year", "2023", "--unit", "305")
    fields = (
        "criterion_code", "verified_1_points", "explanation_points", "explanation_text",
        "verified_2_points", "decision",
    )  # fmt: skip
    assert [tuple(row[field] for field in fields) for row in contested] == [
        ("2", 1.25, 2, "Bổ sung Kế hoạch số 15", None, "undecided"),
        ("4", 3.5, None, "Không áp dụng", None, "undecided"),
    ]


def test_points_above_the_maximum_are_refused(first_round, workbook):
    status, _, err = first_round("import", filled(workbook, {"2": (2.5, None)}))
    assert status == 1
    assert "H9" in err


def test_no_unit_excuses_itself_from_a_criterion(first_round, workbook):
    before = cells(first_round)
    status, _, err = first_round(
        "import", filled(workbook, {"2": ("KĐG", None), "3": (2.5, None)}), "--publish"
    )
    assert status == 0, err
    assert "“KĐG” không được tính" in err
    assert cells(first_round) == before
    assert [row[0] for row in cells(first_round, ("explanation",))] == ["3"]


def test_the_second_round_decides_and_the_workbook_remembers_the_answers(
    first_round, workbook, tmp_path
):
    first_round("import", filled(workbook, {"2": (2, "Có"), "3": (3, "Đủ"), "4": (4, "Rồi")}))
    book = openpyxl.load_workbook(scores(tmp_path, name="vong_2.xlsx"))
    sheet = book.worksheets[0]
    sheet.cell(3, 5, "Điểm thẩm định lần 2")
    sheet.delete_cols(6)
    sheet.delete_cols(4)
    for row, points in zip(range(4, 8), (1, 2, 2.5, 3.5), strict=True):
        sheet.cell(row, 4, points)
    book.save(tmp_path / "vong_2.xlsx")
    status, _, err = first_round("import", tmp_path / "vong_2.xlsx", "--publish")
    assert status == 0, err
    contested = first_round.json("show", "contested", "--year", "2023")
    fields = ("criterion_code", "contested_points", "granted_points", "decision")
    assert [tuple(row[field] for field in fields) for row in contested] == [
        ("2", 0.75, 0.75, "accepted"),
        ("3", 1, 0.5, "partly"),
        ("4", 0.5, 0, "rejected"),
    ]
    again = tmp_path / "lai.xlsx"
    first_round("template", "explanation", "--unit", "305", "--year", "2023", "--output", again)
    sheet = openpyxl.load_workbook(again).worksheets[0]
    assert [[sheet.cell(row, c).value for c in (8, 9)] for row in (9, 10, 11)] == [
        [2, "Có"], [3, "Đủ"], [4, "Rồi"],
    ]  # fmt: skip


def test_every_unit_that_lost_points_gets_a_workbook_in_one_archive(first_round, tmp_path):
    file = tmp_path / "tat_ca.zip"
    assert first_round("template", "explanation", "--year", "2023", "--output", file)[0] == 0
    with zipfile.ZipFile(file) as archive:
        assert archive.namelist() == ["bang-giai-trinh_2023_305.xlsx"]


def test_without_a_unit_or_without_a_loss_there_is_no_workbook(first_round, tmp_path):
    file = tmp_path / "f.xlsx"
    assert first_round("template", "explanation", "--year", "2023", "--output", file)[0] == 2
    words = ("template", "explanation", "--unit", "303", "--year", "2023", "--output", file)
    assert first_round(*words)[0] == 1
    assert not file.exists()


@pytest.mark.parametrize("spoken", ["vi", "en"])
def test_what_the_workbook_prints_for_reading_is_known_as_such(spoken):
    with speaking(spoken):
        printed = {
            plain_key(text(f"explanation.heading_{name}"))
            for name in READ_ONLY
            if name not in TAKEN
        }
    assert printed == PRINTED_FOR_READING
