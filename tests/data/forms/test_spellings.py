"""A file is read again only where the spellings that came to be known are among those it asked."""

from __future__ import annotations

import pytest

from data import handed_in
from data.forms.found import Hints
from data.handed_in import read_again, read_files
from data.progress import silently
from data.reference import Reference, UnitKnown
from tests.data.forms.workbook import write_workbook


def _known(name: str) -> Reference:
    unit = UnitKnown("X1", name, "ward", None, None, (), {}, frozenset())
    return Reference(units=(unit,))


@pytest.mark.parametrize(("name", "is_read_again"), [("Xóm Mới", True), ("Xóm Cũ", False)])
def test_only_a_unit_that_the_file_may_name_has_it_read_again(
    tmp_path, monkeypatch, name, is_read_again
):
    headings = ["STT", "Tiêu chí", "Điểm tối đa", "Điểm thẩm định"]
    rows = [["Điểm thẩm định năm 2023"], ["Xóm Mới"], headings, ["1", "Kế hoạch", 1, 1]]
    files = read_files([write_workbook(tmp_path / "a.xlsx", {"Bảng": rows})], Hints(), silently)
    read = []
    monkeypatch.setattr(
        handed_in, "read_grids", lambda file, *_, **__: read.append(file) or files[0].reading
    )

    read_again(files, _known(name))

    assert bool(read) is is_read_again
