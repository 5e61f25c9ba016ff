"""Each page's script, run whole, beside an empty Streamlit page in the same process."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import streamlit as st
from streamlit.testing.v1 import AppTest

from benchmarks.measuring import Measured, measured
from ui.navigation import ENTRIES

ROOT = Path(__file__).resolve().parent.parent
EMPTY = "import streamlit as st\nst.title('')"
PATIENCE = 300  # seconds until a run is given up


def page_times(home: Path, *, units: int, runs: int) -> list[Measured]:
    """The empty page first; then every page as a link without filters opens it.

    The runs go through the script runner and the reading of what it draws, without a browser.
    """
    os.environ["CCHC_HOME"] = str(home)
    blank = AppTest.from_string(EMPTY, default_timeout=PATIENCE)
    empty = measured(blank.run, part="page", name="(empty)", units=units, runs=runs)
    found = [empty]
    for entry in ENTRIES:
        app = AppTest.from_file(str(ROOT / "ui" / "frame.py"), default_timeout=PATIENCE)
        app.run()
        app.switch_page(str(entry.file))
        st.cache_data.clear()
        st.cache_resource.clear()
        told = measured(app.run, part="page", name=entry.name, units=units, runs=runs)
        if app.exception:
            raise RuntimeError(f"{entry.name}: {app.exception[0].value}")
        ratio = round(told.processor_ms / max(empty.processor_ms, 0.1), 1)
        found.append(replace(told, beside_empty_page=ratio))
    return found
