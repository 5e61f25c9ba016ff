"""Who has been inspected, what was found, what is still open?"""

import streamlit as st

from analysis.finding_counts import found_of
from analysis.programme_progress import programme_of
from ui.asked import Filter
from ui.filters import choose, choose_view
from ui.screen import shown_here
from ui.sections.heading import say_answer
from ui.sections.inspection_findings import findings_of
from ui.sections.inspection_programme import visits_of
from ui.sections.inspection_views import VIEWS, remark_on_individuals, views_with
from ui.sections.welcome import stop_empty
from words.catalogue import text
from words.sentences.inspections import found_sentence, season_sentence

st.title(text("inspections.title"))
filters = choose(
    Filter.YEAR,
    Filter.GROUP,
    Filter.UNIT,
    Filter.REFORM_AREA,
    optional=(Filter.GROUP, Filter.UNIT, Filter.REFORM_AREA),
    about="inspections",
)
if filters.year is None:
    stop_empty("no_inspections")
visits, findings = visits_of(filters), findings_of(filters)
say_answer(
    season_sentence(programme_of(visits), year=filters.year),
    found_sentence(found_of(findings, shown_here().as_of)),
)
remark_on_individuals()
view = choose_view(views_with(filters, visits, findings), "inspections")
VIEWS[view](filters)
