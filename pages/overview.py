"""Where do we stand, what has changed, what needs a decision today?"""

import streamlit as st

from ui.answer import rows
from ui.asked import Filter
from ui.filters import choose
from ui.sections.heading import remark, say_answer
from ui.sections.overview_parts import judged_now, show_decisions, show_groups, show_headlines
from ui.sections.proof import why_index
from ui.sections.proof_deduction import why_deduction
from ui.sections.standing import changes_of, groups_of
from ui.sections.welcome import stop_empty
from words.catalogue import text
from words.sentences.overview import decision_sentence
from words.sentences.standing import basis_sentences, change_sentence, leaders_sentence

st.title(text("overview.title"))
filters = choose(Filter.YEAR)
standings = groups_of(filters)
if not standings or filters.year is None:
    stop_empty("no_points")
judged = judged_now(filters)
models = rows("decisions", filters)
moved = changes_of(filters)
say_answer(
    leaders_sentence(standings),
    change_sentence(moved, year=filters.year) if moved else "",
    decision_sentence(judged.rates, judged.decisions, models),
)
remark(*basis_sentences(standings))
show_headlines(judged, models)
st.header(text("overview.standing"), anchor=False)
chosen = show_groups(filters, standings)
if chosen is not None:
    why_index(filters, chosen["unit_code"])
if judged.remediation:
    st.header(text("overview.decisions"), anchor=False)
    row = show_decisions(filters, judged.remediation)
    if row is not None:
        why_deduction(filters, row)
