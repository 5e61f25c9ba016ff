"""The form `criteria`: a set of criteria for a year and one or more kinds of units."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from data.forms.found import FormTable, Found, Hints, Record, Staged
from data.reference import Reference
from data.resolving.criteria_rows import CriteriaRows, CriterionRow, criteria_rows
from data.resolving.criterion_finder import CriterionFinder, CriterionMatch
from data.resolving.kinds import KNOWN_KINDS, kinds_of
from data.resolving.maxima import check_maxima
from data.resolving.nesting import nest
from data.resolving.reform_areas import reform_area_of
from data.resolving.resolution import Resolution, filled, text_of
from data.resolving.survey import is_survey
from data.text_keys import plain_key

__all__ = ["CriterionFinder", "CriterionMatch", "framework_id", "resolve_criteria"]

RANKS_ADJUSTED = re.compile(
    r"(?<!khong )xep (?:hang|thu hang) (?:[a-z]+ ){0,4}theo (?:[a-z]+ ){0,6}"
    r"sau (?:[a-z]+ ){0,3}cong (?:[a-z]+ ){0,2}tru"
)


def resolve_criteria(table: FormTable, reference: Reference, hints: Hints) -> Staged:
    """Rows for submitted.framework and submitted.criterion.

    One set a sheet; columns for year and kind of units may hold several. A set that names no
    kind of units is that of the option, else of the only kind that the book's own units have.
    """
    work = Resolution(table, hints)
    for (year_text, group_text), records in _sets(table.records).items():
        _resolve_set(work, reference, records, has_column=bool(year_text or group_text))
    return work.staged


def framework_id(year: int, kinds: Sequence[str]) -> str:
    """A set is known by its year and the kinds of units it applies to."""
    return f"{year} {', '.join(sorted(kinds))}"


def _sets(records: Iterable[Record]) -> dict[tuple[str, str], list[Record]]:
    """Records by what their own columns say of year and kind; rows that say nothing follow."""
    sets: dict[tuple[str, str], list[Record]] = defaultdict(list)
    key = ("", "")
    for record in records:
        said = (record.text("year"), record.text("group"))
        key = said if any(said) else key
        sets[key].append(record)
    return sets


def _resolve_set(
    work: Resolution, reference: Reference, records: list[Record], *, has_column: bool
) -> None:
    listed = criteria_rows(work, records)
    nest(listed.rows)
    listed.rows = [row for row in listed.rows if not row.is_rule]
    has_method = any(record.text("assessed_by") for record in records)
    for row in listed.rows:
        row.is_survey = not row.children and is_survey(row, has_column=has_method)
    check_maxima(work, listed)
    _make_codes_unique(work, listed.rows)
    first = next((r for r in records if has_column and (r.text("year") or r.text("group"))), None)
    year = work.year(first or next(iter(records), None))
    kinds = _kinds(work, reference, first)
    if year is not None and kinds and listed.rows:
        _stage(work, listed, year, kinds)


def _kinds(work: Resolution, reference: Reference, record: Record | None) -> tuple[str, ...]:
    found = filled(record, "group") or work.table.context.group
    asked = kinds_of(work.hints.group, reference.units) if work.hints.group else ()
    if found is not None:
        kinds = kinds_of(found.text, reference.units)
        if not kinds:
            work.error("group_unknown", found, "; ".join(_kinds_in_use(reference)) or None)
        elif asked and not set(asked) & set(kinds):
            work.error("group_contradicts_option", found, work.hints.group)
        return kinds
    kinds = asked or _only_kind(reference)
    if not kinds:
        work.error("group_missing", None, "; ".join(_kinds_in_use(reference)) or None)
    return kinds


def _only_kind(reference: Reference) -> tuple[str, ...]:
    """The one kind of the units that a book has beside the shipped ones, or of all its units."""
    kinds = {unit.unit_kind for unit in reference.units}
    own = kinds - KNOWN_KINDS
    only = own if len(own) == 1 else kinds
    return tuple(only) if len(only) == 1 else ()


def _kinds_in_use(reference: Reference) -> list[str]:
    return sorted({name for unit in reference.units for name in unit.groups.values() if name})


def _make_codes_unique(work: Resolution, rows: Sequence[CriterionRow]) -> None:
    """A code that the set repeats is prefixed with its area, everywhere it stands (7.2).

    Where it is repeated inside one area ('1' below 'I' and 'II' of part 'A'), the row above
    stands between: 'A.I.1'.
    """
    printed = {row: row.code for row in rows}
    for row in _repeated(rows):
        row.code = f"{row.root.code}.{printed[row]}"
    for row in _repeated(rows):
        if row.parent is not None and row.parent.parent is not None:
            above, area = row.parent.code, row.root.code
            path = above if above.startswith(f"{area}.") else f"{area}.{above}"
            row.code = f"{path}.{printed[row]}"
    seen: set[str] = set()
    for row in rows:
        if row.code in seen:
            work.error("criterion_code_repeated", filled(row.record, "code") or row.found)
        seen.add(row.code)


def _repeated(rows: Sequence[CriterionRow]) -> list[CriterionRow]:
    counts = Counter(row.code for row in rows)
    return [row for row in rows if counts[row.code] > 1 and row.parent is not None]


def _stage(work: Resolution, listed: CriteriaRows, year: int, kinds: Sequence[str]) -> None:
    context = work.table.context
    name = framework_id(year, kinds)
    work.staged.add(
        "framework",
        work.source(context.title or listed.rows[0].found),
        framework_id=name,
        year=year,
        unit_kinds=sorted(kinds),
        title=_text(context.title),
        legal_basis=_text(context.legal_basis),
        ranks_adjusted=_ranks_adjusted(work.table),
    )
    for position, row in enumerate(listed.rows, start=1):
        _stage_row(work, row, name, position)


def _stage_row(work: Resolution, row: CriterionRow, framework: str, position: int) -> None:
    is_area = row.parent is None and row.section == "main"
    work.staged.add(
        "criterion",
        work.source(row.found),
        framework_id=framework,
        criterion_code=row.code,
        parent_code=row.parent.code if row.parent else None,
        area_code=row.root.code,
        position=position,
        depth=_depth(row),
        criterion_name=row.name,
        printed_maximum=row.maximum,
        section=row.section,
        is_survey=row.is_survey,
        is_leaf=not row.children,
        own_reform_area=reform_area_of(row.name) if is_area else None,
        rule=row.rule,
        evidence_required=text_of(row.record, "evidence_required"),
        note=text_of(row.record, "note"),
    )


def _depth(row: CriterionRow) -> int:
    return _depth(row.parent) + 1 if row.parent else 0


def _text(found: Found | None) -> str | None:
    return found.text or None if found else None


def _ranks_adjusted(table: FormTable) -> bool:
    """True if the set says that it ranks by the total after bonus and penalty (1.6)."""
    texts = [table.context.all_text]
    for record in table.records:
        texts += [found.text for found in record.fields.values()]
    return any(RANKS_ADJUSTED.search(f"{plain_key(text)} ") for text in texts)
