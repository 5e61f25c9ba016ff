"""Method: weights live and in the link, how firm the order is, definitions by name."""

from __future__ import annotations

import pytest

from tests.data.test_draft_criteria import draft, saved
from tests.pages.conftest import said

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# 2021, Quận (tests/analysis/small.py): 304 leads with 92,5 %, 303 and 305 have 87,5 %.


def sliders(app):
    return {slider.key: slider for slider in app.select_slider}


def table(app):
    return app.dataframe[0].value


def test_at_the_set_s_own_weights_nobody_moves(open_page, small_home):
    app = open_page(small_home, "method", year="2021", group="Quận")
    assert "Với trọng số này, không đơn vị nào đổi hạng." in said(app)
    assert "Đang thử trọng số khác" not in said(app)
    assert list(table(app)["rank"]) == list(table(app)["weighted_rank"])
    assert all(slider.value == 1 for slider in app.select_slider)


def test_a_slider_moves_ranks_at_once_and_the_link_keeps_it(open_page, small_home):
    app = open_page(small_home, "method", year="2021", group="Quận")
    sliders(app)["method_factor_I"].set_value(2.0).run()
    assert not app.exception
    assert app.query_params["weights"] == "I:2"
    assert "Đang thử trọng số khác: I × 2." in said(app)
    again = open_page(
        small_home, "method", year="2021", group="Quận", weights=app.query_params["weights"]
    )
    assert sliders(again)["method_factor_I"].value == 2.0
    assert table(again).to_dict() == table(app).to_dict()


def test_the_reset_goes_back_to_the_set_s_own_weights(open_page, small_home):
    app = open_page(small_home, "method", year="2021", group="Quận", weights=["I:0.5", "II:1.25"])
    assert "I × 0,5; II × 1,25" in said(app)
    reset = next(button for button in app.button if button.label.startswith("Về trọng số"))
    reset.click().run()
    assert "weights" not in app.query_params
    assert all(slider.value == 1 for slider in app.select_slider)


def test_a_weight_that_cannot_be_read_is_said_and_not_used(open_page, small_home):
    app = open_page(small_home, "method", year="2021", group="Quận", weights="I:9")
    assert "trọng số “I\\:9”, không đọc được" in "\n".join(i.value for i in app.info)
    assert all(slider.value == 1 for slider in app.select_slider)


def test_the_firmness_of_the_order_is_explained(open_page, invented_home):
    app = open_page(invented_home, "method", view="robustness", year="2021", group="Quận")
    words = said(app)
    assert not app.exception
    assert "10.000 lần thử" in words
    assert "không phải khoảng tin cậy" in words
    assert "20220422" in words
    assert len(app.get("plotly_chart")) == 2


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_link_to_a_figure_opens_its_definition(language, open_page, invented_home):
    app = open_page(invented_home, "method", figure="rank_interval", language=language)
    assert not app.exception
    assert (
        app.subheader[0].value
        == {
            "vi": "Khoảng hạng khi đổi trọng số",
            "en": "Range of ranks under other weights",
        }[language]
    )
    assert {"vi": "10.000", "en": "10,000"}[language] in said(app)
    assert "`robustness`" in said(app)


def test_a_figure_that_nobody_defined_is_said_and_all_are_shown(open_page, invented_home):
    app = open_page(invented_home, "method", figure="nonsense")
    assert "“nonsense”" in app.info[0].value
    printed = "\n".join(str(element.proto.body) for element in app.get("html"))
    assert "Điểm trở lại" in printed


def test_a_set_of_the_release_is_tried_as_a_draft(open_page, invented_home):
    app = open_page(invented_home, "method", view="draft", year="2022", group="Huyện")
    assert app.selectbox(key="method_draft_set").value.startswith("2022")
    assert not app.exception
    assert "Xét được 9/9 tiêu chí, chiếm 100,0% điểm tối đa của bộ dự thảo" in said(app)
    assert [header.value for header in app.header] == [
        "Hầu như không phân biệt các đơn vị",
        "Lặp lại nhau",
        "Năm nào cũng chỉ một nhóm đơn vị đứng đầu",
    ]


def test_only_editors_try_drafts(open_page, invented_home, monkeypatch):
    monkeypatch.setattr("ui.sections.method_views.may_edit", lambda: False)
    app = open_page(invented_home, "method", view="draft", year="2022")
    assert not app.exception
    assert "dự thảo" not in said(app)


def test_a_workbook_is_tried_and_nothing_is_stored(open_page, invented_home, tmp_path):
    path = saved(
        tmp_path,
        draft(
            ["I", "Chỉ đạo", 8],
            ["I.1", "Mức độ hoàn thành kế hoạch", 4],
            ["I.9", "Chưa từng có", 4],
            title="BỘ TIÊU CHÍ NĂM 2023",
        ),
    )
    before = sorted(invented_home.rglob("*"))
    app = open_page(invented_home, "method", view="draft", year="2022", group="Quận")
    app.selectbox(key="method_draft_set").set_value("upload").run()
    app.file_uploader[0].upload(path.name, path.read_bytes(), XLSX).run()
    assert not app.exception
    assert "Xét được 1/2 tiêu chí, chiếm 50,0% điểm tối đa" in said(app)
    assert sorted(invented_home.rglob("*")) == before
