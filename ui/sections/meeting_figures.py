"""The key figures of a meeting: those of now, and those of then by the same questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from analysis.meeting import Moved, figures_of_deductions, figures_of_index, moved
from data.errors import NoRelease, ReleaseOutdated, StoreDamaged, UnknownRelease
from data.meetings import KeyFigure, Meeting
from ui.answer import default_year, rows
from ui.asked import Filters
from ui.downloads import offer_download
from ui.release import described
from ui.screen import shown_here
from ui.sections.heading import remark
from ui.sections.remediation_views import rates_of
from ui.sections.standing import ranking_of
from ui.tables import print_table
from words import formats
from words.catalogue import text
from words.sentences.meeting import figure_row

FIELDS = ("key_figure", "then_said", "now_said", "moved_said")


@dataclass(frozen=True, slots=True)
class Since:
    """What has moved since a meeting; `is_from_journal` where its release can no longer be read."""

    meeting: Meeting
    figures: tuple[Moved, ...]
    is_from_journal: bool


def judged_year(filters: Filters) -> int | None:
    """The year of the deductions that the release shown can judge, as on Overview."""
    return default_year("rates", filters)


def figures_of(filters: Filters, judged: int | None) -> list[KeyFigure]:
    """The key figures of a release: the index of the year chosen, the deductions of another."""
    found: list[KeyFigure] = []
    if judged is not None:
        year = replace(filters, year=judged)
        found += figures_of_deductions(rates_of(year), rows("decisions", year), year=judged)
    if filters.year is not None:
        models = rows("decisions", filters)
        found += figures_of_index(ranking_of(filters), models, year=filters.year)
    return found


def figures_to_keep(filters: Filters, judged: int | None) -> list[KeyFigure]:
    """What a later meeting may ask for: it will judge the deductions of the year of today."""
    found = figures_of(filters, judged)
    known = {(one.name, one.year, one.group) for one in found}
    later = figures_of(filters, filters.year) if filters.year != judged else []
    return [*found, *(one for one in later if (one.name, one.year, one.group) not in known)]


def since(meeting: Meeting, filters: Filters, judged: int | None) -> Since:
    """The figures of now beside those of the meeting's release."""
    seen = meeting.seen
    then = replace(filters, release=seen.release_id, as_of=seen.as_of)
    is_readable = _is_readable(then)
    before: Sequence[KeyFigure] = figures_of(then, judged) if is_readable else meeting.figures
    found = moved(before, figures_of(filters, judged))
    return Since(meeting, tuple(found), is_from_journal=not is_readable)


def _is_readable(then: Filters) -> bool:
    try:
        return not described(shown_here().book, then.release).is_outdated
    except (NoRelease, UnknownRelease, StoreDamaged, ReleaseOutdated):
        return False


def show_since(found: Since, filters: Filters, judged: int | None) -> None:
    """The table of what has moved, and what both sides were asked."""
    day = formats.date(found.meeting.held_on)
    st.header(text("meeting.since", day=day), anchor=False)
    table = [figure_row(one) for one in found.figures]
    print_table(table, FIELDS)
    offer_download(table, FIELDS, name="since", filters=filters)
    seen = found.meeting.seen
    remark(
        text("meeting.from_journal", release=seen.release_id) if found.is_from_journal else "",
        text(
            "meeting.same_questions",
            year=formats.plain_year(filters.year),
            judged=formats.plain_year(judged),
            then=formats.date(seen.as_of),
            now=formats.date(filters.as_of or shown_here().as_of),
        ),
    )
