"""`backup` and `restore`: the whole store as one file, and back."""

from __future__ import annotations

import argparse
from pathlib import Path

from cli.saying import say
from data.backups import back_up, restore
from data.store import Store


def run_backup(store: Store, arguments: argparse.Namespace) -> int:
    """0 where it was written. Raises ImportInProgress, StoreNotWritable, OutputNotWritable."""
    output = Path(arguments.output)
    count = back_up(store, output)
    say("backup_written", file=str(output), count=str(count))
    return 0


def run_restore(store: Store, arguments: argparse.Namespace) -> int:
    """0 where the store is what the file holds. Raises BackupUnreadable, ImportInProgress,
    StoreNotWritable."""
    aside = restore(store, Path(arguments.file))
    say("restored", file=arguments.file)
    if aside is not None:
        say("restored_aside", folder=str(aside))
    return 0
