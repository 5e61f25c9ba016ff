"""Overview: what has changed and what needs a decision lead, in one click, to their proof."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from tests.analysis.by_hand import Release
from tests.analysis.small import small
from tests.pages.conftest import said
from tests.ui.invented import store_with
from ui.sections.overview_parts import PROOFS


def leads(app):
    """Words of each link on the page, page and parameters where it leads."""
    found = {}
    for element in app.get("page_link"):
        parameters = {key: value[-1] for key, value in parse_qs(element.proto.query_string).items()}
        found[element.proto.label] = (element.proto.page, parameters)
    return found


@pytest.fixture(scope="module")
def season_home(tmp_path_factory):
    """The small release with a violation, a late visit and a report that did not come."""
    release = small()
    visit = release.inspection("304", 2022, "2022-06-15", "2022-06-15", areas=["procedures"])
    release.finding("304", 2022, "violation", inspection_id=visit)
    release.inspection("303", 2022, "2022-08-01", report_due_on="2022-07-20")
    return store_with(tmp_path_factory.mktemp("season"), release, book="real")


def test_each_sentence_leads_to_the_page_that_proves_it(open_page, season_home):
    app = open_page(season_home)
    assert not app.exception
    found = leads(app)
    page, parameters = found[
        "Làm rõ 1 nội dung được báo hoặc xác minh là xong mà điểm không trở lại tại 1 đơn vị "
        "(1,5 điểm)."
    ]
    assert (page, parameters["year"], parameters["view"]) == ("remediation", "2021", "contradicted")
    page, parameters = found["Xử lý 1 phát hiện nghiêm trọng hoặc sai phạm chưa đóng tại 1 đơn vị."]
    assert (page, parameters["year"], parameters["view"]) == ("inspections", "2022", "findings")
    changed = next(words for words in found if words.startswith("1/2 đơn vị tăng chỉ số"))
    page, parameters = found[changed]
    assert (page, parameters["view"], parameters["group"]) == ("compare", "change", "Quận")
    assert "1 cuộc kiểm tra chậm" in said(app)


def test_the_median_change_that_is_told_stands_in_the_table_it_leads_to(open_page, small_home):
    told = next(words for words in leads(open_page(small_home)) if words.startswith("Lĩnh vực"))
    assert "+10 điểm phần trăm" in told
    page = open_page(small_home, "compare", year="2022", group="Quận", view="change")
    printed = "\n".join(str(element.proto.body) for element in page.get("html"))
    assert "Trung vị thay đổi" in printed
    assert ">+10</td>" in printed


def test_every_proof_stands_on_a_view_that_its_page_has(open_page, season_home):
    for page, opened in sorted({(page, tuple(more.items())) for page, more in PROOFS.values()}):
        app = open_page(season_home, page, **dict(opened))
        assert not app.exception, page
        chosen = [control.value for control in app.get("button_group")]
        for view in dict(opened).values():
            assert view in str(chosen) or not chosen, (page, view)


def test_what_did_not_come_back_is_no_zero_before_the_next_year_is_known(open_page, tmp_path):
    release = Release(as_of="2026-11-24")
    release.unit("303", "Quận Hồng Bàng", valid_to="2024-12-31")
    release.framework(2022, {"I.1": 10})
    release.scores("303", 2022, {"I.1": 8})
    release.remediation("303", 2022, "I.1", deadline_on="2023-10-31", reported_state="done")
    app = open_page(store_with(tmp_path, release, book="real"))
    figures = {metric.label: metric.value for metric in app.metric}
    assert figures["Quá hạn khắc phục"] == "1"
    assert figures["Báo xong, điểm không trở lại"] == "–"
    assert "Hôm nay không có việc nào" not in said(app)
