"""Which models deserve replication, on what evidence, and who should adopt them?"""

import streamlit as st

from ui.asked import Filter
from ui.filters import choose
from ui.sections.heading import remark, say_answer
from ui.sections.practice_parts import choose_thresholds, judged_of, receivers_of, show_judged
from ui.sections.practice_replication import show_after, show_donors, show_initiatives
from ui.sections.proof_candidate import why_candidate
from ui.sections.welcome import stop_empty
from words.catalogue import text
from words.sentences.areas import unmapped_sentence
from words.sentences.best_practice import candidates_sentence

st.title(text("practice.title"))
filters = choose(
    Filter.YEAR, Filter.GROUP, Filter.AREA, optional=(Filter.GROUP, Filter.AREA), about="candidates"
)
filters = choose_thresholds(filters)
judged = judged_of(filters)
if not judged or filters.year is None:
    stop_empty("nobody_judged")
say_answer(candidates_sentence(judged, year=filters.year))
remark(unmapped_sentence(judged))
row = show_judged(filters, judged) or judged[0]
why_candidate(filters, row, receivers_of(filters, row))
st.header(text("practice.donors_title"), anchor=False)
show_donors(filters)
st.header(text("practice.after_title"), anchor=False)
show_after(filters)
st.header(text("practice.initiatives_title"), anchor=False)
show_initiatives(filters)
