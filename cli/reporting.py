"""`report KIND --output F`: what people carry out of the room."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import duckdb

from analysis.choices import area_code_of, ranking_groups_of, unit_code_of
from cli.choosing import book_to_read
from cli.reading import opened
from cli.saying import say
from data.errors import OutputNotWritable
from data.own_papers import own_papers
from data.store import Store
from reports.asking import Asked, answers_of
from reports.documents import DocumentKind, document_of
from words.catalogue import text

WRONG_USAGE = 2  # exit status, design section 5


def run_report(store: Store, arguments: argparse.Namespace) -> int:
    """0 where the file was written, 2 where the sheet of a unit names none.

    Raises UnknownChoice, NoRelease, UnknownRelease, OutputNotWritable, TemplateUnreadable,
    LetterheadUnreadable.
    """
    if arguments.kind == "unit" and not arguments.unit:
        print(text("command_line.unit_needed"), file=sys.stderr)
        return WRONG_USAGE
    with opened(store, book_to_read(store, arguments), arguments.release) as release:
        answers = answers_of(release, _asked(release, arguments), arguments.as_of)
        say("report_making", kind=arguments.kind)
        content = document_of(DocumentKind(arguments.kind), answers, own_papers(store))
    output = Path(arguments.output)
    try:
        output.write_bytes(content)
    except OSError as error:
        raise OutputNotWritable(file=str(output)) from error
    say("report_written", file=str(output))
    return 0


def _asked(release: duckdb.DuckDBPyConnection, arguments: argparse.Namespace) -> Asked:
    year: int | None = arguments.year
    group = ranking_groups_of(release, arguments.group, year)[0] if arguments.group else None
    unit = unit_code_of(release, arguments.unit, year) if arguments.unit else None
    area = area_code_of(release, arguments.area) if arguments.area else None
    return Asked(year=year, group=group, unit=unit, area=area)
