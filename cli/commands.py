"""From the parsed words to the module that does it."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from cli.backups import run_backup, run_restore
from cli.benchmark import run_benchmark
from cli.demo import run_demo
from cli.doctor import run_doctor
from cli.importing import run_check, run_import, run_imports, run_withdraw
from cli.publishing import run_publish, run_releases, run_rollback
from cli.receipts import run_receipts
from cli.reporting import run_report
from cli.show import run_show
from cli.starting import run_app
from cli.template import run_template
from cli.testing import run_test
from data.store import Store

Command = Callable[[Store, argparse.Namespace], int]

COMMANDS: dict[str | None, Command] = {
    None: run_app,
    "test": run_test,
    "benchmark": run_benchmark,
    "demo": run_demo,
    "template": run_template,
    "check": run_check,
    "import": run_import,
    "imports": run_imports,
    "receipts": run_receipts,
    "withdraw": run_withdraw,
    "publish": run_publish,
    "releases": run_releases,
    "rollback": run_rollback,
    "doctor": run_doctor,
    "backup": run_backup,
    "restore": run_restore,
    "show": run_show,
    "report": run_report,
}


def run(store: Store, arguments: argparse.Namespace) -> int:
    """Exit status of the command that the words name."""
    return COMMANDS[arguments.command](store, arguments)
