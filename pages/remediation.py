"""Were the deductions really put right?"""

import streamlit as st

from ui.answer import rows
from ui.as_of_day import with_as_of
from ui.asked import Filter
from ui.filters import choose, choose_view
from ui.sections.heading import remark, say_answer
from ui.sections.proof_deduction import why_deduction
from ui.sections.remediation_ahead import show_deadlines, show_stakes
from ui.sections.remediation_flow import DIMENSIONS, show_breakdown, show_steps
from ui.sections.remediation_views import (
    LISTS,
    rates_of,
    remediation_of,
    show_found,
    show_list,
    show_rates,
    show_silent,
)
from ui.sections.welcome import stop_empty
from words.catalogue import text
from words.sentences.remediation import (
    alarms_sentence,
    comparable_sentence,
    rates_sentence,
    register_sentence,
)

st.title(text("remediation.title"))
filters = choose(
    Filter.YEAR, Filter.GROUP, Filter.UNIT, optional=(Filter.GROUP, Filter.UNIT), about="rates"
)
filters = with_as_of(filters)
remediation = remediation_of(filters)
if not remediation or filters.year is None:
    stop_empty("nothing_deducted")
rates = rates_of(filters)
say_answer(rates_sentence(rates, year=filters.year), alarms_sentence(rows("decisions", filters)))
remark(comparable_sentence(rates), register_sentence(rows("years", filters), year=filters.year))
show_rates(rates)
show_silent(filters)
show_steps(filters, remediation)
view = choose_view(tuple(LISTS), "remediation")
row = show_list(filters, remediation, view)
if row is not None:
    why_deduction(filters, row)
st.header(text("remediation.stakes"), anchor=False)
show_stakes(filters)
st.header(text("remediation.deadlines"), anchor=False)
show_deadlines(filters)
st.header(text("remediation.found"), anchor=False)
show_found(filters)
st.header(text("remediation.breakdown"), anchor=False)
dimension = choose_view(DIMENSIONS, "remediation", key="by", family="remediation.by")
show_breakdown(filters, remediation, dimension)
