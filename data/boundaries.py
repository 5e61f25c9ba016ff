"""A boundary file that the committee owns: GeoJSON in the store, matched by official code.

`settings.toml` of the store names it:

    [map]
    boundaries = "districts.geojson"   # relative to the store, or a full path
    code = "ma_huyen"                  # the property that holds the official code
"""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.errors import BoundariesUnreadable
from data.store import Store

SETTINGS = "settings.toml"
CODE_PROPERTY = "code"
LARGEST_FILE = 30_000_000  # bytes: a province at street detail; larger would stall every page

Ring = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Boundary:
    """A unit's area: its rings, each a closed line of longitude and latitude in degrees."""

    unit_code: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class BoundaryFile:
    """Where the file lies, and the property of its features that holds the official code."""

    path: Path
    code_property: str


def boundary_file(store: Store) -> BoundaryFile | None:
    """The file that the store's settings name; null where they name none.

    Raises BoundariesUnreadable where the settings are no TOML.
    """
    settings = store.home / SETTINGS
    if not settings.is_file():
        return None
    try:
        told = tomllib.loads(settings.read_text(encoding="utf-8")).get("map", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise BoundariesUnreadable(path=SETTINGS) from error
    if not isinstance(told, Mapping) or not told.get("boundaries"):
        return None
    return BoundaryFile(store.home / str(told["boundaries"]), str(told.get("code", CODE_PROPERTY)))


def changed_at(file: BoundaryFile) -> int:
    """When the file last changed, in nanoseconds: what is kept of it holds no longer then.

    Raises BoundariesUnreadable.
    """
    try:
        return file.path.stat().st_mtime_ns
    except OSError as error:
        raise BoundariesUnreadable(path=file.path.name) from error


def boundaries(file: BoundaryFile) -> dict[str, Boundary]:
    """Every feature with a code and an area. Raises BoundariesUnreadable."""
    try:
        if file.path.stat().st_size > LARGEST_FILE:
            raise BoundariesUnreadable(path=file.path.name)
        content = json.loads(file.path.read_text(encoding="utf-8"))
        found = [_boundary(feature, file.code_property) for feature in content["features"]]
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise BoundariesUnreadable(path=file.path.name) from error
    return {boundary.unit_code: boundary for boundary in found if boundary is not None}


def _boundary(feature: Mapping[str, Any], code_property: str) -> Boundary | None:
    """A feature without the property is looked up by its id; one without a code is no unit."""
    code = (feature.get("properties") or {}).get(code_property, feature.get("id"))
    geometry = feature.get("geometry")
    if code is None or geometry is None:
        return None
    shapes = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        shapes = [shapes]
    elif geometry["type"] != "MultiPolygon":
        return None
    rings = tuple(_ring(ring) for shape in shapes for ring in shape)
    return Boundary(str(code).strip(), rings)


def _ring(points: Sequence[Sequence[float]]) -> Ring:
    ring = [(float(point[0]), float(point[1])) for point in points]
    if any(not (math.isfinite(x) and abs(x) <= 180 and abs(y) <= 90) for x, y in ring):
        raise ValueError(points)  # planar coordinates: degrees are asked for (RFC 7946)
    return ring
