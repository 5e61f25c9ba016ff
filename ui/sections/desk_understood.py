"""The sheet as it is, and beside it what was understood: form, columns, rows, and why not."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from analysis.rows import Row
from data.problems import Severity
from data.understood import (
    Origin,
    RowRole,
    Said,
    UnderstoodFile,
    UnderstoodSheet,
    UnderstoodTable,
    Window,
    WindowRow,
)
from data.window import cells_of, letters_of
from ui.escape import for_markdown
from ui.handed_in import LastHandedIn
from ui.sections.desk_columns import name_columns
from ui.tables import GridCell, print_grid, print_table
from words import formats
from words.catalogue import text, word_for
from words.fields import field_word
from words.sentences.understood import missing_sentence, table_sentence

SAID_FIELDS = ("what_is_said", "what_was_read", "read_from")
COLUMN_FIELDS = ("cell", "heading", "read_as")
LEFT_OUT_FIELDS = ("cells_left_out", "why_left_out", "text_left_out")
LONGEST_LEFT_OUT = 70  # letters of rows that were not taken
CLASSES = {RowRole.HEADING: "heading", RowRole.LEFT_OUT: "left-out", RowRole.BLANK: "left-out"}


def show_understood(last: LastHandedIn) -> None:
    """One file and one of its sheets at a time; a file with problems is opened first."""
    files = [file for file in last.outcome.understood if file.sheets]
    if not files:
        return
    wrong = {problem.file for problem in last.outcome.problems}
    is_open = last.outcome.is_refused or not last.is_import
    with st.expander(text("understood.title"), expanded=is_open, icon=":material/table_eye:"):
        names = [file.name for file in files]
        start = next((place for place, name in enumerate(names) if name in wrong), 0)
        place = 0
        if len(files) > 1:
            place = st.selectbox(
                text("understood.file"),
                range(len(files)),
                index=start,
                format_func=names.__getitem__,
                key="desk_understood_file",
            )
        file = files[min(place or 0, len(files) - 1)]
        sheet = _choose_sheet(file)
        _show_sheet(sheet)


def _choose_sheet(file: UnderstoodFile) -> UnderstoodSheet:
    """The first sheet with something wrong or unknown is open at the start."""
    sheets = file.sheets
    if len(sheets) == 1:
        return sheets[0]
    wanting = (
        place
        for place, sheet in enumerate(sheets)
        if sheet.window.marks or any(table.unmatched for table in sheet.tables)
    )
    place = st.selectbox(
        text("understood.sheet"),
        range(len(sheets)),
        index=next(wanting, 0),
        format_func=lambda number: sheets[number].name or "",
        key=f"desk_understood_sheet_{file.name}",
    )
    return sheets[place or 0]


def _show_sheet(sheet: UnderstoodSheet) -> None:
    as_it_is, understood = st.columns([3, 2], gap="medium")
    with as_it_is:
        st.markdown(f"**{text('understood.as_it_is')}**")
        _show_window(sheet.window)
        st.caption(text("understood.legend"))
    with understood, st.container(key="understood"):
        st.markdown(f"**{text('understood.understood')}**")
        if not sheet.tables:
            st.caption(text("understood.no_table"))
        table = _choose_table(sheet)
        if table is not None:
            _show_table(table)
            name_columns(table, asks_form=table.is_read)


def _choose_table(sheet: UnderstoodSheet) -> UnderstoodTable | None:
    """A sheet with several tables, or one that may be of several forms, asks which."""
    tables = sheet.tables
    if len(tables) < 2:
        return tables[0] if tables else None
    is_guess = not any(table.is_read for table in tables)
    place = st.selectbox(
        text("understood.which_form" if is_guess else "understood.which_table"),
        range(len(tables)),
        format_func=lambda number: _table_label(tables[number], is_guess=is_guess),
        key=f"desk_understood_table_{sheet.name}",
    )
    return tables[place or 0]


def _table_label(table: UnderstoodTable, *, is_guess: bool) -> str:
    form = word_for("term.form", table.form)
    row = str(table.heading_rows[0])
    return form if is_guess else text("understood.table_at", form=form, row=row)


def _show_window(window: Window) -> None:
    heads = ["", *letters_of(window), text("understood.taken_for")]
    rows: list[list[GridCell]] = []
    before = 0
    for row in window.rows:
        if row.number > before + 1:
            rows.append([GridCell("⋮", "place"), *[GridCell("")] * (len(heads) - 1)])
        rows.append([*_grid_row(window, row), GridCell(_role_word(row), "role")])
        before = row.number
    print_grid(heads, rows)


def _grid_row(window: Window, row: WindowRow) -> Iterator[GridCell]:
    yield GridCell(str(row.number), "place")
    filled = [place for place, value in enumerate(row.cells) if value != ""]
    if len(filled) == 1 and not any(cell in window.marks for cell in cells_of(window, row)):
        # A title runs over the blank cells beside it, as it does on the sheet.
        (place,) = filled
        yield from [GridCell("")] * place
        words = _words(row.cells[place])
        yield GridCell(words, _class(row), span=len(row.cells) - place)
        return
    for cell, value in zip(cells_of(window, row), row.cells, strict=True):
        words = _words(value)
        mark = window.marks.get(cell)
        if mark is None:
            yield GridCell(words, _class(row))
        else:
            sign = text("understood.error" if mark is Severity.ERROR else "understood.warning")
            yield GridCell(f"{sign} {words}", mark.value)


def _words(value: str | float) -> str:
    return value if isinstance(value, str) else formats.as_stored(value)


def _class(row: WindowRow) -> str:
    return CLASSES.get(row.role, "") if row.role else ""


def _role_word(row: WindowRow) -> str:
    if row.reason:
        return text("understood.left_out_for", reason=text(f"understood.reason_{row.reason}"))
    return text(f"understood.role_{row.role}") if row.role else ""


def _show_table(table: UnderstoodTable) -> None:
    st.markdown(for_markdown(table_sentence(table)))
    if missing := missing_sentence(table):
        st.warning(for_markdown(missing))
    if table.said:
        print_table([_said_row(said) for said in table.said], SAID_FIELDS)
    print_table(list(_column_rows(table)), COLUMN_FIELDS)
    if table.across:
        st.caption(for_markdown(text("understood.across", columns="; ".join(table.across))))
    if table.left_out:
        print_table(list(_left_out_rows(table)), LEFT_OUT_FIELDS)


def _said_row(said: Said) -> Row:
    words = word_for("term.score_kind", said.text) if said.what == "kind" else said.text
    place = said.cell or ""
    return {
        "what_is_said": text(f"understood.what_{said.what}"),
        "what_was_read": text("understood.by_row") if said.origin is Origin.COLUMN else words,
        "read_from": text(f"understood.origin_{said.origin}", cell=place, heading=said.text),
    }


def _column_rows(table: UnderstoodTable) -> Iterator[Row]:
    for column in table.columns:
        if column.field is None:
            read_as = text(f"understood.reason_{column.reason}")
        else:
            word = field_word(table.form, column.field)
            read_as = text("understood.chosen", field=word) if column.is_chosen else word
        yield {"cell": column.cell, "heading": column.heading, "read_as": read_as}


def _left_out_rows(table: UnderstoodTable) -> Iterator[Row]:
    for run in table.left_out:
        is_one = run.first_cell == run.last_cell
        words = run.text
        if len(words) > LONGEST_LEFT_OUT:
            words = f"{words[: LONGEST_LEFT_OUT - 1]}…"
        yield {
            "cells_left_out": run.first_cell if is_one else f"{run.first_cell}:{run.last_cell}",
            "why_left_out": text(f"understood.reason_{run.reason}"),
            "text_left_out": words or None,
        }
