"""The one error boundary: a calm sentence and a number on the screen, everything in the log."""

from __future__ import annotations

import logging
import secrets

import streamlit as st

from data.errors import DashboardError
from ui.escape import for_markdown
from words.catalogue import has_text, text

LOG = logging.getLogger("cchc")


def explain(error: Exception) -> bool:
    """The reader sees one sentence; True keeps Streamlit's own red box away.

    A condition that we know by name (no release, a damaged store) says itself; anything else is
    our fault and gets a reference number under which the log has the traceback.
    """
    reference = secrets.token_hex(4).upper()
    LOG.error("reference %s", reference, exc_info=error)
    if isinstance(error, DashboardError) and has_text(f"condition.{error.code}"):
        values = {name: for_markdown(str(value)) for name, value in error.values.items()}
        st.error(text(f"condition.{error.code}", **values), icon=":material/error:")
    else:
        st.error(text("frame.failed", reference=reference), icon=":material/error:")
    return True
