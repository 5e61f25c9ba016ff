"""Other weights of the areas: hand-worked ranks, and the published ones at the set's own."""

from __future__ import annotations

import pytest

from analysis.questions import Filters, answer
from analysis.rows import rows_of
from analysis.weighting import area_weights, reweighted
from tests.analysis.by_hand import NOT_APPLICABLE, Release
from tests.analysis.small import small
from tests.ui.invented import invented


def parts_of(release, year=2021, group="Quận"):
    return rows_of(answer(release, "area_parts", Filters(year, group)))


def book_of(points, leaves=None, **values):
    book = Release()
    for code in points:
        book.unit(code)
    book.framework(2021, leaves or {"I.1": 10, "II.1": 10}, **values)
    for code, told in points.items():
        book.scores(code, 2021, told)
    return book.finish()


def ranks(moved):
    return {row["unit_code"]: row["weighted_rank"] for row in moved}


def test_a_heavier_area_brings_its_best_unit_forward():
    # Nominal: 301 15, 302 14.5, 303 14 of 20. II doubled: 301 8 + 14 = 22, 302 5 + 19 = 24,
    # 303 9 + 10 = 19, each of 30.
    release = book_of(
        {
            "301": {"I.1": 8, "II.1": 7},
            "302": {"I.1": 5, "II.1": 9.5},
            "303": {"I.1": 9, "II.1": 5},
        }
    )
    moved = reweighted(parts_of(release), {"II": 2.0})
    assert [(row["unit_code"], row["weighted_rank"], row["rank_gain"]) for row in moved] == [
        ("302", 1, 1),
        ("301", 2, -1),
        ("303", 3, 0),
    ]
    assert [row["weighted_percent"] for row in moved] == pytest.approx(
        [80, 100 * 22 / 30, 100 * 19 / 30]
    )


def test_shares_of_the_areas_follow_their_factors():
    release = book_of({"301": {"I.1": 5, "II.1": 5}}, {"I.1": 30, "II.1": 10})
    weights = area_weights(parts_of(release), {"II": 2.0})
    told = [(weight.area_code, weight.nominal_share, weight.share) for weight in weights]
    assert told == [("I", 0.75, 0.6), ("II", 0.25, 0.4)]


def test_what_does_not_apply_counts_with_the_own_index_share():
    # 301 has 8 of 10 and counts 8 in II too, whatever its weight; 302 (9, 6): II halved gives
    # 12 of 15, the same 80 %.
    release = book_of(
        {"301": {"I.1": 8, "II.1": NOT_APPLICABLE}, "302": {"I.1": 9, "II.1": 6}},
    )
    assert ranks(reweighted(parts_of(release), {})) == {"301": 1, "302": 2}
    assert ranks(reweighted(parts_of(release), {"II": 0.5})) == {"301": 1, "302": 1}
    moved = reweighted(parts_of(release), {"II": 2.0})
    assert ranks(moved) == {"301": 1, "302": 2}
    assert moved[0]["weighted_percent"] == 80


def test_equal_figures_share_the_better_rank():
    same = {"I.1": 7.3, "II.1": 6.1}
    release = book_of({"301": same, "302": same, "303": {"I.1": 1, "II.1": 1}})
    assert ranks(reweighted(parts_of(release), {"I": 1.35})) == {"301": 1, "302": 1, "303": 3}


def test_bonus_points_count_where_they_rank_and_keep_their_size():
    leaves = {"I.1": 10, "II.1": 10, "bonus.1": 5}
    points = {
        "301": {"I.1": 8, "II.1": 8, "bonus.1": 0},
        "302": {"I.1": 6, "II.1": 6, "bonus.1": 4.5},
    }
    parts = parts_of(book_of(points, leaves, ranks_adjusted=True))
    assert ranks(reweighted(parts, {})) == {"302": 1, "301": 2}
    # 302: 12 + 4.5 against 16; with both areas doubled 24 + 4.5 against 32.
    assert ranks(reweighted(parts, {"I": 2.0, "II": 2.0})) == {"301": 1, "302": 2}


@pytest.mark.parametrize("make", [small, invented])
@pytest.mark.parametrize("year", [2020, 2021, 2022])
def test_the_set_s_own_weights_give_exactly_the_published_ranks(make, year):
    release = make().finish()
    groups = {row["ranking_group"] for row in parts_of(release, year, None)}
    for group in groups:
        moved = reweighted(parts_of(release, year, group), {})
        ranking = rows_of(answer(release, "ranking", Filters(year, group)))
        published = {row["unit_code"]: row["rank"] for row in ranking if row["rank"]}
        assert ranks(moved) == published
        for row in moved:
            assert row["weighted_percent"] == pytest.approx(row["ranking_percent"], abs=1e-9)


def test_provisional_units_and_those_without_a_rank_are_not_weighed():
    book = Release()
    for code in ("301", "302", "303"):
        book.unit(code, is_ranked=code != "303")
    book.framework(2021, {"I.1": 10})
    book.scores("301", 2021, {"I.1": 5})
    book.scores("302", 2021, {"I.1": 6}, "self_assessed")
    book.scores("303", 2021, {"I.1": 7})
    assert [row["unit_code"] for row in parts_of(book.finish())] == ["301"]


def test_nothing_to_weigh_is_no_failure():
    assert reweighted([], {"I": 2.0}) == []
    assert area_weights([], {}) == []
