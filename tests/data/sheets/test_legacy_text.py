"""Old Vietnamese fonts and garbled text are named for what they are; proper text never is."""

from __future__ import annotations

import tomllib
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.forms.found import SourceFile
from data.forms.reading import read_workbook
from data.sheets.grid import Cells, Sheet
from data.sheets.legacy_text import legacy_problems
from data.sheets.reading import read_sheets
from data.sheets.vietnamese_syllables import is_syllable
from tests.data.forms.workbook import write_workbook
from tests.data.sheets.legacy_spelling import garbled, in_tcvn3, in_vni

ROOT = Path(__file__).parents[3]
FILE = SourceFile("bang.xlsx", "0")
SPELLINGS = {"TCVN3 (ABC)": in_tcvn3, "VNI Windows": in_vni, "UTF-8": garbled}
SENTENCES = [
    "Bảng chấm điểm Chỉ số cải cách hành chính năm 2021 của UBND các quận, huyện",
    "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG",
    "Tiêu chí thành phần; Điểm tối đa; Điểm tự đánh giá; Điểm thẩm định",
    "Quận Lê Chân; Huyện Thủy Nguyên; Quận Ngô Quyền; Huyện Tiên Lãng",
    "Giải quyết hồ sơ đúng hạn tại bộ phận một cửa, chưa có tài liệu kiểm chứng",
    "Nguyên nhân: thiếu nhân sự, chưa bố trí kinh phí khắc phục",
]
FOREIGN = [
    "L'été où Noël, Loïc et Zoé ont goûté du maïs à l'hôtel près de la forêt naïve",
    "Café crème, déjà vu, garçon, cœur, façade, Besançon, Orléans, château, élève",
    "Über Köln, München, Straße, Größe, Jürgen Müller, Ærø, Ålesund, Øresund",
    "Señor Núñez, mañana, corazón, niño, São Paulo, coração, ações",
    "QĐ 903/QĐ-UBND; NÐ 30/2020/NÐ-CP; TÐ-KT; LÐTBXH; BTÐ; CÐ",
    "5 µm ± 0,5 °C; § 5 khoản 2; © 2021; ISO®; 1/2 ½ ¼ ¾; «Mô hình»; 100 m²; ¥ £ ¢ ¤",
    "Thaïlande (Thaï), Moïse, Hanoï, Saïgon, Loïc",
]


def _catalogue_texts() -> list[str]:
    texts = []
    for path in sorted((ROOT / "words").glob("*/*.toml")):
        texts += [v for v in tomllib.loads(path.read_text("utf-8")).values() if isinstance(v, str)]
    return texts


def _workbooks() -> list[Path]:
    places = (ROOT / "tests" / "outside" / "cases", ROOT / "data" / "workbooks")
    return [
        path
        for place in places
        for path in sorted(place.rglob("*"))
        if path.suffix in {".xlsx", ".xls", ".ods", ".csv"} and not path.name.startswith("~")
    ]


def _said(rows: list[list[object]], name: str | None = "S") -> list[tuple[object, ...]]:
    problems = legacy_problems(FILE, [Sheet(Cells(name, rows))])  # type: ignore[arg-type]
    return [(p.code, p.sheet, p.cell, p.expected) for p in problems]


def test_the_tables_spell_as_offices_typed() -> None:
    assert in_tcvn3("Quận Lê Chân, Điểm, Hải Phòng") == "QuËn Lª Ch©n, §iÓm, H¶i Phßng"
    assert in_vni("Quận Lê Chân, Điểm, Hải Phòng") == "Quaän Leâ Chaân, Ñieåm, Haûi Phoøng"
    assert garbled("Quận") == "Quáº\xadn"


@pytest.mark.parametrize("encoding", SPELLINGS)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_each_old_encoding_is_known_by_its_text(encoding: str, sentence: str) -> None:
    code = "text_garbled" if encoding == "UTF-8" else "legacy_text"
    rows: list[list[object]] = [["STT", None], [1, SPELLINGS[encoding](sentence)], [2, "abc"]]

    assert _said(rows) == [(code, "S", "B2", encoding)]


@pytest.mark.parametrize("text", [*SENTENCES, *FOREIGN])
def test_proper_text_of_any_language_raises_no_alarm(text: str) -> None:
    assert _said([[text], [text.upper()], *([word] for word in text.split())]) == []


def test_no_text_that_ships_raises_an_alarm() -> None:
    assert _said([[text] for text in _catalogue_texts()]) == []


def test_no_workbook_that_ships_raises_an_alarm() -> None:
    opened = [read_sheets(path) for path in _workbooks()]

    assert sum(len(read.sheets) for read in opened) > 100
    assert [problem for r in opened for problem in legacy_problems(r.file, r.sheets)] == []


SYLLABLES = sorted(
    {
        word
        for text in (*SENTENCES, *_catalogue_texts())
        for word in text.replace(",", " ").replace(".", " ").split()
        if not word.isascii() and is_syllable(word)
    }
)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=30))
def test_no_sentence_of_vietnamese_syllables_raises_an_alarm(words: list[str]) -> None:
    assert _said([[" ".join(words)], *([word] for word in words)]) == []


@settings(max_examples=200)
@given(st.text(st.characters(max_codepoint=0x17F), max_size=60))
def test_no_heap_of_letters_breaks_the_detector(text: str) -> None:
    assert len(_said([[text, text[:5]]], None)) <= 1


@pytest.mark.parametrize("encoding", ["TCVN3 (ABC)", "VNI Windows"])
def test_a_csv_in_an_old_font_is_known_as_well(tmp_path: Path, encoding: str) -> None:
    lines = [["STT", *SENTENCES[2].split("; ")], ["1", *SENTENCES[3].split("; ")]]
    text = "\n".join(";".join(map(SPELLINGS[encoding], line)) for line in lines)
    path = tmp_path / "bang.csv"
    path.write_bytes(text.encode("latin-1"))

    (problem,) = read_workbook(path).problems

    assert (problem.code, problem.sheet, problem.expected) == ("legacy_text", None, encoding)
    assert problem.cell == "B1"


def test_a_workbook_in_an_old_font_is_refused_with_one_word_a_sheet(tmp_path: Path) -> None:
    def dress(workbook: openpyxl.Workbook) -> None:
        workbook["Bang 1"]["A1"].font = openpyxl.styles.Font(name=".VnTime")

    rows = [[in_tcvn3("Đơn vị: Quận Lê Chân")], ["STT", *map(in_tcvn3, SENTENCES[2].split("; "))]]
    other = [["STT", "Tiêu chí", "Điểm tối đa", "Điểm thẩm định"], ["1", "Kế hoạch", 5, 4]]
    path = write_workbook(
        tmp_path / "a.xlsx", {"Bang 1": rows, "Bang 2": other, "Bang 3": rows}, dress=dress
    )

    reading = read_workbook(path)

    assert [(p.code, p.sheet, p.cell) for p in reading.problems] == [
        ("legacy_text", "Bang 1", "A1"),
        ("legacy_text", "Bang 3", "A1"),
    ]
    assert reading.tables == ()
    assert reading.problems[0].found == "§¬n vÞ: QuËn Lª Ch©n"


def test_the_name_of_a_font_says_nothing(tmp_path: Path) -> None:
    def dress(workbook: openpyxl.Workbook) -> None:
        for row in workbook.worksheets[0].iter_rows():
            for cell in row:
                cell.font = openpyxl.styles.Font(name=".VnTimeH")

    rows = [["STT", "Tiêu chí", "Điểm tối đa", "Điểm thẩm định"], ["1", "Kế hoạch", 5, 4]]
    path = write_workbook(tmp_path / "a.xlsx", {"S": rows}, dress=dress)

    assert [problem.code for problem in read_workbook(path).problems] == []
