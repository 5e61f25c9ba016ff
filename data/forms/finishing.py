"""Turns a table that was read into what is handed on, with the problems its cells show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from data.forms.forms import Form
from data.forms.found import Context, FormTable, Found, LeftOut, Record, SourceFile
from data.forms.header import Layout
from data.forms.headings import stacked_keys
from data.forms.left_columns import (
    points_of_nobody,
    unrecognised_columns,
    values_under_no_heading,
)
from data.forms.records import Records, Run
from data.forms.table import Table
from data.problems import Problem, Severity
from data.sheets.grid import Place, cell_name
from data.sheets.xlsx_marks import column_number

REGISTER_LIKE = {Form.REMEDIATION, Form.FINDINGS}


def finished(file: SourceFile, table: Table, context: Context) -> tuple[FormTable, list[Problem]]:
    """The table as handed on, and what is wrong with its headings and cells."""
    sheet = table.sheet
    columns = _columns(table)
    records = _renamed(table, _with_points(table, context, table.records))
    problems = [*_doubled(file, table), *_broken(file, table), *_hidden(file, table)]
    if not records:
        problems.append(
            Problem(Severity.ERROR, "form_without_rows", file.name, sheet.name, found=table.form)
        )
    problems += unrecognised_columns(file, table)
    problems += values_under_no_heading(file, table)
    problems += points_of_nobody(file, table)
    left_out = (*_columns_left_out(table), *table.left_out)
    header = table.header
    handed_on = FormTable(
        file,
        sheet.name,
        table.form,
        context,
        columns,
        records,
        left_out,
        layout=header.layout.value,
        heading_rows=(header.block.top + 1, header.block.bottom + 1),
        across=_across(table),
        chosen=tuple(header.assignment.chosen),
    )
    return handed_on, problems


def _across(table: Table) -> tuple[Found, ...]:
    """The headings of a matrix; those of published areas are fields of their own."""
    header = table.header
    if header.layout is Layout.ROWS:
        return ()
    return tuple(header.heading(column) for column in header.across)


def _columns(table: Table) -> dict[str, Found]:
    header = table.header
    columns = {
        name: header.heading(column)
        for name, column in header.columns.items()
        if header.layout is Layout.ROWS or column not in header.across
    }
    if header.layout is Layout.ROWS:
        for number, column in enumerate(header.across):
            heading = header.heading(column)
            below = [*header.block.figures(column), *filter(None, [table.maxima.get(column)])]
            brackets = [f"({found.text.strip('()[] ')})" for found in below]
            text = " ".join([heading.text, *brackets])
            columns[f"area:{number + 1}"] = Found(text, text, heading.cell)
    for code, name in _names_alone(table):
        columns[name] = columns.pop(code)
    return columns


def _names_alone(table: Table) -> list[tuple[str, str]]:
    """Codes that are the only column of their thing, and the name they are handed on under."""
    names = {*table.header.columns}
    pairs = [("unit_code", "unit")]
    if table.form in REGISTER_LIKE:
        pairs.append(("criterion_code", "criterion"))
    return [(code, name) for code, name in pairs if code in names and name not in names]


def _renamed(table: Table, records: Records) -> Records:
    pairs = dict(_names_alone(table))
    if not pairs:
        return records
    return Records(
        part.renamed(pairs) if isinstance(part, Run) else _with_names(part, pairs)
        for part in records.parts
    )


def _with_names(record: Record, pairs: Mapping[str, str]) -> Record:
    fields = dict(record.fields)
    for code, name in pairs.items():
        code_cell = fields.pop(code, None)
        if code_cell and (name not in fields or fields[name].is_blank):
            fields[name] = code_cell
    return Record(record.row, fields)


def _with_points(table: Table, context: Context, records: Records) -> Records:
    """A score sheet's plain 'Điểm' is of the kind that its title says, else the last round."""
    if table.form is not Form.SCORES_UNIT or "points" not in table.header.columns:
        return records
    kind = context.kind.text if context.kind else "verified_2"
    return Records(
        Record(
            record.row,
            {
                (kind if n == "points" and kind not in record.fields else n): f
                for n, f in record.fields.items()
            },
        )
        for record in records
    )


def _columns_left_out(table: Table) -> Iterator[LeftOut]:
    block = table.header.block
    keys = {column: stacked_keys(texts)[:1] for column, texts in block.headings}
    for columns, reason in (
        (table.unknown, "column_unknown"),
        (table.header.assignment.ignored, "column_ignored"),
        (table.row_numbers, "row_number"),
    ):
        for column in columns:
            leaf = block.leaf(column)
            key = "".join(keys.get(column, ()))
            yield LeftOut(leaf.cell or "", leaf.text, reason, leaf.cell or "", key)


def _doubled(file: SourceFile, table: Table) -> Iterator[Problem]:
    header = table.header
    for name, column in header.assignment.doubled:
        if column in header.across:
            continue
        second, first = header.heading(column), header.heading(header.columns[name])
        yield Problem(
            Severity.ERROR,
            "two_columns_one_field",
            file.name,
            table.sheet.name,
            second.cell,
            second.text,
            f"{first.text} ({first.cell})",
        )


def _broken(file: SourceFile, table: Table) -> Iterator[Problem]:
    """Error cells and formulas without a stored value, where a record takes the cell."""
    errors, formulas = table.sheet.errors, table.sheet.marks.unstored
    if not errors and not formulas:
        return
    broken = {cell_name(row, column): sign for (row, column), sign in errors.items()}
    unstored = {cell_name(row, column) for row, column in formulas}
    seen: set[str] = set()
    for record in table.records:
        for found in record.fields.values():
            cell = found.cell or ""
            if cell in seen or (cell not in broken and cell not in unstored):
                continue
            seen.add(cell)
            code = "error_cell" if cell in broken else "formula_without_value"
            yield Problem(Severity.ERROR, code, file.name, table.sheet.name, cell, broken.get(cell))


def _hidden(file: SourceFile, table: Table) -> Iterator[Problem]:
    sheet = table.sheet
    if not table.records:
        return
    if sheet.is_hidden:
        yield Problem(Severity.WARNING, "hidden_sheet", file.name, sheet.name, found=sheet.name)
    if not sheet.marks.hidden_rows and not sheet.marks.hidden_columns:
        return
    taken = list(_taken(table))
    for code, hidden, axis in (
        ("hidden_rows", sheet.marks.hidden_rows, 0),
        ("hidden_columns", sheet.marks.hidden_columns, 1),
    ):
        places = sorted(place for place in taken if place[axis] in hidden)
        if places:
            names = dict.fromkeys(_name(place, axis) for place in places)
            yield Problem(
                Severity.WARNING,
                code,
                file.name,
                sheet.name,
                cell_name(*places[0]),
                ", ".join(names),
            )


def _taken(table: Table) -> set[Place]:
    """The cells with something in them that records hold."""
    places = set()
    for record in table.records:
        for found in record.fields.values():
            if found.cell and not found.is_blank:
                letters = found.cell.rstrip("0123456789")
                row = int(found.cell[len(letters) :]) - 1
                if row + 1 == record.row:
                    places.add((row, column_number(letters)))
    return places


def _name(place: Place, axis: int) -> str:
    return str(place[0] + 1) if axis == 0 else cell_name(*place).rstrip("0123456789")
