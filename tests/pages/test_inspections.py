"""Inspections, view by view: what it says of the figures, to whom, and before there are any."""

from __future__ import annotations

import pytest

from tests.analysis.small import small
from tests.pages.conftest import said
from tests.ui.invented import store_with
from ui.sections.inspection_views import VIEWS


def printed(app) -> str:
    return "\n".join(str(element.proto.body) for element in app.get("html"))


def everything(app) -> str:
    frames = "\n".join(frame.value.to_csv() for frame in app.dataframe)
    return "\n".join((said(app), printed(app), frames))


def season():
    """The small release with findings: 305 was visited; 303 and 304 were not."""
    release = small()
    visit = "inspection-" + str(
        release.connection.execute("select max(source_cell_id) from inspection").fetchone()[0]
    )
    release.finding(
        "305",
        2022,
        severity="serious",
        reform_area="procedures",
        inspection_id=visit,
        cause="Chủ quan: thiếu đôn đốc",
        guidance="Hướng dẫn lập sổ theo dõi",
        recommendation="Giải quyết dứt điểm hồ sơ trễ hạn",
        deadline_on="2022-09-20",
        description="còn 143/1.260 hồ sơ trễ hạn",
    )
    release.finding(
        "305",
        2022,
        "violation",
        reform_area="civil_service",
        inspection_id=visit,
        is_individual=True,
        subject="Cá nhân: công chức một cửa",
        handling="Khiển trách",
        description="nhận quà của người dân",
    )
    release.finding("304", 2021, reform_area="procedures", description="chưa niêm yết thủ tục")
    return release


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return store_with(tmp_path_factory.mktemp("season"), season(), book="real")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_opens_in_both_languages(view, language, open_page, invented_home):
    app = open_page(invented_home, "inspections", view=view, language=language)
    assert not app.exception
    assert not app.error


def test_the_answer_says_who_was_visited_and_what_is_open(open_page, home):
    answer = said(open_page(home, "inspections"))
    assert "Năm 2022, 1 trong 3 đơn vị đã được kiểm tra" in answer
    assert "2 đơn vị chưa kiểm tra" in answer
    assert "Đã phát hiện 2 tồn tại, sai phạm (2 nghiêm trọng); còn 2 phải xử lý" in answer


def test_a_finding_leads_to_its_row_and_the_cells_of_its_fields(open_page, home):
    app = open_page(home, "inspections", view="findings")
    assert "143/1.260 hồ sơ trễ hạn" in printed(app)
    assert "Hướng dẫn lập sổ theo dõi" in printed(app)
    assert "by hand.xlsx" in printed(app)


def test_earlier_findings_are_followed(open_page, home):
    app = open_page(home, "inspections", view="continued")
    assert "Trong 1 tồn tại, sai phạm đã nêu ở các kỳ trước: 0 đã đóng" in said(app)
    assert "chưa niêm yết thủ tục" in printed(app)


def test_where_to_go_next_names_units_and_reasons_within_the_team_days(open_page, home):
    app = open_page(home, "inspections", view="next")
    # 304 lost less, but has an open finding; both were never visited
    assert "Năm 2022 còn 2 đơn vị chưa được kiểm tra; với 10 ngày công, đi được 2 đơn vị" in said(
        app
    )
    app.slider(key="inspections_team_days").set_value(0).run()
    assert "không có ngày công nào để đi" in said(app)
    assert "Mức = (số của đơn vị − nhỏ nhất khối)" in said(app)


def test_the_brief_of_a_unit_gathers_claims_and_contradictions(open_page, home):
    app = open_page(home, "inspections", view="brief", unit="305")
    assert "Tài liệu cho đoàn kiểm tra: Quận Lê Chân" in said(app)
    assert "Bổ sung nhân sự một cửa" in printed(app)
    assert "143/1.260 hồ sơ trễ hạn" in printed(app)


def test_the_brief_without_a_unit_is_of_whoever_is_to_be_visited_first(open_page, home):
    app = open_page(home, "inspections", view="brief")
    assert "Tài liệu cho đoàn kiểm tra: Quận" in said(app)


@pytest.mark.parametrize("view", VIEWS)
def test_what_concerns_an_individual_is_neither_shown_to_readers_nor_counted(
    view, open_page, home, monkeypatch
):
    for module in ("access", "sections.inspection_brief", "sections.inspection_views"):
        monkeypatch.setattr(f"ui.{module}.may_edit", lambda: False)
    page = everything(open_page(home, "inspections", view=view, unit="305"))
    assert "nhận quà" not in page
    assert "Khiển trách" not in page
    assert "Đã phát hiện 1 tồn tại, sai phạm (1 nghiêm trọng)" in page
    assert "chỉ người phân tích xem được" in page


def test_analysts_see_who_is_handled_and_how(open_page, home):
    page = everything(open_page(home, "inspections", view="violations"))
    assert "Có 1 sai phạm, trong đó 1 của cá nhân" in page
    assert "Khiển trách" in page


def test_before_there_is_a_programme_the_page_says_what_to_do_and_where_to_go(open_page, tmp_path):
    release = small()
    release.connection.execute("delete from inspection")
    app = open_page(store_with(tmp_path, release, book="real"), "inspections")
    assert "Năm 2022 chưa có chương trình kiểm tra nào được nhập" in said(app)
    assert "python run.py template inspections" in said(app).replace("\\", "")
    assert "3 đơn vị chưa được kiểm tra" in said(app)
    assert not app.exception


def test_a_season_before_its_index_can_be_chosen_and_its_units_too(open_page, tmp_path):
    release = small()
    release.inspection("304", 2023, "2023-07-01")
    app = open_page(
        store_with(tmp_path, release, book="real"),
        "inspections",
        year="2023",
        group="Quận",
        unit="304",
    )
    assert app.selectbox(key="choose_group").value == "Quận"
    assert app.selectbox(key="choose_year").value == "2023"
    assert app.selectbox(key="choose_unit").value == "304"
    assert not app.info


def test_a_reform_area_narrows_findings_and_stands_in_the_address(open_page, home):
    app = open_page(home, "inspections", view="findings", area="civil_service")
    assert app.query_params["area"] == "civil_service"
    assert "143/1.260" not in everything(app)
    assert "nhận quà" in everything(app)


def test_text_from_workbooks_is_shown_letter_by_letter(open_page, tmp_path):
    evil = "<img src=x onerror=alert(1)> ![p](http://evil.example/p.png) :red[x]"
    release = season()
    release.connection.execute("update finding set description = ?, cause = ?", [evil, evil])
    release.connection.execute("update inspection set thematic_lead = ?", [evil])
    home = store_with(tmp_path, release, book="real")
    for view in VIEWS:
        app = open_page(home, "inspections", view=view, unit="305")
        assert not app.exception
        for element in app.markdown:
            assert "![p]" not in element.value, view
            assert "<img" not in element.value.replace("\\<", ""), view
        for element in app.get("html"):
            assert "<img" not in element.proto.body, view
