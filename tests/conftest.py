"""Releases that tests ask: an empty one, and a small one worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests.analysis.by_hand import Release
from tests.analysis.small import small

# The same examples on every machine: a red run can be run again, a green one means something.
settings.register_profile("seeded", derandomize=True, deadline=None)
settings.load_profile("seeded")


@pytest.fixture
def book() -> Release:
    """A release to be filled by hand."""
    return Release()


@pytest.fixture(scope="session")
def empty_release():
    """A release without a row: every question still has its columns."""
    return Release().finish()


@pytest.fixture(scope="session")
def small_release():
    """Three districts, two areas, two years; the figures stand in tests/analysis/small.py."""
    return small().finish()
