"""Who may do what: without sign-in, whoever sits at this machine; from elsewhere, readers only."""

from __future__ import annotations

import ipaddress

import streamlit as st

from analysis.rows import Row


def may_edit() -> bool:
    """True where the app listens on the loopback address only (design 10)."""
    return is_loopback(st.get_option("server.address"))


def may_see(row: Row) -> bool:
    """What concerns an individual is for analysts only (forms.md)."""
    return not row["is_individual"] or may_edit()


def is_loopback(address: str | None) -> bool:
    """True for 'localhost' and every loopback address; no address means all of them."""
    if not address:
        return False
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
