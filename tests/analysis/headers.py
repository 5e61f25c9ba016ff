"""What the header of a question says, and the page of docs that is made of all headers.

`python -m tests.analysis.headers` writes docs/questions.md anew.
"""

from __future__ import annotations

import re
from pathlib import Path

from analysis.ask import question
from analysis.questions import QUESTIONS

PAGE = Path(__file__).parents[2] / "docs" / "questions.md"
FIELDS = ("Question", "One row", "Order", "Parameters", "Columns", "Source")
HEAD = """# Questions

Made from the headers of `analysis/sql` by `python -m tests.analysis.headers`; a test holds each
header to its query. Ask by name: `python run.py show NAME`, or `analysis.questions.answer`.
"""


def header(file: str) -> dict[str, str]:
    """The header's fields, continuation lines joined."""
    fields: dict[str, str] = {}
    current = ""
    for line in question(file).text.splitlines():
        if not line.startswith("--"):
            break
        if match := re.match(r"-- ([A-Z][A-Za-z ]+): +(.*)", line):
            current = match[1]
            fields[current] = match[2]
        elif current:
            fields[current] += " " + line.removeprefix("--").strip()
    return fields


def columns_said(file: str) -> list[tuple[str, str]]:
    """Name and type of each column, in order; commas within a type part nothing."""
    depth, parts = 0, [""]
    for character in header(file)["Columns"]:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    pairs = [part.strip().split(" ", 1) for part in parts]
    return [(column, kind) for column, kind in pairs]


def page() -> str:
    """The page of all registered questions, in the order of the registry."""
    sections = [HEAD]
    for name, registered in QUESTIONS.items():
        told = header(registered.file)
        columns = "\n".join(f"| {c} | {k} |" for c, k in columns_said(registered.file))
        sections.append(
            f"## {name}\n\n**{told['Question']}** (`analysis/sql/{registered.file}.sql`)\n\n"
            f"- One row: {told['One row']}\n- Order: {told['Order']}\n"
            f"- Takes: {told['Parameters']}\n- Year where none is named: "
            f"{registered.default_year.value}\n- Source: {told['Source']}\n\n"
            f"| column | type |\n| --- | --- |\n{columns}\n"
        )
    return "\n".join(sections)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
