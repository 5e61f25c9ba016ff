"""The dashboard's entry: `streamlit run app.py`."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from ui.failure import explain
from ui.language import OurShell, script_route

app = st.App(
    Path(__file__).parent / "ui" / "frame.py",
    middleware=[Middleware(OurShell)],
    routes=[script_route()],
    on_script_error=explain,
)
