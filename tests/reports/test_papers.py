"""The report and the unit sheet: Decree 30's page, the sentences of the pages, the same figures."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.shared import Pt

from analysis.questions import Filters, answer
from analysis.rows import rows_of
from analysis.summaries import standings
from cli.__main__ import main
from reports.asking import Asked, answers_of
from reports.deck.deck import slides_of
from reports.decree_30 import roman
from reports.letterhead import letterhead
from reports.summary.summary import report_of, summary_of
from reports.unit_sheet.sheet import sheet_of
from tests.analysis.small import small
from words import formats
from words.catalogue import speaking
from words.sentences.standing import range_sentence, standing_sentence


def opened(content: bytes):
    return Document(io.BytesIO(content))


def words_of(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in opened(content).paragraphs]


def cells_of(content: bytes) -> list[str]:
    tables = opened(content).tables
    return [cell.text for table in tables for row in table.rows for cell in row.cells]


@pytest.fixture(scope="module")
def report(small_release) -> bytes:
    return summary_of(answers_of(small_release, Asked()))


def test_the_page_is_that_of_decree_30(report):
    document = opened(report)
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert 20 <= round(page.top_margin.mm) <= 25
    assert 20 <= round(page.bottom_margin.mm) <= 25
    assert 30 <= round(page.left_margin.mm) <= 35
    assert 15 <= round(page.right_margin.mm) <= 20
    assert page.different_first_page_header_footer
    normal = document.styles["Normal"]
    assert (normal.font.name, normal.font.size) == ("Times New Roman", Pt(14))
    assert "PAGE" in page.header._element.xml  # noqa: SLF001
    assert "PAGE" not in page.first_page_header._element.xml  # noqa: SLF001


def test_the_heading_block_names_both_bodies_the_nation_and_the_day(report):
    block = opened(report).tables[0]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in block.cell(0, 1).text
    assert "Độc lập - Tự do - Hạnh phúc" in block.cell(0, 1).text
    assert "BAN CHỈ ĐẠO" in block.cell(0, 0).text
    assert block.cell(1, 0).text.startswith("Số:")
    assert "ngày" in block.cell(1, 1).text


def test_sections_follow_what_the_committee_must_write(report):
    heads = [p.text for p in opened(report).paragraphs if p.style.name == "Heading 1"]
    assert heads == [
        "I. TÌNH HÌNH KIỂM TRA",
        "II. KẾT QUẢ KIỂM TRA THEO LĨNH VỰC",
        "III. KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH",
        "IV. NGUYÊN NHÂN, TRÁCH NHIỆM",
        "V. KHẮC PHỤC CÁC NỘI DUNG BỊ TRỪ ĐIỂM VÀ TỒN TẠI TRƯỚC ĐÂY",
        "VI. SAI PHẠM VÀ VIỆC XỬ LÝ",
        "VII. SÁNG KIẾN, MÔ HÌNH ĐÁNG NHÂN RỘNG",
        "VIII. KIẾN NGHỊ, ĐỀ XUẤT",
    ]


def test_its_sentences_are_those_of_the_pages_and_of_the_slides(report, small_release):
    rows = rows_of(answer(small_release, "ranking", Filters(year=2022, ranking_group="Quận")))
    (group,) = standings(rows)
    said = words_of(report)
    assert standing_sentence(group) in said
    assert range_sentence(group) in said
    titles = {slide.title for slide in slides_of(answers_of(small_release, Asked()))}
    steps = next(title for title in titles if title.startswith("Từ 6,5 điểm"))
    assert steps in said


def test_the_programme_is_counted_by_hand(report):
    # Three districts, one visit of 305, held and with a conclusion.
    assert any(
        line.startswith("Năm 2022, 1 trong 3 đơn vị đã được kiểm tra") for line in words_of(report)
    )
    missed = "Còn 2 đơn vị chưa kiểm tra trong năm: Quận Hồng Bàng và Quận Ngô Quyền."
    assert missed in words_of(report)


def test_annexes_carry_the_figures_of_show(report, small_release):
    shown = rows_of(answer(small_release, "ranking", Filters(year=2022, ranking_group="Quận")))
    cells = cells_of(report)
    for row in shown:
        assert row["unit_name"] in cells
        assert formats.percent(row["index_percent"]) in cells
    assert "Phụ lục I" in words_of(report)


def test_every_page_says_its_release(report, small_release):
    with_foot = opened(report).sections[0]
    for footer in (with_foot.footer, with_foot.first_page_footer):
        assert "bản r1" in footer.paragraphs[0].text
        assert "Khối: Quận" in footer.paragraphs[0].text


def test_the_same_release_and_filters_give_the_same_bytes(report, small_release):
    assert report == summary_of(answers_of(small_release, Asked()))
    answers = answers_of(small_release, Asked(unit="305"))
    assert sheet_of(answers) == sheet_of(answers_of(small_release, Asked(unit="305")))


def test_what_concerns_an_individual_is_in_no_paper():
    book = small()
    book.finding("305", 2022, "violation", description="của một người", is_individual=True)
    book.finding("305", 2022, "violation", description="của tập thể", reform_area="procedures")
    release = book.finish()
    for content in (
        summary_of(answers_of(release, Asked())),
        sheet_of(answers_of(release, Asked(unit="305"))),
    ):
        said = " ".join([*words_of(content), *cells_of(content)])
        assert "của một người" not in said
        assert "của tập thể" in said


def test_the_unit_sheet_says_where_the_unit_stands_and_what_to_look_at(small_release):
    content = sheet_of(answers_of(small_release, Asked(unit="305")))
    said = " ".join(words_of(content))
    assert "Phiếu đơn vị: Quận Lê Chân – Chỉ số cải cách hành chính năm 2022" in said
    assert "Năm 2022, Quận Lê Chân đạt 85,71%, xếp thứ 2/2 khối Quận" in said
    assert "Bổ sung nhân sự một cửa" in cells_of(content)


def test_an_empty_release_still_gives_papers(empty_release):
    said = words_of(summary_of(answers_of(empty_release, Asked())))
    assert any("chưa kiểm tra không có nghĩa là tốt" in line for line in said)


def test_english_is_complete(small_release):
    with speaking("en"):
        content = summary_of(answers_of(small_release, Asked()))
    assert "REPORT" in words_of(content)
    assert not any("đơn vị" in line for line in words_of(content))


def test_a_committee_of_another_place_has_its_own_letterhead(small_release):
    head = letterhead(place="Hải Dương", issuer="SỞ NỘI VỤ")
    report = report_of(answers_of(small_release, Asked()), head)
    assert (report.letterhead.place, report.letterhead.issuer) == ("Hải Dương", "SỞ NỘI VỤ")


@pytest.mark.parametrize(
    ("number", "said"), [(1, "I"), (4, "IV"), (9, "IX"), (10, "X"), (14, "XIV")]
)
def test_roman_numerals(number, said):
    assert roman(number) == said


def test_the_sheet_of_no_unit_is_a_wrong_usage(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("CCHC_HOME", str(tmp_path))
    assert main(["report", "unit", "--output", str(tmp_path / "x.docx")]) == 2
    assert "--unit" in capsys.readouterr().err
