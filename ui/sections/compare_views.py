"""The views of Compare: each draws its charts and tables, and gives what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from analysis.summaries import GroupStanding
from ui.asked import Filters
from ui.sections.compare_areas import show_areas
from ui.sections.compare_certainty import show_certainty
from ui.sections.compare_change import show_change
from ui.sections.compare_criteria import show_criteria
from ui.sections.compare_focus import Focus
from ui.sections.compare_map import show_map
from ui.sections.compare_ranking import show_ranking

VIEWS: Mapping[str, Callable[[Filters, GroupStanding], Focus | None]] = {
    "ranking": show_ranking,
    "certainty": show_certainty,
    "areas": show_areas,
    "criteria": show_criteria,
    "change": show_change,
    "map": show_map,
}
