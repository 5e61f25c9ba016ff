"""Headings that no synonym knows, and the fields that people gave them: kept in the journal."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

from data.clock import now
from data.disk import store_conditions
from data.errors import StoreNotWritable
from data.forms.found import ColumnChoice
from data.journal import Action, add_audit, journal
from data.sql import statement
from data.store import Store


@dataclass(frozen=True, slots=True)
class KeptChoice:
    """A choice as the journal keeps it."""

    choice: ColumnChoice
    chosen_by: str
    chosen_at: datetime.datetime


def kept_choices(store: Store) -> tuple[KeptChoice, ...]:
    """Every choice in force, by form and heading; none without a journal.

    Works on a store that cannot be written.
    """
    if not store.journal.exists():
        return ()
    with _reading(store) as connection:
        rows = [dict(row) for row in connection.execute(statement("journal/column_choices"))]
    return tuple(
        KeptChoice(
            ColumnChoice(row["form"], row["heading_key"], row["field"] or None, row["heading"]),
            row["chosen_by"],
            datetime.datetime.fromisoformat(row["chosen_at"]),
        )
        for row in rows
    )


def choices_of(store: Store) -> tuple[ColumnChoice, ...]:
    """What readers of workbooks follow."""
    return tuple(kept.choice for kept in kept_choices(store))


def headings_named(store: Store) -> dict[str, str]:
    """Key of a heading -> the heading as somebody last wrote it, choices taken back as well."""
    if not store.journal.exists():
        return {}
    with _reading(store) as connection:
        return dict(map(tuple, connection.execute(statement("journal/column_headings"))))


def choose_columns(store: Store, choices: Sequence[ColumnChoice], *, by: str) -> None:
    """From now on these headings mean these fields in these forms; the audit says so.

    A later choice for the same heading replaces the earlier one. Raises StoreNotWritable.
    """
    with journal(store) as connection:
        for choice in choices:
            row = {
                "form": choice.form,
                "heading_key": choice.key,
                "field": choice.field or "",
                "heading": choice.heading or choice.key,
                "chosen_by": by,
                "chosen_at": now().isoformat(sep=" ", timespec="seconds"),
            }
            connection.execute(statement("journal/choose_column"), row)
            connection.execute(statement("journal/name_heading"), row)
            add_audit(connection, by, Action.CHOOSE_COLUMN, choice.form, _detail(choice))


def take_back_choice(store: Store, choice: ColumnChoice, *, by: str) -> None:
    """The heading means nothing again; imports that were read with the choice stay as they are."""
    with journal(store) as connection:
        row = {"form": choice.form, "heading_key": choice.key}
        if connection.execute(statement("journal/forget_column"), row).rowcount:
            add_audit(connection, by, Action.FORGET_COLUMN, choice.form, _detail(choice))


def _detail(choice: ColumnChoice) -> str:
    return f"{choice.heading or choice.key} → {choice.field or '–'}"


@contextmanager
def _reading(store: Store) -> Iterator[sqlite3.Connection]:
    """The journal as any other reader opens it; on a store that cannot be written, as a file."""
    try:
        with journal(store) as connection:
            yield connection
    except StoreNotWritable:
        with store_conditions():
            address = f"{store.journal.resolve().as_uri()}?mode=ro&immutable=1"
            with closing(sqlite3.connect(address, uri=True)) as connection:
                connection.row_factory = sqlite3.Row
                yield connection
