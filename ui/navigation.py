"""The pages: file, icon, group, who may see them. Titles come from the text catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from words.catalogue import text

PAGES = Path(__file__).resolve().parent.parent / "pages"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: its file's name is its path in the URL; `for_editors` is for analysts only.

    One that does not need a release opens on a fresh store, too.
    """

    name: str
    icon: str
    group: str
    is_first: bool = False
    for_editors: bool = False
    needs_release: bool = True

    @property
    def file(self) -> Path:
        """The script of the page."""
        return PAGES / f"{self.name}.py"


ENTRIES = (
    Entry("overview", ":material/flag:", "leaders", is_first=True),
    Entry("unit", ":material/apartment:", "leaders"),
    Entry("meeting", ":material/groups:", "leaders"),
    Entry("compare", ":material/leaderboard:", "analysis"),
    Entry("areas", ":material/grid_view:", "analysis"),
    Entry("remediation", ":material/task_alt:", "analysis"),
    Entry("inspections", ":material/fact_check:", "analysis"),
    Entry("best_practice", ":material/emoji_objects:", "analysis"),
    Entry("method", ":material/function:", "method"),
    Entry("guide", ":material/menu_book:", "method", needs_release=False),
    Entry("data_desk", ":material/upload_file:", "data", for_editors=True, needs_release=False),
)


def pages(*, with_editing: bool) -> dict[str, list[st.Page]]:
    """Pages by group, as st.navigation takes them; a leader sees the first group first."""
    groups: dict[str, list[st.Page]] = {}
    for entry in ENTRIES:
        if entry.for_editors and not with_editing:
            continue
        page = st.Page(
            entry.file,
            title=text(f"frame.page.{entry.name}"),
            icon=entry.icon,
            url_path=entry.name,
            default=entry.is_first,
        )
        groups.setdefault(text(f"frame.group.{entry.group}"), []).append(page)
    return groups


def needs_release(name: str) -> bool:
    """False for a page that stands by itself."""
    return next((entry.needs_release for entry in ENTRIES if entry.name == name), True)


def page_file(name: str) -> Path:
    """The script of a page, for links to it."""
    return PAGES / f"{name}.py"
