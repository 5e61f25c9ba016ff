"""The small release: 3 districts x 2 areas x 2 years, every figure worked out here.

Set of 2021, 20 points: I.1 4, I.2 6 | II.1 4 (survey no), II.2 6. Set of 2022, 21 points: as
before, but II.1 is now II.5 with maximum 5 ('đổi điểm tối đa').

            2021  I.1  I.2  II.1 II.2  sum  index  rank | 2022  I.1  I.2  II.5 II.2  sum   rank
305 Lê Chân        4    5    2.5  6   17.5  87.5    2   |        4    6    3    5   18      2
304 Ngô Quyền      3    6    4    5.5 18.5  92.5    1   |        4    6    5    5.5 20.5    1
303 Hồng Bàng      4    4.5  3    6   17.5  87.5    2   |        4    5    self-assessed only

Areas 2021: I (of 10): 305 9, 304 9, 303 8.5 -> ranks 1, 1, 3; II (of 10): 8.5, 9.5, 9 -> 3, 1, 2.
Lost 2021: 305: I.2 1, II.1 1.5; 304: I.1 1, II.2 0.5; 303: I.2 1.5, II.1 1.
Recovery: 305 I.2 1/6 -> 0 = 1 (recovered); II.1 0.375 -> 0.4 = -0.0667; 304 I.1 1, II.2 0 (still
0.5 of 6); 303 is provisional in 2022: null, not_yet_verified.
"""

from __future__ import annotations

from tests.analysis.by_hand import Release

SET_2021 = {"I.1": 4, "I.2": 6, "II.1": 4, "II.2": 6}
SET_2022 = {"I.1": 4, "I.2": 6, "II.5": 5, "II.2": 6}


def small() -> Release:
    book = Release(as_of="2022-09-30")
    book.unit("303", "Quận Hồng Bàng")
    book.unit("304", "Quận Ngô Quyền")
    book.unit("305", "Quận Lê Chân")
    book.framework(2021, SET_2021)
    book.framework(2022, SET_2022)
    for code in ("I.1", "I.2", "II.2"):
        book.link(2021, code, code)
    book.link(2021, "II.1", "II.5", "new_maximum")
    for unit, points in {
        "305": (4, 5, 2.5, 6),
        "304": (3, 6, 4, 5.5),
        "303": (4, 4.5, 3, 6),
    }.items():
        book.scores(unit, 2021, dict(zip(SET_2021, points, strict=True)))
    book.scores("305", 2021, {"I.1": 4, "I.2": 6, "II.1": 4, "II.2": 6}, "self_assessed")
    book.scores("305", 2022, dict(zip(SET_2022, (4, 6, 3, 5), strict=True)))
    book.scores("304", 2022, dict(zip(SET_2022, (4, 6, 5, 5.5), strict=True)))
    book.scores("303", 2022, dict(zip(SET_2022, (4, 5, 4, 6), strict=True)), "self_assessed")
    book.remediation(
        "305",
        2021,
        "II.1",
        reason="Trễ hạn",
        cause="Thiếu nhân sự",
        action="Bổ sung nhân sự một cửa",
        deadline_on="2022-06-30",
        reported_state="done",
    )
    book.inspection(
        "305", 2022, "2022-09-15", "2022-09-14", conclusion_number="15/TB-ĐKT", areas=["procedures"]
    )
    return book
