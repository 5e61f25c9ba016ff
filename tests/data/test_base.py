"""What a book is born with: the shipped units, and the reform areas."""

from __future__ import annotations

from data.books import Book
from data.forms.forms import Form
from data.forms.reading import read_workbook
from data.handed_in import base_workbooks
from data.importing import import_workbooks
from data.publishing import ensure_draft
from data.releases import open_release
from data.resolving.reform_areas import REFORM_AREAS
from data.store import Store


def test_the_shipped_workbooks_read_as_units_without_a_problem():
    readings = [read_workbook(path) for path in base_workbooks()]
    assert {table.form for reading in readings for table in reading.tables} == {Form.UNITS}
    assert [problem for reading in readings for problem in reading.problems] == []


def test_a_new_book_knows_35_units_their_groups_and_eight_reform_areas(tmp_path):
    store = Store(tmp_path)
    import_workbooks(store, Book.REAL, [], by="Lan")
    ensure_draft(store, Book.REAL)
    with open_release(store, Book.REAL, "draft") as draft:
        kinds = draft.execute(
            "select unit_kind, count(*) from unit group by unit_kind order by unit_kind"
        ).fetchall()
        groups = draft.execute(
            """select ranking_group, count(*) filter (is_ranked), count(*)
            from unit_group where year = 2021 group by ranking_group order by ranking_group"""
        ).fetchall()
        areas = draft.execute("select reform_area from reform_area order by position").fetchall()
    assert kinds == [("department", 20), ("rural_district", 8), ("urban_district", 7)]
    ranked = {group: counts for group, *counts in groups if group}
    assert ranked["Sở, ban, ngành"] == [20, 20]
    assert ranked["Quận"] == [7, 7]
    assert ranked["Huyện"][0] == 7  # Bạch Long Vĩ is not ranked (definitions 1.7)
    assert tuple(area for (area,) in areas) == REFORM_AREAS
