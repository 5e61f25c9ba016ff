"""Where do we stand, what has changed, what needs a decision today?"""

import streamlit as st

from ui.answer import rows
from ui.asked import Filter
from ui.filters import choose
from ui.sections.heading import remark, say_answer
from ui.sections.overview_parts import (
    needing_decision,
    overview_here,
    show_decisions,
    show_groups,
    show_headlines,
    show_statements,
)
from ui.sections.proof import why_index
from ui.sections.proof_deduction import why_deduction
from ui.sections.standing import groups_of
from ui.sections.welcome import stop_empty
from words.catalogue import text
from words.sentences.overview import absent_sentence
from words.sentences.standing import basis_sentences, leaders_sentence

st.title(text("overview.title"))
filters = choose(Filter.YEAR)
standings = groups_of(filters)
if not standings or filters.year is None:
    stop_empty("no_points")
overview = overview_here(filters, filters.year)
say_answer(leaders_sentence(standings))
show_statements(filters, overview)
show_headlines(overview)
remark(*basis_sentences(standings), absent_sentence(rows("groups", filters)))
st.header(text("overview.standing"), anchor=False)
chosen = show_groups(filters, overview)
if chosen is not None:
    why_index(filters, chosen["unit_code"])
waiting = needing_decision(filters, overview)
if waiting:
    st.header(text("overview.decisions"), anchor=False)
    row = show_decisions(filters, waiting)
    if row is not None:
        why_deduction(filters, row)
