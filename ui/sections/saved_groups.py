"""Groups of units saved under a name: chosen by anyone, saved and deleted by analysts."""

from __future__ import annotations

import streamlit as st

from data.errors import DashboardError
from data.people import user_name
from data.saved_groups import NAME_LETTERS, SavedGroup, forget_group, save_group, saved_groups
from ui.access import may_edit
from ui.address import ask_for
from ui.asked import Filters
from ui.escape import for_markdown
from ui.release import store
from words import formats
from words.catalogue import counted, text
from words.conditions import condition_message

NAME = "saved_group_name"
PROBLEM = "saved_group_problem"


def show_saved_groups(filters: Filters) -> None:
    """A small window with the groups there are; analysts save what is chosen with one button."""
    groups = _groups()
    if not groups and not may_edit():
        return
    with st.popover(text("compare.groups.title"), icon=":material/bookmark:"):
        problem = st.session_state.pop(PROBLEM, None)
        if problem:
            st.error(for_markdown(problem))
        for group in groups:
            _offer(group)
        if not groups:
            st.caption(text("compare.groups.none"))
        if may_edit():
            _offer_saving(filters)


def _groups() -> list[SavedGroup]:
    try:
        return saved_groups(store())
    except DashboardError as condition:
        st.session_state[PROBLEM] = condition_message(condition)
        return []


def _offer(group: SavedGroup) -> None:
    count = counted(
        "standing.units", len(group.unit_codes), count=formats.count(len(group.unit_codes))
    )
    with st.container(horizontal=True, gap="small", key=f"saved_group_{group.saved_view_id}"):
        st.button(
            f"{for_markdown(group.name)} · {count}",
            key=f"open_group_{group.saved_view_id}",
            on_click=_open,
            args=(group,),
            help=text(
                "compare.groups.saved",
                owner=for_markdown(group.owner),
                at=formats.date(group.saved_at),
            ),
        )
        if may_edit():
            st.button(
                text("compare.groups.forget"),
                key=f"forget_group_{group.saved_view_id}",
                type="tertiary",
                icon=":material/delete:",
                on_click=_forget,
                args=(group.saved_view_id,),
            )


def _offer_saving(filters: Filters) -> None:
    if not filters.units:
        st.caption(text("compare.groups.choose_first"))
        return
    st.text_input(text("compare.groups.name"), key=NAME, max_chars=NAME_LETTERS)
    st.button(
        text("compare.groups.save"),
        key="save_group",
        type="primary",
        on_click=_save,
        args=(filters.units,),
    )


def _open(group: SavedGroup) -> None:
    """Callback: the page shows these units, in the group of the first of them."""
    ask_for("unit", group.unit_codes)
    ask_for("group", [])


def _save(units: tuple[str, ...]) -> None:
    name = str(st.session_state.get(NAME, ""))
    if not name.strip():
        st.session_state[PROBLEM] = text("compare.groups.no_name")
        return
    try:
        save_group(store(), user_name(), name, units)
    except DashboardError as condition:
        st.session_state[PROBLEM] = condition_message(condition)


def _forget(saved_view_id: int) -> None:
    try:
        forget_group(store(), saved_view_id)
    except DashboardError as condition:
        st.session_state[PROBLEM] = condition_message(condition)
