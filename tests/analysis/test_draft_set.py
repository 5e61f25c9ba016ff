"""A draft set on hand-worked figures: who cannot be told apart, what repeats, who would move."""

from __future__ import annotations

from decimal import Decimal

import pytest

from analysis.draft_set import DraftLeaf, judge_draft
from tests.analysis.by_hand import NOT_APPLICABLE, Release

UNITS = [f"3{number:02}" for number in range(1, 9)]  # eight: enough for a correlation
NAMES = {"I.1": "Kế hoạch", "I.2": "Kiểm tra", "II.1": "Hồ sơ đúng hạn", "II.2": "Một cửa"}
LEAVES = dict.fromkeys(NAMES, 4)


def draft(**maxima):
    """The set of this year by code, with other maxima where they are named ('I_1': 8)."""
    return [
        DraftLeaf(code, name, "Lĩnh vực", Decimal(str(maxima.get(code.replace(".", "_"), 4))))
        for code, name in NAMES.items()
    ]


def book_of(points, years=(2021,)):
    """`points`: leaf -> points of the eight units."""
    book = Release()
    for code in UNITS:
        book.unit(code)
    for year in years:
        book.framework(year, LEAVES, names=NAMES)
        for place, unit in enumerate(UNITS):
            book.scores(unit, year, {leaf: told[place] for leaf, told in points.items()})
    return book


SPREAD = {
    "I.1": [4, 3.5, 3, 2.5, 2, 1.5, 1, 0.5],
    "I.2": [1, 4, 2, 3, 3, 2, 4, 1],
    "II.1": [3, 1, 4, 1, 3.5, 2, 2.5, 1.5],
    "II.2": [2, 2, 1, 4, 1, 3, 0, 3.5],
}


def judged(book, leaves, *, year=2021, draft_year=None):
    return judge_draft(
        book.finish(), leaves, year=year, ranking_group="Quận", draft_year=draft_year
    )


def codes(rows):
    return [row["criterion_code"] for row in rows]


def test_the_whole_set_of_the_year_can_be_judged_and_moves_nobody():
    told = judged(book_of(SPREAD), draft())
    assert told.judged_share == 1
    assert codes(told.leaves) == ["I.1", "I.2", "II.1", "II.2"]
    assert not told.flat
    assert not told.repeats
    assert {row["rank_gain"] for row in told.moved} == {0}
    assert all(row["draft_percent"] == pytest.approx(row["ranking_percent"]) for row in told.moved)


def test_other_maxima_are_applied_to_the_shares():
    # I.1 counts 12 of 24: 301 has 1 · 12 + 6 = 18, 302 10.5 + 7 = 17.5, 304 7.5 + 8 = 15.5.
    told = judged(book_of(SPREAD), draft(I_1=12))
    percents = {row["unit_code"]: row["draft_percent"] for row in told.moved}
    assert percents["301"] == pytest.approx(100 * 18 / 24)
    assert percents["302"] == pytest.approx(100 * 17.5 / 24)
    assert percents["304"] == pytest.approx(100 * 15.5 / 24)
    first = told.moved[0]
    # Now: 304 10.5 leads 302 10.5, 301 10, 303 10 … of 16.
    assert (first["unit_code"], first["rank"], first["draft_rank"]) == ("301", 3, 1)
    assert first["rank_gain"] == 2


def test_more_than_half_alike_is_level_and_nearly_all_at_the_top_is_told():
    level = {**SPREAD, "I.1": [3, 3, 3, 3, 3, 2, 1, 4], "I.2": [4, 4, 4, 4, 4, 4, 4, 4]}
    told = judged(book_of(level), draft())
    assert codes(told.flat) == ["I.2", "I.1"]
    assert codes(told.at_maximum) == ["I.2"]
    other, one = told.flat
    # |3 − 3| five times, then 1, 2 and 1 quarters: the median of the deviations is 0.
    assert (one["median_share"], one["deviation_share"]) == (0.75, 0)
    assert (one["is_level"], one["is_at_maximum"]) == (True, False)
    assert (other["at_maximum_share"], other["is_at_maximum"]) == (1, True)


def test_leaves_that_go_together_repeat_each_other():
    twice = {**SPREAD, "II.2": [points / 2 + 1 for points in SPREAD["I.1"]]}
    (pair,) = judged(book_of(twice), draft()).repeats
    assert (pair["criterion_code"], pair["other_code"]) == ("I.1", "II.2")
    assert pair["correlation"] == pytest.approx(1)
    assert pair["unit_count"] == 8


def test_seven_units_are_too_few_for_a_correlation():
    twice = {**SPREAD, "II.2": [*SPREAD["I.1"][:7], NOT_APPLICABLE]}
    assert not judged(book_of(twice), draft()).repeats


def test_winners_that_are_the_same_as_a_year_ago():
    book = book_of(SPREAD, years=(2020, 2021))
    for leaf in LEAVES:
        book.link(2020, leaf, leaf)
    told = judged(book, draft())
    # I.2 is won by two of eight (302 and 307): a quarter; II.1 by 303, II.2 by 304, I.1 by 301.
    assert codes(told.same_winners) == ["I.1", "I.2", "II.1", "II.2"]
    assert [row["winners"] for row in told.same_winners][1] == "Đơn vị 302, Đơn vị 307"


def test_without_a_year_before_nobody_is_said_to_win_every_year():
    assert not judged(book_of(SPREAD), draft()).same_winners


def test_a_leaf_is_linked_by_code_and_name_or_by_a_name_that_stands_once():
    leaves = [
        DraftLeaf("9.9", "  kế   hoạch ", "A", Decimal(10)),  # renumbered
        DraftLeaf("I.2", "Điều khác hẳn", "A", Decimal(30)),  # the code alone links nothing
    ]
    told = judged(book_of(SPREAD), leaves)
    assert [(row["criterion_code"], row["linked_code"]) for row in told.leaves] == [("9.9", "I.1")]
    assert told.judged_share == 0.25


def test_a_written_link_comes_before_names():
    book = book_of(SPREAD)
    book.framework(2022, {"I.1": 5}, names={"I.1": "Kế hoạch"})
    book.link(2021, "II.2", "I.1", "new_code")
    leaves = [DraftLeaf("I.1", "Kế hoạch", "A", Decimal(5))]
    assert judged(book, leaves, draft_year=2022).leaves[0]["linked_code"] == "II.2"
    assert judged(book_of(SPREAD), leaves).leaves[0]["linked_code"] == "I.1"


def test_what_does_not_apply_leaves_both_sums():
    some = {**SPREAD, "I.1": [NOT_APPLICABLE, *SPREAD["I.1"][1:]]}
    told = judged(book_of(some), draft(I_1=100))
    percents = {row["unit_code"]: row["draft_percent"] for row in told.moved}
    assert percents["301"] == pytest.approx(100 * 6 / 12)


def test_a_draft_of_another_world_judges_nothing():
    told = judged(book_of(SPREAD), [DraftLeaf("1", "Không có", "A", Decimal(10))])
    assert (told.leaves, told.moved, told.judged_share) == ([], [], 0)


def test_small_groups_are_not_judged():
    book = Release()
    for unit in UNITS[:4]:
        book.unit(unit)
    book.framework(2021, LEAVES, names=NAMES)
    for unit in UNITS[:4]:
        book.scores(unit, 2021, dict.fromkeys(LEAVES, 4))
    assert not judged(book, draft()).flat
