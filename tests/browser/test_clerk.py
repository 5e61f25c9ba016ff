"""A clerk's day by the screen alone: from workbooks with mistakes to a published release."""

from __future__ import annotations

import openpyxl

from tests.browser.conftest import settled
from tests.browser.test_data_desk import hand_in, publish
from tests.browser.workbooks import (
    criteria_xls,
    scores_with_a_heading_of_its_own,
    scores_with_five_mistakes,
)


def choose(page, key: str, words: str) -> None:
    """An entry of a list, by the words that begin it."""
    page.locator(f"[class*=st-key-{key}] input").first.click()
    page.wait_for_timeout(500)
    page.keyboard.type(words)
    page.wait_for_timeout(500)
    page.keyboard.press("Enter")
    page.wait_for_timeout(800)
    settled(page)


def mended(copy, path):
    """The marked copy, put right in the cells that it marks."""
    book = openpyxl.load_workbook(copy)
    listed = [row[2] for row in book["Lỗi cần sửa"].iter_rows(min_row=8, values_only=True)]
    assert {"E6", "E7", "E9", "A11", "C10"} <= set(listed)
    sheet = book["Chấm điểm"]
    assert sheet["E6"].comment.text.startswith("Kiểm tra CCHC")
    for cell, points in {"D6": 3, "E6": 3, "D7": 5, "E7": 5, "D9": 4, "E9": 4, "C10": 6}.items():
        sheet[cell] = points
    sheet.delete_rows(11)
    book.save(path)
    return path


def test_from_three_workbooks_with_mistakes_to_a_release(serve, tmp_path, visit, picture):
    page = visit(f"{serve(tmp_path / 'store').url}/data_desk")
    files = [
        criteria_xls(tmp_path / "tieu_chi.xls"),
        scores_with_five_mistakes(tmp_path / "le_chan.xlsx"),
        scores_with_a_heading_of_its_own(tmp_path / "ngo_quyen.csv"),
    ]
    assert "Không nhập gì cả" in hand_in(page, *files)
    grid = page.locator(".grid").inner_text()
    assert "✖ 12,5" in grid
    assert "tiêu đề cột" in grid

    choose(page, "desk_understood_file", "ngo_quyen")
    choose(page, "desk_column_form", "bảng điểm một đơn vị")
    choose(page, "desk_column_scores_unit", "Điểm thẩm định lần 2")
    picture(page, "desk_naming_a_column")
    page.get_by_role("button", name="Ghi nhớ và kiểm tra lại").click()
    page.get_by_text("Tiêu đề cột do người dùng đặt nghĩa").wait_for(timeout=60_000)
    settled(page)
    assert "Có 4 lỗi" in page.locator("[data-testid=stAlert]").first.inner_text()

    with page.expect_download() as download:
        page.get_by_role("button", name="Tải bản đánh dấu lỗi của le_chan.xlsx").click()
    copy = tmp_path / download.value.suggested_filename
    download.value.save_as(copy)
    assert copy.name == "le_chan_danh-dau.xlsx"
    said = hand_in(page, files[0], mended(copy, tmp_path / "le_chan_sua.xlsx"), files[2])
    assert "Đã nhập thành lần nhập" in said
    assert "bản r1" in publish(page)
    picture(page, "desk_after_the_clerk")
