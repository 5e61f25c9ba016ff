"""Were the deductions really put right?"""

import streamlit as st

from ui.answer import rows
from ui.asked import Filter
from ui.filters import choose, choose_view
from ui.sections.heading import remark, say_answer
from ui.sections.proof_deduction import why_deduction
from ui.sections.remediation_views import (
    LISTS,
    rates_of,
    remediation_of,
    show_causes,
    show_list,
    show_rates,
    show_steps,
    show_units,
)
from ui.sections.welcome import stop_empty
from words.catalogue import text
from words.sentences.remediation import alarms_sentence, comparable_sentence, rates_sentence

st.title(text("remediation.title"))
filters = choose(
    Filter.YEAR, Filter.GROUP, Filter.UNIT, optional=(Filter.GROUP, Filter.UNIT), about="rates"
)
remediation = remediation_of(filters)
if not remediation or filters.year is None:
    stop_empty("nothing_deducted")
rates = rates_of(filters)
say_answer(rates_sentence(rates, year=filters.year), alarms_sentence(rows("decisions", filters)))
remark(comparable_sentence(rates))
show_rates(rates)
show_steps(filters)
view = choose_view(tuple(LISTS), "remediation")
row = show_list(filters, remediation, view)
if row is not None:
    why_deduction(filters, row)
st.header(text("remediation.causes"), anchor=False)
show_causes(filters)
st.header(text("remediation.by_unit"), anchor=False)
show_units(filters)
