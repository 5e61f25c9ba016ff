"""How registers name inspections, earlier findings and lists of areas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.resolving.naming import (
    REFORM_AREAS_INSPECTED,
    EarlierFinding,
    areas_named,
    conclusion_key,
    conclusion_number,
    earlier_finding,
    inspection_keys,
    row_code_key,
    verification_keys,
    year_named,
)
from data.resolving.reform_areas import reform_area_of
from data.resolving.subjects import Subject, subject_of

AREA_NAMES = {
    "Công tác chỉ đạo, điều hành": "direction",
    "Cải cách thể chế": "institutions",
    "Cải cách thủ tục hành chính": "procedures",
    "TTHC - cơ chế một cửa": "procedures",
    "Cải cách tổ chức bộ máy hành chính": "apparatus",
    "Cán bộ, công chức, viên chức": "civil_service",
    "Cải cách tài chính công": "public_finance",
    "Chính quyền điện tử, chính quyền số": "digital_government",
}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("15/TB-ĐKT", ["15/tb-dkt"]),
        ("015/tb-đkt", ["15/tb-dkt"]),
        ("Kết luận số 15 /TB - ĐKT, ngày 14/9/2022", ["15/tb-dkt", "2022-09-14"]),
        ("15/TB-ĐKT - Sở Nội vụ", ["15/tb-dkt"]),
        ("06/TB-ĐKT; 15/TB-ĐKT", ["6/tb-dkt", "15/tb-dkt"]),
        ("07/2022/KL-SNV", ["7/2022/kl-snv"]),
        ("Kết luận số 15", ["15"]),
        ("15", ["15"]),
        ("14/9/2022", ["2022-09-14"]),
        ("14 tháng 9 năm 2022", ["2022-09-14"]),
        ("2022-09-14", ["2022-09-14"]),
        ("143/1.260 hồ sơ trễ hạn", []),
        ("Kiểm tra năm 2022", []),
        ("tháng 9/2022", []),
        ("31/9/2022", []),
        ("", []),
    ],
)
def test_a_text_names_a_visit_by_number_or_by_day(text: str, keys: list[str]) -> None:
    assert inspection_keys(text) == keys


@pytest.mark.parametrize(
    ("text", "number", "key"),
    [
        ("15/TB-ĐKT ngày 12/9/2022", "15/TB-ĐKT", "15/tb-dkt"),
        ("15", "15", "15"),
        ("Thông báo kết luận", "Thông báo kết luận", "thong bao ket luan"),
    ],
)
def test_a_conclusion_has_its_number_and_its_key(text: str, number: str, key: str) -> None:
    assert (conclusion_number(text), conclusion_key(text)) == (number, key)


@given(
    number=st.integers(1, 9999),
    letters=st.lists(st.sampled_from(["TB", "ĐKT", "KL", "SNV", "UBND"]), min_size=1, max_size=3),
    space=st.sampled_from(["", " "]),
    before=st.sampled_from(["", "số ", "Thông báo kết luận số "]),
    after=st.sampled_from(["", " ngày 14/9/2022", ", đạt yêu cầu"]),
)
def test_a_number_is_one_key_however_it_is_spaced(
    number: int, letters: list[str], space: str, before: str, after: str
) -> None:
    plain = f"{number}/{'-'.join(letters)}"
    spaced = f"{before}{number}{space}/{(space + '-' + space).join(letters)}{after}"
    assert inspection_keys(spaced)[0] == inspection_keys(plain)[0] == conclusion_key(plain)


def test_a_verification_that_denies_names_nothing() -> None:
    assert verification_keys("15/TB-ĐKT") == ["15/tb-dkt"]
    assert verification_keys("15/TB-ĐKT: chưa khắc phục") == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Kiểm tra năm 2021", 2021),
        ("15/TB-ĐKT ngày 20/9/2022", 2022),
        ("7/KL-TTr ngày 5/1/2023 (kiểm tra năm 2022)", 2022),
        ("Kiểm tra 2022", 2022),
        ("2021 và 2022", None),
        ("15/TB-ĐKT", None),
    ],
)
def test_a_source_may_say_its_year(text: str, year: int | None) -> None:
    assert year_named(text) == year


@pytest.mark.parametrize(
    "text",
    ["2021, STT 5", "STT 5 năm 2021", "2021/5", "5/2021", "2021-05", "năm 2021, số 5", "2021 (5)"],
)
def test_an_earlier_finding_is_a_year_and_a_number(text: str) -> None:
    assert earlier_finding(text) == EarlierFinding(2021, "5")


@pytest.mark.parametrize("text", ["2021", "STT 5", "x", "2021, STT 5, 6", "2020 - 2021, STT 5"])
def test_less_or_more_than_that_is_no_earlier_finding(text: str) -> None:
    assert earlier_finding(text) is None


@pytest.mark.parametrize(
    ("text", "key"), [("05", "5"), ("5.", "5"), ("5.0", "5"), ("II.3", "ii.3"), ("5a)", "5a")]
)
def test_a_row_number_is_one_key_however_it_is_written(text: str, key: str) -> None:
    assert row_code_key(text) == key


@given(
    names=st.lists(st.sampled_from(sorted(AREA_NAMES)), min_size=1, max_size=5, unique=True),
    separator=st.sampled_from(["; ", ", ", "\n", "\n- ", " + "]),
)
def test_a_list_of_areas_is_taken_apart_again(names: list[str], separator: str) -> None:
    found = areas_named(separator.join(names), reform_area_of)
    assert found.areas == tuple(dict.fromkeys(AREA_NAMES[name] for name in names))
    assert found.unknown == ()


@given(
    names=st.lists(st.sampled_from(sorted(AREA_NAMES)), min_size=1, max_size=4, unique=True),
    place=st.integers(0, 4),
)
def test_a_stranger_in_a_list_is_named_wherever_it_stands(names: list[str], place: int) -> None:
    mixed = [*names[:place], "Phòng chống bão", *names[place:]]
    found = areas_named("; ".join(mixed), reform_area_of)
    assert found.areas == tuple(dict.fromkeys(AREA_NAMES[name] for name in names))
    assert found.unknown == ("Phòng chống bão",)


def test_all_areas_are_the_six_of_the_inspection_plan() -> None:
    for text in ("toàn diện", "cả 6 nội dung", "Kiểm tra 06 lĩnh vực", "tất cả các nội dung"):
        assert areas_named(text, reform_area_of).areas == REFORM_AREAS_INSPECTED
    assert areas_named("toàn bộ TTHC", reform_area_of).areas == ("procedures",)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("cá nhân", Subject.PERSON),
        ("Tập thể, cá nhân", Subject.PERSON),
        ("Công chức một cửa", Subject.PERSON),
        ("Phó Chủ tịch UBND quận", Subject.PERSON),
        ("Ông A", Subject.PERSON),
        ("tập thể", Subject.COLLECTIVE),
        ("Phòng Tư pháp", Subject.COLLECTIVE),
        ("UBND phường", Subject.COLLECTIVE),
        ("", Subject.COLLECTIVE),
        ("Nguyễn Văn A", Subject.UNCLEAR),
    ],
)
def test_a_subject_is_a_person_a_body_or_unclear(text: str, subject: Subject) -> None:
    assert subject_of(text) is subject
