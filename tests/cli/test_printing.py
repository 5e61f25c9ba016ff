"""Ranks without an area are an object, wherever they are printed (design 5)."""

from __future__ import annotations

import csv
import io
import json

import pytest

from analysis.questions import Filters, answer
from analysis.rows import rows_of
from cli.printing import print_rows

WITHOUT = {"I": 1, "II": 1}  # 304 of the small release: 9.5 and 9, the best of both areas


@pytest.fixture
def printed(small_release, capsys):
    def as_form(form: str) -> str:
        frame = answer(small_release, "robustness", Filters(2021, unit_codes=("304",)))
        print_rows(rows_of(frame), form, list(frame.columns))
        return capsys.readouterr().out

    return as_form


def test_json_has_an_object(printed):
    (row,) = json.loads(printed("json"))
    assert row["ranks_without_area"] == WITHOUT


def test_csv_has_the_same_object(printed):
    (row,) = csv.DictReader(io.StringIO(printed("csv")))
    assert json.loads(row["ranks_without_area"]) == WITHOUT


def test_a_table_names_the_areas(printed):
    assert "I 1, II 1" in printed("table")
