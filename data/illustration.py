"""The illustration book: two batches of shipped workbooks, a release after each."""

from __future__ import annotations

import datetime
from pathlib import Path

from data.books import Book
from data.errors import StoreDamaged
from data.importing import SYSTEM, import_workbooks
from data.outcomes import Published
from data.progress import Progress, silently
from data.publishing import publish
from data.releases import releases
from data.snapshots import Enrich
from data.store import Store

WORKBOOKS = Path(__file__).parent / "workbooks" / "illustration"
# What the office had when half of the visits were held; and after the index of 2022 was verified.
BATCHES = {
    "1_season": datetime.date(2022, 9, 30),
    "2_after_index": datetime.date(2023, 4, 15),
}


def load_illustration(
    store: Store, *, enrich: Enrich | None = None, progress: Progress = silently
) -> tuple[Published, ...]:
    """The illustration book holds both batches and a release of each; a second call adds nothing.

    A call that was cut short between an import and its publication is taken up again.
    Raises ImportInProgress, StoreNotWritable, StoreDamaged.
    """
    published = []
    for folder, as_of in BATCHES.items():
        workbooks = sorted((WORKBOOKS / folder).glob("*.xlsx"))
        outcome = import_workbooks(
            store, Book.ILLUSTRATION, workbooks, by=SYSTEM, progress=progress
        )
        if outcome.is_refused:
            raise StoreDamaged(path=outcome.problems[0].file)
        if as_of not in {release.as_of for release in releases(store, Book.ILLUSTRATION)}:
            published.append(_published(store, as_of, enrich, progress))
    if not published:
        # What another version of the program had published is made anew; else nothing happens.
        again = _published(store, max(BATCHES.values()), enrich, progress)
        published = [again] if again.is_new else []
    return tuple(published)


def _published(
    store: Store, as_of: datetime.date, enrich: Enrich | None, progress: Progress
) -> Published:
    return publish(
        store, Book.ILLUSTRATION, as_of=as_of, by=SYSTEM, enrich=enrich, progress=progress
    )
