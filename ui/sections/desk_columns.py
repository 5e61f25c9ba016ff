"""Giving a heading that nobody knows its field, and taking such a choice back."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data.column_choices import KeptChoice, choose_columns, kept_choices, take_back_choice
from data.forms.found import ColumnChoice
from data.people import user_name
from data.understood import ReadColumn, UnderstoodTable
from ui.escape import for_markdown
from ui.handed_in import check_again
from ui.release import store
from ui.tables import show_table
from words.catalogue import text, word_for
from words.fields import field_word

UNDECIDED, PASSED_OVER = "", "-"
MOST_ASKED = 12  # columns that matched nothing; a form has no more of its own
CHOICE_FIELDS = ("form", "heading", "read_as", "chosen_by", "chosen_at")


def name_columns(table: UnderstoodTable, *, asks_form: bool) -> None:
    """Each column that matched nothing asks for its field; remembered, the files are read anew."""
    asked = [column for column in table.unmatched if column.key][:MOST_ASKED]
    if not asked:
        return
    st.markdown(text("understood.name_columns"))
    form = _choose_form(table) if asks_form else table.form
    free = table.other_forms.get(form, table.free_fields)
    with st.form(f"desk_columns_{form}_{table.heading_rows[0]}", border=True):
        chosen = [(column, _ask(form, free, column)) for column in asked]
        is_sent = st.form_submit_button(text("understood.remember"), icon=":material/bookmark_add:")
    decided = _choices(form, chosen)
    if is_sent and not decided:
        st.warning(text("understood.nothing_chosen"))
    elif is_sent:
        choose_columns(store(), decided, by=user_name())
        check_again()
        st.rerun()


def _choose_form(table: UnderstoodTable) -> str:
    """A heading means something in a form: where the table may be of several, which one it is."""
    forms = [table.form, *table.other_forms]
    if len(forms) == 1:
        return table.form
    form = st.selectbox(
        text("understood.which_form"),
        forms,
        format_func=lambda name: word_for("term.form", name),
        key=f"desk_column_form_{table.form}_{table.heading_rows[0]}",
    )
    return form or table.form


def _ask(form: str, free: Sequence[str], column: ReadColumn) -> str:
    """The fields that no other column holds, in the words of the form."""
    said = {
        UNDECIDED: text("understood.undecided"),
        PASSED_OVER: text("understood.pass_over"),
        **{name: field_word(form, name) for name in free},
    }
    answer = st.selectbox(
        for_markdown(text("understood.column_at", heading=column.heading, cell=column.cell)),
        [*said],
        format_func=said.__getitem__,
        key=f"desk_column_{form}_{column.key}_{column.cell}",
    )
    return answer or UNDECIDED


def _choices(form: str, chosen: Sequence[tuple[ReadColumn, str]]) -> list[ColumnChoice]:
    return [
        ColumnChoice(form, column.key, None if field == PASSED_OVER else field, column.heading)
        for column, field in chosen
        if field != UNDECIDED
    ]


def show_choices() -> None:
    """Every heading that somebody has named; a chosen one can be taken back."""
    kept = kept_choices(store())
    if not kept:
        return
    st.header(text("understood.choices"), anchor=False)
    rows = [_row(place, one) for place, one in enumerate(kept)]
    row = show_table(rows, CHOICE_FIELDS, key="desk_choices")
    if row is None:
        st.caption(text("understood.choose_choice"))
        return
    choice = kept[row["place"]].choice
    label = for_markdown(text("understood.take_back", heading=choice.heading))
    if st.button(label, icon=":material/bookmark_remove:"):
        take_back_choice(store(), choice, by=user_name())
        st.rerun()


def _row(place: int, kept: KeptChoice) -> dict[str, object]:
    choice = kept.choice
    field = choice.field
    return {
        "place": place,
        "form": choice.form,
        "heading": choice.heading,
        "read_as": field_word(choice.form, field) if field else text("understood.pass_over"),
        "chosen_by": kept.chosen_by,
        "chosen_at": kept.chosen_at,
    }
