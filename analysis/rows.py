"""An answer's rows as Python values, for whoever says or draws them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import pyarrow as pa

Row = Mapping[str, Any]
Rows = Sequence[Row]


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """The frame's rows: missing as None, exact decimals as Decimal, lists as lists,
    maps as dictionaries."""
    rows: list[Row] = pa.Table.from_pandas(frame, preserve_index=False).to_pylist(
        maps_as_pydicts="strict"
    )
    return rows
