"""`demo`: the illustration book with its two releases."""

from __future__ import annotations

import argparse

from analysis.publication import enrich
from cli.saying import say, saying_steps
from data.books import Book
from data.illustration import load_illustration
from data.releases import current_release
from data.store import Store


def run_demo(store: Store, _arguments: argparse.Namespace) -> int:
    """0, also where the illustration was loaded before."""
    published = load_illustration(store, enrich=enrich, progress=saying_steps())
    if published:
        say("demo_loaded", releases=", ".join(release.release_id for release in published))
        return 0
    current = current_release(store, Book.ILLUSTRATION)
    say("nothing_to_publish", release_id=current.release_id if current else "–")
    return 0
