"""The page on remediation: from the answer down to what is due, found, and who is in charge."""

from __future__ import annotations

import pytest

from tests.analysis.small import small
from tests.pages.conftest import said
from tests.ui.invented import store_with


def test_the_page_goes_from_the_answer_to_what_can_still_be_won_back(open_page, small_home):
    answer = said(open_page(small_home, "remediation", year="2021", unit="305"))
    # 305 lost 1 (came back) and 1.5 (open): 17.5 + 1.5 of 20, ahead of 304's 18.5.
    assert "Quận Lê Chân: nếu khắc phục hết 1,5 điểm còn mở" in answer
    assert "chỉ số từ 87,50% lên 95,00%, hạng 2 → 1" in answer
    assert "quá hạn 1 nội dung bị trừ điểm và 0 kiến nghị kiểm tra" in answer


def test_a_link_may_name_another_day_for_deadlines(open_page, small_home):
    before = open_page(small_home, "remediation", year="2021", as_of="2022-06-30")
    assert "Tính đến ngày 30/06/2022: quá hạn không có việc nào" in said(before)
    assert "1 nội dung quá hạn" not in said(before)
    wrong = open_page(small_home, "remediation", year="2021", as_of="hôm nay")
    assert "Liên kết nêu ngày “hôm nay”" in said(wrong)
    assert "Tính đến ngày 30/09/2022" in said(wrong)


@pytest.mark.parametrize("by", ["unit", "area", "cause", "lead_office"])
def test_losses_are_seen_by_unit_area_cause_and_office(by, open_page, invented_home):
    app = open_page(invented_home, "remediation", by=by)
    assert not app.exception
    assert "nhiều điểm" in said(app)


def test_findings_stand_beside_deductions_and_have_no_points(open_page, tmp_path):
    release = small()
    release.finding("305", 2021, state="closed")
    release.finding("304", 2022, "violation", deadline_on="2022-09-01")
    app = open_page(store_with(tmp_path, release, book="real"), "remediation", year="2021")
    answer = said(app)
    assert "Kiểm tra từ năm 2021 đến năm 2022 phát hiện 2 tồn tại, sai phạm: 1 đã được" in answer
    assert "năm 2021 có 6 nội dung bị trừ, mất 6,5 điểm" in answer
    assert "quá hạn 1 nội dung bị trừ điểm và 1 kiến nghị kiểm tra" in answer


def test_findings_of_a_year_without_an_index_are_in_the_list(open_page, tmp_path):
    release = small()
    release.finding("304", 2023, "violation", description="Thu phí sai quy định")
    home = store_with(tmp_path, release, book="real")
    app = open_page(home, "remediation", year="2021", view="found")
    assert not app.exception
    assert "Thu phí sai quy định" in app.dataframe[0].value.to_string()
    assert "Quận Ngô Quyền: Thu phí sai quy định" in said(app)
    assert "Ô gốc năm 2023" not in said(app)  # it has no points that cells could hold


@pytest.mark.parametrize("page", ["remediation", "inspections"])
def test_a_page_of_one_unit_says_so(open_page, small_home, page):
    told = "Đang xem riêng Quận Lê Chân."
    assert told in said(open_page(small_home, page, unit="305"))
    assert "Đang xem riêng" not in said(open_page(small_home, page))


def test_the_page_speaks_english(open_page, small_home):
    answer = said(open_page(small_home, "remediation", year="2021", unit="305", language="en"))
    assert "the index goes from 87.50% to 95.00%, the rank 2 → 1" in answer
