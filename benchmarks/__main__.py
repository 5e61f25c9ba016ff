"""`python run.py benchmark`: pages, questions, publication, import; at city size and beyond it."""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from benchmarks.import_speed import import_times
from benchmarks.large_release import LEAVES, YEARS, Size, large_release
from benchmarks.measuring import Measured
from benchmarks.pages import page_times
from benchmarks.publication import extremes_times, publication_times
from benchmarks.questions import question_times
from tests.ui.invented import store_with

PARTS = ("publication", "question", "page", "import")
COLUMNS = ("part", "name", "units", "cold_ms", "warm_ms", "processor_ms", "beside_empty_page")


def run(arguments: argparse.Namespace) -> Iterator[Measured]:
    """Every measurement as it comes, size by size."""
    for units in arguments.units:
        say(f"{units} units × {arguments.leaves} leaves × {len(YEARS)} years …")
        book = large_release(Size(units, arguments.leaves))
        published = publication_times(book, units=units)
        if "publication" in arguments.parts:
            yield from published
        if "question" in arguments.parts:
            yield from question_times(book.connection, units=units, runs=arguments.runs)
        if "page" in arguments.parts:
            with tempfile.TemporaryDirectory(prefix="cchc-benchmark-") as place:
                home = store_with(Path(place), book, is_finished=True)
                yield from page_times(home, units=units, runs=arguments.runs)
    if "publication" in arguments.parts:
        yield extremes_times(runs=arguments.runs)
    if "import" in arguments.parts:
        say("50,400 points, read, checked and imported …")
        yield from import_times(runs=arguments.runs)


def say(words: str) -> None:
    """Progress, where answers do not stand."""
    print(words, file=sys.stderr, flush=True)


def machine() -> dict[str, str]:
    """What the figures were taken on."""
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "processors": str(os.cpu_count()),
    }


def as_table(rows: Iterable[Measured]) -> str:
    """The measurements for people."""
    cells = [list(COLUMNS)] + [
        ["–" if asdict(row)[name] is None else str(asdict(row)[name]) for name in COLUMNS]
        for row in rows
    ]
    widths = [max(len(line[place]) for line in cells) for place in range(len(COLUMNS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    )


def _print_csv(rows: Iterable[Measured]) -> None:
    writer = csv.DictWriter(sys.stdout, COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(row) for row in rows)


def parser() -> argparse.ArgumentParser:
    """The options; `cli` hands its own on."""
    options = argparse.ArgumentParser(prog="run.py benchmark")
    options.add_argument("--units", type=int, nargs="+", default=[35, 250])
    options.add_argument("--leaves", type=int, default=LEAVES)
    options.add_argument("--runs", type=int, default=9)
    options.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    options.add_argument("--format", choices=("table", "json", "csv"), default="table")
    options.add_argument("--output")
    return options


def main(words: list[str] | None = None) -> int:
    """0 when everything was measured; figures are never judged here."""
    arguments = parser().parse_args(words)
    rows = list(run(arguments))
    told = {"machine": machine(), "measured": [asdict(row) for row in rows]}
    as_json = json.dumps(told, ensure_ascii=False, indent=2)
    if arguments.output:
        Path(arguments.output).write_text(as_json + "\n", encoding="utf-8")
    if arguments.format == "csv":
        _print_csv(rows)
    else:
        print(as_json if arguments.format == "json" else as_table(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
