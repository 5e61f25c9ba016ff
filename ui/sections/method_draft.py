"""Stress test of a draft criteria set on this year's figures; for editors, nothing is stored."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import streamlit as st

from analysis.choices import known_units
from analysis.draft_set import DraftJudged, DraftLeaf, judge_draft
from analysis.rows import Row, Rows
from data.draft_criteria import read_draft
from data.problems import Problem
from ui.answer import rows
from ui.asked import Filters
from ui.charts.drawing import draw
from ui.charts.rank_moves import rank_moves
from ui.downloads import offer_download
from ui.escape import for_markdown
from ui.release import connection
from ui.screen import shown_here
from ui.sections.desk_hand_in import KINDS, show_problems
from ui.sections.heading import remark
from ui.sections.method_weights import Weighing
from ui.sections.source import source_line
from ui.sections.welcome import explain_empty
from ui.tables import show_table
from words import formats
from words.catalogue import text, word_for
from words.sentences.method import draft_sentence, weights_sentence

UPLOAD = "upload"
LEAF_FIELDS = (
    "criterion_code",
    "criterion_name",
    "maximum_points",
    "linked_code",
    "unit_count",
    "median_share",
    "deviation_share",
    "at_maximum_share",
)
WINNER_FIELDS = ("criterion_code", "criterion_name", "maximum_points", "winners", "median_share")
REPEAT_FIELDS = ("criterion_code", "criterion_name", "other_code", "other_name", "correlation")
MOVED_FIELDS = (
    "rank",
    "unit_name",
    "ranking_percent",
    "draft_rank",
    "rank_gain",
    "draft_percent",
)


def show_draft(filters: Filters, weighing: Weighing) -> None:
    """The draft is chosen or uploaded; then what this year's figures say of it."""
    if not weighing.moved or filters.year is None or filters.group is None:
        explain_empty("no_leaf_scores")
        return
    st.markdown(for_markdown(text("method.draft_how")))
    chosen = _choose(filters)
    leaves, year = _uploaded(filters) if chosen == UPLOAD else _of_release(filters, chosen)
    if not leaves:
        return
    judged = judge_draft(
        connection(filters.book, filters.release),
        leaves,
        year=filters.year,
        ranking_group=filters.group,
        draft_year=year,
    )
    _show(filters, judged, leaf_count=len(leaves))


def _choose(filters: Filters) -> str:
    """A set of the release, that of the group first, or a workbook."""
    own = {row["framework_id"] for row in rows("area_parts", filters)}
    labels: dict[str, str] = {}
    for row in sorted(rows("sets", filters), key=lambda row: row["framework_id"] not in own):
        kinds = [word_for("term.unit_kind", kind) for kind in row["unit_kinds"]]
        labels[row["framework_id"]] = text(
            "method.draft_set", year=formats.plain_year(row["year"]), kinds=", ".join(kinds)
        )
    labels[UPLOAD] = text("method.draft_upload")
    chosen: str = st.selectbox(
        text("method.draft_choose"),
        [*labels],
        format_func=labels.__getitem__,
        width=520,
        key="method_draft_set",
    )
    return chosen


def _of_release(filters: Filters, framework: str) -> tuple[list[DraftLeaf], int | None]:
    found = [row for row in rows("sets", filters) if row["framework_id"] == framework]
    return [_leaf(row) for row in found], found[0]["year"] if found else None


def _leaf(row: Row) -> DraftLeaf:
    return DraftLeaf(
        row["criterion_code"], row["criterion_name"], row["area_name"], row["maximum_points"]
    )


def _uploaded(filters: Filters) -> tuple[list[DraftLeaf], int | None]:
    """The leaves of the workbook, with its problems shown; none where an import would refuse it."""
    file = st.file_uploader(text("method.draft_file"), type=[*KINDS], key="method_draft")
    if file is None:
        return [], None
    read = _read(file, filters)
    _tell(read.problems, has_leaves=bool(read.leaves))
    return [_leaf(row) for row in read.leaves], read.year


def _read(file: Any, filters: Filters) -> Any:  # noqa: ANN401 - Streamlit's upload has no public type
    units = known_units(connection(filters.book, filters.release))
    with tempfile.TemporaryDirectory(prefix="cchc-") as place:
        path = Path(place) / PurePosixPath(file.name.replace("\\", "/")).name
        path.write_bytes(file.getvalue())
        return read_draft(path, units, year=filters.year or 0, group=filters.group or "")


def _tell(problems: Sequence[Problem], *, has_leaves: bool) -> None:
    if not has_leaves:
        st.error(text("method.draft_unread"))
    show_problems(problems)


def _show(filters: Filters, judged: DraftJudged, *, leaf_count: int) -> None:
    st.markdown(for_markdown(draft_sentence(judged, leaf_count=leaf_count)))
    if not judged.leaves:
        return
    _show_moves(judged.moved)
    show_table(judged.moved, MOVED_FIELDS, key="method_draft_moved")
    offer_download(judged.moved, MOVED_FIELDS, name="draft_ranks", filters=filters)
    for key, found, fields in (
        ("flat", judged.flat, LEAF_FIELDS),
        ("repeats", judged.repeats, REPEAT_FIELDS),
        ("winners", judged.same_winners, WINNER_FIELDS),
    ):
        _list(filters, key, found, fields)
    remark(text("method.draft_thresholds"))


def _show_moves(moved: Rows) -> None:
    """A chart where somebody moves; where nobody does, the sentence is enough."""
    sentence = weights_sentence(moved, by="draft")
    if not any(row["rank_gain"] for row in moved):
        st.markdown(f"**{for_markdown(sentence)}**")
        return
    draw(
        rank_moves(moved, after="draft_rank"),
        sentence,
        source_line(shown_here()),
        key="draft_ranks",
        rows=len(moved),
    )


def _list(filters: Filters, key: str, found: Rows, fields: Sequence[str]) -> None:
    st.header(text(f"method.draft_{key}"), anchor=False)
    st.caption(for_markdown(text(f"method.draft_{key}_why")))
    show_table(found, fields, key=f"method_draft_{key}")
    if found:
        offer_download(found, fields, name=f"draft_{key}", filters=filters)
