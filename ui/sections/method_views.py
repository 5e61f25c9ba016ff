"""The views of Method, and which of them the reader may open."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ui.access import may_edit
from ui.address import ask_for, asked
from ui.asked import Filters
from ui.sections.method_definitions import show_definitions
from ui.sections.method_draft import show_draft
from ui.sections.method_robustness import show_robustness
from ui.sections.method_weights import Weighing, show_weights

VIEWS: Mapping[str, Callable[[Filters, Weighing], None]] = {
    "weights": show_weights,
    "robustness": show_robustness,
    "draft": show_draft,
    "definitions": show_definitions,
}
FOR_EDITORS = frozenset({"draft"})


def views_here() -> tuple[str, ...]:
    """What this reader may open; the stress test of a draft is the analysts' work."""
    return tuple(view for view in VIEWS if may_edit() or view not in FOR_EDITORS)


def lead_to_figure() -> None:
    """A link that names a figure and no view opens the definitions."""
    if asked("figure") and not asked("view"):
        ask_for("view", ["definitions"])
