"""What the Data desk knows of a book; cached by ids of snapshots, which never change."""

from __future__ import annotations

import datetime
from pathlib import Path

import streamlit as st

from data.books import Book
from data.difference import Difference, difference
from data.errors import DashboardError, NoRelease, ReleaseOutdated
from data.importing import BASE_IMPORT, imports
from data.outcomes import ImportListed
from data.progress import Step
from data.releases import label_at
from data.store import Store, pointed_at
from ui.caching import cached_value
from ui.escape import for_markdown
from ui.release import Shown, described, store
from words.catalogue import text


def draft_of(book: Book) -> Shown | None:
    """The book's draft; null before its first import."""
    draft = pointed_at(store().folder(book).draft)
    return described(book, draft) if draft else None


def pending(book: Book) -> Difference | None:
    """What publication would change; null where there is nothing that it can be compared with."""
    folder = store().folder(book)
    current, draft = pointed_at(folder.current), pointed_at(folder.draft)
    if current is None or draft is None:
        return None
    return _difference(str(store().home), book.value, current, draft)


@cached_value(keep=20)
def _difference(home: str, book: str, before: str, after: str) -> Difference | None:
    try:
        return difference(Store(Path(home)), Book(book), before, after)
    except (NoRelease, ReleaseOutdated):
        return None


def is_waiting(draft: Shown, as_of: datetime.date) -> bool:
    """True where publication would give readers anything that they do not see yet."""
    folder = store().folder(draft.book)
    if draft.current_id is None or draft.is_outdated:
        return True
    try:
        current = label_at(folder.release_file(draft.current_id))
    except DashboardError:  # it cannot be read any more: a new release mends that
        return True
    made = label_at(folder.draft_file(draft.release_id))
    return current.content != made.content or current.as_of != as_of


def imports_of(book: Book) -> list[ImportListed]:
    """Files of imports that people made, newest first; the shipped units are none of them."""
    draft = pointed_at(store().folder(book).draft) or ""
    found = _imports(str(store().home), book.value, draft)
    return [row for row in reversed(found) if row.import_id != BASE_IMPORT]


# Every import and every withdrawal makes a draft of its own: its id is the state of the book.
@cached_value(keep=20)
def _imports(home: str, book: str, draft: str) -> list[ImportListed]:  # noqa: ARG001
    return list(imports(Store(Path(home)), Book(book)))


STOPPED = "desk_stopped"


class Telling:
    """Shows the steps of long work as they come, in one line that changes, and a way to stop it.

    A click runs the page anew, which breaks the work off at its next step: nothing is kept of it.
    """

    def __init__(self) -> None:
        self.status = st.status(text("desk.working"), expanded=False)
        self.way_out = st.empty()
        self.way_out.button(
            text("desk.stop"), key="desk_stop", icon=":material/stop_circle:", on_click=_note_stop
        )

    def __call__(self, step: Step, file: str) -> None:
        """Say this step."""
        self.status.update(label=text(f"desk.step_{step.value}", file=for_markdown(file)))

    def done(self) -> None:
        """The work is over."""
        self.way_out.empty()
        self.status.update(label=text("desk.done"), state="complete")


def _note_stop() -> None:
    st.session_state[STOPPED] = True


def say_stopped() -> None:
    """Said once after somebody stopped the work."""
    if st.session_state.pop(STOPPED, False):
        st.info(text("desk.stopped"), icon=":material/stop_circle:")
