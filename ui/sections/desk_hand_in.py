"""Handing workbooks in: check or import, and what is wrong, by sheet and cell."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.rows import Row
from data.forms.forms import Form
from data.forms.found import Hints
from data.importing import get_ready
from data.problems import Problem, Severity
from reports.csv_table import csv_bytes
from ui.desk import say_stopped
from ui.escape import for_markdown
from ui.handed_in import HandedFile, last_handed_in, take_in
from ui.sections.desk_marked_copies import offer_marked_copies
from ui.sections.desk_understood import show_understood
from ui.tables import print_table
from words.catalogue import text, word_for
from words.problems import found_words, problem_message
from words.sentences.desk import outcome_sentence
from words.source import file_stem

KINDS = ("xlsx", "xls", "ods", "csv")
ROUND = "desk_round"
ANY_FORM = ""  # the file says by its headings what it is
SHOWN_AT_MOST = 200  # a clerk mends the first of these; the download has all
PRINTED_FIELDS = ("problem_severity", "message", "found", "problem_place")
PROBLEM_FIELDS = ("problem_severity", "file", "sheet", "cell", "found", "message")


def hand_in() -> bool:
    """The upload box and its two buttons; true after an import, whatever it came to."""
    say_stopped()
    number = st.session_state.setdefault(ROUND, 0)
    files = st.file_uploader(
        text("desk.files"),
        type=[*KINDS],
        accept_multiple_files=True,
        key=f"desk_files_{number}",
    )
    if files:
        get_ready()  # its reader starts while the person looks for the button
    hints = _hints()
    with st.container(horizontal=True):
        is_import = st.button(
            text("desk.import"), type="primary", disabled=not files, icon=":material/upload:"
        )
        is_check = st.button(text("desk.check"), disabled=not files, icon=":material/fact_check:")
    if not files or not (is_check or is_import):
        return False
    handed = [HandedFile(file.name, file.getvalue()) for file in files]
    take_in(handed, hints, is_import=is_import)
    if is_import:  # what was refused is mended and handed in anew: the box is emptied
        st.session_state[ROUND] = number + 1
    return bool(is_import)


def _hints() -> Hints:
    """What the files themselves may not say."""
    with st.expander(text("desk.hints_title")):
        st.caption(text("desk.hints"))
        year_side, group_side, unit_side, form_side = st.columns(4)
        year = year_side.text_input(text("filter.year"), key="desk_year", max_chars=4)
        group = group_side.text_input(text("filter.group"), key="desk_group")
        unit = unit_side.text_input(text("filter.unit"), key="desk_unit")
        form = form_side.selectbox(
            text("column.form"),
            [ANY_FORM, *(form.value for form in Form)],
            format_func=lambda name: word_for("term.form", name) if name else text("desk.any_form"),
            key="desk_form",
        )
    return Hints(
        year=int(year) if year.isdecimal() else None,
        group=group or None,
        unit=unit or None,
        form=form or None,
    )


def show_outcome() -> None:
    """What the last check or import came to, until the next."""
    last = last_handed_in()
    if last is None:
        return
    outcome = last.outcome
    show = st.error if outcome.is_refused else st.success
    show(for_markdown(outcome_sentence(outcome, is_import=last.is_import)))
    show_problems(outcome.problems)
    offer_marked_copies(last)
    show_understood(last)


def show_problems(problems: Sequence[Problem]) -> None:
    """Errors first, then by file, sheet and place, each with how to mend it."""
    if not problems:
        return
    rows = [problem_row(problem) for problem in sorted(problems, key=_place)]
    with st.container(key="problems"):
        print_table(rows[:SHOWN_AT_MOST], PRINTED_FIELDS)
    if len(rows) > SHOWN_AT_MOST:
        st.caption(text("desk.more_problems", shown=str(SHOWN_AT_MOST), count=str(len(rows))))
    st.download_button(
        text("desk.download_problems"),
        csv_bytes(rows, PROBLEM_FIELDS, ()),
        file_name=f"{file_stem('problems')}.csv",
        mime="text/csv",
        key="desk_download_problems",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
    )


def problem_row(problem: Problem) -> Row:
    """A problem as a row of the table."""
    return {
        "problem_severity": text(f"desk.severity_{problem.severity.value}"),
        "file": problem.file,
        "sheet": problem.sheet,
        "cell": problem.cell,
        "problem_place": " · ".join(filter(None, (problem.file, problem.sheet, problem.cell))),
        "found": found_words(problem) if problem.found else None,
        "message": problem_message(problem),
    }


def _place(problem: Problem) -> tuple[bool, str, str]:
    return problem.severity is not Severity.ERROR, problem.file, problem.sheet or ""
