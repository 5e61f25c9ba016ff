"""Registers: merged cells, heading rows, continued items, headings that mean several fields."""

from __future__ import annotations

from tests.data.forms.reader import said, table_of, texts

REMEDIATION = ["STT", "Đơn vị", "Năm", "Tiêu chí", "Điểm bị trừ", "Giải pháp", "Tình trạng"]


def test_merged_cells_hold_for_every_row_they_cover() -> None:
    rows = [
        REMEDIATION,
        [1, "Lê Chân", 2021, "1.1", "0,5", "Ban hành", "đang"],
        [None, None, None, None, None, "Đôn đốc", "đã khắc phục"],
    ]
    table = table_of(rows, merges="A2:A3 B2:B3 C2:C3 D2:D3 E2:E3")

    assert texts(table, "unit", "criterion", "lost_points", "action") == [
        ("Lê Chân", "1.1", "0,5", "Ban hành"),
        ("Lê Chân", "1.1", "0,5", "Đôn đốc"),
    ]
    assert table.records[1].fields["unit"].cell == "B2"


def test_a_blank_unit_under_a_blank_row_number_goes_on_with_the_unit_above() -> None:
    rows = [
        REMEDIATION,
        [1, "Lê Chân", 2021, "1.1", "0,5", "Ban hành", "đang"],
        [None, None, None, None, None, "Đôn đốc", "đang"],
        [2, None, 2021, "1.2", "0,5", "Rà soát", "đang"],
    ]

    assert texts(table_of(rows), "unit", "criterion") == [
        ("Lê Chân", "1.1"),
        ("Lê Chân", "1.1"),
        ("", "1.2"),
    ]


def test_without_row_numbers_a_blank_unit_stays_blank() -> None:
    rows = [REMEDIATION[1:], ["Lê Chân", 2021, "1.1", 1, "a"], [None, 2021, "1.2", 1, "b"]]

    assert texts(table_of(rows), "unit") == [("Lê Chân",), ("",)]


def test_heading_rows_give_the_area_to_the_rows_below() -> None:
    rows = [
        ["STT", "Đơn vị", "Loại", "Nội dung", "Nguồn"],
        ["I. Cải cách thủ tục hành chính"],
        [1, "Lê Chân", "hạn chế", "Trễ hạn", "15/TB"],
        ["II", "Cải cách thể chế"],
        [2, "Hồng Bàng", "ưu điểm", "Rà soát", "16/TB"],
    ]
    table = table_of(rows, merges="A2:E2")

    assert [said(record.fields["area"]) for record in table.records] == [
        ("Cải cách thủ tục hành chính", "A2"),
        ("Cải cách thể chế", "B4"),
    ]


def test_an_own_area_column_beats_the_heading_row() -> None:
    rows = [
        ["STT", "Đơn vị", "Lĩnh vực", "Loại", "Nội dung", "Nguồn"],
        ["I. Cải cách thủ tục hành chính"],
        [1, "Lê Chân", "Thể chế", "hạn chế", "Trễ hạn", "15/TB"],
        [2, "Lê Chân", None, "hạn chế", "Trễ hạn", "15/TB"],
    ]

    assert texts(table_of(rows, merges="A2:F2"), "area") == [
        ("Thể chế",),
        ("Cải cách thủ tục hành chính",),
    ]


def test_heading_rows_may_name_the_unit() -> None:
    rows = [
        ["KHẮC PHỤC NỘI DUNG BỊ TRỪ ĐIỂM NĂM 2021"],
        ["STT", "Tiêu chí", "Điểm bị trừ", "Giải pháp", "Tình trạng"],
        ["Quận Lê Chân"],
        [1, "1.1", "0,5", "a", "đang"],
        ["Quận Hồng Bàng"],
        [1, "1.1", "0,25", "b", "đang"],
    ]

    assert texts(table_of(rows, merges="A3:E3 A5:E5"), "unit", "lost_points") == [
        ("Quận Lê Chân", "0,5"),
        ("Quận Hồng Bàng", "0,25"),
    ]


def test_noi_dung_bi_tru_diem_is_the_criterion_where_no_other_column_is() -> None:
    row = ["Lê Chân", 2021, "1.1 Kế hoạch", 1, "Ban hành"]
    alone = table_of([["Đơn vị", "Năm", "Nội dung bị trừ điểm", "Điểm mất", "Giải pháp"], row])
    beside = table_of(
        [
            ["Đơn vị", "Năm", "Nội dung bị trừ điểm", "Điểm mất", "Giải pháp", "Tiêu chí"],
            [*row, "1.1"],
        ]
    )

    assert texts(alone, "criterion", "reason") == [("1.1 Kế hoạch", "")]
    assert texts(beside, "criterion", "reason") == [("1.1", "1.1 Kế hoạch")]


def test_ket_qua_khac_phuc_is_the_state_where_no_other_column_is() -> None:
    headings = ["Đơn vị", "Năm", "Tiêu chí", "Giải pháp", "Kết quả khắc phục"]
    row = ["Lê Chân", 2021, "1.1", "a", "đã khắc phục"]

    assert texts(table_of([headings, row]), "reported_state", "result") == [("đã khắc phục", "")]
    assert texts(table_of([[*headings, "Tình trạng"], [*row, "đang"]]), "reported_state",
                 "result") == [("đang", "đã khắc phục")]  # fmt: skip


def test_a_code_stands_beside_a_name_or_for_it() -> None:
    headings = ["Mã đơn vị", "Năm", "Mã tiêu chí", "Điểm mất", "Giải pháp"]
    codes = table_of([headings, ["305", 2021, "1.1", 1, "a"]])
    both = table_of(
        [
            [*headings, "Đơn vị", "Tiêu chí"],
            ["305", 2021, "1.1", 1, "a", "Lê Chân", "Kế hoạch"],
        ]
    )

    assert texts(codes, "unit", "criterion") == [("305", "1.1")]
    assert set(codes.columns) & {"unit_code", "criterion_code"} == set()
    assert texts(both, "unit", "unit_code", "criterion", "criterion_code") == [
        ("Lê Chân", "305", "Kế hoạch", "1.1")
    ]


def test_headings_over_two_rows_are_read_together() -> None:
    rows = [
        ["KẾ HOẠCH KIỂM TRA NĂM 2022"],
        ["TT", "Đơn vị", "Thời gian", None, "Nội dung", "Kết luận", None],
        [None, None, "Dự kiến", "Thực hiện", None, "Số", "Ngày"],
        [1, "Lê Chân", "Tháng 9", "14/9/2022", "TTHC", "15/TB", "20/9/2022"],
    ]
    table = table_of(rows, merges="A2:A3 B2:B3 C2:D2 E2:E3 F2:G2")

    assert {name: found.cell for name, found in table.columns.items()} == {
        "unit": "B2",
        "planned_on": "C3",
        "held_on": "D3",
        "areas": "E2",
        "conclusion_number": "F3",
        "conclusion_on": "G3",
    }


def test_one_word_means_another_field_in_another_form() -> None:
    findings = table_of(
        [
            ["Đơn vị", "Lĩnh vực", "Loại", "Nội dung", "Kết quả khắc phục", "Nguồn"],
            ["Lê Chân", "TTHC", "hạn chế", "Trễ hạn", "chưa", "15/TB"],
        ]
    )
    initiatives = table_of(
        [
            ["Đơn vị", "Lĩnh vực", "Mô hình", "Nội dung", "Cơ quan", "Kết luận"],
            ["Lê Chân", "TTHC", "Một cửa lưu động", "Về tận nhà", "Hội đồng", "Công nhận"],
        ]
    )

    assert texts(findings, "description", "finding_kind", "remediation_result") == [
        ("Trễ hạn", "hạn chế", "chưa")
    ]
    assert texts(initiatives, "description", "decision_body", "decision") == [
        ("Về tận nhà", "Hội đồng", "Công nhận")
    ]


def test_a_kind_of_units_in_a_row_is_no_heading() -> None:
    rows = [
        ["Mã", "Tên đơn vị", "Loại", "Khối"],
        ["SNV", "Sở Nội vụ", "Sở, ban, ngành", "Sở, ban, ngành"],
        ["STP", "Sở Tư pháp", "Sở, ban, ngành", "Sở, ban, ngành"],
    ]

    assert texts(table_of(rows), "code", "kind") == [
        ("SNV", "Sở, ban, ngành"),
        ("STP", "Sở, ban, ngành"),
    ]
