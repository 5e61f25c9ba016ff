"""Who imports, publishes and withdraws: the name that the journal keeps."""

from __future__ import annotations

import getpass


def user_name() -> str:
    """Who works at this machine, as it knows them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"
