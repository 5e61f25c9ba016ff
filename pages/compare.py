"""How do these units differ, where, and is the difference real?"""

import streamlit as st

from ui.asked import Filter
from ui.filters import choose, choose_view
from ui.sections.compare_focus import Focus
from ui.sections.compare_views import VIEWS
from ui.sections.heading import remark, say_answer
from ui.sections.proof import why_index
from ui.sections.saved_groups import show_saved_groups
from ui.sections.standing import groups_of
from ui.sections.welcome import stop_empty
from words.catalogue import text
from words.sentences.standing import basis_sentences, close_sentence, standing_sentence

st.title(text("compare.title"))
filters = choose(Filter.YEAR, Filter.GROUP, Filter.UNITS)
show_saved_groups(filters)
standing = next(iter(groups_of(filters)), None)
if standing is None:
    stop_empty("no_points")
say_answer(standing_sentence(standing), close_sentence(standing))
remark(*basis_sentences([standing]))
view = choose_view(tuple(VIEWS), "compare")
focus = VIEWS[view](filters, standing)
if focus is None and standing.ranked:
    focus = Focus(filters.units[0] if filters.units else standing.ranked[0]["unit_code"])
if focus is not None:
    why_index(filters, focus.unit_code, area=focus.area_code)
