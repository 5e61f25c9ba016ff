"""The words and options of the command line (design section 5)."""

from __future__ import annotations

import argparse
import datetime
from typing import NoReturn

from cli.show import shown_questions
from cli.template import EXPLANATION
from data.forms.forms import Form
from reports.documents import DocumentKind
from words.catalogue import text


class Parser(argparse.ArgumentParser):
    """Says in the user's language that the words were wrong; exit status 2."""

    def error(self, message: str) -> NoReturn:
        """One sentence, then how the command is used."""
        self.exit(2, f"{text('command_line.wrong_usage')} {message}\n{self.format_usage()}")


def _day(value: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(text("command_line.not_a_day", found=value)) from wrong


def _common() -> Parser:
    common = Parser(add_help=False)
    common.add_argument("--lang", choices=("vi", "en"), default="vi")
    common.add_argument("--format", choices=("table", "json", "csv"), default="table")
    common.add_argument("--book", choices=("illustration", "real"))
    return common


def _hints() -> Parser:
    hints = Parser(add_help=False)
    hints.add_argument("--year", type=int)
    hints.add_argument("--group")
    hints.add_argument("--unit")
    hints.add_argument("--form", choices=[form.value for form in Form])
    hints.add_argument("--kind", choices=("self_assessed", "verified", "survey"))
    return hints


def build_parser() -> Parser:
    """The whole command line; `command` is null where the app is to start."""
    parser = Parser(prog="run.py", description=text("command_line.what"))
    common, hints = _common(), _hints()
    commands = parser.add_subparsers(dest="command", parser_class=Parser)

    def command(name: str, *parents: Parser) -> Parser:
        about = text(f"command_line.about_{name}")
        return commands.add_parser(name, parents=[common, *parents], help=about, description=about)

    test = command("test")
    test.add_argument("--fast", action="store_true")
    test.add_argument("--all", action="store_true")
    _add_benchmark(command("benchmark"))
    command("demo")
    template = command("template")
    template.add_argument("form", choices=[*(form.value for form in Form), EXPLANATION])
    template.add_argument("--output", required=True)
    template.add_argument("--year", type=int)
    template.add_argument("--group")
    template.add_argument("--unit")
    for name in ("check", "import"):
        reading = command(name, hints)
        reading.add_argument("files", nargs="+")
        if name == "check":
            reading.add_argument("--marked-copies", metavar="FOLDER")
        if name == "import":
            reading.add_argument("--publish", action="store_true")
            reading.add_argument("--as-of", type=_day)
    publish = command("publish")
    publish.add_argument("--as-of", type=_day)
    command("releases")
    command("rollback").add_argument("release")
    command("imports")
    receipts = command("receipts")
    receipts.add_argument("--year", type=int)
    receipts.add_argument("--group")
    command("withdraw").add_argument("import_id")
    command("doctor")
    command("backup").add_argument("--output", required=True)
    command("restore").add_argument("file")
    _add_show(command("show"))
    _add_report(command("report"))
    return parser


def _add_report(report: Parser) -> None:
    report.add_argument("kind", choices=[kind.value for kind in DocumentKind])
    report.add_argument("--output", required=True)
    report.add_argument("--year", type=int)
    report.add_argument("--group")
    report.add_argument("--unit")
    report.add_argument("--area")
    report.add_argument("--as-of", type=_day)
    report.add_argument("--release")


def _add_benchmark(benchmark: Parser) -> None:
    parts = ("publication", "question", "page", "import")
    benchmark.add_argument("--units", type=int, nargs="+", default=[35, 250])
    benchmark.add_argument("--leaves", type=int, default=90)
    benchmark.add_argument("--runs", type=int, default=9)
    benchmark.add_argument("--parts", nargs="+", choices=parts, default=[*parts])
    benchmark.add_argument("--output")


def _add_show(show: Parser) -> None:
    show.add_argument("question", choices=shown_questions())
    show.add_argument("--year", type=int)
    show.add_argument("--group")
    show.add_argument("--unit", action="append", default=[])
    show.add_argument("--area")
    show.add_argument("--as-of", type=_day)
    show.add_argument("--release")
