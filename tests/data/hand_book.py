"""A small book made by hand: staged rows put into a real workspace, without any workbook.

Units: the urban districts 303, 304, 305 and the unranked 318 of the group 'Quận', all years.
Set of 2021: area I with leaves 1 (5 points) and 2 (5 points), area II with survey leaf 3 (10),
bonus section B with leaf B.1 (2 points).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import duckdb

from data.books import Book, BookFolder
from data.checked_results import with_results
from data.checks.asking import asked_of
from data.checks.running import computed_problems, workspace_problems
from data.drafted_results import results_after_draft
from data.forms.found import SourceCell, SourceFile, Staged
from data.labels import Label
from data.problems import Problem
from data.settling import in_force
from data.snapshots import fill, release_tables, snapshot_begun
from data.sql import rows_of, run_files
from data.standing import standing
from data.storing import store_rows
from data.text_keys import plain_key
from data.workspace import opened
from tests.data.twins import twins

AT = datetime.datetime(2022, 10, 1, 8, 0)  # noqa: DTZ001 - a wall clock without a zone
LEAVES = (
    # code, parent, area, depth, name, maximum, section, is_survey, is_leaf
    ("I", None, "I", 0, "Chỉ đạo, điều hành", "10", "main", False, False),
    ("1", "I", "I", 1, "Kế hoạch", "5", "main", False, True),
    ("2", "I", "I", 1, "Báo cáo", "5", "main", False, True),
    ("II", None, "II", 0, "Tác động", "10", "main", False, False),
    ("3", "II", "II", 1, "Hài lòng", "10", "main", True, True),
    ("B", None, "B", 0, "Điểm thưởng", None, "bonus", False, False),
    ("B.1", "B", "B", 1, "Sáng kiến", "2", "bonus", False, True),
)


class HandBook:
    """An open workspace whose imports are numbered; each row's cell is named after the row."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, place: Path) -> None:
        self.connection = connection
        self.folder = BookFolder(Book.REAL, place)
        self._cells = 0

    def begin(self, by: str = "Lan", form: str = "scores_unit", file: str = "bang.xlsx") -> int:
        """The number of a new import with one file."""
        import_id = int(str(rows_of(self.connection, "imports/next_import")[0]["import_id"]))
        rows_of(
            self.connection,
            "imports/add_import",
            import_id=import_id,
            imported_at=AT,
            imported_by=by,
        )
        rows_of(
            self.connection,
            "imports/add_file",
            import_id=import_id,
            file_sha256=file,
            file_name=file,
            options="{}",
            form=form,
            row_count=1,
        )
        return import_id

    def add(
        self,
        import_id: int,
        table: str,
        *,
        raw: str | None = None,
        cell: str | None = None,
        sheet: str | None = "S",
        file: str = "bang.xlsx",
        **columns: object,
    ) -> None:
        """One submitted row with its source cell."""
        self._cells += 1
        source = SourceCell(SourceFile(file, file), sheet, cell or f"A{self._cells}", raw)
        staged = Staged()
        staged.add(table, source, **columns)
        store_rows(self.connection, import_id, staged)

    def score(
        self,
        import_id: int,
        unit: str,
        code: str,
        points: str | None,
        *,
        kind: str = "verified_2",
        year: int = 2021,
        **place: str,
    ) -> None:
        """A score; points 'KĐG' are not applicable, None is a listed leaf left blank."""
        self.add(
            import_id,
            "score",
            raw=points or place.pop("sign", ""),
            unit_code=unit,
            year=year,
            criterion_code=code,
            kind=kind,
            is_applicable=points != "KĐG",
            points=None if points in (None, "KĐG") else Decimal(str(points)),
            **place,
        )

    def total(
        self, import_id: int, code: str | None, claimed: str, cell: str | None = None
    ) -> None:
        """A claimed total of unit 303 in 2021."""
        self.add(
            import_id,
            "claimed_total",
            raw=claimed,
            criterion_code=code,
            claimed=Decimal(claimed),
            printed_decimals=len(claimed.partition(".")[2]),
            cell=cell,
            unit_code="303",
            year=2021,
            kind="verified_2",
        )

    def units(self, **valid_to: datetime.date) -> int:
        """The import of the units; `u303=date` ends a unit."""
        import_id = self.begin(form="units", file="units.xlsx")
        for code in ("303", "304", "305", "318"):
            name = f"Quận {code}"
            self.add(
                import_id,
                "unit",
                unit_code=code,
                unit_name=name,
                short_name=name,
                unit_kind="urban_district",
                sort_key=code,
                valid_to=valid_to.get(f"u{code}"),
            )
            self.add(import_id, "unit_alias", unit_code=code, alias=name, alias_key=plain_key(name))
            self.add(
                import_id,
                "unit_group",
                unit_code=code,
                year=None,
                ranking_group="Quận",
                is_ranked=code != "318",
            )
        return import_id

    def criteria(self, *, without: str = "", year: int = 2021, **maxima: str) -> int:
        """The import of the set; `c1='4'` changes the maximum of leaf 1."""
        import_id = self.begin(form="criteria", file="criteria.xlsx")
        framework_id = f"{year}-urban_district"
        self.add(
            import_id,
            "framework",
            framework_id=framework_id,
            year=year,
            unit_kinds=["urban_district"],
            ranks_adjusted=False,
        )
        for position, (code, parent, area, depth, name, most, section, survey, leaf) in enumerate(
            LEAVES
        ):
            if code == without:
                continue
            printed = maxima.get(f"c{code}", most)
            self.add(
                import_id,
                "criterion",
                framework_id=framework_id,
                criterion_code=code,
                parent_code=parent,
                area_code=area,
                position=position,
                depth=depth,
                criterion_name=name,
                printed_maximum=Decimal(printed) if printed else None,
                section=section,
                is_survey=survey,
                is_leaf=leaf,
            )
        return import_id

    def problems(self, import_id: int | None) -> list[Problem]:
        """What the checks over the workspace say of an import; those not asked say nothing."""
        problems = workspace_problems(self.connection, import_id)
        asked = asked_of(self.connection, import_id).stored
        if workspace_problems(self.connection, import_id, asked) != problems:
            raise AssertionError(f"a check was not asked that has something to say: {problems}")
        return problems

    def computed(self, import_id: int | None) -> list[Problem]:
        """What the checks over a snapshot's results say of an import; those made for them alone
        say the same."""
        label = Label("rd1", "real", True, AT, AT.date(), in_force(self.connection))
        with snapshot_begun(self.folder.draft_file("rd1")) as snapshot:
            tables = release_tables()
            with standing(self.connection) as effective:
                fill(snapshot, effective.fetched(tables), label, tables)
            run_files(snapshot.connection, results_after_draft())
            problems = computed_problems(snapshot.connection, import_id)
            if found := twins(snapshot.connection):
                raise AssertionError(f"twice in a draft: {found}")
        asked = asked_of(self.connection, import_id).computed
        with standing(self.connection) as effective:
            results = with_results(effective, asked)
            if computed_problems(results, import_id, asked) != problems:
                raise AssertionError(f"results made for checks say otherwise: {problems}")
        return problems


@contextmanager
def hand_book(place: Path) -> Iterator[HandBook]:
    """A workspace with units and the set of 2021 in it (imports 1 and 2)."""
    with opened(place / "workspace.duckdb") as connection:
        connection.begin()
        book = HandBook(connection, place)
        book.units()
        book.criteria()
        yield book
        connection.rollback()
