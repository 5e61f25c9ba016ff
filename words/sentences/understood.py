"""What was understood of a table, in one sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping

from data.understood import UnderstoodTable
from words import formats
from words.catalogue import counted, text, word_for
from words.fields import field_word, field_words


def table_sentence(table: UnderstoodTable) -> str:
    """Form, layout and headings, then how many rows were taken and how many not."""
    first, last = table.heading_rows
    rows = str(first) if first == last else f"{first}–{last}"
    key = "table" if table.is_read else "table_unread"
    left_out = sum(run.row_count for run in table.left_out)
    return text(
        f"understood.{key}",
        form=word_for("term.form", table.form),
        layout=text(f"understood.layout_{table.layout}"),
        rows=rows,
        taken=counted("understood.rows", table.row_count, count=formats.count(table.row_count)),
        left_out=counted("understood.rows", left_out, count=formats.count(left_out)),
    )


def missing_sentence(table: UnderstoodTable) -> str | None:
    """Which columns the form cannot be without; null where all are there."""
    groups = [words for group in table.missing if (words := field_words(table.form, group))]
    return text("understood.missing", fields="; ".join(groups)) if groups else None


def choices_sentence(options: str, headings: Mapping[str, str]) -> str | None:
    """With which choices of a column a file was read; `options` as the import keeps them."""
    chosen = [
        text(
            "understood.choice",
            heading=headings.get(choice["key"], choice["key"]),
            field=field_word(choice["form"], choice["field"])
            if choice["field"]
            else text("understood.pass_over"),
        )
        for choice in json.loads(options or "{}").get("columns", ())
    ]
    return "; ".join(chosen) or None
