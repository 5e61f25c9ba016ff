"""The one place that asks what time it is."""

from __future__ import annotations

import datetime


def now() -> datetime.datetime:
    """This machine's wall clock to the second, without a zone: as an office writes a time."""
    return datetime.datetime.now(tz=datetime.UTC).astimezone().replace(tzinfo=None, microsecond=0)


def today() -> datetime.date:
    """The day on this machine's calendar."""
    return now().date()
