"""The form `links`: what becomes of each leaf in the next criteria set."""

from __future__ import annotations

import re
from itertools import product

from data.forms.found import FormTable, Found, Hints, Record, Staged
from data.reference import Reference
from data.resolving.codes import mended, printed_code
from data.resolving.criterion_finder import CriterionFinder
from data.resolving.kinds import kinds_of
from data.resolving.resolution import Resolution, filled, year_in
from data.text_keys import plain_key

LINK_KINDS = {
    "giữ nguyên": "unchanged",
    "không đổi": "unchanged",
    "không thay đổi": "unchanged",
    "đổi mã": "new_code",
    "đổi điểm tối đa": "new_maximum",
    "đổi điểm": "new_maximum",
    "gộp": "merged",
    "tách": "split",
    "bỏ": "dropped",
    "mới": "new",
}
BY_KEY = {plain_key(word): kind for word, kind in LINK_KINDS.items()} | {
    kind: kind for kind in LINK_KINDS.values()
}
SEPARATORS = re.compile(r"\s*[;+&\n]\s*|,\s+|\s+và\s+")


def resolve_links(table: FormTable, reference: Reference, hints: Hints) -> Staged:
    """Rows for submitted.criterion_link, one a kind of units and pair of leaves."""
    work = Resolution(table, hints)
    codes = {name: _codes(table, name) for name in ("from_code", "to_code")}
    for place, record in enumerate(table.records):
        written = {name: of_column[place] for name, of_column in codes.items()}
        _resolve_row(work, reference, record, written)
    return work.staged


def _codes(table: FormTable, name: str) -> list[str]:
    """Codes of a column; one that a spreadsheet cut is mended by those above it."""
    as_found = []
    for record in table.records:
        found = filled(record, name)
        as_found.append(printed_code(found.value) if found else "")
    return mended(as_found)


def _resolve_row(
    work: Resolution, reference: Reference, record: Record, written: dict[str, str]
) -> None:
    link_kind = _link_kind(work, record)
    kinds = _unit_kinds(work, reference, record)
    years = [_year(work, record, name) for name in ("from_year", "to_year")]
    if link_kind is None or not kinds or years[0] is None or years[1] is None:
        return
    if years[0] >= years[1]:
        work.error("years_reversed", filled(record, "to_year"))
        return
    for unit_kind in kinds:
        from_codes = _side(work, reference, record, "from_code", written, (years[0], unit_kind))
        to_codes = _side(work, reference, record, "to_code", written, (years[1], unit_kind))
        if from_codes is None or to_codes is None:
            continue
        for from_code, to_code in product(
            [None] if link_kind == "new" else from_codes,
            [None] if link_kind == "dropped" else to_codes,
        ):
            work.staged.add(
                "criterion_link",
                work.source(filled(record, "from_code", "to_code")),
                unit_kind=unit_kind,
                from_year=years[0],
                from_code=from_code,
                to_year=years[1],
                to_code=to_code,
                link_kind=link_kind,
            )


def _link_kind(work: Resolution, record: Record) -> str | None:
    found = filled(record, "link_kind")
    if found is None:
        work.error("link_kind_missing", filled(record, "from_code", "to_code"))
        return None
    kind = BY_KEY.get(plain_key(found.text)) or BY_KEY.get(found.text)
    if kind is None:
        work.error("link_kind_unknown", found, "; ".join(LINK_KINDS))
        return None
    side = "to_code" if kind == "new" else "from_code"
    needed = [side] if kind in {"new", "dropped"} else ["from_code", "to_code"]
    for name in needed:
        if filled(record, name) is None:
            work.error(f"{name}_missing", found)
            return None
    return kind


def _unit_kinds(work: Resolution, reference: Reference, record: Record) -> tuple[str, ...]:
    found = filled(record, "unit_kind") or work.table.context.group
    option = work.hints.group
    if found is None and not option:
        work.error("group_missing", filled(record, "from_code", "to_code"))
        return ()
    kinds = kinds_of(found.text if found else str(option), reference.units)
    if not kinds:
        work.error("group_unknown", found or Found(option, str(option), None))
    return kinds


def _year(work: Resolution, record: Record, name: str) -> int | None:
    found = filled(record, name)
    if found is None:
        work.missing("year_missing", record, name)
        return None
    year = year_in(found.text)
    if year is None:
        work.error("year_unknown", found)
    return year


def _side(
    work: Resolution,
    reference: Reference,
    record: Record,
    name: str,
    written: dict[str, str],
    of_set: tuple[int, str],
) -> list[str] | None:
    """The leaves that a cell names in its set; null where one of them is none (told)."""
    found = filled(record, name)
    if found is None:
        return []
    criteria = reference.criteria.get(of_set)
    if not criteria:
        work.error("criteria_set_missing", found, str(of_set[0]))
        return None
    finder = CriterionFinder(criteria)
    codes = []
    for text in _texts(finder, written[name], found):
        match = finder.find_text(text)
        if match.criterion is None:
            work.error(match.problem or "criterion_unknown", found, _names(match.candidates))
            return None
        if not match.criterion.is_leaf:
            work.error("link_not_of_a_leaf", found)
            return None
        codes.append(match.criterion.criterion_code)
    return codes


def _texts(finder: CriterionFinder, mended_code: str, found: Found) -> list[str]:
    if mended_code in finder:
        return [mended_code]
    whole = finder.find_text(found.text)
    if whole.criterion is not None:
        return [found.text]
    raw = found.value if isinstance(found.value, str) else found.text
    return [part for part in SEPARATORS.split(raw) if part.strip()]


def _names(candidates: tuple[str, ...]) -> str | None:
    return "; ".join(candidates) or None
