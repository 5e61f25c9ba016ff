"""What the headings of a form must hold, so that a table is taken for it."""

from __future__ import annotations

from collections.abc import Collection

from data.forms.forms import Form

POINTS_FIELDS = ("self_assessed", "verified_1", "explanation", "verified_2", "survey")
REMEDIATION_SIGNS = (
    "lost_points", "reason", "cause", "action", "lead_office", "deadline_on", "reported_state",
    "result",
)  # fmt: skip

# For each form the groups of fields of which the headings must hold one each.
NEEDED: dict[Form, tuple[tuple[str, ...], ...]] = {
    Form.CRITERIA: (("code",), ("name",), ("maximum_points",)),
    Form.SCORES_UNIT: (("criterion_code", "criterion_name"), (*POINTS_FIELDS, "points")),
    Form.SCORES_LONG: (
        ("unit", "unit_code"),
        ("criterion_code", "criterion_name"),
        (*POINTS_FIELDS, "points"),
    ),
    Form.PUBLISHED_RESULTS: (
        ("unit", "unit_code"),
        ("total", "index_percent", "rank", "band", "verified_total", "survey_total", "area:2"),
    ),
    Form.REMEDIATION: (("criterion", "criterion_code"), REMEDIATION_SIGNS),
    Form.INSPECTIONS: (
        ("unit", "unit_code"),
        ("planned_on", "held_on"),
        ("areas", "form", "head_of_team", "members", "thematic_lead", "conclusion_number",
         "report_due_on", "held_on"),
    ),
    Form.FINDINGS: (
        ("description",),
        ("finding_kind",),
        ("unit", "unit_code", "area", "source", "severity", "recommendation"),
    ),
    Form.INITIATIVES: (
        ("name",),
        ("area", "effect_before", "effect_after", "measure", "recognition", "description",
         "applied_from"),
    ),
    Form.UNITS: (
        ("code",),
        ("name",),
        ("kind", "ranking_group", "aliases", "valid_from", "valid_to", "succeeded_by"),
    ),
    Form.AREAS: (("area",), ("reform_area",)),
    Form.LINKS: (("link_kind",), ("from_code", "to_code")),
    Form.BANDS: (("band",), ("from_percent",)),
}  # fmt: skip


def is_complete(form: Form, fields: Collection[str]) -> bool:
    """True where the headings hold what the form cannot be without."""
    needed = NEEDED[form]
    if form is Form.SCORES_UNIT and not set(POINTS_FIELDS) & set(fields):
        # 'Nội dung | Điểm' alone may be anything: a plain 'Điểm' wants a code as well.
        return {"criterion_code", "criterion_name", "points"} <= set(fields)
    if form is Form.REMEDIATION and not {"unit", "unit_code"} & set(fields):
        return is_complete_group(needed, fields) and len(set(REMEDIATION_SIGNS) & set(fields)) > 1
    return is_complete_group(needed, fields)


def is_complete_group(needed: tuple[tuple[str, ...], ...], fields: Collection[str]) -> bool:
    """True where each group has a field that is there."""
    return all(any(name in fields for name in group) for group in needed)


def missing_groups(form: Form, fields: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """The groups of fields of which the headings lack one each; none for a form known by layout."""
    groups = NEEDED.get(form, ())
    return tuple(group for group in groups if not any(name in fields for name in group))
