"""A small book that many tests begin with: made once, copied for each."""

from __future__ import annotations

import shutil

import pytest

from data.importing import import_workbooks
from data.store import Store
from tests.data.small_workbooks import FULL, criteria_workbook, scores_workbook


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A book with the set of 2023 (import 2) and full scores of 305 (import 3), unpublished."""
    place = tmp_path_factory.mktemp("filled")
    store = Store(place / "home")
    import_workbooks(store, None, [criteria_workbook(place)], by="Lan")
    import_workbooks(store, None, [scores_workbook(place, "Quận Lê Chân", FULL)], by="Lan")
    return store


@pytest.fixture
def filled_store(filled, tmp_path):
    """The filled book, for one test alone."""
    return Store(shutil.copytree(filled.home, tmp_path / "home"))
