"""A small correct table of each form: title rows, headings, and rows of text."""

from __future__ import annotations

YEAR_TITLE = "Điểm thẩm định Chỉ số cải cách hành chính năm 2021"
UNIT_TITLE = "Đơn vị: UBND quận Lê Chân"
SCORE_HEADINGS = ["STT", "Tiêu chí", "Điểm tối đa"]

# form (and layout) -> title rows, headings, rows
TABLES: dict[str, tuple[list[str], list[str], list[list[str]]]] = {
    "criteria": (
        ["Bộ tiêu chí Chỉ số CCHC năm 2021 của UBND các quận, huyện"],
        ["STT", "Lĩnh vực/Tiêu chí", "Điểm tối đa", "Cách tính điểm", "Tài liệu kiểm chứng"],
        [
            ["I", "Chỉ đạo, điều hành cải cách hành chính", "3,5", "", ""],
            ["1", "Kế hoạch cải cách hành chính", "1,5", "Đủ: 1,5; thiếu: 0", "Kế hoạch"],
            ["2", "Tuyên truyền cải cách hành chính", "2", "Đủ: 2", "Báo cáo"],
        ],
    ),
    "scores_unit": (
        [YEAR_TITLE, UNIT_TITLE],
        [*SCORE_HEADINGS, "Điểm tự đánh giá", "Điểm thẩm định lần 1", "Điểm thẩm định", "Ghi chú"],
        [
            ["1", "Kế hoạch cải cách hành chính", "1,5", "1,5", "1,25", "1", "chậm; thiếu"],
            ["2", "Tuyên truyền cải cách hành chính", "2", "2", "KĐG", "", "x | y, z"],
        ],
    ),
    "scores_matrix units across": (
        ["Tổng hợp điểm thẩm định năm 2021 của UBND các quận"],
        [*SCORE_HEADINGS, "Quận Lê Chân", "Quận Ngô Quyền", "Quận Hồng Bàng"],
        [
            ["1", "Kế hoạch cải cách hành chính", "1,5", "1", "1,5", "0"],
            ["2", "Tuyên truyền cải cách hành chính", "2", "2", "KĐG", "1,75"],
        ],
    ),
    "scores_matrix criteria across": (
        ["Tổng hợp điểm thẩm định từng tiêu chí năm 2021 của UBND các quận"],
        ["Đơn vị", "1.1", "1.2", "2.1"],
        [
            ["Quận Lê Chân", "1", "1,5", "0,25"],
            ["Quận Ngô Quyền", "2", "KĐG", "1,75"],
        ],
    ),
    "scores_long": (
        ["Điểm Chỉ số cải cách hành chính"],
        ["Năm", "Đơn vị", "Mã tiêu chí", "Loại điểm", "Điểm"],
        [
            ["2021", "Quận Lê Chân", "1.1", "Tự đánh giá", "1,5"],
            ["2021", "Quận Ngô Quyền", "1.2", "Thẩm định lần 2", "1,25"],
        ],
    ),
    "published_results": (
        ["Kết quả Chỉ số cải cách hành chính năm 2021 của UBND các quận"],
        ["STT", "Đơn vị", "Điểm thẩm định", "Điểm ĐTXHH", "Tổng điểm", "Chỉ số (%)", "Xếp hạng"],
        [
            ["1", "Quận Lê Chân", "60,25", "25,5", "85,75", "85,75", "1"],
            ["2", "Quận Ngô Quyền", "59", "24", "83", "83", "2"],
        ],
    ),
    "remediation": (
        ["Sổ theo dõi khắc phục điểm bị trừ năm 2021"],
        ["Đơn vị", "Năm", "Tiêu chí", "Điểm bị trừ", "Nguyên nhân", "Giải pháp", "Thời hạn"],
        [["Quận Lê Chân", "2021", "1.1", "0,5", "chậm", "Bổ sung; rà soát", "30/6/2022"]],
    ),
    "inspections": (
        ["Chương trình kiểm tra cải cách hành chính năm 2022"],
        ["Đơn vị", "Nội dung", "Thời gian dự kiến", "Ngày kiểm tra", "Hình thức", "Trưởng đoàn"],
        [
            ["Quận Lê Chân", "Cải cách thủ tục hành chính", "Tháng 9/2022", "14/9/2022",
             "trực tiếp", "Phó Giám đốc Sở Nội vụ"],
        ],
    ),
    "findings": (
        ["Kết quả kiểm tra cải cách hành chính năm 2022"],
        ["Đơn vị", "Lĩnh vực", "Loại", "Mức độ", "Nội dung", "Nguồn", "Thời hạn"],
        [
            ["Quận Lê Chân", "Cải cách thủ tục hành chính", "tồn tại, hạn chế", "nhẹ",
             "Còn 3 hồ sơ trễ hạn", "15/TB-ĐKT", "30/10/2022"],
        ],
    ),
    "initiatives": (
        ["Sáng kiến, mô hình cải cách hành chính năm 2022"],
        ["Đơn vị", "Tên sáng kiến, mô hình", "Lĩnh vực", "Chỉ số đo", "Trước", "Sau"],
        [["Quận Lê Chân", "Một cửa lưu động", "Cải cách thủ tục hành chính", "ngày", "5", "3"]],
    ),
    "units": (
        ["Danh mục đơn vị"],
        ["Mã", "Tên đơn vị", "Loại", "Khối", "Năm", "Tên khác"],
        [["999", "Quận Thử Nghiệm", "quận", "Quận", "2021", "Q. Thử Nghiệm; Thử Nghiệm"]],
    ),
    "areas": (
        ["Đối chiếu lĩnh vực năm 2021 của UBND các quận, huyện"],
        ["Lĩnh vực, tiêu chí (bộ tiêu chí)", "Lĩnh vực kiểm tra"],
        [["I", "Công tác chỉ đạo, điều hành"], ["II", "Cải cách thủ tục hành chính"]],
    ),
    "links": (
        ["Liên hệ tiêu chí hai năm của UBND các quận, huyện"],
        ["Năm cũ", "Mã cũ", "Năm mới", "Mã mới", "Loại thay đổi"],
        [["2021", "1.1", "2022", "1.2", "đổi mã"], ["2021", "1.3", "2022", "", "bỏ"]],
    ),
    "bands": (
        ["Thang xếp loại"],
        ["Năm", "Khối", "Xếp loại", "Từ", "Đến"],
        [["2021", "Quận", "Tốt", "80", "90"], ["2021", "Quận", "Xuất sắc", "90", "100"]],
    ),
}  # fmt: skip
