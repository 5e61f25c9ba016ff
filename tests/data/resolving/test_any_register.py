"""Whatever stands in a register, it becomes rows or problems, never an accident."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from data.forms.forms import Form, fields_of
from data.forms.found import CellValue, Hints
from data.problems import Severity
from data.stages import RESOLVERS
from tests.data.resolving.register_tables import BOOK, register

REGISTERS = (Form.REMEDIATION, Form.INSPECTIONS, Form.FINDINGS, Form.INITIATIVES)
WORDS = (
    "Quận Lê Chân", "2.3", "15/TB-ĐKT ngày 31/9/2022", "đã khắc phục", "tồn tại", "TTHC",
    "tháng 13/2022", "quý IV", "1.250", "-0,5", "KĐG", "x", "năm 2021, STT 2", "cá nhân", "2021",
)  # fmt: skip
CELLS: st.SearchStrategy[CellValue] = st.one_of(
    st.none(),
    st.sampled_from(WORDS),
    st.text(max_size=12),
    st.integers(-3, 3000),
    st.floats(-5, 50, allow_nan=False),
    st.booleans(),
    st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)),
)


@pytest.mark.parametrize("form", REGISTERS)
@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_a_row_is_staged_or_refused_with_a_reason(form: Form, data: st.DataObject) -> None:
    names = [field.name for field in fields_of(form)]
    row = {name: data.draw(CELLS, label=name) for name in names}
    assume(any(value not in (None, "") for value in row.values()))  # readers drop blank rows
    table = register(form, row, year=data.draw(st.sampled_from([None, 2021, 2022])))
    staged = RESOLVERS[form](table, BOOK, Hints())
    rows = [one for of_table in staged.rows.values() for one in of_table]
    errors = [p for p in staged.problems if p.severity is Severity.ERROR]
    assert rows or errors
    assert all(p.cell for p in errors)
