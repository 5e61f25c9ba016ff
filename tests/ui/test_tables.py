"""How fields read in tables."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from words.columns import Kind, column, written


@pytest.mark.parametrize(
    ("field", "value", "reads"),
    [
        ("rank", 3, "3"),
        ("year", 2021, "2021"),
        ("points", Decimal("12.500000"), "12,5"),
        ("index_percent", 87.5, "87,50%"),
        ("lost_share", 0.375, "37,5%"),
        ("recovery", -0.0667, "−6,7%"),
        ("self_gap", Decimal("1.5"), "+1,5"),
        ("robust_z", 1.234, "1,23"),
        ("deduction_count", 1260, "1.260"),
        ("deadline_on", datetime.date(2022, 6, 30), "30/06/2022"),
        ("published_at", datetime.datetime(2022, 6, 30, 9, 5), "30/06/2022 09:05"),  # noqa: DTZ001
        ("evidence_stage", "none", "chưa có gì"),
        ("is_current", True, "có"),
        ("is_current", False, ""),
        ("replicated_at", "Quận Lê Chân", "Quận Lê Chân"),
        ("reason", None, "–"),
        ("areas", ["I", "II"], "I; II"),
    ],
)
def test_a_field_reads_as_its_name_says(field, value, reads):
    assert written(field, {field: value}) == reads


def test_flags_and_names_are_text():
    assert column("unit_name").kind is Kind.TEXT
    assert column("criterion_name").kind is Kind.LONG
