"""The workbooks that somebody handed in last: kept for this session, with what they came to."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

import streamlit as st

from data.forms.found import Hints
from data.importing import check_workbooks, import_workbooks
from data.outcomes import ImportOutcome
from data.people import user_name
from ui.desk import Telling
from ui.release import store

LAST = "desk_outcome"


@dataclass(frozen=True, slots=True)
class HandedFile:
    """A file under the name that it was handed in with."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class LastHandedIn:
    """What was handed in, how, and what a check or an import said of it."""

    files: tuple[HandedFile, ...]
    hints: Hints
    is_import: bool
    outcome: ImportOutcome


def last_handed_in() -> LastHandedIn | None:
    """The last check or import of this session."""
    last: LastHandedIn | None = st.session_state.get(LAST)
    return last


def forget_last() -> None:
    """What an import came to is no news once it is published or taken back."""
    st.session_state.pop(LAST, None)


def take_in(files: Sequence[HandedFile], hints: Hints, *, is_import: bool) -> None:
    """Check or import the files; the page shows what came of it until the next time."""
    outcome = _run(files, hints, is_import=is_import)
    st.session_state[LAST] = LastHandedIn(tuple(files), hints, is_import, outcome)


def check_again() -> None:
    """The same files once more, without writing: a choice has changed how they are read."""
    if last := last_handed_in():
        again = replace(last, is_import=False, outcome=_run(last.files, last.hints))
        st.session_state[LAST] = again


def _run(files: Sequence[HandedFile], hints: Hints, *, is_import: bool = False) -> ImportOutcome:
    """Files go through a folder of their own, under the names that they were handed in with."""
    telling = Telling()
    with tempfile.TemporaryDirectory(prefix="cchc-") as place:
        paths = []
        for number, file in enumerate(files):
            path = Path(place) / str(number) / PurePosixPath(file.name.replace("\\", "/")).name
            path.parent.mkdir()
            path.write_bytes(file.content)
            paths.append(path)
        if is_import:
            outcome = import_workbooks(
                store(), None, paths, hints=hints, by=user_name(), progress=telling
            )
        else:
            outcome = check_workbooks(store(), None, paths, hints=hints, progress=telling)
    telling.done()
    return outcome
