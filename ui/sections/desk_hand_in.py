"""Handing workbooks in: check or import, and what is wrong, by sheet and cell."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import streamlit as st

from analysis.publication import enrich
from analysis.rows import Row
from data.forms.found import Hints
from data.importing import check_workbooks, import_workbooks
from data.outcomes import ImportOutcome
from data.people import user_name
from data.problems import Problem, Severity
from reports.csv_table import csv_bytes
from ui.desk import Telling
from ui.escape import for_markdown
from ui.release import store
from ui.tables import print_table
from words.catalogue import text
from words.problems import problem_message, shortened
from words.sentences.desk import outcome_sentence
from words.source import file_stem

KINDS = ("xlsx", "xls", "ods", "csv")
OUTCOME, ROUND = "desk_outcome", "desk_round"
SHOWN_AT_MOST = 200  # a clerk mends the first of these; the download has all
PROBLEM_FIELDS = ("problem_severity", "file", "sheet", "cell", "found", "message")


def hand_in() -> bool:
    """The upload box and its two buttons; true after an import, whatever it came to."""
    number = st.session_state.setdefault(ROUND, 0)
    files = st.file_uploader(
        text("desk.files"),
        type=[*KINDS],
        accept_multiple_files=True,
        key=f"desk_files_{number}",
    )
    hints = _hints()
    with st.container(horizontal=True):
        is_import = st.button(
            text("desk.import"), type="primary", disabled=not files, icon=":material/upload:"
        )
        is_check = st.button(text("desk.check"), disabled=not files, icon=":material/fact_check:")
    if not files or not (is_check or is_import):
        return False
    st.session_state[OUTCOME] = (_run(files, hints, is_import=is_import), is_import)
    if is_import:  # what was refused is mended and handed in anew: the box is emptied
        st.session_state[ROUND] = number + 1
    return bool(is_import)


def _hints() -> Hints:
    """What the files themselves may not say."""
    with st.expander(text("desk.hints_title")):
        st.caption(text("desk.hints"))
        year_side, group_side, unit_side = st.columns(3)
        year = year_side.text_input(text("filter.year"), key="desk_year", max_chars=4)
        group = group_side.text_input(text("filter.group"), key="desk_group")
        unit = unit_side.text_input(text("filter.unit"), key="desk_unit")
    return Hints(
        year=int(year) if year.isdecimal() else None, group=group or None, unit=unit or None
    )


def _run(
    files: Sequence[st.runtime.uploaded_file_manager.UploadedFile], hints: Hints, *, is_import: bool
) -> ImportOutcome:
    """Files go through a folder of their own, under the names that they were handed in with."""
    telling = Telling()
    with tempfile.TemporaryDirectory(prefix="cchc-") as place:
        paths = []
        for number, file in enumerate(files):
            path = Path(place) / str(number) / PurePosixPath(file.name.replace("\\", "/")).name
            path.parent.mkdir()
            path.write_bytes(file.getvalue())
            paths.append(path)
        if is_import:
            outcome = import_workbooks(
                store(), None, paths, hints=hints, by=user_name(), progress=telling, enrich=enrich
            )
        else:
            outcome = check_workbooks(store(), None, paths, hints=hints, progress=telling)
    telling.done()
    return outcome


def show_outcome() -> None:
    """What the last check or import came to, until the next."""
    outcome, is_import = st.session_state.get(OUTCOME, (None, False))
    if outcome is None:
        return
    show = st.error if outcome.is_refused else st.success
    show(for_markdown(outcome_sentence(outcome, is_import=is_import)))
    show_problems(outcome.problems)


def show_problems(problems: Sequence[Problem]) -> None:
    """Errors first, then by file, sheet and place, each with how to mend it."""
    if not problems:
        return
    rows = [problem_row(problem) for problem in sorted(problems, key=_place)]
    print_table(rows[:SHOWN_AT_MOST], PROBLEM_FIELDS)
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
        "found": shortened(problem.found) if problem.found else None,
        "message": problem_message(problem),
    }


def _place(problem: Problem) -> tuple[bool, str, str]:
    return problem.severity is not Severity.ERROR, problem.file, problem.sheet or ""
