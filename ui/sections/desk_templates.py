"""Blank workbooks to fill in, by mouse: as `template` gives them on the command line."""

from __future__ import annotations

from io import BytesIO

import streamlit as st

from data.forms.forms import Form
from data.text_keys import plain_key
from reports.templates import TemplateContent, write_template
from ui.asked import Filters
from ui.choices import unit_names
from ui.downloads import WORKBOOK
from ui.release import Shown
from words.catalogue import language, speaking, text, word_for
from words.source import file_stem


def offer_templates(draft: Shown | None) -> None:
    """One form and the button that saves it, with the units that the book knows to choose from."""
    spoken, names = language(), _unit_names(draft)
    with st.expander(text("desk.templates"), icon=":material/description:"):
        st.caption(text("desk.templates_what"))
        form_side, button_side, _ = st.columns([3, 2, 2], vertical_alignment="bottom")
        form = form_side.selectbox(
            text("column.form"),
            [each.value for each in Form],
            format_func=lambda name: word_for("term.form", name),
            key="desk_template_form",
        )

        def content() -> bytes:
            with speaking(spoken):  # it runs in a thread of its own, which knows no language yet
                output = BytesIO()
                write_template(Form(form), TemplateContent(names), output)
                return output.getvalue()

        button_side.download_button(
            text("desk.template_download"),
            content,
            file_name=f"{file_stem('template', sheet_name(form))}.xlsx",
            mime=WORKBOOK,
            key="desk_template",
            icon=":material/download:",
            on_click="ignore",
        )


def sheet_name(form: str) -> str:
    """The form's short name as a part of a file's name."""
    return plain_key(text(f"template.sheet_{form}")).replace(" ", "-")


def _unit_names(draft: Shown | None) -> list[str]:
    if draft is None or draft.is_outdated:
        return []
    return [*unit_names(Filters(book=draft.book.value, release=draft.release_id)).values()]
