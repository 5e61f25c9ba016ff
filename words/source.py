"""Where figures come from, and what was asked: said alike on screen, paper and in tables."""

from __future__ import annotations

import datetime
from typing import Protocol

from data.text_keys import plain_key
from words import formats
from words.catalogue import text


class Snapshot(Protocol):
    """What the words need to know of a release or draft."""

    @property
    def book(self) -> str: ...
    @property
    def release_id(self) -> str: ...
    @property
    def is_draft(self) -> bool: ...
    @property
    def is_illustration(self) -> bool: ...
    @property
    def published_at(self) -> datetime.datetime: ...
    @property
    def as_of(self) -> datetime.date: ...


class Asked(Protocol):
    """The filters that narrow an answer; null and empty mean: all."""

    @property
    def year(self) -> int | None: ...
    @property
    def group(self) -> str | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def units(self) -> tuple[str, ...]: ...
    @property
    def area(self) -> str | None: ...


def source_line(shown: Snapshot) -> str:
    """Book, snapshot, its day and the as-of day, in one line; the mark where data is invented."""
    line = snapshot_line(shown)
    return f"{text('frame.illustration')} · {line}" if shown.is_illustration else line


def snapshot_line(shown: Snapshot) -> str:
    """Book, snapshot, its day and the as-of day, for where the mark stands beside it."""
    return text(
        "frame.source_draft" if shown.is_draft else "frame.source",
        book=text(f"term.book.{shown.book}"),
        release=shown.release_id,
        published=formats.date(shown.published_at),
        as_of=formats.date(shown.as_of),
    )


def filter_lines(asked: Asked) -> list[str]:
    """Each filter that was set: 'Năm: 2021'."""
    return [
        f"{text(f'filter.{key}')}: {value}"
        for key, value in (
            ("year", asked.year),
            ("group", asked.group),
            ("unit", asked.unit),
            ("units", ", ".join(asked.units)),
            ("area", asked.area),
        )
        if value
    ]


def file_stem(name: str, *parts: str | int | None) -> str:
    """A file's name that every system takes: 'file.<name>' in plain letters, then the parts."""
    words = plain_key(text(f"file.{name}")).replace(" ", "-")
    return "_".join([words, *(str(part) for part in parts if part)])
