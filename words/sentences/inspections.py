"""Who has been inspected, what was found, what is open, and where to go next."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.finding_counts import FATES, Found
from analysis.programme_progress import Programme
from analysis.risk import PARTS, greatest_parts
from analysis.rows import Row, Rows
from words import formats
from words.catalogue import counted, text, word_for

NAMED_AT_MOST = 3


def season_sentence(programme: Programme, *, year: int) -> str:
    """How many units have been inspected, and what is missing or amiss."""
    shown_year = formats.plain_year(year)
    if not programme.visit_count:
        return text("inspections.no_programme", year=shown_year)
    rest = _amiss(programme, ("late", "planned", "not_planned"))
    return text(
        "inspections.season" if rest else "inspections.season_whole",
        year=shown_year,
        visited=formats.count(programme.visited_unit_count),
        units=counted("inspections.units", programme.unit_count, count=_count(programme, "unit")),
        rest=formats.listing(rest),
    )


def _count(programme: Programme, what: str) -> str:
    return formats.count(getattr(programme, f"{what}_count"))


def _amiss(programme: Programme, wanted: Sequence[str]) -> list[str]:
    """Those of the wanted counts that are not zero, in words."""
    return [
        counted(f"inspections.amiss.{what}", number, count=formats.count(number))
        for what in wanted
        if (number := getattr(programme, f"{what}_count"))
    ]


def programme_sentence(programme: Programme, *, year: int) -> str:
    """The calendar in words: visits by state, then overlaps and reports; no calm without visits."""
    if not programme.visit_count:
        return text("inspections.no_programme", year=formats.plain_year(year))
    visits = counted("inspections.visits", programme.visit_count, count=_count(programme, "visit"))
    trouble = _amiss(programme, ("overlapping_unit", "missing_report", "late_report"))
    return text(
        "inspections.calendar" if trouble else "inspections.calendar_calm",
        year=formats.plain_year(year),
        visits=visits,
        done=formats.count(programme.concluded_count + programme.held_count),
        combined=_count(programme, "combined"),
        trouble=formats.listing(trouble),
    )


def found_sentence(found: Found) -> str:
    """What was found and what is still open; '' where nothing was."""
    if not found.problem_count:
        return ""
    figures = {
        "problems": counted(
            "inspections.problems", found.problem_count, count=formats.count(found.problem_count)
        ),
        "serious": formats.count(found.serious_count),
        "open": formats.count(found.open_count),
        "overdue": formats.count(found.overdue_count),
        "soon": formats.count(found.due_soon_count),
    }
    if not found.open_count:
        return text("inspections.found_all_closed", **figures)
    key = "found_soon" if found.due_soon_count else "found"
    return text(f"inspections.{key}", **figures)


def areas_sentence(areas: Rows) -> str:
    """Where most problems lie; `areas` of `problems_by`, most first."""
    if not areas:
        return text("inspections.no_problem")
    most = areas[0]
    level = [row for row in areas if row["finding_count"] == most["finding_count"]]
    if len(level) > 1:
        return _areas_level(level, areas)
    return text(
        "inspections.most_in",
        area=area_name(most["area_code"]),
        count=formats.count(most["finding_count"]),
        total=formats.count(sum(row["finding_count"] for row in areas)),
        serious=formats.count(most["serious_count"]),
    )


def _areas_level(level: Rows, areas: Rows) -> str:
    """Several areas with as many problems: none of them is the one with most."""
    named = [text("inspections.named", area=area_name(row["area_code"])) for row in level]
    areas_said = counted("inspections.areas", len(level), count=formats.count(len(level)))
    return text(
        "inspections.most_in_several",
        areas=formats.listing(named) if len(level) <= NAMED_AT_MOST else areas_said,
        count=formats.count(level[0]["finding_count"]),
        total=formats.count(sum(row["finding_count"] for row in areas)),
    )


def area_name(code: str | None) -> str:
    """A reform area's name; of none, that it is not known."""
    return word_for("term.reform_area", code) if code else text("inspections.no_area")


def continued_sentence(continued: Rows) -> str:
    """What became of earlier findings, each fate with its number."""
    if not continued:
        return text("inspections.nothing_continued")
    counts = {
        fate: formats.count(sum(1 for row in continued if row["fate"] == fate)) for fate in FATES
    }
    total = counted("inspections.earlier", len(continued), count=formats.count(len(continued)))
    return text("inspections.continued", total=total, **counts)


def violations_sentence(violations: Rows) -> str:
    """How many violations, and how far they are handled."""
    if not violations:
        return text("inspections.no_violation")
    states = [row["handling_state"] or "none" for row in violations]
    people = sum(1 for row in violations if row["is_individual"])
    return text(
        "inspections.violations_of_people" if people else "inspections.violations",
        people=formats.count(people),
        count=formats.count(len(violations)),
        handled=formats.count(states.count("handled")),
        in_progress=formats.count(states.count("in_progress")),
        none=formats.count(states.count("none")),
    )


def witnesses_sentence(witnesses: Rows, *, year: int) -> str:
    """How many cases disagree, and the one with most points lost; that nobody can, where no case
    has two witnesses that speak."""
    if not any(len(_speaking(row)) > 1 for row in witnesses):
        return text("inspections.one_witness", year=formats.plain_year(year))
    against = [row for row in witnesses if row["is_disagreement"]]
    if not against:
        return text("inspections.all_agree")
    units = len({row["unit_code"] for row in against})
    return text(
        "inspections.disagree",
        cases=counted("inspections.cases", len(against), count=formats.count(len(against))),
        units=counted("inspections.units", units, count=formats.count(units)),
        case=witness_case(against[0]),
    )


def witness_case(row: Row) -> str:
    """One unit and area, what each witness says; silent ones are left out."""
    said = [
        text(f"inspections.says.{witness}", says=word_for("term.says", row[f"{witness}_says"]))
        for witness in _speaking(row)
    ]
    area = row["area_name"] if row["area_code"] is None else area_name(row["area_code"])
    return text("inspections.case", unit=row["unit_name"], area=area, said=formats.listing(said))


def _speaking(row: Row) -> list[str]:
    witnesses = ("index", "inspection", "survey")
    return [witness for witness in witnesses if row[f"{witness}_says"] != "silent"]


def next_sentence(
    risk: Rows, reached: Rows, *, year: int, team_days: int, weights: Sequence[float]
) -> str:
    """Who waits for a visit, and whom the team-days reach first."""
    shown_year = formats.plain_year(year)
    if not risk:
        return text("inspections.nobody_waits", year=shown_year)
    waiting = counted("inspections.units", len(risk), count=formats.count(len(risk)))
    if not reached:
        return text("inspections.no_days", year=shown_year, waiting=waiting)
    named = [
        text(
            "inspections.first",
            unit=row["unit_name"],
            reasons=formats.listing(
                [reason_words(part, row) for part in greatest_parts(row, weights, 2)]
            ),
        )
        for row in reached[:NAMED_AT_MOST]
    ]
    return text(
        "inspections.next",
        year=shown_year,
        waiting=waiting,
        days=counted("inspections.days", team_days, count=formats.count(team_days)),
        reached=counted("inspections.units", len(reached), count=formats.count(len(reached))),
        names=formats.listing(named),
    )


def reason_words(part: str, row: Row) -> str:
    """One part of a unit's score with the figure it stands on."""
    if part == "time_part" and row["days_since_visit"] is None:
        return text("inspections.reason.never_visited")
    if part == "overrating_part" and row["overrating_percent"] is None:
        return text("inspections.reason.not_self_assessed")
    return text(f"inspections.reason.{part}", figure=part_figure(part, row))


def part_figure(part: str, row: Row) -> str:
    """The figure that a part of the score stands on."""
    figure = row[PARTS[part]]
    if PARTS[part].endswith("_percent"):
        return formats.percent(figure, 1)
    if part == "time_part" and figure is None:
        return text("inspections.never")
    return formats.count(figure)
