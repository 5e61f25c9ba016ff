"""Who writes, as the heading of a report shows it."""

from __future__ import annotations

from reports.paper import Letterhead
from words.catalogue import text


def letterhead(**own: str) -> Letterhead:
    """The first customer's letterhead; a committee's own words take the place of each of its lines
    (parent, issuer, place, sign, signing_for, signer_office, signer)."""
    said = {
        name: text(f"report.letterhead.{name}")
        for name in ("parent", "issuer", "place", "sign", "signing_for", "signer_office")
    }
    return Letterhead(**{**said, **own})
