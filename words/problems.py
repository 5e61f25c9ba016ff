"""The message of a problem: what is wrong, where, and how to mend it."""

from __future__ import annotations

import re

from data.problems import Problem
from words import formats
from words.catalogue import has_text, text
from words.fields import field_word

MOST_SHOWN = 300  # characters of a cell; more would bury the sentence that says what to do
FIGURE = re.compile(r"-?\d+\.\d+")
# Problems of figures: elsewhere '4.5' may be the code of a criterion, which keeps its dot.
OF_FIGURES = frozenset(
    {
        "area_maximum_differs",
        "deduction_above_maximum",
        "deduction_differs_from_score",
        "lost_points_differ",
        "maximum_differs",
        "maximum_not_positive",
        "points_above_maximum",
        "points_above_new_maximum",
        "points_below_zero",
        "published_above_maximum",
        "published_contradicts_itself",
        "published_differs",
        "published_zero_is_missing",
        "total_differs_from_sum",
    }
)
# Here `expected` alone is a figure, for people to compare with the cell as it was typed.
EXPECTING_A_FIGURE = frozenset({"band_bounds_reversed", "read_as_decimal"})
# Two cells beside each other, the other one with its place: '6.5 (a.xlsx Điểm C4)'.
OF_TWO_VALUES = frozenset({"not_applicable_with_points", "two_values_for_one_score"})
FIGURE_AND_PLACE = re.compile(r"(-?\d+\.\d+)( \(.*\))?", re.DOTALL)
BAND = re.compile(r"(?P<name>.*: )(?P<lower>[\d.]+)–(?P<upper>[\d.]+)", re.DOTALL)
OF_A_COLUMN = frozenset({"register_values_cleared"})


def problem_message(problem: Problem) -> str:
    """The problem in the language in use; the catalogue's key is the problem's code."""
    words = text(
        _key(problem),
        found=found_words(problem),
        expected=expected_words(problem),
        sheet=shortened(problem.sheet or ""),
        cell=problem.cell or "",
        file=problem.file,
    )
    return words.rstrip()


def _key(problem: Problem) -> str:
    """The words for a problem; those that name what was expected have others where nothing was."""
    key = f"problem.{problem.code}"
    alone = f"{key}_alone"
    return alone if not problem.expected and has_text(alone) else key


def found_words(problem: Problem) -> str:
    """What was found, as a reader of the language in use writes it: figures and columns."""
    found = problem.found or ""
    if problem.code in OF_A_COLUMN:
        form, _, name = found.partition(".")
        return field_word(form, name)
    if problem.code in OF_TWO_VALUES:
        return _value(shortened(found))
    return _figure(shortened(found)) if problem.code in OF_FIGURES else shortened(found)


def expected_words(problem: Problem) -> str:
    """What would have been right, or stands elsewhere, written the same way."""
    expected = shortened(problem.expected or "")
    if problem.code in OF_FIGURES or problem.code in EXPECTING_A_FIGURE:
        return _figure(expected)
    if problem.code in OF_TWO_VALUES:
        return _value(expected)
    return _band(expected) if problem.code == "bands_overlap" else expected


def _figure(written: str) -> str:
    """'4.5' as '4,5'; what is no bare figure stays as it was typed."""
    return formats.as_stored(float(written)) if FIGURE.fullmatch(written) else written


def _value(written: str) -> str:
    """The value of a cell that holds a number; '1.250' is no number's spelling but typed so."""
    match = FIGURE_AND_PLACE.fullmatch(written)
    if match is None or repr(float(match[1])) != match[1]:
        return written
    return f"{_figure(match[1])}{match[2] or ''}"


def _band(written: str) -> str:
    """'Tốt: 80–92.5' with its bounds as figures; the name is the workbook's."""
    match = BAND.fullmatch(written)
    if match is None:
        return written
    return f"{match['name']}{_figure(match['lower'])}–{_figure(match['upper'])}"


def shortened(found: str) -> str:
    """The text, or its beginning where a cell holds an essay."""
    return found if len(found) <= MOST_SHOWN else f"{found[:MOST_SHOWN]}…"
