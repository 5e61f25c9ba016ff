"""Clicks on the charts of inspections lead to the rows behind them."""

from __future__ import annotations

import pytest

from tests.browser.conftest import settled
from tests.ui.invented import invented, store_with


@pytest.fixture(scope="module")
def served(serve, tmp_path_factory):
    return serve(store_with(tmp_path_factory.mktemp("store"), invented()))


def click_on_mark(page, trace: int, mark: int) -> None:
    """The middle of a mark of the first chart, once it is drawn."""
    page.locator(".js-plotly-plot").first.scroll_into_view_if_needed()
    page.wait_for_timeout(600)
    x, y = page.evaluate(
        """([trace, mark]) => {
            const chart = document.querySelector('.js-plotly-plot');
            const {xaxis, yaxis} = chart._fullLayout, drawn = chart._fullData[trace];
            const box = chart.getBoundingClientRect();
            return [
                box.x + xaxis._offset + xaxis.d2p(drawn.x[mark]),
                box.y + yaxis._offset + yaxis.d2p(drawn.y[mark]),
            ];
        }""",
        [trace, mark],
    )
    page.mouse.move(x, y)
    page.mouse.click(x, y)
    page.wait_for_timeout(600)
    settled(page)


def test_a_click_on_the_matrix_opens_what_is_behind_the_cell(served, visit):
    page = visit(f"{served.url}/inspections?view=witnesses", size="1440x900")
    proof = page.locator("[class*='st-key-proof_'] strong").first
    before = proof.inner_text()
    assert "“Thủ tục hành chính”" in before
    click_on_mark(page, trace=1, mark=0)  # the first area of the first unit
    assert "“Chỉ đạo, điều hành”" in proof.inner_text()


def test_a_click_on_the_calendar_opens_the_visit(served, visit):
    page = visit(f"{served.url}/inspections?view=programme", size="1440x900")
    proof = page.locator("[class*='st-key-proof_'] strong").first
    before = proof.inner_text()
    page.wait_for_selector(".js-plotly-plot .points", state="attached")
    names = page.evaluate(
        "() => document.querySelector('.js-plotly-plot')._fullData.map(d => d.name)"
    )
    click_on_mark(page, trace=names.index("concluded"), mark=1)
    assert "kiểm tra 18/08/2022" in proof.inner_text()
    assert proof.inner_text() != before
