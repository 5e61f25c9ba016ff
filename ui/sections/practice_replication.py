"""Who could learn from whom, what became of it, and the register of initiatives."""

from __future__ import annotations

import streamlit as st

from analysis.rows import Rows
from ui import choices
from ui.answer import rows
from ui.asked import Filter, Filters
from ui.charts.drawing import draw
from ui.charts.two_dots import Side, two_dots
from ui.downloads import offer_download
from ui.escape import for_markdown
from ui.filters import select
from ui.screen import shown_here
from ui.sections.heading import remark
from ui.sections.source import source_line
from ui.tables import show_table
from words.catalogue import text
from words.palette import Colour
from words.sentences.replication import after_sentence, donors_sentence, initiatives_sentence

DONOR_FIELDS = (
    "donor_name",
    "area_name",
    "donor_result",
    "points",
    "is_same_group",
    "common_share",
    "profile_distance",
)
AFTER_FIELDS = (
    "name",
    "unit_name",
    "named_count",
    "change_reason",
    "adopter_count",
    "other_count",
    "adopter_median_change",
    "other_median_change",
    "median_difference",
)
ADOPTER_FIELDS = (
    "name",
    "unit_name",
    "adopter_name",
    "adopted_year",
    "before_year",
    "after_year",
    "before_percent",
    "after_percent",
    "percent_change",
    "change_reason",
)
INITIATIVE_FIELDS = (
    "unit_name",
    "name",
    "reform_area",
    "measure",
    "effect_before",
    "effect_after",
    "is_improved",
    "not_counted_reason",
    "recognition",
    "replicated_at",
    "decision",
    "decision_number",
    "decision_on",
    "file",
    "cell",
)


def show_donors(filters: Filters) -> None:
    """For one unit: which models answer its losses, and how alike the two are."""
    names = choices.units(filters, filters.year, filters.group)
    every = [row for row in rows("receivers", filters) if row["unit_code"] in names]
    most = max(every, key=lambda row: row["points"], default=None)
    code = select(
        Filter.UNIT,
        [*names],
        names.__getitem__,
        default=most["unit_code"] if most else next(iter(names), ""),
        is_known=lambda wanted: choices.is_unit(filters, wanted),
    )
    if code is None:
        st.caption(text("frame.no_rows"))
        return
    donors = [row for row in every if row["unit_code"] == code]
    st.markdown(for_markdown(donors_sentence(names[code], donors)))
    if donors:
        show_table(donors, DONOR_FIELDS, key="practice_donors")
        offer_download(donors, DONOR_FIELDS, name="donors", filters=filters)
        remark(text("practice.likeness"))


def show_after(filters: Filters) -> None:
    """Adopters before and after, beside units like them that did not adopt."""
    replicated = rows("after_replication", filters)
    st.markdown(for_markdown(after_sentence(replicated)))
    if not replicated:
        return
    remark(text("practice.after_remark"))
    show_table(replicated, AFTER_FIELDS, key="practice_after")
    offer_download(replicated, AFTER_FIELDS, name="after_replication", filters=filters)
    adopters = rows("adopters", filters)
    _draw_adopters([row for row in adopters if row["percent_change"] is not None])
    show_table(adopters, ADOPTER_FIELDS, key="practice_adopters")
    offer_download(adopters, ADOPTER_FIELDS, name="adopters", filters=filters)


def _draw_adopters(adopters: Rows) -> None:
    if not adopters:
        return
    things = [{**row, "code": row["adopter_code"], "name": row["adopter_name"]} for row in adopters]
    draw(
        two_dots(
            things,
            Side("before_percent", Colour.OTHERS, text("chart.before")),
            Side("after_percent", Colour.ACCENT, text("chart.after")),
        ),
        text("practice.adopters_chart"),
        source_line(shown_here()),
        key="adopters",
        rows=1.2 * len(things) + 1,
    )


def show_initiatives(filters: Filters) -> None:
    """The register of initiatives: effect, recognition, where replicated, why it does not count."""
    initiatives = [{**row, "reform_area": row["area_code"]} for row in rows("initiatives", filters)]
    st.markdown(for_markdown(initiatives_sentence(initiatives)))
    if initiatives:
        show_table(initiatives, INITIATIVE_FIELDS, key="practice_initiatives")
        offer_download(initiatives, INITIATIVE_FIELDS, name="initiatives", filters=filters)
