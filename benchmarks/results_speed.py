"""How long the results and each question take at 35 units x 90 leaves x 3 years."""

from __future__ import annotations

import random
import time

from analysis.publication import enrich
from analysis.questions import QUESTIONS, Filters, answer
from tests.analysis.by_hand import SCHEMA, Release

UNITS, AREAS, LEAVES, YEARS = 35, 9, 90, (2020, 2021, 2022)


def large_release() -> Release:
    """Three groups on one set of criteria, linked from year to year, two thirds of it lost to."""
    chance = random.Random(1)
    book = Release()
    leaves = {f"{1 + n % AREAS}.{n}": 2 for n in range(LEAVES)}
    for number in range(UNITS):
        book.unit(f"U{number:02d}", group=("A", "B", "C")[number % 3], years=YEARS)
    rows = []
    for year in YEARS:
        framework = book.framework(year, leaves)
        for code in leaves if year != YEARS[-1] else ():
            book.link(year, code, code)
        for number in range(UNITS):
            for code in leaves:
                for kind in ("self_assessed", "verified_1", "verified_2"):
                    points = chance.choice((2, 2, 1.75, 1.5, 1, 0.5))
                    row = (f"U{number:02d}", year, framework, code, kind, True, points)
                    rows.append((*row, 1))
    book.insert_many("score", rows)
    return book


def main() -> None:
    """Print seconds for the results, then milliseconds for each question."""
    book = large_release()
    started = time.perf_counter()
    for path in sorted((SCHEMA / "results").glob("*.sql")):
        one = time.perf_counter()
        book.connection.execute(path.read_text(encoding="utf-8"))
        print(f"  {path.name:32} {time.perf_counter() - one:6.3f} s")
    print(f"results          {time.perf_counter() - started:6.2f} s")
    started = time.perf_counter()
    enrich(book.connection)
    print(f"draws            {time.perf_counter() - started:6.2f} s")
    for name in QUESTIONS:
        answer(book.connection.cursor(), name, Filters(2021))
        started = time.perf_counter()
        rows = len(answer(book.connection.cursor(), name, Filters(2021)))
        print(f"{name:24} {1000 * (time.perf_counter() - started):6.1f} ms  {rows} rows")


if __name__ == "__main__":
    main()
