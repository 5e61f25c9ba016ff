"""Two real indices with codes and kinds of their own come out as their authors published them."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from data.forms.found import CellValue, Hints, Staged
from data.loading_reference import load_reference
from data.reference import Reference
from data.resolving.criteria import resolve_criteria
from data.resolving.scores import resolve_scores_matrix
from data.resolving.units import resolve_units
from data.storing import store_rows
from tests.data.effective.registers_book import Workspace
from tests.data.resolving.tables import codes, table

FILES = Path(__file__).parents[2] / "reference"
POINTS_OF_PILLAR = {"Conn": 27, "Sust": 45}  # 5 × 27 + 3 × 45 = 270: each half of the index
MILLIONTH = Decimal("0.000001")
TOTAL_OF_HA_NOI = 44.446551


def lines_of(name: str) -> list[dict[str, str]]:
    with (FILES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def book() -> Iterator[Workspace]:
    workspace = Workspace()
    yield workspace
    workspace.connection.close()


def taken(book: Workspace, staged: Staged) -> Reference:
    """The rows are stored as an import would, and the book knows them."""
    store_rows(book.connection, 1, staged)
    return load_reference(book.connection)


def units_of(book: Workspace, kind: str, units: list[tuple[str, str]]) -> Reference:
    rows = [(code, name, kind) for code, name in units]
    read = table("units", ("code", "name", "kind"), rows)
    staged = resolve_units(read, load_reference(book.connection), Hints())
    assert codes(staged) == []
    return taken(book, staged)


def set_of(
    book: Workspace, reference: Reference, year: str, rows: list[tuple[CellValue, ...]]
) -> Reference:
    """A set that names no kind of units: that of the book's own units."""
    read = table("criteria", ("code", "name", "maximum_points"), rows, year=year)
    staged = resolve_criteria(read, reference, Hints())
    assert codes(staged) == []
    return taken(book, staged)


def scores_of(
    book: Workspace, reference: Reference, year: str, rows: list[tuple[CellValue, ...]]
) -> Staged:
    columns = ("unit", "criterion_code", "criterion_name", "points")
    read = table("scores_matrix", columns, rows, year=year, kind="verified_2")
    staged = resolve_scores_matrix(read, reference, Hints())
    taken(book, staged)
    return staged


def _figure(text: str) -> float | None:
    return float(text) if text else None


def index_percents(book: Workspace) -> dict[str, Decimal]:
    """100 × Σ points / Σ maxima of each unit that has points at every leaf."""
    rows = book.connection.execute(
        """
        select score.unit_code, sum(score.points), sum(leaf.maximum_points), count(*), total.leaves
        from effective.score as score
        inner join effective.criterion as leaf using (framework_id, criterion_code)
        inner join (
            select framework_id, count(*) filter (is_leaf) as leaves
            from effective.criterion group by framework_id
        ) as total using (framework_id)
        group by score.unit_code, total.leaves
        """
    ).fetchall()
    return {
        unit: 100 * points / maximum
        for unit, points, maximum, count, leaves in rows
        if count == leaves
    }


@pytest.mark.parametrize("with_maxima", [True, False])
@pytest.mark.parametrize("with_halves", [True, False])
def test_asem_gives_all_51_published_scores(
    book: Workspace, with_maxima: bool, with_halves: bool
) -> None:
    pillars: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in lines_of("asem_structure.csv"):
        pillars[(line["Agg2"], line["Agg1"])].append(line["IndCode"])
    rows: list[tuple[CellValue, ...]] = []
    maxima: dict[str, Decimal] = {}
    for (half, pillar), leaves in pillars.items():
        if with_halves and half not in [code for code, *_ in rows]:
            rows.append((half, f"{half} half", 135 if with_maxima else None))
        points = POINTS_OF_PILLAR[half]
        rows.append((pillar, f"{pillar} pillar", points if with_maxima else None))
        for leaf in leaves:
            maxima[leaf] = (Decimal(points) / len(leaves)).quantize(MILLIONTH)
            rows.append((leaf, f"{leaf} indicator", float(maxima[leaf])))
    values = lines_of("asem_normalised.csv")
    reference = units_of(book, "Quốc gia", [(v["UnitCode"], v["UnitName"]) for v in values])
    reference = set_of(book, reference, "2018", rows)
    cells: list[tuple[CellValue, ...]] = [
        (v["UnitCode"], leaf, "", float(Decimal(v[leaf]) * maximum / 100))
        for v in values
        for leaf, maximum in maxima.items()
    ]
    staged = scores_of(book, reference, "2018", cells)
    assert codes(staged) == ["points_rounded"]

    published = {line["UnitCode"]: line["Index"] for line in lines_of("asem_scores.csv")}
    found = {unit: f"{percent:.2f}" for unit, percent in index_percents(book).items()}
    assert found == {unit: f"{Decimal(index):.2f}" for unit, index in published.items()}
    assert len(found) == 51


def test_papi_2021_has_28_sub_criteria_of_eight_dimensions_and_60_provinces_with_figures(
    book: Workspace,
) -> None:
    structure = [s for s in lines_of("papi_subcriteria.csv") if s["Variable_Code"] != "SC52"]
    sizes: dict[str, int] = defaultdict(int)
    for line in structure:
        sizes[line["Criteria_Code"]] += 1
    rows: list[tuple[CellValue, ...]] = []
    for line in structure:
        area = line["Criteria_Code"]
        if area not in [code for code, *_ in rows]:
            rows.append((area, line["Criteria_Name"], None))
        maximum = float((Decimal(10) / sizes[area]).quantize(MILLIONTH))
        rows.append((line["Variable_Code"], line["Variable_Name"], maximum))
    values = lines_of("papi_2021.csv")
    reference = units_of(book, "Tỉnh", [(v["Province"], f"Tỉnh {v['Province']}") for v in values])
    reference = set_of(book, reference, "2021", rows)
    nodes = reference.criteria[(2021, "Tỉnh")]
    assert [n.criterion_code for n in nodes if n.parent_code is None] == list(sizes)
    assert sum(n.is_leaf for n in nodes) == 28
    cells: list[tuple[CellValue, ...]] = [
        (v["Province"], s["Variable_Code"], "", _figure(v[s["Variable_Code"]]))
        for v in values
        for s in structure
    ]
    staged = scores_of(book, reference, "2021", cells)
    assert codes(staged) == ["points_rounded"]
    scored = book.connection.execute("select distinct unit_code from effective.score").fetchall()
    assert {"P14", "P15", "P18"}.isdisjoint({code for (code,) in scored})
    assert len(scored) == 60
    # The 28 figures of P01 (Hà Nội), added up in the file, of 80 points.
    total = sum(float(values[0][s["Variable_Code"]]) for s in structure)
    assert total == pytest.approx(TOTAL_OF_HA_NOI, abs=1e-5)
    assert float(index_percents(book)["P01"]) == pytest.approx(100 * total / 80, abs=1e-4)
