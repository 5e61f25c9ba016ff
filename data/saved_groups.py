"""Groups of units that somebody saved under a name, to put them side by side again.

A group is a saved view of the page Compare: its query names the units as the page's address does.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from data.clock import now
from data.journal import journal, journal_to_read
from data.sql import statement
from data.store import Store

PAGE = "compare"
NAME_LETTERS = 60  # a name longer than that is no name


@dataclass(frozen=True, slots=True)
class SavedGroup:
    """A named choice of units; anybody may look at it."""

    saved_view_id: int
    name: str
    owner: str
    unit_codes: tuple[str, ...]
    saved_at: datetime.datetime


def saved_groups(store: Store) -> list[SavedGroup]:
    """Every saved group by name; none where there is no journal yet. Raises StoreDamaged."""
    if not store.journal.exists():
        return []
    with journal_to_read(store) as connection:
        found = connection.execute(statement("journal/saved_views"), {"page": PAGE}).fetchall()
    return [
        SavedGroup(
            saved_view_id=int(row["saved_view_id"]),
            name=str(row["name"]),
            owner=str(row["owner"]),
            unit_codes=tuple(parse_qs(row["query"]).get("unit", [])),
            saved_at=datetime.datetime.fromisoformat(row["saved_at"]),
        )
        for row in found
    ]


def save_group(store: Store, by: str, name: str, unit_codes: Sequence[str]) -> None:
    """The group stands under this name; one of the same owner and name is replaced.

    The name is cut at NAME_LETTERS. Raises ValueError for a blank name or no units,
    StoreNotWritable.
    """
    plain = " ".join(name.split())[:NAME_LETTERS]
    if not plain or not unit_codes:
        raise ValueError(name)
    with journal(store) as connection:
        connection.execute(
            statement("journal/save_view"),
            {
                "owner": by,
                "name": plain,
                "page": PAGE,
                "query": urlencode([("unit", code) for code in unit_codes]),
                "saved_at": now().isoformat(sep=" "),
            },
        )


def forget_group(store: Store, saved_view_id: int) -> None:
    """The group is gone; nothing happens where it already was. Raises StoreNotWritable."""
    with journal(store) as connection:
        connection.execute(statement("journal/forget_view"), {"saved_view_id": saved_view_id})
