"""Every figure that pages show: which question gives it, and the thresholds its definition names.

The words (name, formula, meaning, source) stand in the catalogue, under `definition`; the page
Method and docs/definitions.md are made of both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis import best_practice, draft_set, rank_extremes, robustness, weighting
from analysis.questions import MINIMUM_PROBABILITY, MINIMUM_Z
from analysis.summaries import CLOSE

# What SQL decides by; a test reads each of them in its file (tests/analysis/test_definitions.py).
GROUP_AT_LEAST = 5  # units; definitions 4.1 and 5.3: OHID Fingertips does not band smaller groups
Z_FACTOR, MEAN_FACTOR = 0.6745, 1.253314  # Iglewicz & Hoaglin 1993
RECEIVED_AT_LEAST = 0.5  # points; definitions 4.4, ours
GOOD_FROM, WEAK_BELOW = 90, 70  # %; definitions 5.1, the classes of the national index
EVIDENCE_PERCENT, GAP_PERCENT, APPLICABLE_PERCENT = 80, 5, 90  # definitions 5.2, ours
PRINTED_TOLERANCE = 0.005  # points; definitions 1.9: half a unit of the second decimal
DAYS_AHEAD = 30  # ours: the span between two meetings of the committee
ADOPTERS_AT_LEAST, OTHERS_AT_LEAST = 3, 5  # ours: below them a median is one unit's figure
DAYS_APART = 30  # domain 2: two visits to one unit within them hinder daily work


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure by its name in the catalogue; `questions` are those of `show` or of the pages."""

    name: str
    questions: tuple[str, ...]
    thresholds: Mapping[str, float] = field(default_factory=dict)


FIGURES = (
    Figure("points", ("criteria", "ranking")),
    Figure("index_percent", ("ranking",)),
    Figure("adjusted_index_percent", ("ranking",)),
    Figure("basis", ("ranking", "areas")),
    Figure("provisional", ("ranking",)),
    Figure("missing", ("ranking",)),
    Figure("not_applicable", ("criteria", "ranking")),
    Figure("rank", ("ranking", "areas")),
    Figure("close_pairs", ("ranking",), {"close": CLOSE}),
    Figure("band", ("ranking",)),
    Figure("area_percent", ("areas",)),
    Figure("lost_points", ("criteria", "losses")),
    Figure("self_gap", ("criteria", "self_assessment")),
    Figure("decision", ("contested", "contests")),
    Figure("group_median", ("compare",)),
    Figure("gap_to_best", ("compare",)),
    Figure("unit_spread", ("separating",)),
    Figure("comparable_maximum", ("changes", "unlinked")),
    Figure("index_change", ("changes",)),
    Figure("noise_floor", ("changes",), {"units": GROUP_AT_LEAST}),
    Figure("published_difference", ("published",), {"tolerance": PRINTED_TOLERANCE}),
    Figure("recovery", ("remediation",)),
    Figure("evidence_stage", ("remediation", "flow", "breakdown")),
    Figure("contradicted", ("remediation", "decisions")),
    Figure("overdue", ("remediation", "decisions", "deadlines")),
    Figure("due_soon", ("deadlines",), {"days": DAYS_AHEAD}),
    Figure("recurring", ("remediation",)),
    Figure("rates", ("rates",)),
    Figure("comparable_share", ("rates",)),
    Figure("points_at_stake", ("remediation", "ranking")),
    Figure("finding_state", ("findings",)),
    Figure("fate", ("continued",)),
    Figure("risk", ("risk",)),
    Figure("overlap", ("inspections",), {"days": DAYS_APART}),
    Figure("witnesses", ("witnesses",), {"good": GOOD_FROM, "weak": WEAK_BELOW}),
    Figure(
        "reliability",
        ("reliability",),
        {
            "evidence": EVIDENCE_PERCENT,
            "gap": GAP_PERCENT,
            "applicable": APPLICABLE_PERCENT,
        },
    ),
    Figure(
        "robust_z",
        ("candidates",),
        {"factor": Z_FACTOR, "mean_factor": MEAN_FACTOR, "units": GROUP_AT_LEAST},
    ),
    Figure(
        "candidate",
        ("candidates",),
        {
            "z": MINIMUM_Z,
            "probability": 100 * MINIMUM_PROBABILITY,
            "low": best_practice.LOWEST_FACTOR,
            "high": best_practice.HIGHEST_FACTOR,
        },
    ),
    Figure("receivers", ("candidates", "receivers"), {"points": RECEIVED_AT_LEAST}),
    Figure("likeness", ("receivers",)),
    Figure(
        "after_replication",
        ("after_replication",),
        {"adopters": ADOPTERS_AT_LEAST, "others": OTHERS_AT_LEAST},
    ),
    Figure(
        "rank_interval",
        ("robustness",),
        {
            "draws": robustness.DRAWS,
            "low": robustness.LOWEST_FACTOR,
            "high": robustness.HIGHEST_FACTOR,
            "from": 100 * robustness.LOW_SHARE,
            "to": 100 * robustness.HIGH_SHARE,
        },
    ),
    Figure("top_quartile_probability", ("robustness",), {"draws": robustness.DRAWS}),
    Figure("probability_ahead", ("pairs",), {"draws": robustness.DRAWS}),
    Figure(
        "rank_extremes",
        ("robustness",),
        {"low": rank_extremes.LOWEST_FACTOR, "high": rank_extremes.HIGHEST_FACTOR},
    ),
    Figure("ranks_without_area", ("robustness",)),
    Figure(
        "weighted_rank",
        ("area_parts",),
        {"low": weighting.LEAST_FACTOR, "high": weighting.GREATEST_FACTOR},
    ),
    Figure(
        "draft",
        ("sets",),
        {
            "nearly_all": 100 * draft_set.NEARLY_ALL,
            "correlation": draft_set.REPEATS_FROM,
            "units": draft_set.REPEATS_UNITS,
            "group": draft_set.UNITS_AT_LEAST,
        },
    ),
)
