"""`python -m tests.fuzz --count N --seed S`: mutants of the workbooks, and which break a rule."""

from __future__ import annotations

import argparse
import collections
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.invariants import Trial, breaches_of_import, prepared_store
from tests.fuzz.mutants import Mutant, mutant

PROGRESS_EVERY = 100


def run(arguments: argparse.Namespace, folder: Path) -> int:
    """The number of mutants that broke a rule; each is kept where --keep says."""
    store = prepared_store(folder / "store")
    numbers = arguments.only or range(arguments.first, arguments.first + arguments.count)
    kinds: collections.Counter[str] = collections.Counter()
    broken = 0
    start = time.monotonic()
    trial = Trial(store, folder)
    with trial.stack:
        for place, number in enumerate(numbers, start=1):
            drawn = mutant(arguments.seed, number)
            kinds[drawn.edit] += 1
            breaches = trial.look(drawn)
            broken += bool(breaches)
            _tell(drawn, breaches, arguments.keep)
            if place % PROGRESS_EVERY == 0:
                print(
                    f"{place} mutants, {broken} broken, {time.monotonic() - start:.0f} s",
                    flush=True,
                )
    every = arguments.store_every
    for number in (n for n in numbers if every and n % every == 0):
        broken += _imported(store, folder, mutant(arguments.seed, number), arguments.keep)
    print(f"seed {arguments.seed}: {sum(kinds.values())} mutants {dict(kinds)}, {broken} broken")
    return broken


def _imported(store, folder: Path, drawn: Mutant, keep: Path | None) -> bool:
    copy = folder / "copy"
    shutil.copytree(store.home, copy)
    path = folder / drawn.name
    path.write_bytes(drawn.content)
    breaches = breaches_of_import(type(store)(copy), path, drawn.original.hints)
    shutil.rmtree(copy)
    path.unlink()
    _tell(drawn, breaches, keep)
    return bool(breaches)


def _tell(drawn: Mutant, breaches: list[str], keep: Path | None) -> None:
    for breach in breaches:
        print(
            f"{drawn.number} {drawn.original.path.parent.name} {drawn.edit}: {breach}", flush=True
        )
    if breaches and keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / drawn.name).write_bytes(drawn.content)


def main() -> int:
    """1 if a mutant broke a rule."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--only", type=int, nargs="*")
    parser.add_argument("--store-every", type=int, default=0, help="import each n-th, twice")
    parser.add_argument("--keep", type=Path, help="a folder for the files that broke a rule")
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        return 1 if run(parser.parse_args(), Path(place)) else 0


if __name__ == "__main__":
    sys.exit(main())
