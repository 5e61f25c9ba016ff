"""`template FORM --output F`: an empty workbook that comes back through `import`."""

from __future__ import annotations

import argparse
from pathlib import Path

from analysis.questions import Filters, answer
from analysis.rows import rows_of
from cli.choosing import book_to_read
from cli.reading import opened
from cli.saying import say
from data.errors import OutputNotWritable
from data.forms.forms import Form
from data.store import Store
from reports.templates import TemplateContent, write_template


def run_template(store: Store, arguments: argparse.Namespace) -> int:
    """0 where the file was written, 3 where it could not be."""
    output = Path(arguments.output)
    with opened(store, book_to_read(store, arguments)) as release:
        units = rows_of(answer(release, "units", Filters(ranking_group=arguments.group)))
    names = [str(unit["unit_name"]) for unit in units]
    content = TemplateContent(names, arguments.year, arguments.group)
    try:
        write_template(Form(arguments.form), content, output)
    except OSError as error:
        raise OutputNotWritable(file=str(output)) from error
    say("template_written", file=str(output))
    return 0
