"""Who has handed in what: every count worked out by hand.

Set of 2021 for urban districts: I.1, I.2, II.1 verified, S.1 survey. 303 has everything, without
anything to contest; 304 one leaf of its self-assessment; 305 one leaf 'không áp dụng', a single
verified column and one lost leaf that nobody wrote about; 306 nothing; the department has no set.
"""

from __future__ import annotations

import datetime

import pytest

from analysis.questions import Filters, answer
from analysis.receipts import Tally, board, owed, tally, unplaced, with_refusals
from analysis.rows import rows_of
from data.refusals import Refusal
from tests.analysis.asking import rows
from tests.analysis.by_hand import DEPARTMENT, NOT_APPLICABLE, SO, Release

SET = {"I.1": 4, "I.2": 6, "II.1": 4, "S.1": 5}
ALL = {"I.1": 4, "I.2": 6, "II.1": 4}
NOON = datetime.datetime(2022, 9, 1, 12, 0)  # noqa: DTZ001 - a wall clock without a zone


@pytest.fixture(scope="module")
def release():
    book = Release()
    for code in ("303", "304", "305", "306"):
        book.unit(code)
    book.unit("318", is_ranked=False)
    book.unit("SNV", kind=DEPARTMENT, group=SO)
    book.framework(2021, SET, survey=("S.1",))
    book.scores("303", 2021, ALL, "self_assessed")
    book.scores("303", 2021, ALL, "verified_1")
    book.scores("303", 2021, {"S.1": 4}, "survey")
    book.scores("304", 2021, {"I.1": 4}, "self_assessed")
    less = {"I.1": 4, "I.2": NOT_APPLICABLE, "II.1": 3}
    book.scores("305", 2021, less, "self_assessed")
    book.scores("305", 2021, less, "verified_2")
    book.scores("305", 2021, {"S.1": 5}, "survey")
    return book.finish()


def told(release, unit):
    found = rows(
        release, "receipts", "item", "state", "filled_count", "expected_count", unit_codes=(unit,)
    )
    return {item: (state, filled, expected) for item, state, filled, expected in found}


def test_everything_in_and_nothing_contested(release):
    assert told(release, "303") == {
        "self_assessed": ("received", 3, 3),
        "verified_1": ("received", 3, 3),
        "explanation": ("not_expected", 0, None),
        "verified_2": ("not_expected", 0, None),
        "survey": ("received", 1, 1),
        "remediation": ("not_expected", 0, None),
        "initiatives": ("not_expected", 0, None),
    }


def test_part_of_a_self_assessment_and_nothing_verified(release):
    assert told(release, "304") == {
        "self_assessed": ("partial", 1, 3),
        "verified_1": ("missing", 0, 3),
        "explanation": ("not_expected", 0, None),
        "verified_2": ("not_expected", 0, None),
        "survey": ("missing", 0, 1),
        "remediation": ("not_expected", 0, None),
        "initiatives": ("not_expected", 0, None),
    }


def test_a_single_verified_column_a_leaf_that_does_not_apply_and_a_deduction(release):
    found = told(release, "305")
    assert found["self_assessed"] == ("received", 2, 2)
    assert found["verified_1"] == ("not_expected", 0, None)
    assert found["verified_2"] == ("received", 2, 2)
    assert found["remediation"] == ("missing", 0, 1)


def test_nothing_is_owed_without_a_set_or_by_a_unit_that_is_not_ranked(release):
    assert {state for state, _, _ in told(release, "SNV").values()} == {"not_expected"}
    assert told(release, "318") == {}


def test_units_that_owe_nothing_themselves_are_done(release):
    receipts = rows_of(answer(release, "receipts", Filters(2021, "Quận")))
    assert tally(receipts) == Tally(
        expected_count=5 + 3 - 2 + 4 + 3,
        unit_count=4,
        done_count=1,
        owing=(
            ("self_assessed", 2), ("verified_1", 2), ("survey", 2), ("remediation", 1),
        ),
        faulty_count=0,
    )  # fmt: skip
    assert [row["unit_code"] for row in board(receipts)] == ["303", "304", "305", "306"]


def refusal(hour, unit="306", item="self_assessed", errors=2):
    at = NOON.replace(hour=hour)
    return Refusal(at, "Lan", f"{hour}.xlsx", f"{hour}", item, unit, 2021, errors)


def receipt(received_at=None, unit="306", item="self_assessed"):
    return {
        "unit_code": unit, "year": 2021, "item": item, "received_at": received_at,
        "state": "received" if received_at else "missing",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("received_at", "state", "file"),
    [
        (None, "faulty", "14.xlsx"),
        (NOON, "faulty", "14.xlsx"),
        (NOON.replace(hour=15), "received", None),
    ],
)
def test_what_was_refused_last_is_faulty_until_it_is_received(received_at, state, file):
    (row,) = with_refusals([receipt(received_at)], [refusal(10), refusal(14)])
    assert (row["state"], row["refused_file"]) == (state, file)


def test_a_refusal_concerns_its_own_unit_and_item_only():
    received = [receipt(), receipt(unit="305"), receipt(item="survey")]
    assert [row["state"] for row in with_refusals(received, [refusal(14)])] == [
        "faulty", "missing", "missing",
    ]  # fmt: skip
    assert len(owed(with_refusals(received, [refusal(14)]))) == 3


def test_a_form_of_all_units_is_faulty_whatever_unit_its_rows_name():
    received = [receipt(unit=None, item="findings")]
    (row,) = with_refusals(received, [refusal(14, "305", "findings")])
    assert row["state"] == "faulty"


def test_refused_files_of_an_unknown_unit_are_listed_once_newest_first():
    found = unplaced([refusal(9, None), refusal(9, None, "survey"), refusal(14, None, None),
                      refusal(15)], 2021)  # fmt: skip
    assert [one.file_name for one in found] == ["14.xlsx", "9.xlsx"]


def test_a_unit_of_which_nothing_is_expected_has_not_handed_in_everything(release):
    receipts = rows_of(answer(release, "receipts", Filters(2021)))
    assert "SNV" in {row["unit_code"] for row in receipts}
    assert (tally(receipts).unit_count, tally(receipts).done_count) == (4, 1)


def test_a_good_file_and_one_that_has_come_in_since_are_not_listed_as_refused():
    good, mended, still = refusal(9, None, errors=0), refusal(10, None), refusal(11, None)
    taken = {"10.xlsx": NOON, "11.xlsx": NOON.replace(hour=8)}
    assert unplaced([good, mended, still], 2021, taken) == [still]


def test_forms_of_all_units_are_counted(release):
    found = {
        row["item"]: (row["state"], row["filled_count"], row["expected_count"])
        for row in rows_of(answer(release, "receipts_shared", Filters(2021)))
    }
    assert found["criteria"] == ("partial", 1, 2)
    assert found["inspections"] == ("missing", 0, None)
    assert found["bands"] == ("not_expected", 0, None)
