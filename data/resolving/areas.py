"""The form `areas`: the reform area that an area or a survey criterion speaks for."""

from __future__ import annotations

from data.resolving.reform_areas import REFORM_AREAS, reform_area_of

__all__ = ["REFORM_AREAS", "reform_area_of"]
