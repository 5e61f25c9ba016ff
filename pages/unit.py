"""Everything about one unit on one page."""

import streamlit as st

from ui.answer import rows
from ui.asked import Filter
from ui.filters import choose
from ui.sections.contest_views import show_unit_contest
from ui.sections.documents import show_unit_documents
from ui.sections.heading import remark, say_answer
from ui.sections.proof import why_index
from ui.sections.proof_deduction import why_deduction
from ui.sections.scores import show_adjustments, show_published
from ui.sections.standing import changes_of, group_of_unit, name_of
from ui.sections.unit_parts import (
    show_areas,
    show_deductions,
    show_headlines,
    show_history,
    show_models,
    show_registers,
)
from ui.sections.welcome import stop_empty
from words.catalogue import text
from words.sentences.standing import basis_sentences
from words.sentences.unit import movement_sentence, unit_sentence

st.title(text("unit.title"))
filters = choose(Filter.YEAR, Filter.UNIT)
row = next(iter(rows("ranking", filters)), None)
if row is None or filters.unit is None or filters.year is None:
    stop_empty("no_points")
standing = group_of_unit(filters, row)
moved = next((m for m in changes_of(filters) if m["unit_code"] == filters.unit), None)
name = name_of(filters, filters.unit)
say_answer(
    unit_sentence(row, standing, name=name, year=filters.year),
    movement_sentence(moved, year=filters.year),
)
remark(*(basis_sentences([standing]) if standing else []))
show_headlines(row, standing)
st.header(text("unit.areas_title"), anchor=False)
chosen = show_areas(filters, row)
area = chosen["area_code"] if chosen is not None else None
why_index(filters, filters.unit, area=area, leads_on=False)
show_adjustments(filters)
show_published(filters)
deduction = show_deductions(filters)
if deduction is not None:
    why_deduction(filters, deduction)
show_unit_contest(filters)
show_models(filters)
show_registers(filters)
show_history(filters)
show_unit_documents(filters)
