"""A boundary file by hand: matched by official code, refused with a reason."""

from __future__ import annotations

import json

import pytest

from data.boundaries import BoundaryFile, boundaries, boundary_file, changed_at
from data.errors import BoundariesUnreadable
from data.store import Store

SQUARE = [[106.6, 20.8], [106.7, 20.8], [106.7, 20.9], [106.6, 20.9], [106.6, 20.8]]
HOLE = [[106.63, 20.83], [106.64, 20.83], [106.64, 20.84], [106.63, 20.83]]


def feature(properties, *, kind="Polygon", coordinates=None, **more):
    geometry = {"type": kind, "coordinates": coordinates or [SQUARE]}
    return {"type": "Feature", "properties": properties, "geometry": geometry, **more}


def written(tmp_path, *features, name="districts.geojson"):
    path = tmp_path / name
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return BoundaryFile(path, "ma")


def test_features_are_matched_by_the_property_and_else_by_their_id(tmp_path):
    file = written(
        tmp_path,
        feature({"ma": 303, "ten": "Hồng Bàng"}),
        feature({}, id="304"),
        feature({"ten": "biển"}),
        feature({"ma": "317"}, kind="MultiPolygon", coordinates=[[SQUARE, HOLE], [SQUARE]]),
        feature({"ma": "999"}, kind="Point", coordinates=[106.6, 20.8]),
    )
    found = boundaries(file)
    assert list(found) == ["303", "304", "317"]
    assert found["303"].rings[0][1] == (106.7, 20.8)
    assert len(found["317"].rings) == 3


@pytest.mark.parametrize(
    "content",
    [
        b"not json",
        b"[]",
        b'{"features": 5}',
        b'{"features": [{"properties": {"ma": 1}, "geometry": {"type": "Polygon"}}]}',
        json.dumps({"features": [feature({"ma": 1}, coordinates=[[[600000, 2300000]]])]}).encode(),
    ],
)
def test_what_is_no_map_in_degrees_is_refused(tmp_path, content):
    path = tmp_path / "districts.geojson"
    path.write_bytes(content)
    with pytest.raises(BoundariesUnreadable):
        boundaries(BoundaryFile(path, "ma"))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    file = BoundaryFile(tmp_path / "gone.geojson", "ma")
    for asked in (boundaries, changed_at):
        with pytest.raises(BoundariesUnreadable) as condition:
            asked(file)
        assert condition.value.values == {"path": "gone.geojson"}


def test_the_settings_name_the_file_and_its_property(tmp_path):
    store = Store(tmp_path)
    assert boundary_file(store) is None
    settings = tmp_path / "settings.toml"
    settings.write_text("[other]\nx = 1\n", "utf-8")
    assert boundary_file(store) is None
    settings.write_text('[map]\nboundaries = "d.geojson"\ncode = "ma"\n', "utf-8")
    assert boundary_file(store) == BoundaryFile(tmp_path / "d.geojson", "ma")
    settings.write_text("[map\n", "utf-8")
    with pytest.raises(BoundariesUnreadable):
        boundary_file(store)
