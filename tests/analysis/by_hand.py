"""Writes a release by hand: rows go straight into the tables of data/schema, then the results."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from analysis.publication import enrich
from data.labels import SCHEMA_VERSION
from data.text_keys import dictionary_key, plain_key

SCHEMA = Path(__file__).parents[2] / "data" / "schema"
NOT_APPLICABLE = "KĐG"
DISTRICT, DEPARTMENT = "urban_district", "department"
QUAN, SO = "Quận", "Sở, ban, ngành"
AREA_NAMES = {"I": "Chỉ đạo điều hành", "II": "Thủ tục hành chính", "III": "Chính quyền số"}
REFORM_AREAS = {"I": "direction", "II": "procedures", "III": "digital_government"}


def day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def decimal(value: float | str | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


class Release:
    """A release database in memory, filled by hand."""

    def __init__(self, as_of: str = "2022-09-30", book: str = "real") -> None:
        self.connection = duckdb.connect()
        # Named as data/database_files.py names a file: a publication opens cursors of it.
        self.connection.execute("attach ':memory:' as book_file; use book_file")
        for path in sorted((SCHEMA / "release").glob("*.sql")):
            self.connection.execute(path.read_text(encoding="utf-8"))
        self.numbers = count(1)
        self.frameworks: dict[tuple[int, str], str] = {}
        self.kinds: dict[str, str] = {}
        self.insert(
            "release",
            release_id="r1",
            book=book,
            is_draft=False,
            published_at=datetime.datetime(2022, 9, 30, 8, 0),  # noqa: DTZ001
            as_of=day(as_of),
            import_ids=[1],
            schema_version=SCHEMA_VERSION,
            made_by="tests",
        )

    def insert(self, table: str, **values: Any) -> None:
        names = ", ".join(values)
        marks = ", ".join("?" for _ in values)
        self.connection.execute(
            f"insert into {table} ({names}) values ({marks})", list(values.values())
        )

    def insert_many(self, table: str, rows: list[tuple[object, ...]]) -> None:
        """Many rows at once, all columns of the table in order."""
        frame = pd.DataFrame(rows)  # noqa: F841 - DuckDB finds it by name
        self.connection.execute(f"insert into {table} select * from frame")

    def cell(self, raw_text: str | None = None) -> int:
        number = next(self.numbers)
        self.insert(
            "source_cell",
            source_cell_id=number,
            import_id=1,
            file_sha256="0" * 64,
            file_name="by hand.xlsx",
            sheet="Sheet1",
            cell=f"A{number}",
            raw_text=raw_text,
        )
        return number

    def unit(
        self,
        code: str,
        name: str | None = None,
        *,
        kind: str = DISTRICT,
        group: str | None = QUAN,
        years: tuple[int, ...] = (2019, 2020, 2021, 2022, 2023),
        is_ranked: bool = True,
        valid_from: str | None = None,
        valid_to: str | None = None,
    ) -> None:
        name = name or f"Đơn vị {code}"
        self.kinds[code] = kind
        self.insert(
            "unit",
            unit_code=code,
            unit_name=name,
            short_name=name.removeprefix("Quận "),
            unit_kind=kind,
            valid_from=day(valid_from),
            valid_to=day(valid_to),
            sort_key=dictionary_key(name),
            source_cell_id=self.cell(),
        )
        for year in years:
            self.insert(
                "unit_group", unit_code=code, year=year, ranking_group=group, is_ranked=is_ranked
            )

    def framework(
        self,
        year: int,
        leaves: Mapping[str, float],
        *,
        kinds: tuple[str, ...] = (DISTRICT,),
        survey: tuple[str, ...] = (),
        ranks_adjusted: bool = False,
        parents: dict[str, str] | None = None,
        names: dict[str, str] | None = None,
        survey_areas: dict[str, str] | None = None,
    ) -> str:
        """A set: leaf codes 'I.1' hang under area 'I'; 'bonus.1', 'penalty.1' under sections."""
        framework = f"{year}-{'-'.join(kinds)}"
        parents, names = parents or {}, names or {}
        main = sum(
            (Decimal(str(v)) for k, v in leaves.items() if k.split(".")[0] not in SECTIONS),
            Decimal(0),
        )
        self.insert(
            "framework",
            framework_id=framework,
            year=year,
            title=None,
            legal_basis=None,
            ranks_adjusted=ranks_adjusted,
            maximum_points=main,
            source_cell_id=self.cell(),
        )
        for kind in kinds:
            self.frameworks[(year, kind)] = framework
            self.insert("framework_kind", year=year, unit_kind=kind, framework_id=framework)
        position = count(1)
        for area in dict.fromkeys(code.split(".")[0] for code in leaves):
            within = {c: m for c, m in leaves.items() if c.split(".")[0] == area}
            if area not in within:  # else the set has no level above its leaves
                self._criterion(framework, area, None, next(position), within, names, survey, {})
            for parent in dict.fromkeys(parents.get(c) for c in within):
                if parent:
                    below = {c: m for c, m in within.items() if parents.get(c) == parent}
                    self._criterion(
                        framework, parent, area, next(position), below, names, survey, {}
                    )
            for code in within:
                self._criterion(
                    framework,
                    code,
                    parents.get(code, area) if code != area else None,
                    next(position),
                    {code: within[code]},
                    names,
                    survey,
                    survey_areas or {},
                )
        return framework

    def _criterion(self, framework, code, parent, position, leaves, names, survey, reform_areas):
        area = next(iter(leaves)).split(".")[0]
        is_leaf = code in leaves
        depth = 0 if parent is None else (1 if parent == area else 2)
        self.insert(
            "criterion",
            framework_id=framework,
            criterion_code=code,
            parent_code=parent,
            area_code=area,
            position=position,
            depth=depth,
            criterion_name=names.get(code, AREA_NAMES.get(code, f"Tiêu chí {code}")),
            maximum_points=sum((Decimal(str(m)) for m in leaves.values()), Decimal(0)),
            section=SECTIONS.get(area, "main"),
            is_survey=code in survey,
            is_leaf=is_leaf,
            reform_area=REFORM_AREAS.get(code) if depth == 0 else reform_areas.get(code),
            rule=None,
            evidence_required=None,
            note=None,
            source_cell_id=self.cell(),
        )

    def scores(
        self, unit: str, year: int, points: Mapping[str, float | str], kind: str = "verified_2"
    ) -> None:
        for code, value in points.items():
            is_applicable = value != NOT_APPLICABLE
            self.insert(
                "score",
                unit_code=unit,
                year=year,
                framework_id=self.frameworks[(year, self.kinds[unit])],
                criterion_code=code,
                kind=kind,
                is_applicable=is_applicable,
                points=decimal(value) if is_applicable else None,
                source_cell_id=self.cell(str(value)),
            )

    def note(self, unit: str, year: int, code: str, **values: Any) -> None:
        self.insert(
            "score_note",
            unit_code=unit,
            year=year,
            criterion_code=code,
            source_cell_id=self.cell(),
            **values,
        )

    def link(
        self,
        from_year: int,
        from_code: str | None,
        to_code: str | None,
        link_kind: str = "unchanged",
        *,
        kind: str = DISTRICT,
        to_year: int | None = None,
    ) -> None:
        self.insert(
            "criterion_link",
            unit_kind=kind,
            from_year=from_year,
            from_code=from_code,
            to_year=to_year or from_year + 1,
            to_code=to_code,
            link_kind=link_kind,
            is_written=link_kind != "unchanged",
            source_cell_id=self.cell(),
        )

    def band(self, year: int, group: str, name: str, start: float, end: float) -> None:
        self.insert(
            "band",
            year=year,
            ranking_group=group,
            band=name,
            from_percent=decimal(start),
            to_percent=decimal(end),
            source_cell_id=self.cell(),
        )

    def published(
        self,
        unit: str,
        year: int,
        what: str,
        value: float | None,
        *,
        text: str | None = None,
        area: str | None = None,
        position: int | None = None,
        maximum: float | None = None,
    ) -> None:
        self.insert(
            "published_result",
            unit_code=unit,
            year=year,
            what=what,
            area_name=area,
            area_position=position,
            area_maximum_points=decimal(maximum),
            published=decimal(value),
            published_text=text or (None if value is None else str(value)),
            source_cell_id=self.cell(),
        )

    def remediation(self, unit: str, year: int, code: str | None, **values: Any) -> str:
        number = self.cell()
        for name in ("lost_points", "maximum_points", "points"):
            if name in values:
                values[name] = decimal(values[name])
        if "deadline_on" in values:
            values["deadline_on"] = day(values["deadline_on"])
        self.insert(
            "remediation",
            remediation_id=f"remediation-{number}",
            unit_code=unit,
            year=year,
            criterion_code=code,
            criterion_text=values.pop("criterion_text", code),
            cells={},
            source_cell_id=number,
            **values,
        )
        return f"remediation-{number}"

    def inspection(
        self, unit: str, year: int, planned_on: str, held_on: str | None = None, **values: Any
    ) -> str:
        number = self.cell()
        for name in ("report_due_on", "report_received_on", "conclusion_on"):
            if name in values:
                values[name] = day(values[name])
        self.insert(
            "inspection",
            inspection_id=f"inspection-{number}",
            unit_code=unit,
            year=year,
            areas=values.pop("areas", []),
            planned_on=day(planned_on),
            held_on=day(held_on),
            cells={},
            source_cell_id=number,
            **values,
        )
        return f"inspection-{number}"

    def finding(self, unit: str, year: int, kind: str = "limitation", **values: Any) -> str:
        number = self.cell()
        if "deadline_on" in values:
            values["deadline_on"] = day(values["deadline_on"])
        has_state = kind in ("limitation", "violation")
        self.insert(
            "finding",
            finding_id=f"finding-{number}",
            unit_code=unit,
            year=year,
            finding_kind=kind,
            description=values.pop("description", "còn 143 hồ sơ trễ hạn"),
            is_individual=values.pop("is_individual", False),
            says_done=values.pop("says_done", False),
            state=values.pop("state", "open" if has_state else None),
            cells={},
            source_cell_id=number,
            **values,
        )
        return f"finding-{number}"

    def initiative(self, unit: str, year: int, name: str = "Sáng kiến", **values: Any) -> str:
        number = self.cell()
        self.insert(
            "initiative",
            initiative_id=f"initiative-{number}",
            unit_code=unit,
            year=year,
            initiative_name=name,
            cells={},
            source_cell_id=number,
            **values,
        )
        return f"initiative-{number}"

    def finish(self) -> duckdb.DuckDBPyConnection:
        """The results worked out, as a publication does."""
        for path in sorted((SCHEMA / "results").glob("*.sql")):
            self.connection.execute(path.read_text(encoding="utf-8"))
        enrich(self.connection)
        return self.connection


SECTIONS = {"bonus": "bonus", "penalty": "penalty"}
__all__ = ["DEPARTMENT", "DISTRICT", "NOT_APPLICABLE", "QUAN", "SO", "Release", "plain_key"]
