"""Writes the illustration workbooks: the season up to 30/9/2022, and what came after the index."""

from __future__ import annotations

import sys
from pathlib import Path

from data.workbooks.illustration.criteria import Kind
from data.workbooks.illustration.paper_of_registers import (
    findings_workbook,
    initiatives_workbook,
    programme_workbook,
    remediation_workbook,
)
from data.workbooks.illustration.paper_of_scores import scores_workbook
from data.workbooks.illustration.paper_of_sets import (
    areas_workbook,
    bands_workbook,
    criteria_workbook,
    links_workbook,
)
from data.workbooks.illustration.programme import SEASON_DAY
from data.workbooks.illustration.remediation import Stand
from data.workbooks.illustration.world import World, world

SEASON_FOLDER, AFTER_FOLDER = "1_season", "2_after_index"


def make(folder: Path) -> list[Path]:
    """Both batches stand in the folder, each in a folder of its own."""
    story = world()
    return [*_season(folder / SEASON_FOLDER, story), *_after(folder / AFTER_FOLDER, story)]


def _season(folder: Path, story: World) -> list[Path]:
    """What the office has on 30/9/2022."""
    found = [row for row in story.findings[2022] if row.visit.is_held(SEASON_DAY)]
    sets = [criteria_workbook(folder / f"criteria_{year}.xlsx", year) for year in (2020, 2021)]
    return [
        *sets,
        areas_workbook(folder / "areas_2020_2021.xlsx", (2020, 2021)),
        bands_workbook(folder / "bands_2020_2021.xlsx", (2020, 2021)),
        *_scores(folder, story, 2020),
        *_scores(folder, story, 2021),
        *_registers(folder, story, Stand.SEASON),
        programme_workbook(folder / "inspections_2021.xlsx", story, 2021, Stand.SEASON),
        findings_workbook(folder / "findings_2022.xlsx", found, 2022, Stand.SEASON),
    ]


def _after(folder: Path, story: World) -> list[Path]:
    """What came in until the index of 2022 was verified."""
    found = [row for row in story.findings[2022] if not row.visit.is_held(SEASON_DAY)]
    return [
        criteria_workbook(folder / "criteria_2022.xlsx", 2022),
        links_workbook(folder / "links_2021_2022.xlsx"),
        areas_workbook(folder / "areas_2022.xlsx", (2022,)),
        bands_workbook(folder / "bands_2022.xlsx", (2022,)),
        *_scores(folder, story, 2022),
        *_registers(folder, story, Stand.YEAR_END),
        findings_workbook(folder / "findings_2022_rest.xlsx", found, 2022, Stand.YEAR_END),
    ]


def _scores(folder: Path, story: World, year: int) -> list[Path]:
    return [
        scores_workbook(folder / f"scores_{kind}_{year}.xlsx", story, kind, year) for kind in Kind
    ]


def _registers(folder: Path, story: World, stand: Stand) -> list[Path]:
    """The registers that each batch brings up to date."""
    return [
        remediation_workbook(folder / "remediation_2021.xlsx", story, stand),
        programme_workbook(folder / "inspections_2022.xlsx", story, 2022, stand),
        findings_workbook(folder / "findings_2021.xlsx", story.findings[2021], 2021, stand),
        initiatives_workbook(folder / "initiatives_2022.xlsx", story, stand),
    ]


if __name__ == "__main__":
    make(Path(sys.argv[1]))
