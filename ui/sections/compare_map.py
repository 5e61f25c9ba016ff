"""Where it is better and worse: districts on a tile map, or in boundaries that the store names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import streamlit as st

from analysis.rows import Rows
from analysis.summaries import GroupStanding
from data.boundaries import Boundary, BoundaryFile, boundaries, boundary_file, changed_at
from data.errors import BoundariesUnreadable
from ui.answer import rows
from ui.asked import Filters
from ui.caching import cached_value
from ui.charts.boundary_map import boundary_map
from ui.charts.drawing import draw
from ui.charts.map_colours import map_scale
from ui.charts.tile_map import tile_map
from ui.downloads import offer_download
from ui.escape import for_markdown
from ui.maps.tiles import tiles
from ui.release import store
from ui.screen import shown_here
from ui.sections.compare_focus import Focus, focus_of
from ui.sections.heading import remark
from ui.sections.scores import with_maximum
from ui.sections.source import source_line
from ui.sections.standing import ranking_of
from ui.sections.welcome import explain_empty
from ui.tables import show_table
from words.catalogue import text
from words.conditions import condition_message
from words.sentences.maps import map_sentence, scale_sentence, without_place_sentence

HEIGHT = 15  # rows of a chart
FIELDS = ("unit_name", "ranking_group", "ranking_percent", "rank", "out_of_points_text", "basis")


def show_map(filters: Filters, standing: GroupStanding) -> Focus | None:
    """Everyone of the year who has a place on the map, whatever the group; departments have none.

    Colours go by the figure that ranks; ranks hold within a group only, and that is said.
    """
    shapes = _boundaries()
    places: Mapping[str, object] = shapes or tiles()
    group = {row["unit_code"] for row in (*standing.ranked, *standing.provisional)}
    group |= {row["unit_code"] for row in (*standing.unranked, *standing.missing)}
    if not any(code in places for code in group):
        explain_empty("no_map")
        return None
    shown = _on_the_map(filters, places)
    clicked = draw(
        boundary_map(shown, shapes, highlight=filters.units)
        if shapes
        else tile_map(shown, tiles(), highlight=filters.units),
        map_sentence(shown),
        f"{text('chart.darker')} · {source_line(shown_here())}",
        key="map",
        rows=HEIGHT,
        is_clickable=True,
    )
    _explain(filters, shown, places, is_real=bool(shapes))
    chosen = show_table(with_maximum(shown), FIELDS, key="compare_map")
    offer_download(with_maximum(shown), FIELDS, name="map", filters=replace(filters, group=None))
    return focus_of(chosen) or (Focus(clicked[0]) if clicked else None)


def _on_the_map(filters: Filters, places: Mapping[str, object]) -> Rows:
    """Units of the year with a place, those without any figure last and blank."""
    known = [row for row in ranking_of(replace(filters, group=None)) if row["unit_code"] in places]
    told = {row["unit_code"] for row in known}
    year = Filters(book=filters.book, release=filters.release, year=filters.year)
    blank = [
        {**dict.fromkeys(known[0]), **row, "year": filters.year}
        for row in rows("units", year)
        if row["unit_code"] in places and row["unit_code"] not in told and known
    ]
    return [*known, *blank]


def _explain(filters: Filters, shown: Rows, places: Mapping[str, object], *, is_real: bool) -> None:
    scale = map_scale([row["ranking_percent"] for row in shown if row["ranking_percent"]])
    kinds = {row["ranking_group"] for row in shown}
    beside = [
        row
        for row in ranking_of(replace(filters, group=None))
        if row["unit_code"] not in places and row["ranking_group"] in kinds
    ]
    remark(
        scale_sentence(scale.low, scale.high),
        text("maps.groups") if len(kinds) > 1 else "",
        "" if is_real else text("maps.tiles"),
        without_place_sentence(beside),
    )


def _boundaries() -> Mapping[str, Boundary]:
    """What the store's boundary file holds; nothing where none is named or it cannot be read,
    which is said."""
    try:
        file = boundary_file(store())
        if file is None:
            return {}
        return _read(str(file.path), file.code_property, changed_at(file))
    except BoundariesUnreadable as condition:
        st.warning(for_markdown(condition_message(condition)), icon=":material/map:")
        return {}


@cached_value(keep=4)
def _read(path: str, code_property: str, changed: int) -> dict[str, Boundary]:  # noqa: ARG001
    return boundaries(BoundaryFile(Path(path), code_property))
