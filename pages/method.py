"""How is each figure made, and would another weighting change the order?"""

import streamlit as st

from ui.answer import rows
from ui.asked import Filter
from ui.filters import choose, choose_view
from ui.sections.heading import remark, say_answer
from ui.sections.method_views import VIEWS, lead_to_figure, views_here
from ui.sections.method_weights import weighing_of
from ui.sections.standing import groups_of
from words.catalogue import text
from words.sentences.method import robust_sentence, tried_sentence
from words.sentences.standing import basis_sentences

st.title(text("method.title"))
filters = choose(Filter.YEAR, Filter.GROUP)
weighing = weighing_of(filters)
say_answer(
    robust_sentence(rows("robustness", filters), year=filters.year, group=filters.group),
    tried_sentence(weighing.areas),
)
remark(*basis_sentences(groups_of(filters)))
lead_to_figure()
view = choose_view(views_here(), "method")
VIEWS[view](filters, weighing)
