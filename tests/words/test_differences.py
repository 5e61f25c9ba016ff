"""What differs reads in the words of the pages, whichever table it stands in."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from data.difference import DIFFERENCES
from words.catalogue import has_text, speaking
from words.differences import field_of_change, value_of_change

OF_THE_QUERY = {"after", "before", "changed", "field", "gone", "new", "value", "not_applicable"}
TEXTS = "\n".join(path.read_text(encoding="utf-8") for path in sorted(DIFFERENCES.glob("*.sql")))
TABLES = sorted(set(re.findall(r"'([a-z_]+)' as table_name", TEXTS)))
FIELDS = sorted(set(re.findall(r"'([a-z_]+)'", TEXTS)) - OF_THE_QUERY - set(TABLES))


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_that_may_differ_has_words(field):
    for language in ("vi", "en"):
        with speaking(language):
            assert field_of_change("remediation", field) != field


@pytest.mark.parametrize("table", TABLES)
def test_every_table_that_may_differ_has_words(table):
    assert has_text(f"term.table.{table}")


def test_a_score_is_told_by_its_kind_and_a_published_figure_by_what_it_is():
    assert field_of_change("score", "verified_2") == "thẩm định lần 2"
    assert field_of_change("published_result", "rank") == "xếp hạng"
    assert field_of_change("remediation", "deadline_text") == field_of_change(
        "remediation", "deadline_on"
    )


@pytest.mark.parametrize(
    ("field", "value", "points", "said"),
    [
        ("verified_2", "2.5", Decimal("2.5"), "2,5"),
        ("verified_2", "not_applicable", None, "không áp dụng"),
        ("reported_state", "done", None, "đã khắc phục"),
        ("deadline_on", "2022-06-30", None, "30/06/2022"),
        ("maximum_points", "12.500000", None, "12,5"),
        ("is_ranked", "false", None, "không"),
        ("action", "Bổ sung 2.5 biên chế", None, "Bổ sung 2.5 biên chế"),
        ("action", None, None, None),
    ],
)
def test_values_read_as_the_pages_write_them(field, value, points, said):
    assert value_of_change(field, value, points) == said


def test_paths_of_the_queries_are_found():
    assert Path(DIFFERENCES).is_dir()
    assert len(FIELDS) > 20
