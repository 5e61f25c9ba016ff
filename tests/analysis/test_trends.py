"""A trend is tested, from five years on, over what can be compared."""

from __future__ import annotations

from itertools import permutations

import pytest

from analysis.trends import Direction, trend_of
from words.sentences.unit import trend_words


def changes(*moved: float, first: int = 2019) -> list[dict[str, object]]:
    """A row a year, the first year standing at 50 %."""
    percent, rows = 50.0, []
    for number, change in enumerate(moved, start=1):
        rows.append({"year": first + number, "percent_before": percent, "percent_change": change})
        percent += change
    return rows


def p_by_counting(series: list[float]) -> float:
    """The share of all orders at least as far from no trend, by counting them."""

    def score(values: list[float]) -> int:
        pairs = [(a, b) for i, a in enumerate(values) for b in values[i + 1 :]]
        return sum((b > a) - (b < a) for a, b in pairs)

    seen = abs(score(series))
    orders = list(permutations(series))
    return sum(1 for order in orders if abs(score(list(order))) >= seen) / len(orders)


def test_four_years_are_too_few():
    assert trend_of(changes(1, 1, 1)) is None


def test_five_rising_years_are_a_trend():
    trend = trend_of(changes(1, 2, 1, 0.5))
    assert (trend.first_year, trend.last_year) == (2019, 2023)
    assert trend.total_change == pytest.approx(4.5)
    assert trend.p_value == pytest.approx(2 / 120)  # two orders of 5! are as clear
    assert trend.direction is Direction.UP


def test_falling_years_are_one_too():
    assert trend_of(changes(-1, -2, -1, -0.5)).direction is Direction.DOWN


@pytest.mark.parametrize("moved", [(1, -2, 3, -1.5), (2, 1, -0.5, 3), (1, 2, 3, -7, 9)])
def test_p_is_what_counting_all_orders_gives(moved):
    series = [50.0]
    for change in moved:
        series.append(series[-1] + change)
    assert trend_of(changes(*moved)).p_value == pytest.approx(p_by_counting(series))


def test_a_year_that_cannot_be_compared_breaks_the_chain():
    rows = changes(1, 1, 1, 1, 1)
    assert trend_of(rows) is not None
    assert trend_of([row for row in rows if row["year"] != 2022]) is None


def test_the_sentence_says_how_sure_it_is():
    assert trend_words(trend_of(changes(1, 2, 1, 0.5))) == (
        "Từ năm 2019 đến năm 2023, trên các tiêu chí so sánh được, chỉ số có xu hướng tăng "
        "(+4,5 điểm phần trăm; kiểm định Mann–Kendall, p = 0,017)."
    )
    assert trend_words(trend_of(changes(1, -2, 3, -1))).startswith(
        "Từ năm 2019 đến năm 2023, trên các tiêu chí so sánh được, chưa thấy xu hướng rõ "
    )
    assert trend_words(None) == ""
