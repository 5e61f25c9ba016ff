"""The page on models: evidence line by line, decisions beside the flag, who could learn."""

from __future__ import annotations

import pytest

from data.books import Book
from data.decisions import decisions
from data.store import Store
from tests.analysis.test_replication import replicated
from tests.pages.conftest import said
from tests.ui.invented import store_with


@pytest.fixture
def home(tmp_path):
    """301 runs an initiative that three units took up; it leads in 'procedures'."""
    release = replicated(8, 9, 7)
    release.connection.execute(
        "update score set points = 10 where unit_code = '301' and criterion_code = 'II.1'"
    )
    release.connection.execute(
        "update score set points = 5.5 where unit_code = '305' and criterion_code = 'II.1'"
    )
    release.initiative(
        "301", 2022, "Một cửa số", reform_area="procedures", recognition="Cấp thành phố",
        decision="Công nhận", decision_number="17/QĐ-HĐSK", replicated_at="Quận 302",
    )  # fmt: skip
    return store_with(tmp_path, release, book="real")


def printed(app) -> str:
    return "\n".join(str(element.proto.body) for element in app.get("html"))


def test_evidence_stands_line_by_line_with_its_threshold(open_page, home):
    app = open_page(home, "best_practice", year="2022")
    assert not app.exception
    assert "từ 1,5" in printed(app)
    assert "mỗi năm thuộc nhóm đầu hoặc không thấp hơn năm trước" in printed(app)
    assert "Theo sổ sáng kiến, “Một cửa số”: Công nhận (số 17/QĐ-HĐSK)." in said(app).replace(
        "\\", ""
    )


def test_the_page_says_what_followed_replication(open_page, home):
    app = open_page(home, "best_practice", year="2021")
    assert "3 đơn vị áp dụng thay đổi +40 điểm phần trăm" in said(app)
    newer = open_page(home, "best_practice", year="2022")
    assert "quá ít để kết luận" in said(newer)


def test_a_unit_sees_whose_model_answers_its_losses(open_page, home):
    app = open_page(home, "best_practice", year="2022", unit="305")
    assert "Quận 305: có 3 mô hình ở những tiêu chí đang mất điểm" in said(app)


def written(app, key):
    return next(field for field in app.text_area if field.label == key)


def test_a_decision_is_written_beside_the_flag_and_revised_without_losing_it(open_page, home):
    app = open_page(home, "best_practice", year="2022")
    flag = said(app).count("đủ căn cứ")
    written(app, "Nội dung quyết định").set_value("Nhân rộng [x](http://a.b)")
    app.button[0].click().run()
    assert not app.exception
    (kept,) = decisions(Store(home), Book.REAL)
    assert (kept.decision.unit_code, kept.decision.year) == ("301", 2022)
    assert kept.release_id == "r1"
    assert "[x](" not in said(app)  # shown letter by letter
    assert said(app).count("đủ căn cứ") == flag
    written(app, "Nội dung quyết định").set_value("Giao Sở Nội vụ")
    app.button[0].click().run()
    (kept,) = decisions(Store(home), Book.REAL)
    assert (kept.decision.content, kept.revision) == ("Giao Sở Nội vụ", 2)
    assert "Sửa lần 2" in said(app)


def test_readers_see_decisions_and_cannot_write(open_page, home, monkeypatch):
    monkeypatch.setattr("ui.sections.practice_decisions.may_edit", lambda: False)
    app = open_page(home, "best_practice", year="2022")
    assert not app.text_area
    assert "Quyết định của hội đồng" in said(app)


def test_the_page_speaks_english(open_page, home):
    app = open_page(home, "best_practice", year="2021", language="en")
    assert "3 adopting units changed by +40 percentage points" in said(app)


def test_the_register_s_decision_stands_beside_the_flag_until_another_is_written(open_page, home):
    app = open_page(home, "best_practice", year="2022", area="II")
    table = next(shown.value for shown in app.dataframe if "decided" in shown.value)
    beside = dict(zip(table["unit_name"], table["decided"], strict=True))
    assert beside["Quận 301"] == "Công nhận"
    assert beside["Quận 306"] == "–"
