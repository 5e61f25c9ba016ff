"""What cells, sheets and files may be called, and how it is said again: text stays text."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.forms.reading import read_workbook
from data.problems import Problem, Severity
from data.sheets.grid import Cells, Marks, Merge, Sheet
from data.sheets.refusal import FileRefused
from data.text_keys import tidy
from data.values import Sign, read_points
from reports.csv_table import csv_bytes
from tests.data.forms.workbook import write_workbook
from ui.escape import for_html, for_markdown
from words.catalogue import speaking
from words.problems import problem_message

TEXTS = [
    '=HYPERLINK("http://x.invalid","y")', "@SUM(A1)", "+1", "-1", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "![p](http://x.invalid/a.png)", "[a](javascript:alert(1))",
    "$x$", ":material/home:", ":red[x]", "{}", "{found}", "{sheet!r}", "%s%n", "a\"b'c",
    "'; drop table score; --", "a\\b", "\u202eQuận", "ế" * 32_767,
]  # fmt: skip
HEADINGS = ["STT", "Tiêu chí", "Điểm tối đa", "Điểm thẩm định"]


def _problem(text: str) -> Problem:
    return Problem(Severity.ERROR, "unit_unknown", f"{text[:80]}.xlsx", text[:31], "B2", text, text)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_message_says_the_text_as_it_is_and_not_at_length(text: str, language: str) -> None:
    with speaking(language):  # type: ignore[arg-type]
        message = problem_message(_problem(text))

    assert text[:300] in message
    assert len(message) < 1_000


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_title_of_that_text_is_read_as_that_text(tmp_path: Path, text: str) -> None:
    def dress(workbook) -> None:  # openpyxl would make a formula of '='
        workbook.worksheets[0]["D4"].data_type = "s"
        workbook.worksheets[0]["B4"].data_type = "s"

    rows = [["Điểm năm 2021"], ["Đơn vị: Lê Chân"], HEADINGS, ["1", text, 5, text]]
    path = write_workbook(tmp_path / "a.xlsx", {"S": rows}, dress=dress)

    (table,) = read_workbook(path).tables

    assert table.records[0].text("criterion_name") == tidy(text)
    assert table.records[0].text("verified_2") == tidy(text)


def test_marks_that_turn_the_writing_and_controls_are_no_part_of_a_name() -> None:
    assert tidy("\u202eQuận\u202c Lê\u200f Chân\x07") == "Quận Lê Chân"


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_download_holds_no_formula(text: str) -> None:
    row = {"unit_name": text, "message": text, "self_gap": Decimal("-0.5")}
    content = csv_bytes([row], list(row), [text]).decode("utf-8-sig")
    _, cells, *rest = csv.reader(io.StringIO(content), delimiter=";")

    expected = f"'{text}" if text[0] in "=+-@" else text
    assert cells == [expected, expected, "-0,5"]
    assert rest[-1] == [expected]


def _desk() -> None:
    """The Data desk's list of problems and its line of steps, for names of the test's own."""
    from data.progress import Step
    from tests.data.hostile.test_hostile_text import TEXTS, _problem
    from ui.desk import Telling
    from ui.sections.desk_hand_in import show_problems

    telling = Telling()
    for text in TEXTS:
        telling(Step.READING, text)
    telling(Step.READING, TEXTS[6])
    show_problems([_problem(text) for text in TEXTS])


def test_the_list_of_problems_on_the_page_holds_no_tag_and_no_picture() -> None:
    app = AppTest.from_function(_desk, default_timeout=60).run()

    assert not app.exception
    (table,) = [element.proto.body for element in app.get("html")]
    assert "<img" not in table
    assert "<script" not in table
    assert for_html(TEXTS[5]) in table
    assert for_markdown(TEXTS[6]) in app.status[0].label


@pytest.mark.parametrize("value", [1e308, -(10.0**15), 10**12, float("inf"), "9" * 400, "1" * 13])
def test_a_number_that_no_column_can_hold_is_no_figure(value: float | str) -> None:
    assert read_points(value).sign is Sign.NOT_A_NUMBER


def test_the_greatest_figure_that_a_column_holds_is_one() -> None:
    assert read_points("999999999999").points == Decimal(999_999_999_999)


def test_a_merge_over_millions_of_cells_is_refused_before_it_fills_the_memory() -> None:
    rows = [[1, *[None] * 2_999]] * 1_000

    with pytest.raises(FileRefused):
        Sheet(Cells("S", rows, Marks(merges=(Merge(0, 0, 1_048_575, 16_383),))))


@pytest.mark.parametrize(
    "merges",
    [
        (Merge(0, 0, 1, 1), Merge(1, 1, 2, 2)),
        tuple(Merge(row, 0, 2, 2) for row in (2, 1, 0)),  # each begins outside those before
    ],
)
def test_merges_upon_each_other_are_damage(merges: tuple[Merge, ...]) -> None:
    marks = Marks(merges=merges)

    with pytest.raises(FileRefused):
        Sheet(Cells("S", [[1, 2, 3]] * 3, marks))
