"""`check`, `import`, `imports` and `withdraw`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from cli.choosing import book_of, book_to_read
from cli.marked_copies import write_marked_copies
from cli.printing import print_rows
from cli.problems import print_problems
from cli.publishing import publish_book
from cli.saying import say, saying_steps
from data.books import Book
from data.errors import UnknownImport
from data.forms.found import Hints
from data.importing import check_workbooks, import_workbooks, imports
from data.outcomes import ImportOutcome
from data.people import user_name
from data.store import Store
from data.withdrawing import withdraw

IMPORT_COLUMNS = ("import_id", "at", "by", "file", "sha256", "form", "rows", "is_withdrawn")


def run_check(store: Store, arguments: argparse.Namespace) -> int:
    """0 where the files could be imported, 1 where they are at fault."""
    paths = _files(arguments)
    if paths is None:
        return 1
    book, hints = book_of(arguments), _hints(arguments)
    outcome = check_workbooks(store, book, paths, hints=hints, progress=saying_steps())
    print_problems(outcome.problems, arguments.format)
    if arguments.marked_copies:
        write_marked_copies(Path(arguments.marked_copies), paths, outcome.problems)
    return 1 if outcome.is_refused else 0


def run_import(store: Store, arguments: argparse.Namespace) -> int:
    """0 where all is in the book (or was before), 1 where nothing is because of the files."""
    paths = _files(arguments)
    if paths is None:
        return 1
    outcome = import_workbooks(
        store,
        book_of(arguments),
        paths,
        hints=_hints(arguments),
        by=user_name(),
        progress=saying_steps(),
    )
    _say_outcome(outcome)
    if arguments.publish and not outcome.is_refused and outcome.book is not None:
        publish_book(store, outcome.book, arguments.as_of)
    if outcome.problems or arguments.format == "json":
        print_problems(outcome.problems, arguments.format, sys.stderr)
    return 1 if outcome.is_refused else 0


def run_imports(store: Store, arguments: argparse.Namespace) -> int:
    """Every file of every import, oldest first."""
    rows = [
        {
            "import_id": row.import_id,
            "at": row.imported_at,
            "by": row.imported_by,
            "file": row.file_name,
            "sha256": row.file_sha256,
            "form": row.form,
            "rows": row.row_count,
            "is_withdrawn": row.is_withdrawn,
        }
        for row in imports(store, book_to_read(store, arguments))
    ]
    print_rows(rows, arguments.format, IMPORT_COLUMNS)
    return 0


def run_withdraw(store: Store, arguments: argparse.Namespace) -> int:
    """0 where the import is withdrawn, 1 where what remains would contradict itself."""
    if not arguments.import_id.isdecimal():
        raise UnknownImport(import_id=arguments.import_id)
    book: Book = book_to_read(store, arguments)
    outcome = withdraw(store, book, int(arguments.import_id), by=user_name())
    number = str(outcome.import_id)
    if outcome.is_refused:
        say("withdrawal_refused", import_id=number)
        print_problems(outcome.problems, arguments.format, sys.stderr)
        return 1
    say("withdrawn" if outcome.is_new else "already_withdrawn", import_id=number)
    return 0


def _files(arguments: argparse.Namespace) -> list[Path] | None:
    paths = [Path(name) for name in arguments.files]
    missing = [path for path in paths if not path.is_file()]
    for path in missing:
        say("file_missing", file=str(path))
    return None if missing else paths


def _hints(arguments: argparse.Namespace) -> Hints:
    return Hints(
        year=arguments.year,
        group=arguments.group,
        unit=arguments.unit,
        form=arguments.form,
        kind=arguments.kind,
    )


def _say_outcome(outcome: ImportOutcome) -> None:
    if outcome.is_refused:
        say("refused")
        return
    for file in outcome.skipped:
        say("file_skipped", file=file.name)
    if not outcome.is_new:
        say("nothing_new")
        return
    say(
        "imported",
        import_id=str(outcome.import_id),
        rows=str(sum(outcome.row_counts.values())),
        files=str(len(outcome.files) - len(outcome.skipped)),
    )
