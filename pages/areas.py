"""In which reform areas and criteria are points lost, and by whom?"""

import streamlit as st

from ui.answer import rows
from ui.asked import Filter
from ui.escape import for_markdown
from ui.filters import choose, choose_view
from ui.sections.areas_views import VIEWS, losses_of, scope_of, show_who
from ui.sections.heading import remark, say_answer
from ui.sections.proof import why_index
from ui.sections.standing import groups_of
from ui.sections.welcome import stop_empty
from words.catalogue import text
from words.sentences.areas import unmapped_sentence
from words.sentences.lost_points import lost_sentence
from words.sentences.standing import basis_sentences

st.title(text("areas.title"))
filters = choose(
    Filter.YEAR, Filter.GROUP, Filter.UNIT, Filter.AREA, optional=(Filter.UNIT, Filter.AREA)
)
lost = losses_of(filters, "criterion")
if not rows("criteria", filters) or filters.year is None:
    stop_empty("no_leaf_scores")
say_answer(lost_sentence(lost, year=filters.year, scope=scope_of(filters)))
remark(*basis_sentences(groups_of(filters)), unmapped_sentence(rows("areas", filters)))
view = choose_view(tuple(VIEWS), "areas")
chosen = VIEWS[view](filters)
if chosen is not None:
    st.header(for_markdown(text("areas.who", name=chosen["name"])), anchor=False)
    row = show_who(filters, chosen, view)
    if row is not None:
        why_index(filters, row["unit_code"], area=row["area_code"])
