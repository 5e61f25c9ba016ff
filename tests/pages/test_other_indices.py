"""Two published indices that are not of districts: every page stands on them, and names no place,
area or total that is not theirs.

ASEM 2018: 51 countries, 8 pillars, 270 points. PAPI 2021: 63 provinces, of which 60 have figures,
8 dimensions, 28 sub-criteria, 80 points.
"""

from __future__ import annotations

import re

import pytest

from cli.__main__ import main
from tests.cli.indices import asem, papi
from tests.pages.conftest import said
from ui.navigation import ENTRIES

PAGES = [entry.name for entry in ENTRIES if entry.needs_release]
PRESUMED = re.compile(r"\b(quận|huyện|phường|sở, ban, ngành|sáu lĩnh vực|UBND)\b", re.IGNORECASE)
ANSWERS = {
    "asem": (
        "Năm 2018, khối Quốc gia có 51 đơn vị được xếp hạng: Switzerland dẫn đầu với 68,38%, hơn "
        "Netherlands 3,56 điểm phần trăm; trung vị của khối là 54,03%, thấp nhất là Russian "
        "Federation với 35,66%."
    ),
    "papi": (
        "Năm 2021, khối Tỉnh có 60 đơn vị được xếp hạng: Tỉnh P31 dẫn đầu với 60,07%, hơn Tỉnh P47 "
        "1,1 điểm phần trăm; trung vị của khối là 52,84%, thấp nhất là Tỉnh P07 với 46,53%."
    ),
}


@pytest.fixture(scope="module")
def homes(tmp_path_factory):
    """A store with each index, imported and published as an office would."""
    found = {}
    for name, workbooks_of in (("asem", asem), ("papi", papi)):
        home, folder = tmp_path_factory.mktemp(name), tmp_path_factory.mktemp(f"{name}_workbooks")
        workbooks, _ = workbooks_of(folder)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("CCHC_HOME", str(home))
            assert main(["import", *map(str, workbooks), "--publish"]) == 0
        found[name] = home
    return found


def everything(app):
    """What the page says in words, in tables and above its figures."""
    printed = [str(element.proto.body) for element in app.get("html")]
    printed = [re.sub(r"<style.*?</style>", "", body, flags=re.DOTALL) for body in printed]
    tiles = [f"{tile.label} {tile.value} {tile.delta}" for tile in app.metric]
    return "\n".join([said(app), *printed, *tiles])


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("index", ["asem", "papi"])
def test_a_page_stands_on_another_index_and_presumes_nothing(index, page, open_page, homes):
    app = open_page(homes[index], page)
    assert not app.exception
    assert not app.error
    assert app.title
    assert not PRESUMED.findall(everything(app))
    if page in ("overview", "compare"):
        assert ANSWERS[index] in said(app)


@pytest.mark.parametrize("view", ["certainty", "areas", "criteria", "change", "map"])
def test_each_view_of_compare_stands_on_63_provinces(view, open_page, homes):
    app = open_page(homes["papi"], "compare", view=view)
    assert not app.exception
    assert not app.error
    assert not PRESUMED.findall(everything(app))


def test_the_unit_page_gives_points_maximum_and_areas_as_the_index_has_them(open_page, homes):
    told = everything(open_page(homes["asem"], "unit", unit="CHE"))
    assert "100 × 184,64 / 270 = 68,38%" in told
    for pillar in ("Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ", "SusEcFin"):
        assert pillar in told
    told = everything(open_page(homes["papi"], "unit", unit="P31"))
    assert "100 × 48,06 / 80 = 60,07%" in told
    assert "Control of Corruption in the Public Sector" in told


def test_provinces_without_any_figure_are_counted_not_hidden(open_page, homes):
    assert "Chưa có điểm hay kết quả nào của 3 đơn vị khối Tỉnh." in said(open_page(homes["papi"]))
    assert "Chưa có điểm hay kết quả nào" not in said(open_page(homes["asem"]))


def test_areas_that_no_inspection_speaks_of_are_said_to_be_so(open_page, homes):
    told = said(open_page(homes["asem"], "areas"))
    assert "8 lĩnh vực chưa gắn với lĩnh vực kiểm tra" in told
    assert "7 lĩnh vực chưa gắn với lĩnh vực kiểm tra" in said(
        open_page(homes["papi"], "best_practice")
    )


def test_where_there_is_no_register_overview_shows_no_rates_of_nought(open_page, homes):
    app = open_page(homes["asem"])
    assert not app.metric
    assert "Chưa có sổ theo dõi khắc phục và kết quả kiểm tra" in said(app)
    told = said(open_page(homes["asem"], "remediation"))
    assert "vì chưa ai báo, không phải vì không ai khắc phục" in told
    assert "Chưa có điểm năm sau để đối chiếu" in told


def test_where_to_go_next_names_only_units_of_the_index(open_page, homes):
    app = open_page(homes["asem"], "inspections")
    assert "Chưa có chương trình kiểm tra nào cho năm này" in said(app)
    assert "còn 51 đơn vị chưa được kiểm tra" in said(app)
