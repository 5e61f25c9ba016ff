"""The main journey: open, import, publish, see the rank change, click down to the cell, go back."""

from __future__ import annotations

import pytest

from tests.browser.conftest import settled
from tests.browser.workbooks import criteria, scores

FIRST = {"Lê Chân": (3, 4, 2, 5), "Ngô Quyền": (4, 5, 3, 5.5), "Hồng Bàng": (2, 3, 2, 4)}
CORRECTED = {"Lê Chân": (4, 6, 4, 6)}
WRONG = {"Lê Chân": (12.5, 4, 2, 5)}
ROW_HEIGHT = 38


@pytest.fixture
def desk(serve, tmp_path, visit):
    served = serve(tmp_path / "store")
    return served, visit(f"{served.url}/data_desk")


def hand_in(page, *paths) -> str:
    """Import the workbooks; what the page says of it."""
    page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(
        [str(path) for path in paths]
    )
    button = page.get_by_role("button", name="Nhập vào sổ")
    page.wait_for_function(
        "() => [...document.querySelectorAll('button')]"
        ".some(b => b.innerText.includes('Nhập vào sổ') && !b.disabled)"
    )
    button.click()
    page.wait_for_timeout(1500)
    said = page.locator("[data-testid=stAlert]").first
    said.wait_for(timeout=60_000)
    settled(page)
    return said.inner_text()


def publish(page) -> str:
    page.get_by_role("button", name="Công bố", exact=True).click()
    said = page.get_by_text("Đã công bố bản").first  # beside the button and as a toast
    said.wait_for(timeout=60_000)
    settled(page)
    return said.inner_text()


def answer(page) -> str:
    return page.locator(".st-key-answer").inner_text()


def choose_row(page, key: str, row: int) -> None:
    """Tick the box before a row of a table that is drawn on a canvas; the head is a row too."""
    table = page.locator(f".st-key-{key} canvas").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    page.mouse.click(box["x"] + 18, box["y"] + ROW_HEIGHT * (row + 1) + ROW_HEIGHT / 2)
    page.wait_for_timeout(800)
    settled(page)


def test_from_a_workbook_to_a_published_rank_and_back(desk, tmp_path, visit, picture):
    served, page = desk
    assert "chưa có gì" in answer(page)

    said = hand_in(
        page, criteria(tmp_path / "tieu_chi.xlsx"), scores(tmp_path / "diem.xlsx", FIRST)
    )
    assert "Đã nhập thành lần nhập" in said
    assert "sổ thực tế" in said
    assert "bản r1" in publish(page)
    picture(page, "desk_published")

    reader = visit(f"{served.url}/compare?year=2021")
    assert "Quận Ngô Quyền dẫn đầu với 87,50%" in answer(reader)

    refused = hand_in(page, scores(tmp_path / "sai.xlsx", WRONG))
    assert "Không nhập gì cả" in refused
    problem = page.locator(".sheet tr").filter(has_text="sai.xlsx").first.inner_text()
    assert "Lê Chân" in problem
    assert "12,5" in problem or "12.5" in problem
    picture(page, "desk_refused")

    assert "Đã nhập" in hand_in(page, scores(tmp_path / "diem_sua.xlsx", CORRECTED))
    assert "thứ hạng của 2 đơn vị" in answer(page)
    picture(page, "desk_difference")
    assert "bản r2" in publish(page)

    reader = visit(f"{served.url}/compare?year=2021")
    assert "Quận Lê Chân dẫn đầu với 100,00%" in answer(reader)
    proof = reader.locator(".st-key-proof_index").inner_text()
    assert "diem_sua.xlsx" in proof
    assert "Lê Chân" in proof

    old = visit(f"{served.url}/compare?year=2021&release=r1")
    assert "Quận Ngô Quyền dẫn đầu" in answer(old)
    assert "bản đang dùng là r2" in old.locator(".st-key-source").inner_text()

    choose_row(page, "desk_releases", 1)
    page.get_by_role("button", name="Trở lại bản r1").click()
    page.get_by_text("Người đọc đang xem bản r1.").first.wait_for()
    reader = visit(f"{served.url}/compare?year=2021")
    assert "Quận Ngô Quyền dẫn đầu" in answer(reader)


def test_an_import_can_be_taken_back(desk, tmp_path):
    _, page = desk
    hand_in(page, criteria(tmp_path / "tieu_chi.xlsx"), scores(tmp_path / "diem.xlsx", FIRST))
    publish(page)
    hand_in(page, scores(tmp_path / "diem_sua.xlsx", CORRECTED))
    choose_row(page, "desk_imports", 0)
    page.get_by_role("button", name="Rút lần nhập").click()
    page.get_by_text("Đã rút lần nhập").first.wait_for(timeout=60_000)
    settled(page)
    assert "Không có gì chờ công bố." in answer(page)


def test_checking_writes_nothing(desk, tmp_path):
    served, page = desk
    page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(
        str(criteria(tmp_path / "tieu_chi.xlsx"))
    )
    page.wait_for_timeout(1500)
    page.get_by_role("button", name="Chỉ kiểm tra").click()
    page.get_by_text("Nhập được: không có lỗi").wait_for(timeout=60_000)
    assert not (served.home / "real" / "workspace.duckdb").exists()
