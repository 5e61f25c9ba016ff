"""The two books of a store, and where each keeps its files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Book(StrEnum):
    """Invented and real figures never meet: each book has its own workspace and releases."""

    ILLUSTRATION = "illustration"
    REAL = "real"


RELEASE_PREFIX = {Book.REAL: "r", Book.ILLUSTRATION: "m"}  # r1, r2 …; m1, m2 … (minh hoạ)


@dataclass(frozen=True, slots=True)
class BookFolder:
    """Paths of one book. Nothing is created by naming it."""

    book: Book
    path: Path

    @property
    def workspace(self) -> Path:
        """What was handed in; open only while an import or a publication runs."""
        return self.path / "workspace.duckdb"

    @property
    def files(self) -> Path:
        """Workbooks as they were handed in, each named by its SHA-256."""
        return self.path / "files"

    @property
    def releases(self) -> Path:
        """Published snapshots, immutable."""
        return self.path / "releases"

    @property
    def drafts(self) -> Path:
        """Snapshots of the workspace: what an import needs of a release, and no more."""
        return self.path / "drafts"

    @property
    def completed(self) -> Path:
        """Drafts that somebody has read or published, with all that a release holds."""
        return self.path / "completed"

    @property
    def current(self) -> Path:
        """Pointer: the release_id that readers see."""
        return self.path / "current"

    @property
    def draft(self) -> Path:
        """Pointer: the release_id of the newest draft."""
        return self.path / "draft"

    @property
    def lock(self) -> Path:
        """Held by whoever writes the book."""
        return self.path / "lock"

    @property
    def completing(self) -> Path:
        """Held by whoever completes a draft."""
        return self.path / "completing"

    def release_file(self, release_id: str) -> Path:
        """The file of a release."""
        return self.releases / f"{release_id}.duckdb"

    def draft_file(self, draft_id: str) -> Path:
        """The file of a draft."""
        return self.drafts / f"{draft_id}.duckdb"

    def completed_file(self, draft_id: str) -> Path:
        """The file of a draft that was completed."""
        return self.completed / f"{draft_id}.duckdb"
