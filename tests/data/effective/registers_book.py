"""A workspace in memory, with the views of this program and rows inserted by hand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

ROOT = Path(__file__).parents[3]
NOW = datetime.datetime(2022, 10, 1)  # noqa: DTZ001


class Workspace:
    """Rows go in by column name; what is left out is null, or what a row cannot do without."""

    def __init__(self) -> None:
        self.connection = duckdb.connect()
        for file in sorted((ROOT / "data/schema/workspace").glob("*.sql")):
            self.connection.execute(file.read_text(encoding="utf-8"))
        self.connection.execute("create schema if not exists effective")
        for file in sorted((ROOT / "data/effective").glob("*.sql")):
            self.connection.execute(file.read_text(encoding="utf-8"))
        self._cells = 0
        for import_id in (1, 2, 3):
            self.connection.execute(
                "insert into import_batch values (?, ?, 'test', false, null, null)",
                [import_id, NOW],
            )
        for code, name, kind in (
            ("305", "Quận Lê Chân", "urban_district"),
            ("304", "Quận Ngô Quyền", "urban_district"),
        ):
            self.add("unit", unit_code=code, unit_name=name, short_name=name, unit_kind=kind)

    def withdraw(self, import_id: int) -> None:
        self.connection.execute(
            "update import_batch set is_withdrawn = true where import_id = ?", [import_id]
        )

    def add(self, table: str, *, import_id: int = 1, **columns: object) -> None:
        """One submitted row, with a source cell of its own."""
        self._cells += 1
        cell = f"A{self._cells}"
        self.connection.execute(
            "insert into source_cell values (?, ?, 'hash', 'file.xlsx', 'Sheet1', ?, ?)",
            [self._cells, import_id, cell, cell],
        )
        row = NEEDED.get(table, {}) | {"row_number": self._cells, "cells": {}} | columns
        row |= {"import_id": import_id, "source_cell_id": self._cells}
        schema = self.connection.table(f"submitted.{table}").limit(0).to_arrow_table().schema
        arrays = {
            field.name: pa.array([_plain(row.get(field.name))], type=field.type) for field in schema
        }
        self.connection.from_arrow(pa.table(arrays, schema=schema)).insert_into(
            f"submitted.{table}"
        )

    def criteria(self, year: int, leaves: Mapping[str, tuple[str, str]]) -> None:
        """A set of leaves for districts: code -> (name, maximum), under one area 'I'."""
        framework = f"{year}-districts"
        self.add(
            "framework",
            framework_id=framework,
            year=year,
            unit_kinds=["urban_district"],
            ranks_adjusted=False,
        )
        base: dict[str, Any] = {"framework_id": framework, "area_code": "I", "section": "main"}
        self.add(
            "criterion",
            **base,
            criterion_code="I",
            criterion_name="Cải cách TTHC",
            position=0,
            depth=0,
            is_leaf=False,
            is_survey=False,
        )
        for position, (code, (name, maximum)) in enumerate(leaves.items(), start=1):
            self.add(
                "criterion",
                **base,
                criterion_code=code,
                parent_code="I",
                criterion_name=name,
                printed_maximum=Decimal(maximum),
                position=position,
                depth=1,
                is_leaf=True,
                is_survey=False,
            )

    def rows(self, table: str) -> list[dict[str, object]]:
        answer = self.connection.execute(f"select * from effective.{table} order by 1")
        names = [column[0] for column in answer.description or ()]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    def values(self, table: str, column: str) -> list[object]:
        return [row[column] for row in self.rows(table)]


NEEDED: Mapping[str, dict[str, object]] = {
    "remediation": {
        "unit_code": "305",
        "year": 2021,
        "criterion_code": "2.3",
        "criterion_text": "2.3",
        "verification_keys": [],
    },
    "inspection": {
        "unit_code": "305",
        "year": 2022,
        "areas": [],
        "planned_on": datetime.date(2022, 9, 30),
    },
    "finding": {
        "unit_code": "305",
        "year": 2022,
        "finding_kind": "limitation",
        "description": "trễ hạn",
        "is_individual": False,
        "verification_keys": [],
        "source_keys": [],
    },
    "initiative": {
        "unit_code": "305",
        "year": 2022,
        "initiative_name": "Một cửa lưu động",
        "initiative_key": "mot cua luu dong",
    },
}


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return list(value.items())
    return value
