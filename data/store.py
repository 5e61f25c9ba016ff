"""The store: a folder that outlives every update of the code, with two books in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from filelock import FileLock, Timeout

from data.books import Book, BookFolder
from data.disk import clean_unfinished, prepared, store_conditions
from data.errors import ImportInProgress

HOME_VARIABLE = "CCHC_HOME"
WAIT_SECONDS = 60.0  # design 5: another import still running after 60 s is told


@dataclass(frozen=True, slots=True)
class Store:
    """Where a store lies. Nothing is created by naming it."""

    home: Path

    def folder(self, book: Book) -> BookFolder:
        """The files of one book."""
        return BookFolder(book, self.home / book.value)

    @property
    def journal(self) -> Path:
        """Small things that people write while they look."""
        return self.home / "journal.sqlite"


def store_of_user() -> Store:
    """The store that CCHC_HOME names, else the one in the user's data folder."""
    named = os.environ.get(HOME_VARIABLE)
    if named:
        return Store(Path(named).expanduser().resolve())
    return Store(Path(platformdirs.user_data_dir("cchc-dashboard", appauthor=False)))


@contextmanager
def writing_alone(folder: BookFolder, *, timeout: float = WAIT_SECONDS) -> Iterator[None]:
    """Nobody else writes the book meanwhile; what a killed process left half made is gone.

    Raises ImportInProgress when another process did not finish in time, StoreNotWritable.
    """
    with store_conditions():
        folder.path.mkdir(parents=True, exist_ok=True)
        with held_alone(folder.lock, folder.book, timeout):
            for place in (folder.path, folder.files, folder.releases, folder.drafts):
                clean_unfinished(place)
            _clean_completions(folder)
            yield


@contextmanager
def held_alone(lock: Path, book: Book, timeout: float) -> Iterator[None]:
    """Nobody else holds the lock meanwhile. Raises ImportInProgress where somebody did not let go
    in time."""
    held = FileLock(lock, timeout=timeout)
    try:
        held.acquire()
    except Timeout as error:
        raise ImportInProgress(book=book.value) from error
    try:
        yield
    finally:
        held.release()


def _clean_completions(folder: BookFolder) -> None:
    """As the rest, unless somebody completes a draft right now."""
    if folder.completed.is_dir():
        with suppress(Timeout), FileLock(folder.completing, timeout=0):
            clean_unfinished(folder.completed)


def pointed_at(pointer: Path) -> str | None:
    """The release_id that a pointer names; None where there is no pointer."""
    with store_conditions():
        return pointer.read_text(encoding="utf-8").strip() if pointer.exists() else None


@contextmanager
def pointing(pointer: Path, release_id: str) -> Iterator[Callable[[], None]]:
    """All is ready for the pointer to name this release; calling what this gives does it."""
    with prepared(pointer, f"{release_id}\n".encode()) as put:
        yield put


def point(pointer: Path, release_id: str) -> None:
    """The pointer names this release, in one step."""
    with pointing(pointer, release_id) as move:
        move()


def current_book(store: Store) -> Book | None:
    """The book that the app opens: real as soon as it has a release, else illustration."""
    for book in (Book.REAL, Book.ILLUSTRATION):
        if pointed_at(store.folder(book).current):
            return book
    return None
