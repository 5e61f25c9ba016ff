"""The workbook back, with what is wrong marked in its cells: one button a file."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

import streamlit as st

from reports.marked_copy import marked_copy
from ui.downloads import WORKBOOK
from ui.escape import for_markdown
from ui.handed_in import HandedFile, LastHandedIn
from words.catalogue import language, speaking, text

MOST_OFFERED = 20  # files with problems; the rest come when these are mended


def offer_marked_copies(last: LastHandedIn) -> None:
    """A button for each file with an error or a warning; the copy is made when it is asked for."""
    wrong = {problem.file for problem in last.outcome.problems}
    files = [file for file in last.files if unicodedata.normalize("NFC", file.name) in wrong]
    if not files:
        return
    with st.container(horizontal=True, gap="small", key="desk_marked_copies"):
        for number, file in enumerate(files[:MOST_OFFERED]):
            _button(last, file, number)
    st.caption(text("marked.offer"))


def _button(last: LastHandedIn, file: HandedFile, number: int) -> None:
    spoken = language()

    def content() -> bytes:
        with speaking(spoken):  # it runs in a thread of its own, which knows no language yet
            return marked_copy(file.name, file.content, last.outcome.problems).content

    suffix = text("marked.file_suffix")
    name = PurePosixPath(file.name.replace("\\", "/"))
    ending = "xlsm" if name.suffix.casefold() == ".xlsm" else "xlsx"
    st.download_button(
        for_markdown(text("marked.download", file=file.name)),
        content,
        file_name=f"{name.stem.removesuffix(f'_{suffix}')}_{suffix}.{ending}",
        mime=WORKBOOK,
        key=f"desk_marked_{number}",
        icon=":material/edit_document:",
        on_click="ignore",
    )
