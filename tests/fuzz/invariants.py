"""What must be true of every mutant; a breach is a sentence, so that a run can go on after it."""

from __future__ import annotations

import re
import time
import traceback
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from data.books import Book
from data.checks.asking import asked_of
from data.checks.running import workspace_problems
from data.clock import now
from data.errors import DashboardError
from data.forms.found import Hints, Reading
from data.handed_in import HandedIn, in_order, read_again, read_files
from data.importing import BASE_IMPORT, import_workbooks, imports
from data.loading_reference import load_reference
from data.outcomes import ImportListed
from data.problems import Problem, Severity, has_errors
from data.progress import silently
from data.reference import Reference
from data.settling import attempt
from data.sql import rows_of
from data.stages import stage_all
from data.store import Store
from data.workspace import opened
from tests.data.twins import twins
from tests.fuzz.mutants import CASES, SHIPPED, Mutant
from words.catalogue import set_language
from words.problems import problem_message

LONGEST = 20.0  # seconds of processor time for a small workbook
CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]*)")
# Staging costs ten times what reading does, the checks over the workspace ten times that.
STAGED_EVERY = 3
CHECKED_EVERY = 12
PLACEHOLDER = re.compile(r"\{(found|expected|sheet|cell|file)\}")
GROUND = (
    "04_criteria_districts_10/tieu_chi_2023.xlsx",
    "02_criteria_departments_60/BTC_so_nganh_2021.xlsx",
    "01_criteria_districts_100/bo_tieu_chi_quan_huyen_2021.xlsx",
    "18_inspections/chuong_trinh_kiem_tra_2022.xlsx",
)


def prepared_store(home: Path) -> Store:
    """A store whose books know criteria sets, so that mutants of scores get far."""
    store = Store(home)
    for book, paths in (
        (Book.REAL, [CASES / name for name in GROUND]),
        (Book.ILLUSTRATION, sorted((SHIPPED / "illustration").glob("*/criteria_2021.xlsx"))),
    ):
        outcome = import_workbooks(store, book, paths, by="fuzz")
        if outcome.import_id is None:
            raise RuntimeError(f"the ground does not stand: {outcome.problems}")
    return store


@dataclass(slots=True)
class Trial:
    """Looks at mutants one by one on open workspaces that are rolled back after each."""

    store: Store
    folder: Path
    stack: ExitStack = field(default_factory=ExitStack)
    connections: dict[Book, duckdb.DuckDBPyConnection] = field(default_factory=dict)
    references: dict[Book, Reference] = field(default_factory=dict)

    def look(self, mutant: Mutant) -> list[str]:
        """Every breach of an invariant by a mutant that is read and staged."""
        path = self.folder / mutant.name
        path.write_bytes(mutant.content)
        start = time.process_time()
        try:
            breaches = list(self._breaches(path, mutant))
        except Exception:  # noqa: BLE001 - this is what the run is for
            breaches = [traceback.format_exc(limit=-6)]
        seconds = time.process_time() - start
        if seconds > LONGEST:
            breaches.append(f"took {seconds:.1f} s")
        path.unlink()
        return breaches

    def _breaches(self, path: Path, mutant: Mutant) -> Iterator[str]:
        (file,) = read_files([path], mutant.original.hints, silently)
        book = Book.ILLUSTRATION if file.reading.is_illustration else Book.REAL
        connection = self._connection(book)
        (file,) = read_again([file], self.references[book])
        problems = [*file.reading.problems]
        if mutant.number % STAGED_EVERY == 0:
            with attempt(connection):
                import_id, staged = _staged(connection, file, self.references[book])
                problems += staged
                if mutant.number % CHECKED_EVERY == 0:
                    told = workspace_problems(connection, import_id)
                    problems += told
                    asked = asked_of(connection, import_id).stored
                    if workspace_problems(connection, import_id, asked) != told:
                        yield "a check was not asked that has something to say"
                    if found := twins(connection, "effective"):
                        yield f"twice in force: {found[:3]}"
        yield from breaches_of_problems(problems, file)
        yield from breaches_of_reading(file.reading)
        yield from breaches_of_rows(file)

    def _connection(self, book: Book) -> duckdb.DuckDBPyConnection:
        if book not in self.connections:
            workspace = self.store.folder(book).workspace
            self.connections[book] = self.stack.enter_context(opened(workspace))
            self.references[book] = load_reference(self.connections[book])
        return self.connections[book]


def _staged(
    connection: duckdb.DuckDBPyConnection, file: HandedIn, reference: Reference
) -> tuple[int, list[Problem]]:
    import_id = int(str(rows_of(connection, "imports/next_import")[0]["import_id"]))
    rows_of(
        connection, "imports/add_import", import_id=import_id, imported_at=now(), imported_by="fuzz"
    )
    for form, row_count in file.row_counts.items():
        rows_of(
            connection,
            "imports/add_file",
            import_id=import_id,
            file_sha256=file.reading.file.sha256,
            file_name=file.reading.file.name,
            options=file.options,
            form=form,
            row_count=row_count,
        )
    return import_id, stage_all(connection, import_id, [file], reference, silently)


def breaches_of_problems(problems: list[Problem], file: HandedIn) -> Iterator[str]:
    """Each problem has words in both languages, and a place that is in the file."""
    in_order(problems, [file])
    extents = {s.name: (len(s.rows), s.width) for s in file.opened.sheets}
    for problem in problems:
        yield from _breaches_of_words(problem)
        if problem.file == file.reading.file.name:
            yield from _breaches_of_place(problem, extents)


def _breaches_of_words(problem: Problem) -> Iterator[str]:
    for language in ("vi", "en"):
        set_language(language)
        message = problem_message(problem)
        if len(message) < 10:
            yield f"{problem.code} says nearly nothing in {language}: {message!r}"
        held = f"{problem.found}{problem.expected}{problem.sheet}{problem.file}"
        if PLACEHOLDER.search(message) and not PLACEHOLDER.search(held):
            yield f"{problem.code} leaves a placeholder in {language}: {message!r}"
        if len(message) > 2000:
            yield f"{problem.code} says {len(message)} characters"
    set_language("vi")


def _breaches_of_place(
    problem: Problem, extents: dict[str | None, tuple[int, int]]
) -> Iterator[str]:
    if problem.sheet is not None and problem.sheet not in extents:
        yield f"{problem.code} names a sheet that is not there: {problem.sheet!r}"
    if problem.cell is None:
        return
    match = CELL.fullmatch(problem.cell)
    if match is None:
        yield f"{problem.code} names no cell: {problem.cell!r}"
        return
    rows, width = extents.get(problem.sheet, (0, 0))
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    if int(match[2]) > rows or column > width:
        yield f"{problem.code} names {problem.cell} of a sheet of {rows} rows, {width} columns"


def breaches_of_reading(reading: Reading) -> Iterator[str]:
    """A table has rows; each row and what is left out have a place."""
    if not reading.tables and not any(p.severity is Severity.ERROR for p in reading.problems):
        yield "nothing was read, and nothing is said"
    for table in reading.tables:
        if not table.records:
            yield f"a table of the form {table.form} without a row"
        for left in table.left_out:
            if left.cell and not CELL.fullmatch(left.cell):
                yield f"{left.reason} leaves out no cell: {left.cell!r}"


def breaches_of_rows(file: HandedIn) -> Iterator[str]:
    """Below the first row taken, every row with something in it is a record or named as left out.

    Where a sheet holds several tables, the titles between them belong to neither.
    """
    for sheet in file.opened.sheets:
        tables = [table for table in file.reading.tables if table.sheet == sheet.name]
        if len(tables) != 1:
            continue
        taken = {record.row for record in tables[0].records}
        named = {left.cell for left in tables[0].left_out}
        for record in tables[0].records:
            named |= {field.cell for field in record.fields.values()}
        headings = {heading.text for heading in tables[0].columns.values()}
        for row in range(min(taken) - 1, len(sheet.rows)):
            found = [sheet.own(row, column) for column in range(len(sheet.rows[row]))]
            texts = {cell.text for cell in found if not cell.is_blank}
            cells = {cell.cell for cell in found if not cell.is_blank}
            is_heading_again = texts <= headings
            if row + 1 not in taken and not is_heading_again and not cells & named:
                yield f"row {row + 1} of {sheet.name!r} is neither taken nor named"


def breaches_of_import(store: Store, path: Path, hints: Hints) -> list[str]:
    """All or nothing, and the same file again changes nothing."""
    before = _imports(store)
    try:
        outcome = import_workbooks(store, None, [path], hints=hints, by="fuzz")
        again = import_workbooks(store, None, [path], hints=hints, by="fuzz")
    except DashboardError as condition:
        return [f"a condition of the machine: {condition!r}"]
    except Exception:  # noqa: BLE001
        return [traceback.format_exc(limit=-6)]
    after = _imports(store)
    if has_errors([*outcome.problems]):
        is_kept = outcome.import_id is not None or after != before
        return ["refused, and yet something is stored"] if is_kept else []
    breaches = []
    if outcome.import_id is not None and len(after) <= len(before):
        breaches.append("accepted, and yet nothing is stored")
    if again.is_new or again.problems:
        breaches.append(f"the second import was not quiet: {again}")
    return breaches


def _imports(store: Store) -> list[ImportListed]:
    """Every file of every import, but for what each book is born with."""
    return [row for book in Book for row in imports(store, book) if row.import_id != BASE_IMPORT]
