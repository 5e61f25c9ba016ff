"""What is in force is worked out while files are read, and never used once it is out of date."""

from __future__ import annotations

from pathlib import Path

import pytest

from data import importing
from data.books import Book
from data.foreseeing import foreseen
from data.illustration import WORKBOOKS
from data.importing import import_workbooks
from data.releases import open_release
from data.standing import standing
from data.store import Store
from data.withdrawing import withdraw
from data.workspace import opened
from tests.data.twins import twins

# What a workbook names comes before it.
BATCHES = (
    ("criteria", "areas", "bands"),
    ("scores",),
    ("inspections",),
    ("remediation", "findings"),
)
SEASON = [
    [
        path
        for path in sorted((WORKBOOKS / "1_season").glob("*.xlsx"))
        if path.name.startswith(words)
    ]
    for words in BATCHES
]
Held = dict[str, list[object]]


def _draft(store: Store) -> Held:
    """All that the draft holds but its label."""
    with open_release(store, Book.ILLUSTRATION, "draft") as draft:
        assert twins(draft) == []
        names = [
            str(name)
            for (name,) in draft.execute(
                "select table_name from duckdb_tables() where table_name <> 'release' order by all"
            ).fetchall()
        ]
        return {
            name: draft.table(name).order("all").fetchall()  # type: ignore[misc]
            for name in names
            if name != "import_file"  # tells when
        }


def _imported(place: Path) -> Held:
    """The season handed in batch by batch, the last one taken back and handed in again."""
    store = Store(place)
    for paths in SEASON:
        outcome = import_workbooks(store, Book.ILLUSTRATION, paths, by="Lan")
        assert not outcome.is_refused
    withdraw(store, Book.ILLUSTRATION, outcome.import_id or 0, by="Lan")
    import_workbooks(store, Book.ILLUSTRATION, SEASON[-1], by="Lan")
    return _draft(store)


def test_a_draft_says_the_same_whether_foreseen_or_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    used: list[bool] = []
    settle = importing.settle
    monkeypatch.setattr(
        importing,
        "settle",
        lambda *given, foreseen, **more: (
            used.append(foreseen is not None),
            settle(*given, foreseen=foreseen, **more),
        )[1],
    )
    ahead = _imported(tmp_path / "ahead")
    assert used == [False, *[True] * len(SEASON)]
    monkeypatch.setattr(
        importing,
        "settle",
        lambda *given, foreseen, **more: settle(*given, foreseen=None, **more),  # noqa: ARG005
    )
    assert ahead == _imported(tmp_path / "behind")


def test_what_was_foreseen_of_another_history_does_not_hold(tmp_path: Path) -> None:
    store = Store(tmp_path)
    import_workbooks(store, Book.ILLUSTRATION, SEASON[0][:1], by="Lan")
    with foreseen(store, Book.ILLUSTRATION) as known:
        assert known is not None
        with opened(store.folder(Book.ILLUSTRATION).workspace) as connection:
            assert known.holds_for(connection)
        import_workbooks(store, Book.ILLUSTRATION, SEASON[0][1:2], by="Lan")
        with opened(store.folder(Book.ILLUSTRATION).workspace) as connection:
            assert not known.holds_for(connection)


def test_nothing_is_foreseen_of_a_book_that_is_not_there_or_cannot_be_read(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with foreseen(store, Book.REAL) as known:
        assert known is None
    workspace = store.folder(Book.REAL).workspace
    workspace.parent.mkdir(parents=True)
    workspace.write_bytes(b"no database")
    with foreseen(store, Book.REAL) as known:
        assert known is None


def test_whoever_stops_while_points_are_on_their_way_finds_the_workspace_free(
    tmp_path: Path,
) -> None:
    store = Store(tmp_path)
    for paths in SEASON[:2]:
        import_workbooks(store, Book.ILLUSTRATION, paths, by="Lan")
    with opened(store.folder(Book.ILLUSTRATION).workspace) as workspace:
        workspace.begin()
        with standing(workspace) as effective:
            with pytest.raises(KeyboardInterrupt), effective.expecting({"score", "score_note"}):
                raise KeyboardInterrupt
            workspace.rollback()  # raises where the connection is busy
