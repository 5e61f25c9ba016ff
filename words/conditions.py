"""The sentence for a condition that stops a command or a page."""

from __future__ import annotations

from data.errors import DashboardError
from words.catalogue import text


def condition_message(condition: DashboardError) -> str:
    """The condition in the language in use; the catalogue's key is its code."""
    values = {name: str(value) for name, value in condition.values.items()}
    return text(f"condition.{condition.code}", **values)
