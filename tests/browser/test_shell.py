"""Started cold and opened by a link: the right page, in the right language, within this machine."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import SIZES, settled
from tests.pages.test_pages import PAGES, TITLES
from tests.ui.invented import invented, store_with

# Words that are the same in both languages, names of formats, and codes.
INTERNATIONAL = {"CSV", "XLSX", "XLS", "ODS", "SHA", "MB", "Sheet", "English", "hand", "by", "xlsx"}
ENGLISH = re.compile(r"\b[A-Za-z]{3,}\b")
ACCENTED = re.compile(r"[^\x00-\x7f]")


@pytest.fixture(scope="module")
def served(serve, tmp_path_factory):
    return serve(store_with(tmp_path_factory.mktemp("store"), invented()))


def test_a_deep_link_on_a_cold_start_is_served_within_the_frame(serve, tmp_path, visit):
    cold = serve(store_with(tmp_path, invented()))
    page = visit(f"{cold.url}/compare?year=2021&group=Huyện")
    assert page.locator("h1").inner_text().startswith(TITLES["vi"]["compare"])
    assert "khối Huyện" in page.locator(".st-key-answer").inner_text()
    assert page.get_by_role("link", name="Khắc phục").is_visible()
    assert page.locator("[data-testid=stDialog]").count() == 0
    assert "release=m1" in page.url
    assert "year=2021" in page.url


# Whether the bar at the top lies over the first words, which mark the illustration.
IS_COVERED = """() => {
    const words = document.querySelector('.stMainBlockContainer [data-testid=stMarkdown]');
    const { left, top } = words.getBoundingClientRect();
    return Boolean(document.elementFromPoint(left + 20, top + 2).closest('[data-testid=stHeader]'));
}"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_at_every_size(name, size, served, visit, picture):
    path = "" if name == "overview" else name
    page = visit(f"{served.url}/{path}", size=size)
    assert page.locator("h1").inner_text().startswith(TITLES["vi"][name])
    assert page.locator("[data-testid=stException]").count() == 0
    width = page.evaluate("() => document.documentElement.scrollWidth")
    assert width <= SIZES[size][0]
    assert not page.evaluate(IS_COVERED)
    nothing_english_shows(page)
    picture(page, f"{name}_{size}")


def nothing_english_shows(page):
    """In the Vietnamese interface."""
    assert page.evaluate("() => document.documentElement.lang") == "vi"
    assert page.title() == "" or ACCENTED.search(page.title())
    words = page.evaluate(
        """() => {
            const seen = [];
            const walk = node => {
                for (const name of ['placeholder', 'title', 'aria-label']) {
                    const value = node.getAttribute?.(name);
                    if (value && node.offsetParent !== null) seen.push(value);
                }
                for (const child of node.childNodes) {
                    if (child.nodeType === 3 && node.offsetParent !== null) seen.push(child.data);
                    else if (child.nodeType === 1 && !child.closest('svg, script, style, table'))
                        walk(child);
                }
            };
            walk(document.querySelector('[data-testid=stApp]'));
            return seen.map(text => text.trim()).filter(Boolean);
        }"""
    )
    for text in words:
        if not ACCENTED.search(text) and not re.fullmatch(r"[a-z_]+", text):
            left = set(ENGLISH.findall(text)) - INTERNATIONAL
            assert not left & COMMON_ENGLISH, text


COMMON_ENGLISH = {
    "Choose", "option", "options", "Upload", "files", "file", "Download", "Search", "Show", "hide",
    "columns", "Fullscreen", "Press", "Enter", "apply", "Select", "Close", "Open", "Clear", "Skip",
    "main", "content", "Loading", "Running", "Connection", "error", "sidebar", "Collapse", "per",
    "Limit", "Drag", "drop", "here", "Browse", "results", "Help", "for", "the", "and", "page",
}  # fmt: skip


def test_the_menus_of_a_table_speak_vietnamese(served, visit):
    page = visit(f"{served.url}/compare")
    page.locator("[data-testid=stDataFrame]").first.hover()
    for label in ("Hiện/ẩn cột", "Tải về CSV", "Tìm", "Toàn màn hình"):
        assert page.get_by_label(label).first.count() == 1, label
    box = page.locator("[data-testid=stDataFrame] canvas").first.bounding_box()
    page.mouse.click(box["x"] + 120, box["y"] + 15, button="right")
    page.wait_for_timeout(500)
    assert "Sort ascending" not in page.content()


def test_english_speaks_english(served, visit):
    page = visit(f"{served.url}/data_desk?language=en", language="en-US")
    assert page.evaluate("() => document.documentElement.lang") == "en"
    assert "Upload" in page.locator("[data-testid=stFileUploader]").inner_text()


def test_switching_the_language_reaches_streamlit_s_own_words(served, visit):
    page = visit(f"{served.url}/data_desk")
    assert "Chọn tệp" in page.locator("[data-testid=stFileUploader]").inner_text()
    page.get_by_role("button", name="English").or_(
        page.get_by_role("radio", name="English")
    ).first.click()
    page.wait_for_function("() => document.documentElement.lang === 'en'")
    settled(page)
    assert "Upload" in page.locator("[data-testid=stFileUploader]").inner_text()


def test_text_of_a_workbook_is_never_translated(served, visit):
    page = visit(f"{served.url}/unit?unit=305")
    page.evaluate(
        """() => {
            const place = document.createElement('div');
            place.innerHTML = '<div data-testid="stMarkdownContainer"><p id="ours">Search</p></div>'
                + '<div id="theirs">Search</div>';
            document.body.append(place);
        }"""
    )
    page.wait_for_function("() => document.querySelector('#theirs').textContent === 'Tìm'")
    assert page.locator("#ours").inner_text() == "Search"


def test_filters_go_along_from_page_to_page(served, visit):
    page = visit(f"{served.url}/compare?year=2021&group=Huyện")
    page.get_by_role("link", name="Lĩnh vực").click()
    page.wait_for_url("**/areas**")
    settled(page)
    assert "year=2021" in page.url
    assert "khối Huyện" in page.locator(".st-key-answer").inner_text()
    page.go_back()
    page.wait_for_timeout(1500)
    settled(page)
    assert "khối Huyện" in page.locator(".st-key-answer").inner_text()


def click_mark(page, mark) -> None:
    """A layer for dragging lies over the marks of a chart: click where the mark is."""
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_click_on_a_dot_opens_its_proof_down_to_the_cell(served, visit):
    page = visit(f"{served.url}/compare?year=2021&group=Quận")
    before = page.locator(".st-key-proof_index strong").first.inner_text()
    dots = page.locator(".st-key-chart_ranking .scatterlayer .trace").last.locator(".point")
    click_mark(page, dots.first)
    page.wait_for_function(
        f"() => document.querySelector('.st-key-proof_index strong').innerText !== {before!r}"
    )
    settled(page)
    proof = page.locator(".st-key-proof_index").inner_text()
    assert "Công thức: 100 ×" in proof
    assert "by hand.xlsx" in proof
    assert "Sheet1" in proof


def test_a_click_on_a_cell_of_the_heat_map_opens_its_area(served, visit):
    page = visit(f"{served.url}/compare?year=2021&group=Quận&view=areas")
    points = page.locator(".st-key-wide_heatmap .scatterlayer .point")
    click_mark(page, points.nth(4))  # the second unit's second area
    page.wait_for_timeout(500)
    settled(page)
    opened = page.locator(".st-key-proof_index [data-testid=stSelectbox] input").input_value()
    assert opened == "III. Cải cách thủ tục hành chính"


def test_the_dark_dress_is_dark(served, visit, picture):
    page = visit(f"{served.url}/remediation", scheme="dark")
    ground = page.evaluate(
        "() => getComputedStyle(document.querySelector('.stApp')).backgroundColor"
    )
    assert ground == "rgb(17, 26, 34)"
    picture(page, "remediation_dark")


def test_our_font_is_the_one_that_is_drawn(served, visit):
    page = visit(f"{served.url}/")
    assert page.evaluate("() => document.fonts.check('700 20px \"Be Vietnam Pro\"', 'Ẵ Ễ Ỗ Ữ Đ')")
    family = page.evaluate("() => getComputedStyle(document.querySelector('h1')).fontFamily")
    assert "Be Vietnam Pro" in family


def test_the_picture_of_a_chart_is_made_here_and_named_with_its_release(served, visit, tmp_path):
    page = visit(f"{served.url}/compare?year=2021&group=Quận")
    page.locator(".st-key-chart_ranking .stPlotlyChart").hover()
    with page.expect_download() as download:
        page.locator(".st-key-chart_ranking .modebar-btn").first.click()
    assert download.value.suggested_filename == "xep-hang_m1.png"
    picture = tmp_path / "chart.png"
    download.value.save_as(picture)
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_a_table_is_saved_with_its_source_at_the_foot(served, visit, tmp_path):
    page = visit(f"{served.url}/compare?year=2021&group=Quận")
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV", exact=True).first.click()
    assert download.value.suggested_filename == "xep-hang_2021_m1.csv"
    saved = tmp_path / "table.csv"
    download.value.save_as(saved)
    content = saved.read_text(encoding="utf-8-sig")
    assert content.startswith("Hạng;Đơn vị;Chỉ số;")
    assert "Dữ liệu minh hoạ · Sổ minh hoạ · bản m1" in content
    assert "Khối: Quận" in content


def test_a_presentation_is_walked_by_arrows_and_page_keys_and_left_by_escape(served, visit):
    page = visit(f"{served.url}/?present=words")
    page.locator(".st-key-presenting").wait_for()
    page.get_by_test_id("stSidebar").wait_for(state="hidden")
    for key, where in (
        ("ArrowRight", re.compile(r"/\?.*present=chart")),
        ("PageDown", re.compile(r"/compare\?.*present=chart.*view=ranking")),
        ("PageUp", re.compile(r"/\?.*present=chart")),
        ("Escape", re.compile(r"^(?!.*present=)")),
    ):
        settled(page)
        page.keyboard.press(key)
        page.wait_for_url(where)
    page.get_by_test_id("stSidebar").wait_for()


def test_a_printed_page_has_no_menus_and_its_source_in_the_foot(served, visit):
    page = visit(f"{served.url}/compare?year=2021&group=Quận")
    settled(page)
    page.emulate_media(media="print")
    for hidden in (".st-key-filters", "[data-testid=stSidebar]", "[data-testid=stDownloadButton]"):
        page.locator(hidden).first.wait_for(state="hidden")
    feet = page.evaluate(
        "() => [...document.querySelectorAll('style')].map(style => style.textContent)"
        ".filter(text => text.includes('@bottom-left'))"
    )
    assert len(feet) == 1
    assert "Dữ liệu minh hoạ" in feet[0]
    assert "bản m1" in feet[0]
    assert "Năm: 2021 · Khối: Quận" in feet[0]


def test_a_chart_is_saved_as_a_drawing_for_print(served, visit):
    page = visit(f"{served.url}/compare?year=2021&group=Quận")
    settled(page)
    page.get_by_role("radio", name="SVG").click()
    settled(page)
    page.locator(".stPlotlyChart").first.hover()
    with page.expect_download() as download:
        page.locator(".modebar-btn").first.click()
    assert download.value.suggested_filename == "xep-hang_m1.svg"
