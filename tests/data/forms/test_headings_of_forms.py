"""Every heading and synonym of forms.md finds its field, beside what its form cannot be without."""

from __future__ import annotations

import pytest

from data.forms.forms import Form, fields_of
from data.forms.headings import assign, vocabulary
from tests.data.forms.reader import read, sheet_of

# Typed from forms.md: field -> heading, synonyms. '|' separates them.
HEADINGS: dict[str, dict[str, str]] = {
    "criteria": {
        "code": "STT|TT|Mã|Mã tiêu chí|Số thứ tự",
        "name": "Lĩnh vực/Tiêu chí/Tiêu chí thành phần|Nội dung|Tiêu chí|Tên tiêu chí"
        "|Nội dung tiêu chí|Chỉ tiêu",
        "maximum_points": "Điểm tối đa|Điểm chuẩn|Thang điểm|Điểm tối đa theo quy định"
        "|Điểm tối đa (điểm)",
        "rule": "Cách tính điểm|Cách chấm|Hướng dẫn chấm|Thang điểm chi tiết",
        "evidence_required": "Tài liệu kiểm chứng|Minh chứng|Hồ sơ kiểm chứng|Yêu cầu",
        "assessed_by": "Phương thức đánh giá|Hình thức đánh giá",
        "note": "Ghi chú",
    },
    "areas": {
        "area": "Lĩnh vực, tiêu chí (bộ tiêu chí)",
        "reform_area": "Lĩnh vực kiểm tra|Nhóm nội dung",
    },
    "scores_unit": {
        "criterion_code": "STT|TT|Mã|Mã tiêu chí|Số thứ tự",
        "criterion_name": "Lĩnh vực/Tiêu chí/Tiêu chí thành phần|Nội dung|Tiêu chí|Tên tiêu chí"
        "|Nội dung tiêu chí|Chỉ tiêu",
        "declared": "Số liệu kê khai|Kết quả thực hiện|Số liệu",
        "self_assessed": "Điểm tự đánh giá|Điểm tự chấm|Tự chấm|Đơn vị tự chấm",
        "verified_1": "Điểm thẩm định lần 1|Thẩm định lần 1|Thẩm định vòng 1",
        "explanation": "Điểm giải trình|Đề nghị sau giải trình",
        "verified_2": "Điểm thẩm định lần 2|Điểm thẩm định|Điểm đạt|Thẩm định cuối"
        "|Điểm sau thẩm định",
        "survey": "Điểm ĐTXHH|Điểm điều tra xã hội học|Điểm khảo sát|SIPAS",
        "forms_count": "Số phiếu|Số phiếu khảo sát|Cỡ mẫu",
        "evidence": "Tài liệu kiểm chứng|Minh chứng",
        "explanation_text": "Giải trình|Ý kiến giải trình",
        "note": "Ghi chú|Lý do trừ điểm",
    },
    "scores_long": {
        "unit": "Đơn vị|Tên đơn vị|Cơ quan|Địa phương|Mã đơn vị",
        "criterion_code": "Mã|Mã tiêu chí",
        "year": "Năm",
        "kind": "Loại điểm",
        "points": "Điểm",
    },
    "published_results": {
        "unit": "Đơn vị|Tên đơn vị|Cơ quan|Địa phương|Mã đơn vị",
        "verified_total": "Điểm thẩm định",
        "survey_total": "Điểm ĐTXHH",
        "total": "Tổng điểm",
        "index_percent": "Chỉ số (%)|Chỉ số CCHC|PAR INDEX",
        "rank": "Xếp hạng|Thứ hạng|Hạng",
        "band": "Xếp loại|Mức độ",
    },
    "remediation": {
        "unit": "Đơn vị|Tên đơn vị|Cơ quan|Địa phương|Mã đơn vị",
        "year": "Năm|Năm chỉ số",
        "criterion": "Tiêu chí|Nội dung bị trừ điểm",
        "maximum_points": "Điểm tối đa|Điểm chuẩn",
        "points": "Điểm đạt|Điểm thẩm định",
        "lost_points": "Điểm bị trừ|Số điểm trừ|Điểm mất",
        "reason": "Nội dung bị trừ|Lý do trừ điểm",
        "cause": "Nguyên nhân|Nguyên nhân (khách quan, chủ quan)",
        "action": "Giải pháp|Biện pháp khắc phục|Nhiệm vụ",
        "lead_office": "Cơ quan chủ trì|Đơn vị chủ trì",
        "supporting_offices": "Phối hợp|Đơn vị phối hợp",
        "responsible": "Người phụ trách (chức danh)|Trách nhiệm",
        "deadline_on": "Thời hạn|Thời gian hoàn thành|Hạn",
        "reported_state": "Tình trạng|Trạng thái|Kết quả khắc phục",
        "result": "Kết quả",
        "evidence": "Minh chứng|Tài liệu",
        "verification": "Xác minh|Kết quả kiểm tra|Số kết luận xác minh",
    },
    "inspections": {
        "unit": "Đơn vị|Đơn vị được kiểm tra",
        "areas": "Nội dung|Lĩnh vực",
        "planned_on": "Thời gian dự kiến|Kế hoạch|Tháng",
        "held_on": "Ngày kiểm tra|Ngày thực hiện",
        "form": "Hình thức|Hình thức kiểm tra",
        "thematic_lead": "Phối hợp chuyên đề|Sở chủ trì chuyên đề",
        "head_of_team": "Trưởng đoàn",
        "members": "Thành viên",
        "report_due_on": "Hạn nộp báo cáo",
        "report_received_on": "Ngày nhận báo cáo",
        "conclusion_number": "Số kết luận|Thông báo kết luận",
        "conclusion_on": "Ngày kết luận",
    },
    "findings": {
        "unit": "Đơn vị",
        "area": "Lĩnh vực",
        "criterion": "Tiêu chí",
        "finding_kind": "Loại|Phân loại",
        "severity": "Mức độ|Mức",
        "description": "Nội dung|Tồn tại, hạn chế|Nội dung phát hiện",
        "cause": "Nguyên nhân",
        "responsible": "Trách nhiệm",
        "subject": "Đối tượng (tập thể, cá nhân)|Đối tượng",
        "guidance": "Hướng dẫn tại chỗ",
        "recommendation": "Kiến nghị|Yêu cầu khắc phục",
        "deadline_on": "Thời hạn",
        "handling": "Hình thức xử lý",
        "handling_body": "Cơ quan xử lý",
        "handling_state": "Tình trạng xử lý",
        "remediation_result": "Kết quả khắc phục",
        "verification": "Xác minh",
        "continues": "Tiếp nối",
        "source": "Nguồn|Nguồn (thanh tra, kiểm tra, số kết luận, năm)",
    },
    "initiatives": {
        "unit": "Đơn vị",
        "name": "Tên sáng kiến, mô hình|Mô hình|Sáng kiến",
        "area": "Lĩnh vực",
        "description": "Nội dung",
        "applied_from": "Thời điểm áp dụng",
        "measure": "Chỉ số đo",
        "effect_before": "Trước|Hiệu quả trước",
        "effect_after": "Sau|Hiệu quả sau",
        "recognition": "Cấp công nhận",
        "replicated_at": "Đã nhân rộng tại",
        "decision_number": "Số quyết định",
        "decision_on": "Ngày",
        "decision_body": "Cơ quan",
        "decision": "Kết luận",
    },
    "units": {
        "code": "Mã",
        "name": "Tên đơn vị",
        "kind": "Loại",
        "ranking_group": "Khối",
        "year": "Năm",
        "aliases": "Tên khác",
        "valid_from": "Hiệu lực từ",
        "valid_to": "Hiệu lực đến",
        "succeeded_by": "Thay thế bởi",
    },
    "links": {
        "unit_kind": "Áp dụng cho",
        "from_year": "Năm cũ",
        "from_code": "Mã cũ",
        "to_year": "Năm mới",
        "to_code": "Mã mới",
        "link_kind": "Loại thay đổi",
    },
    "bands": {
        "year": "Năm",
        "ranking_group": "Khối",
        "band": "Xếp loại",
        "from_percent": "Từ",
        "to_percent": "Đến",
    },
}
# The least that makes a table of the form, with what a row might say.
LEAST: dict[str, dict[str, str]] = {
    "criteria": {"code": "1.1", "name": "Kế hoạch", "maximum_points": "5"},
    "areas": {"area": "I", "reform_area": "Thể chế"},
    "scores_unit": {"criterion_code": "1.1", "criterion_name": "Kế hoạch", "self_assessed": "4"},
    "scores_long": {
        "unit": "Quận Lê Chân",
        "criterion_code": "1.1",
        "year": "2021",
        "kind": "Thẩm định lần 2",
        "points": "4",
    },
    "published_results": {"unit": "Quận Lê Chân", "index_percent": "90", "rank": "1"},
    "remediation": {
        "unit": "Quận Lê Chân",
        "year": "2021",
        "criterion": "1.1",
        "lost_points": "1",
        "action": "Ban hành",
    },
    "inspections": {"unit": "Quận Lê Chân", "areas": "Thể chế", "planned_on": "Tháng 9/2022"},
    "findings": {
        "unit": "Quận Lê Chân",
        "area": "Thể chế",
        "finding_kind": "hạn chế",
        "description": "Chậm",
        "source": "15/TB-ĐKT",
    },
    "initiatives": {"unit": "Quận Lê Chân", "name": "Một cửa lưu động", "area": "Thể chế"},
    "units": {"code": "305", "name": "Quận Lê Chân", "kind": "Quận"},
    "links": {
        "unit_kind": "Quận, huyện",
        "from_year": "2021",
        "from_code": "1.1",
        "to_year": "2022",
        "link_kind": "bỏ",
    },
    "bands": {"year": "2021", "ranking_group": "Quận", "band": "Tốt", "from_percent": "90"},
}
EVERY = [
    (form, name, heading)
    for form, fields in HEADINGS.items()
    for name, headings in fields.items()
    for heading in headings.split("|")
]


def _columns(form: str, changed: dict[str, str]) -> dict[str, str]:
    """Field -> heading: the least of the form, with the headings that a test changes."""
    return {name: HEADINGS[form][name].split("|")[0] for name in LEAST[form]} | changed


@pytest.mark.parametrize(("form", "name", "heading"), EVERY)
def test_a_heading_of_forms_md_finds_its_field(form: str, name: str, heading: str) -> None:
    columns = _columns(form, {name: heading})
    values = [LEAST[form].get(field, "x") for field in columns]
    sheet = sheet_of([["KẾT QUẢ NĂM 2021"], [], list(columns.values()), values])

    (table,) = read(sheet).tables

    assert table.form == form
    place = list(columns).index(name)
    assert table.columns[name].cell == f"{'ABCDEFGH'[place]}3"
    assert table.records[0].text(name) == values[place]


@pytest.mark.parametrize("spelled", [str.upper, str.lower, lambda t: t.replace(" ", "\n")])
@pytest.mark.parametrize("form", sorted(LEAST))
def test_case_and_line_breaks_in_headings_do_not_matter(form: str, spelled: object) -> None:
    assert callable(spelled)
    headings = [spelled(heading) for heading in _columns(form, {}).values()]
    sheet = sheet_of([headings, list(LEAST[form].values())])

    (table,) = read(sheet).tables

    assert (table.form, set(table.columns)) == (form, set(LEAST[form]))


@pytest.mark.parametrize("form", sorted(set(LEAST) - {"links"}))
def test_all_columns_of_a_form_stand_side_by_side(form: str) -> None:
    headings = {name: text.split("|")[0] for name, text in HEADINGS[form].items()}
    values = [LEAST[form].get(name, "x") for name in headings]
    sheet = sheet_of([list(headings.values()), values])

    reading = read(sheet)

    assert (reading.problems, reading.tables[0].form) == ((), form)
    assert set(reading.tables[0].columns) == set(headings)


@pytest.mark.parametrize("form", list(Form))
def test_no_heading_means_two_fields_of_one_form_with_equal_strength(form: Form) -> None:
    for key, meanings in vocabulary(form).items():
        tiers = [tier for tier, _ in meanings]
        assert len(tiers) == len(set(tiers)), (form, key, meanings)


@pytest.mark.parametrize("form", [form for form in Form if form is not Form.SCORES_MATRIX])
def test_the_printed_headings_of_a_template_are_told_apart(form: Form) -> None:
    printed = [field for field in fields_of(form) if field.is_in_template]
    assignment = assign(form, [(n, (field.heading,)) for n, field in enumerate(printed)])

    assert assignment.doubled == []
    assert assignment.columns == {field.name: n for n, field in enumerate(printed)}
