"""What a change is about, in words: a row of a register by what it says, never by its key."""

from __future__ import annotations

from data.difference import Change, Difference
from ui.answer import rows
from ui.asked import Filters
from words import formats
from words.catalogue import text

LONGEST = 80  # letters of a description; the download of the register has the rest
# Table of a change -> the field by which the difference tells a row that is new or gone.
TOLD_BY = {
    "finding": "description",
    "remediation": "criterion_text",
    "initiative": "initiative_name",
    "inspection": "planned_on",
}


def item_words(changed: Difference, asked: Filters) -> dict[tuple[str, str], str]:
    """(table, key) -> what a reader calls the row; what only changed is asked of the draft."""
    words = {
        (change.table_name, change.item): _shortened(change)
        for change in changed.changes
        if TOLD_BY.get(change.table_name) == change.field and (change.after or change.before)
    }
    remaining = {change.table_name for change in changed.changes} & {*TOLD_BY}
    if "finding" in remaining:
        for row in rows("findings", asked):
            words.setdefault(("finding", row["finding_id"]), _cut(row["description"]))
    if "initiative" in remaining:
        for row in rows("initiatives", asked):
            words.setdefault(("initiative", row["initiative_id"]), _cut(row["name"]))
    if "inspection" in remaining:
        for row in rows("inspections", asked):
            day = formats.date(row["held_on"] or row["planned_on"])
            words.setdefault(
                ("inspection", row["inspection_id"]), text("desk.item_inspection", day=day)
            )
    return words


def item_of_remediation(change: Change, criteria: dict[tuple[int, str], str]) -> str:
    """'2021-305-I.2-1' as the criterion: 'I.2 Kế hoạch'."""
    _, _, rest = change.item.partition(f"-{change.unit_code}-")
    code = rest.rpartition("-")[0]
    return f"{code} {criteria.get((change.year or 0, code), '')}".strip() or change.item


def _shortened(change: Change) -> str:
    told = change.after or change.before or ""
    if change.table_name == "inspection":
        return text("desk.item_inspection", day=formats.iso_date(told))
    return _cut(told)


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
