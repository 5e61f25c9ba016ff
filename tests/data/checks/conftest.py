"""The book by hand that every check is tried on."""

from __future__ import annotations

import pytest

from tests.data.hand_book import hand_book


@pytest.fixture
def book(tmp_path):
    """Units and the criteria set of 2021 are in it."""
    with hand_book(tmp_path) as made:
        yield made
