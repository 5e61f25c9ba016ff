"""The deck: native slides whose figures are those of `show`, with their sources in the notes."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation
from pptx.util import Cm

from analysis.questions import Filters, answer
from analysis.rows import rows_of
from reports.asking import Asked, answers_of
from reports.deck.deck import deck_of, slides_of
from reports.deck.slides import Bars, Table
from tests.analysis.by_hand import Release
from tests.analysis.small import small
from words import formats
from words.catalogue import speaking

LONG_NAME = "Ban Quản lý các dự án phát triển hạ tầng và đô thị thông minh"


def opened(content: bytes):
    return Presentation(io.BytesIO(content))


def words_of(slide) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def titles(content: bytes) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in opened(content).slides]


def large() -> Release:
    """21 departments, one with a name of 61 letters, three areas, one year, no register."""
    book = Release(as_of="2022-09-30", book="illustration")
    leaves = {"I.1": 10, "II.1": 10, "III.1": 10}
    names = [LONG_NAME, *(f"Sở số {number}" for number in range(2, 22))]
    for number, name in enumerate(names, start=1):
        book.unit(f"S{number}", name, kind="department", group="Sở, ban, ngành")
    book.framework(2021, leaves, kinds=("department",))
    for number in range(1, 22):
        points = (10 - number * 0.25, 9 - number * 0.1, 8)
        book.scores(f"S{number}", 2021, dict(zip(leaves, points, strict=True)))
    return book


@pytest.fixture(scope="module")
def deck(small_release) -> bytes:
    return deck_of(answers_of(small_release, Asked()))


def test_standing_says_what_show_ranking_answers(small_release):
    slides = slides_of(answers_of(small_release, Asked()))
    bars = next(slide.body for slide in slides if isinstance(slide.body, Bars)).bars
    shown = rows_of(answer(small_release, "ranking", Filters(year=2022, ranking_group="Quận")))
    known = {row["short_name"]: row for row in shown}
    assert [bar.value for bar in bars] == [known[bar.name]["index_percent"] for bar in bars]
    assert bars[0].label == f"{formats.percent(20.5 / 21 * 100)} · thứ 1"
    assert bars[-1].label.endswith("tạm tính")


def test_the_steps_are_those_of_the_points_lost(deck):
    # 305 lost 1 + 1.5, 304 lost 1 + 0.5, 303 lost 1.5 + 1: 6.5; 305 I.2 and 304 I.1 came back.
    assert any(title.startswith("Từ 6,5 điểm bị trừ") for title in titles(deck))
    assert any("2 điểm đã trở lại" in title for title in titles(deck))


def test_charts_and_tables_are_native(deck):
    shapes = [shape for slide in opened(deck).slides for shape in slide.shapes]
    assert any(shape.has_chart for shape in shapes)
    assert any(shape.has_table for shape in shapes)
    assert not any(shape.shape_type is not None and shape.shape_type == 13 for shape in shapes)
    (chart, *_) = [shape.chart for shape in shapes if shape.has_chart]
    assert list(chart.plots[0].series[0].values)[-1] == pytest.approx(20.5 / 21 * 100)


def test_every_slide_says_release_day_and_filters(deck):
    for slide in opened(deck).slides:
        said = words_of(slide)
        assert "bản r1" in said
        assert "thời hạn tính đến ngày 30/09/2022" in said
        assert "Khối: Quận" in said


def test_notes_name_file_sheet_and_cells(deck):
    notes = [slide.notes_slide.notes_text_frame.text for slide in opened(deck).slides]
    standing = next(text for text in notes if "Nguồn của các con số" in text)
    assert "Quận Lê Chân" in standing
    assert "ô " in standing


def test_the_same_release_and_filters_give_the_same_bytes(deck, small_release):
    assert deck == deck_of(answers_of(small_release, Asked()))


def test_twenty_one_units_and_a_long_name_stay_on_the_slide():
    release = large().finish()
    content = deck_of(answers_of(release, Asked()))
    presentation = opened(content)
    assert "Sở, ban, ngành" in titles(content)[0]
    for slide in presentation.slides:
        assert "Dữ liệu minh hoạ" in words_of(slide)
        for shape in slide.shapes:
            assert shape.top + shape.height <= presentation.slide_height
            assert shape.left + shape.width <= presentation.slide_width
    heat = next(
        slide.body
        for slide in slides_of(answers_of(release, Asked()))
        if isinstance(slide.body, Table) and slide.body.shares
    )
    assert len(heat.rows) == 21
    assert all(len(row[0]) <= 42 for row in heat.rows)


def test_sections_with_nothing_to_say_have_no_slide():
    content = deck_of(answers_of(large().finish(), Asked()))
    assert not any(title.startswith("Kiểm tra năm") for title in titles(content))
    assert not any(title.startswith("So với năm") for title in titles(content))


def test_an_empty_release_still_gives_a_deck(empty_release):
    assert titles(deck_of(answers_of(empty_release, Asked())))


def test_a_unit_has_slides_of_its_own(small_release):
    content = deck_of(answers_of(small_release, Asked(unit="305")))
    assert titles(content)[0] == "Cải cách hành chính năm 2022: Quận Lê Chân"
    assert titles(content)[1].startswith("Năm 2022, Quận Lê Chân đạt 85,71%, xếp thứ 2/2")
    assert "Đơn vị: Quận Lê Chân" in words_of(opened(content).slides[0])


def test_english_is_complete(small_release):
    with speaking("en"):
        content = deck_of(answers_of(small_release, Asked()))
    assert titles(content)[0] == "Public administration reform in 2022: Quận"


def test_what_concerns_an_individual_is_on_no_slide_and_in_no_note():
    book = small()
    book.finding("305", 2022, "violation", description="của một người", is_individual=True)
    content = deck_of(answers_of(book.finish(), Asked()))
    for slide in opened(content).slides:
        assert "của một người" not in words_of(slide)
        assert "của một người" not in slide.notes_slide.notes_text_frame.text


def test_the_committees_own_template_gives_the_look(tmp_path, small_release):
    theirs = Presentation()
    theirs.slide_width, theirs.slide_height = Cm(25.4), Cm(19.05)
    theirs.slides.add_slide(theirs.slide_layouts[0]).shapes.title.text = "Trang mẫu"
    path = tmp_path / "mau.pptx"
    theirs.save(str(path))
    content = deck_of(answers_of(small_release, Asked()), template=path)
    assert opened(content).slide_width == Cm(25.4)
    assert "Trang mẫu" not in titles(content)
    assert len(titles(content)) == len(slides_of(answers_of(small_release, Asked())))
