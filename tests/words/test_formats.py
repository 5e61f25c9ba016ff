"""Numbers and dates as readers of either language expect them."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as some

from words import formats
from words.catalogue import speaking


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        (Decimal("12.500000"), "12,5", "12.5"),
        (1260, "1.260", "1,260"),
        (1234567.891, "1.234.567,89", "1,234,567.89"),
        (Decimal("0.005"), "0,01", "0.01"),
        (2.675, "2,68", "2.68"),
        (-0.5, "−0,5", "−0.5"),
        (-0.001, "0", "0"),
        (0, "0", "0"),
        (100, "100", "100"),
        (None, "–", "–"),
        (float("nan"), "–", "–"),
        (pd.NA, "–", "–"),
    ],
)
def test_points(value, vietnamese, english):
    assert formats.points(value) == vietnamese
    with speaking("en"):
        assert formats.points(value) == english


def test_percentages_keep_their_decimals():
    assert formats.percent(84.5) == "84,50%"
    assert formats.percent(100) == "100,00%"
    assert formats.percent(None) == "–"
    assert formats.share(0.375) == "37,5%"
    assert formats.share(None) == "–"


def test_differences_carry_their_sign():
    assert formats.signed(1.25) == "+1,25"
    assert formats.signed(Decimal("-0.5")) == "−0,5"
    assert formats.signed(0) == "0"
    assert formats.signed(0.001) == "0"
    assert formats.percent_points(-1.2) == "−1,2 điểm phần trăm"
    assert formats.percent_points(None) == "–"


def test_ranks_name_the_size_of_the_group():
    assert formats.rank(3, 15) == "thứ 3/15"
    assert formats.rank(3) == "thứ 3"
    assert formats.rank(None, 15) == "–"
    with speaking("en"):
        assert formats.rank(3, 15) == "no. 3 of 15"


def test_days_and_years():
    day = datetime.date(2022, 9, 3)
    assert formats.date(day) == "03/09/2022"
    assert formats.moment(datetime.datetime(2022, 9, 3, 8, 5)) == "03/09/2022 08:05"  # noqa: DTZ001
    assert formats.date(None) == "–"
    assert formats.plain_year(2022) == "2022"
    with speaking("en"):
        assert formats.date(day) == "03 Sep 2022"


def test_lists_of_names():
    assert formats.listing([]) == ""
    assert formats.listing(["A"]) == "A"
    assert formats.listing(["A", "B", "C"]) == "A, B và C"


def test_names_in_capitals_are_calmed_and_others_left():
    assert formats.calm("CẢI CÁCH THỦ TỤC HÀNH CHÍNH") == "Cải cách thủ tục hành chính"
    assert formats.calm("Cải cách TTHC") == "Cải cách TTHC"


@given(some.decimals(min_value=-(10**9), max_value=10**9, places=6))
def test_a_number_written_in_vietnamese_reads_back_to_what_was_rounded(value):
    written = formats.number(value)
    plain = written.replace(".", "").replace(",", ".").replace(formats.MINUS, "-")
    assert abs(Decimal(plain) - value) <= Decimal("0.005")
