"""Clicks on the charts of remediation and of models lead to the rows behind them."""

from __future__ import annotations

import pytest

from tests.browser.conftest import settled
from tests.ui.invented import invented, store_with


@pytest.fixture(scope="module")
def served(serve, tmp_path_factory):
    return serve(store_with(tmp_path_factory.mktemp("store"), invented()))


def click_on(page, mark) -> None:
    """The middle of a drawn mark."""
    mark.scroll_into_view_if_needed()
    page.wait_for_timeout(600)
    box = mark.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.click(x, y)
    page.wait_for_timeout(600)
    settled(page)


def test_a_click_on_what_is_contradicted_shows_its_deductions(served, visit):
    page = visit(f"{served.url}/remediation?year=2021", size="1440x900")
    contradicted = page.locator(".st-key-chart_steps .trace.bars").nth(2).locator(".point path")
    click_on(page, contradicted.nth(2))  # from below: came back, verified, reported
    page.get_by_text("Mâu thuẫn ở bước “báo đã khắc phục”").wait_for()


def test_a_click_on_an_area_shows_what_was_lost_there(served, visit):
    page = visit(f"{served.url}/remediation?year=2021&by=area", size="1440x900")
    parts = page.locator(".st-key-chart_parts_area .trace.bars").first.locator(".point path")
    click_on(page, parts.last)  # the first area stands at the top, the last mark of a trace
    page.get_by_text("Các nội dung của: ").wait_for()


def test_a_click_on_a_dot_opens_its_evidence(served, visit):
    page = visit(f"{served.url}/best_practice?year=2022", size="1440x900")
    title = page.locator("[class*=st-key-proof] strong").first
    before = title.inner_text()
    dots = page.locator(".st-key-chart_candidates .scatterlayer .trace").first.locator("path.point")
    click_on(page, dots.last)
    assert title.inner_text() != before
