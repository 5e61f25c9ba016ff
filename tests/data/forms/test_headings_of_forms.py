"""Every heading and synonym of forms.md finds its field, beside what its form cannot be without."""

from __future__ import annotations

import pytest

from data.forms.forms import Form, fields_of
from data.forms.headings import assign, vocabulary
from tests.data.forms.headings_of_forms import HEADINGS, LEAST
from tests.data.forms.reader import read, sheet_of

EVERY = [
    (form, name, heading)
    for form, fields in HEADINGS.items()
    for name, headings in fields.items()
    for heading in headings.split("|")
]


def _columns(form: str, changed: dict[str, str]) -> dict[str, str]:
    """Field -> heading: the least of the form, with the headings that a test changes."""
    return {name: HEADINGS[form][name].split("|")[0] for name in LEAST[form]} | changed


@pytest.mark.parametrize(("form", "name", "heading"), EVERY)
def test_a_heading_of_forms_md_finds_its_field(form: str, name: str, heading: str) -> None:
    columns = _columns(form, {name: heading})
    values = [LEAST[form].get(field, "x") for field in columns]
    sheet = sheet_of([["KẾT QUẢ NĂM 2021"], [], list(columns.values()), values])

    (table,) = read(sheet).tables

    assert table.form == form
    place = list(columns).index(name)
    assert table.columns[name].cell == f"{'ABCDEFGH'[place]}3"
    assert table.records[0].text(name) == values[place]


@pytest.mark.parametrize("spelled", [str.upper, str.lower, lambda t: t.replace(" ", "\n")])
@pytest.mark.parametrize("form", sorted(LEAST))
def test_case_and_line_breaks_in_headings_do_not_matter(form: str, spelled: object) -> None:
    assert callable(spelled)
    headings = [spelled(heading) for heading in _columns(form, {}).values()]
    sheet = sheet_of([headings, list(LEAST[form].values())])

    (table,) = read(sheet).tables

    assert (table.form, set(table.columns)) == (form, set(LEAST[form]))


@pytest.mark.parametrize("form", sorted(set(LEAST) - {"links"}))
def test_all_columns_of_a_form_stand_side_by_side(form: str) -> None:
    headings = {name: text.split("|")[0] for name, text in HEADINGS[form].items()}
    values = [LEAST[form].get(name, "x") for name in headings]
    sheet = sheet_of([list(headings.values()), values])

    reading = read(sheet)

    assert (reading.problems, reading.tables[0].form) == ((), form)
    assert set(reading.tables[0].columns) == set(headings)


@pytest.mark.parametrize("form", list(Form))
def test_no_heading_means_two_fields_of_one_form_with_equal_strength(form: Form) -> None:
    for key, meanings in vocabulary(form).items():
        tiers = [tier for tier, _ in meanings]
        assert len(tiers) == len(set(tiers)), (form, key, meanings)


@pytest.mark.parametrize("form", [form for form in Form if form is not Form.SCORES_MATRIX])
def test_the_printed_headings_of_a_template_are_told_apart(form: Form) -> None:
    printed = [field for field in fields_of(form) if field.is_in_template]
    assignment = assign(form, [(n, (field.heading,)) for n, field in enumerate(printed)])

    assert assignment.doubled == []
    assert assignment.columns == {field.name: n for n, field in enumerate(printed)}
