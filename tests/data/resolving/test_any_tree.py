"""Any tree, numbered as offices number, comes back as the tree it was; any cell is judged."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.forms.found import CellValue, Hints
from data.problems import has_errors
from data.reference import Reference
from data.resolving.criteria import resolve_criteria
from data.resolving.scores import resolve_scores_unit
from tests.data.resolving.tables import BOOK, UNITS, codes, criterion, rows, table

ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
QUARTERS = st.integers(1, 40).map(lambda quarters: Decimal(quarters) / 4)


@dataclass
class Node:
    """A node with its maximum (of a leaf) and what lies below it."""

    maximum: Decimal = Decimal(0)
    below: list["Node"] = field(default_factory=list)

    @property
    def total(self) -> Decimal:
        return sum((node.total for node in self.below), self.maximum)


LEAVES = st.builds(Node, maximum=QUARTERS)
CRITERIA = st.one_of(LEAVES, st.builds(Node, below=st.lists(LEAVES, min_size=2, max_size=12)))
AREAS = st.builds(Node, below=st.lists(CRITERIA, min_size=2, max_size=4))
SETS = st.lists(AREAS, min_size=1, max_size=8)


def listed(
    areas: list[Node], *, running: bool, heads: list[str]
) -> tuple[list[tuple[CellValue, ...]], list[tuple[str, str | None]]]:
    """The sheet's rows and the tree they mean. `running`: 1, 2, 3 … through all areas."""
    lines: list[tuple[CellValue, ...]] = []
    meant: list[tuple[str, str | None]] = []
    number = 0
    for head, area in zip(heads, areas, strict=False):
        lines.append((head, f"Lĩnh vực {head}", float(area.total)))
        meant.append((head, None))
        for place, node in enumerate(area.below, start=1):
            number += 1
            code = str(number) if running else f"{head}.{place}"
            lines.append((code, f"Tiêu chí {code}", float(node.total)))
            meant.append((code, head))
            for leaf_place, leaf in enumerate(node.below, start=1):
                lines.append((f"{code}.{leaf_place}", "Thành phần", float(leaf.total)))
                meant.append((f"{code}.{leaf_place}", code))
    return lines, meant


@settings(max_examples=60, deadline=None)
@given(SETS)
def test_roman_areas_with_running_numbers_come_back_as_they_were(areas: list[Node]) -> None:
    lines, meant = listed(areas, running=True, heads=ROMAN)
    read = table("criteria", ("code", "name", "maximum_points"), lines, year="2021", group="quận")
    staged = resolve_criteria(read, BOOK, Hints())
    assert rows(staged, "criterion", "criterion_code", "parent_code") == meant
    assert codes(staged) == []


@settings(max_examples=60, deadline=None)
@given(SETS)
def test_numbered_areas_come_back_also_where_codes_became_numbers(areas: list[Node]) -> None:
    heads = [str(number) for number in range(1, len(areas) + 1)]
    lines, meant = listed(areas, running=False, heads=heads)
    as_stored = [
        (float(str(code)) if str(code).count(".") == 1 else code, name, maximum)
        for code, name, maximum in lines
    ]
    read = table(
        "criteria", ("code", "name", "maximum_points"), as_stored, year="2021", group="quận"
    )
    staged = resolve_criteria(read, BOOK, Hints())
    assert rows(staged, "criterion", "criterion_code", "parent_code") == meant


@settings(max_examples=60, deadline=None)
@example([Node(below=[Node(maximum=Decimal(n) / 4) for n in (15, 1, 14)])], True)
@given(SETS, st.booleans())
def test_free_codes_come_back_from_their_sums(areas: list[Node], with_maxima: bool) -> None:
    flat = [Node(below=[Node(maximum=node.total) for node in area.below]) for area in areas]
    lines: list[tuple[CellValue, ...]] = []
    meant: list[tuple[str, str | None]] = []
    for area_place, area in enumerate(flat, start=1):
        head = f"C{area_place:02d}"
        lines.append((head, "Dimension", float(area.total) if with_maxima else None))
        meant.append((head, None))
        for place, leaf in enumerate(area.below, start=1):
            lines.append((f"SC{area_place}{place}", "Sub", float(leaf.total)))
            meant.append((f"SC{area_place}{place}", head))
    read = table("criteria", ("code", "name", "maximum_points"), lines, year="2021", group="quận")
    staged = resolve_criteria(read, BOOK, Hints())
    assert rows(staged, "criterion", "criterion_code", "parent_code") == meant
    assert not has_errors(staged.problems)


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 20),
    st.floats(-5, 20, allow_nan=False),
    st.dates(datetime.date(2000, 1, 1), datetime.date(2030, 1, 1)),
    st.text(max_size=6),
    st.sampled_from(["KĐG", "x", "-", "1,5", "0.250", "84%", "không áp dụng", "1e3", "∞", "٣"]),
)
LEAF = criterion("1.1", "1", "Kế hoạch", "5", area="1")
BOOK_OF_ONE = Reference(
    units=UNITS,
    criteria={(2021, "urban_district"): (criterion("1", None, "A", is_leaf=False), LEAF)},
)


@settings(max_examples=300, deadline=None)
@given(CELLS, CELLS, CELLS)
def test_a_cell_of_points_is_a_score_within_its_maximum_or_told(
    self_assessed: CellValue, verified: CellValue, note: CellValue
) -> None:
    read = table(
        "scores_unit",
        ("criterion_code", "criterion_name", "self_assessed", "verified_2", "note"),
        [("1.1", "Kế hoạch", self_assessed, verified, note)],
        year="2021",
        unit="305",
    )
    staged = resolve_scores_unit(read, BOOK_OF_ONE, Hints())
    for is_applicable, points in rows(staged, "score", "is_applicable", "points"):
        assert points is None or (is_applicable and 0 <= points <= 5)  # type: ignore[operator]
        assert points is None or points == points.quantize(Decimal("0.000001"))  # type: ignore[attr-defined]
    is_silent = not staged.rows.get("score") and not staged.problems
    blanks = (None, "", "x", "X", "-", "–", "—")
    if is_silent:
        assert all(v in blanks or not str(v).strip() for v in (self_assessed, verified))
