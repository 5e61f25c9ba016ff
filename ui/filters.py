"""The filters that pages share: chosen in one row, kept in the URL, one frozen value."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from data.resolving.reform_areas import REFORM_AREAS
from ui import choices
from ui.address import asked, note_shown, remember
from ui.answer import default_year
from ui.asked import Filter, Filters
from ui.escape import for_markdown
from ui.screen import shown_here
from words import formats
from words.catalogue import counted, text, word_for

ALL = ""
UNITS_AT_MOST = 15  # design 7: up to 15 side by side
WIDTHS = {"year": 110, "group": 200, "unit": 300, "units": 420, "area": 300}  # px
UNKNOWN = "unknown_in_link"
TOO_MANY = "too_many_in_link"
OTHER_GROUPS = "of_other_groups_in_link"
ONLY_UNIT = "narrowed_to_unit"


def choose(*wanted: Filter, optional: Collection[Filter] = (), about: str = "ranking") -> Filters:
    """The filters of a page, each at what the URL asks for, those in `optional` also at 'all'.

    They build on each other in the order given. `about` is the question whose year is the
    default. What the URL asks for and the release does not hold is said, and the default taken.
    """
    shown = shown_here()
    chosen = Filters(book=shown.book.value, release=shown.release_id)
    draw: dict[Filter, Callable[..., Filters]] = {
        Filter.YEAR: partial(_year, about=about),
        Filter.GROUP: partial(_group, about=about),
        Filter.UNIT: partial(_unit, about=about),
        Filter.UNITS: _units,
        Filter.AREA: _area,
        Filter.REFORM_AREA: _reform_area,
    }
    with st.container(key="filters", horizontal=True):
        for name in wanted:
            chosen = draw[name](chosen, is_optional=name in optional)
    return chosen


def _year(chosen: Filters, *, is_optional: bool, about: str) -> Filters:
    options = [str(year) for year in choices.years(chosen, about)]
    default = str(default_year(about, chosen) or "")
    if default and default not in options:
        options.append(default)
    year = select(Filter.YEAR, [ALL, *options] if is_optional else options, str, default=default)
    return replace(chosen, year=int(year) if year else None)


def _group(chosen: Filters, *, is_optional: bool, about: str) -> Filters:
    options = choices.groups(chosen, chosen.year, about)
    unit = next(iter(asked(Filter.UNIT)), None)
    group = select(
        Filter.GROUP,
        [ALL, *options] if is_optional else options,
        lambda name: name or text("filter.all_groups"),
        default=ALL if is_optional else choices.largest_group(chosen, chosen.year, unit=unit),
    )
    return replace(chosen, group=group)


def _unit(chosen: Filters, *, is_optional: bool, about: str) -> Filters:
    """Several asked for side by side (Compare) narrow no page that can show all."""
    names = choices.units(chosen, chosen.year, chosen.group, about)
    unit = select(
        Filter.UNIT,
        [ALL, *names] if is_optional else [*names],
        lambda code: names.get(code) or text("filter.all_units"),
        default=ALL if is_optional else next(iter(names), ALL),
        is_known=partial(choices.is_unit, chosen),
        is_asked=not (is_optional and len(asked(Filter.UNIT)) > 1),
    )
    if is_optional and unit:
        st.session_state[ONLY_UNIT] = names[unit]
    return replace(chosen, unit=unit)


def _area(chosen: Filters, *, is_optional: bool) -> Filters:
    names = choices.areas(chosen, chosen.year, chosen.group)
    area = select(
        Filter.AREA,
        [ALL, *names] if is_optional else [*names],
        lambda code: names.get(code) or text("filter.all_areas"),
        default=ALL if is_optional else next(iter(names), ALL),
        is_known=partial(choices.is_area, chosen),
    )
    return replace(chosen, area=area)


def _reform_area(chosen: Filters, *, is_optional: bool) -> Filters:
    """What crosses criteria sets or sources compares reform areas (definitions 6)."""
    area = select(
        Filter.AREA,
        [ALL, *REFORM_AREAS] if is_optional else [*REFORM_AREAS],
        lambda code: word_for("term.reform_area", code) if code else text("filter.all_areas"),
        default=ALL if is_optional else REFORM_AREAS[0],
        is_known=partial(choices.is_area, chosen),
    )
    return replace(chosen, area=area)


def _units(chosen: Filters, *, is_optional: bool) -> Filters:  # noqa: ARG001 - always optional
    names = choices.units(chosen, chosen.year, chosen.group)
    wanted = asked(Filter.UNIT)
    for code in wanted:
        if code not in names and not choices.is_unit(chosen, code):
            say_unknown(Filter.UNIT, code)
    widget = f"choose_{Filter.UNITS}"
    known = [code for code in dict.fromkeys(wanted) if code in names]
    others = [code for code in dict.fromkeys(wanted) if choices.is_unit(chosen, code)]
    if known and len(others) > len(known):
        say_of_other_groups(len(others) - len(known))
    if len(known) > UNITS_AT_MOST:
        say_too_many(len(known))
    st.session_state[widget] = known[:UNITS_AT_MOST]
    picked: list[str] = st.multiselect(
        text("filter.units"),
        [*names],
        format_func=names.__getitem__,
        key=widget,
        width=WIDTHS[Filter.UNITS],
        max_selections=UNITS_AT_MOST,
        placeholder=text("filter.all_units"),
        on_change=remember,
        args=(Filter.UNIT, widget),
    )
    note_shown(Filter.UNIT, picked)
    return replace(chosen, units=tuple(picked))


def select(
    key: str,
    options: Sequence[str],
    say: Callable[[str], str],
    *,
    default: str,
    is_known: Callable[[str], bool] = lambda _value: False,
    is_asked: bool = True,
) -> str | None:
    """One value of a closed list, kept in the URL; null for 'all', and where there is no option.

    A value that is no option here but known elsewhere (another group's unit) is no mistake.
    """
    if not options:
        return None
    current = default if default in options else options[0]
    wanted = next(iter(asked(key)), None) if is_asked else None
    if wanted is not None and wanted in options:
        current = wanted
    elif wanted is not None and not is_known(wanted):
        say_unknown(key, wanted)
    widget = f"choose_{key}"
    st.session_state[widget] = current
    st.selectbox(
        text(f"filter.{key}"),
        options,
        width=WIDTHS[key],
        format_func=say,
        key=widget,
        on_change=remember,
        args=(key, widget),
    )
    note_shown(key, [current])
    return current or None


def choose_view(
    views: Sequence[str], page: str, key: str = "view", *, family: str | None = None
) -> str:
    """Which part of a page is open, kept in the URL; the first where nothing is asked.

    `key`: 'view', or another for a choice within a view. Its words are those of '<page>.view', or
    of the family of the catalogue.
    """
    wanted = next(iter(asked(key)), None)
    current = wanted if wanted is not None and wanted in views else views[0]
    widget = f"{page}_{key}"
    st.session_state[widget] = current
    st.segmented_control(
        text("filter.view"),
        views,
        format_func=lambda view: word_for(family, view) if family else text(f"{page}.view.{view}"),
        key=widget,
        required=True,
        label_visibility="collapsed",
        on_change=remember,
        args=(key, widget),
    )
    note_shown(key, [current])
    return current


def say_unknown(key: str, value: str) -> None:
    """The link names something that this release does not hold."""
    st.session_state.setdefault(UNKNOWN, {})[key] = value


def say_too_many(count: int) -> None:
    """The link puts more units side by side than a reader can tell apart."""
    st.session_state[TOO_MANY] = count


def say_of_other_groups(count: int) -> None:
    """Some of the units asked for stand in another group: ranks compare within one only."""
    st.session_state[OTHER_GROUPS] = count


def tell_unknown() -> None:
    """One calm sentence for each thing that the link names and this page cannot show; and that
    the page is of one unit alone, which may come from the page before."""
    only = st.session_state.pop(ONLY_UNIT, None)
    if only is not None:
        st.caption(for_markdown(text("filter.only_unit", unit=only)))
    count = st.session_state.pop(TOO_MANY, None)
    if count is not None:
        words = text("filter.too_many", count=formats.count(count), most=str(UNITS_AT_MOST))
        st.info(words, icon=":material/info:")
    count = st.session_state.pop(OTHER_GROUPS, None)
    if count is not None:
        words = counted("filter.other_groups", count, count=formats.count(count))
        st.info(words, icon=":material/info:")
    for key, value in st.session_state.pop(UNKNOWN, {}).items():
        st.info(text(f"filter.unknown_{key}", value=for_markdown(value)), icon=":material/info:")
