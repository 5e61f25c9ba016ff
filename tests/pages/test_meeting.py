"""The page Meeting: keep the figures, note decisions, see what has moved, take documents along."""

from __future__ import annotations

import datetime
import shutil

import duckdb
import pytest

from data.books import Book
from data.decisions import DecisionState, decisions
from data.meetings import meetings
from data.store import Store
from tests.analysis.small import small
from tests.pages.conftest import said
from tests.ui.invented import store_with

MAY_EDIT = (
    "pages.meeting.may_edit",
    "ui.sections.meeting_choice.may_edit",
    "ui.sections.meeting_decisions.may_edit",
)


@pytest.fixture
def home(tmp_path):
    """Release r1 as worked out by hand; 'corrected' publishes r2."""
    return store_with(tmp_path / "home", small(), book="real")


def publish_corrected(home) -> None:
    """r2: 304 I.1, which lost 1 of 4 in 2021, is at 3 of 4 in 2022, too: what came back falls from
    2 to 1 of the 6.5 points lost, 30.8 % to 15.4 %."""
    later = small()
    later.connection.execute(
        "update score set points = 3 where unit_code = '304' and criterion_code = 'I.1'"
    )
    other = store_with(home.parent / "other", later, book="real")
    target = home / "real" / "releases" / "r2.duckdb"
    shutil.move(other / "real" / "releases" / "r1.duckdb", target)
    with duckdb.connect(str(target)) as connection:
        connection.execute("update release set release_id = 'r2', as_of = '2022-12-31'")
    (home / "real" / "current").write_text("r2", encoding="utf-8")


def keep(app, title="Họp quý III"):
    app.text_input[0].set_value(title)
    app.date_input[0].set_value(datetime.date(2022, 10, 5))
    button = next(one for one in app.button if "meeting_keep" in str(one.key))
    return button.click().run()


def decide(app, content, due_on=datetime.date(2022, 11, 1)):
    app.text_area[-1].set_value(content)
    app.date_input[-1].set_value(due_on)
    button = next(one for one in app.button if "meeting_decide" in str(one.key))
    return button.click().run()


def printed(app) -> str:
    return "\n".join(str(element.proto.body) for element in app.get("html"))


@pytest.mark.parametrize(("language", "words"), [("vi", "Chưa có cuộc họp"), ("en", "No meeting")])
def test_the_page_without_a_meeting_still_says_what_waits(open_page, home, language, words):
    app = open_page(home, "meeting", language=language)
    assert not app.exception
    assert words in said(app)
    assert len(app.dataframe) == 1  # 305 II.1: said to be done, no points came back
    assert (language == "en") or "Cần quyết định hôm nay: 1 nội dung được báo" in said(app)


def test_figures_are_kept_and_the_page_turns_to_the_meeting(open_page, home):
    app = keep(open_page(home, "meeting", year="2022"))
    assert not app.exception
    (meeting,) = meetings(Store(home), Book.REAL)
    assert (meeting.title, meeting.seen.release_id) == ("Họp quý III", "r1")
    assert (meeting.seen.year, meeting.seen.judged_year) == (2022, 2021)
    kept = {(one.name, one.year): one.value for one in meeting.figures}
    assert kept["rate_proved_by_points", 2021] == pytest.approx(2 / 6.5)
    assert kept["contradicted", 2021] == 1
    assert "cuộc họp đầu tiên" in said(app)
    assert app.query_params["meeting"] in ("1", ["1"])


def test_a_decision_is_noted_moves_on_and_the_next_meeting_opens_with_it(open_page, home):
    app = keep(open_page(home, "meeting", year="2022"))
    app = decide(app, "Giao [x](http://a.b) đôn đốc")
    app = decide(app, "Họp lại với Quận Lê Chân", due_on=None)
    assert not app.exception
    assert [one.decision.subject_key for one in decisions(Store(home), Book.REAL)] == ["1", "1"]
    publish_corrected(home)
    app = open_page(home, "meeting", year="2022")
    # 2 / 6.5 then, 1 / 6.5 now; of two decisions one is due 01/11, the as-of day is 31/12.
    assert (
        "Từ cuộc họp ngày 05/10/2022 (bản r1) đến nay (bản r2): tỷ lệ chứng minh khắc phục "
        "30,8% → 15,4% (−15,4 điểm %)"
    ) in said(app).replace("\\", "")
    assert "trong 2 việc đã quyết định, 2 chưa làm, 1 quá hạn." in said(app)
    assert "Giao [x](http://a.b) đôn đốc" in printed(app)  # letter by letter, in a table
    state = next(one for one in app.selectbox if one.label == "Tình trạng")
    state.set_value(DecisionState.DONE)
    next(one for one in app.button if "meeting_revise" in str(one.key)).click().run()
    assert not app.exception
    newest = decisions(Store(home), Book.REAL)[0]
    assert (newest.decision.state, newest.revision) == (DecisionState.DONE, 2)
    assert newest.decision.content == "Họp lại với Quận Lê Chân"


def test_a_link_to_a_meeting_opens_its_release_and_filters(open_page, home):
    keep(open_page(home, "meeting", year="2021", group="Quận"))
    publish_corrected(home)
    app = open_page(home, "meeting")
    app.query_params.clear()
    app.query_params["meeting"] = "1"
    app.run()
    assert not app.exception
    for key, value in (("release", "r1"), ("year", "2021"), ("group", "Quận")):
        assert app.query_params[key] in (value, [value])
    assert "được chốt ở bản r1" in said(app)
    unknown = open_page(home, "meeting", meeting="77")
    assert "không có cuộc họp ấy" in said(unknown)


def test_where_the_release_of_then_is_gone_the_figures_kept_serve_and_that_is_said(open_page, home):
    keep(open_page(home, "meeting", year="2022"))
    publish_corrected(home)
    (home / "real" / "releases" / "r1.duckdb").unlink()
    app = open_page(home, "meeting", year="2022")
    assert not app.exception
    assert "30,8% → 15,4%" in said(app)
    assert "Bản r1 của cuộc họp ấy nay không đọc được nữa" in said(app)


def test_readers_see_decisions_and_cannot_write(open_page, home, monkeypatch):
    decide(keep(open_page(home, "meeting", year="2022")), "Giao Sở Nội vụ đôn đốc")
    for place in MAY_EDIT[1:]:
        monkeypatch.setattr(place, lambda: False)
    monkeypatch.setattr("ui.access.may_edit", lambda: False)
    app = open_page(home, "meeting", meeting="1")
    assert not app.exception
    assert "Giao Sở Nội vụ đôn đốc" in printed(app)
    assert not app.text_area
    assert not app.text_input


def test_english_is_complete(open_page, home):
    decide(keep(open_page(home, "meeting", year="2022")), "Ask for reasons")
    publish_corrected(home)
    app = open_page(home, "meeting", year="2022", language="en")
    assert not app.exception
    assert "From the meeting of 05 Oct 2022 (release r1) to now (release r2)" in said(app)
    assert "of 1 decision, 1 not begun, 1 overdue." in said(app)
    assert "not begun" in printed(app)


def test_documents_are_offered_under_names_that_hold_the_release(open_page, home):
    app = open_page(home, "meeting", year="2022")
    offered = {element.proto.label for element in app.get("download_button")}
    assert {"Trình chiếu (.pptx)", "Báo cáo (.docx)", "Phiếu đơn vị (.docx)"} <= offered
    unit = open_page(home, "unit", year="2022", unit="305")
    assert "Phiếu đơn vị (.docx)" in {one.proto.label for one in unit.get("download_button")}


def test_a_template_that_is_none_is_said_and_the_page_goes_on(open_page, home):
    (home / "deck_template.pptx").write_bytes(b"not a presentation")
    app = open_page(home, "meeting", year="2022")
    assert not app.exception
    assert any("mẫu trình chiếu" in str(one.value) for one in app.warning)


def test_a_room_is_shown_the_answer_and_nothing_to_fill_in(open_page, home):
    keep(open_page(home, "meeting", year="2022"))
    app = open_page(home, "meeting", year="2022", present="words")
    assert not app.exception
    assert "Từ cuộc họp ngày 05/10/2022" in said(app)
    assert not app.text_input
    assert not app.dataframe


def test_a_decision_can_be_about_a_deduction_and_names_it(open_page, home):
    app = keep(open_page(home, "meeting", year="2022"))
    about = next(one for one in app.selectbox if one.label == "Về việc gì")
    about.set_value(next(key for key in about.options if key.startswith("Nội dung: Quận Lê Chân")))
    app = decide(app, "Giải trình trước Ban Chỉ đạo")
    assert not app.exception
    (kept,) = decisions(Store(home), Book.REAL)
    assert kept.decision.subject_key.startswith("1:deduction:")
    assert (kept.decision.unit_code, kept.decision.year) == ("305", 2021)
    assert "Nội dung: Quận Lê Chân – " in printed(app)
