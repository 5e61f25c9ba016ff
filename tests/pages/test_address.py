"""Filters in the URL: read, written, kept from page to page, calm about what is not there."""

from __future__ import annotations

from tests.pages.conftest import ROOT, said


def test_the_address_names_all_that_is_shown(open_page, invented_home):
    app = open_page(invented_home, "compare")
    assert app.query_params["year"] == "2022"
    assert app.query_params["group"] == "Quận"
    assert app.query_params["release"] == "m1"
    assert app.query_params["book"] == "illustration"
    assert app.query_params["language"] == "vi"


def test_a_link_shows_what_its_sender_saw(open_page, invented_home):
    app = open_page(
        invented_home, "compare", year="2021", group="Huyện", unit=["311", "312"], view="areas"
    )
    assert "khối Huyện" in said(app)
    assert app.multiselect[0].value == ["311", "312"]
    assert app.query_params["view"] == "areas"
    assert app.query_params["unit"] == ["311", "312"]


def test_a_choice_is_written_to_the_address_as_its_code(open_page, invented_home):
    app = open_page(invented_home, "unit", unit="305")
    assert app.selectbox(key="choose_unit").value == "305"
    app.selectbox(key="choose_unit").set_value("312").run()
    assert app.query_params["unit"] == "312"
    assert "Huyện An Dương" in said(app)


def test_a_filter_survives_the_change_of_page(open_page, invented_home):
    app = open_page(invented_home, "compare", year="2021", group="Huyện")
    app.switch_page(str(ROOT / "pages" / "areas.py")).run()
    assert app.query_params["year"] == "2021"
    assert app.query_params["group"] == "Huyện"
    assert "khối Huyện" in said(app)


def test_a_default_of_one_page_does_not_bind_the_next(open_page, invented_home):
    app = open_page(invented_home, "compare")
    assert app.query_params["year"] == "2022"
    app.switch_page(str(ROOT / "pages" / "remediation.py")).run()
    assert app.query_params["year"] == "2021"


def test_an_unknown_value_is_said_calmly_and_the_default_taken(open_page, invented_home):
    app = open_page(invented_home, "compare", year="2035", group="Phường", release="m9")
    words = [element.value for element in app.info]
    assert any("2035" in word for word in words)
    assert any("Phường" in word for word in words)
    assert any("m9" in word for word in words)
    assert app.query_params["year"] == "2022"
    assert not app.exception


def test_a_unit_of_another_group_is_no_mistake(open_page, invented_home):
    app = open_page(invented_home, "compare", group="Huyện", unit="305")
    assert not app.info
    assert app.multiselect[0].value == []


def test_a_unit_chooses_its_own_group(open_page, invented_home):
    app = open_page(invented_home, "compare", unit="312")
    assert app.query_params["group"] == "Huyện"


def test_switching_the_language_switches_every_word(open_page, invented_home):
    app = open_page(invented_home, "compare")
    app.segmented_control(key="choose_language").set_value("en").run()
    assert app.title[0].value.startswith("How do these units differ")
    assert app.query_params["language"] == "en"
