"""What did the last meeting decide, what has moved since, what must this one decide?"""

import streamlit as st

from analysis.meeting import tally
from ui.access import may_edit
from ui.answer import rows
from ui.as_of_day import with_as_of
from ui.asked import Filter
from ui.filters import choose
from ui.presenting import is_presenting
from ui.sections.documents import show_documents
from ui.sections.heading import remark, say_answer
from ui.sections.meeting_choice import choose_meeting, earlier_than, offer_keeping, say_kept
from ui.sections.meeting_decisions import decisions_of, offer_deciding, show_decisions
from ui.sections.meeting_figures import figures_to_keep, judged_year, show_since, since
from ui.sections.meeting_subjects import subjects_of
from ui.sections.meeting_waiting import deductions_waiting, models_waiting, show_waiting, waiting_of
from ui.sections.welcome import stop_empty
from words.catalogue import text
from words.sentences.meeting import moved_sentence, must_decide_sentence, none_yet_sentence

st.title(text("meeting.title"))
kept, meeting = choose_meeting()
filters = with_as_of(choose(Filter.YEAR, Filter.GROUP, optional=(Filter.GROUP,)))
if filters.year is None:
    stop_empty("no_points")
judged = judged_year(filters)
earlier = earlier_than(kept, meeting)
decided = decisions_of(filters, earlier)
moved = since(earlier[0], filters, judged) if earlier else None
say_answer(
    moved_sentence(moved.meeting, filters.release, moved.figures, tally(decided))
    if moved
    else none_yet_sentence(is_first=bool(kept), may_keep=may_edit()),
    must_decide_sentence(waiting_of(filters, judged), rows("decisions", filters)),
)
if is_presenting():  # a room is shown one message, and no forms
    st.stop()
remark(say_kept(meeting) if meeting else "")
offer_keeping(filters, judged, figures_to_keep(filters, judged))
if moved:
    st.header(text("meeting.decided_before"), anchor=False)
    show_decisions(filters, decided, "before")
    show_since(moved, filters, judged)
deductions, models = deductions_waiting(filters, judged), models_waiting(filters)
st.header(text("meeting.waiting"), anchor=False)
show_waiting(filters, deductions, models)
if meeting:
    st.header(text("meeting.decided_here"), anchor=False)
    here = decisions_of(filters, [meeting])
    show_decisions(filters, here, "here")
    offer_deciding(filters, meeting, subjects_of(filters, deductions, models), after=len(here))
show_documents(filters)
