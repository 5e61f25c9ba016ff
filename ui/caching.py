"""Streamlit's two caches with the types of what they wrap; small values only (design 13)."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import streamlit as st

P = ParamSpec("P")
T = TypeVar("T")


def cached_value(*, keep: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """The answer is computed once for the same arguments; everybody gets a copy."""
    decorate: Callable[[Callable[P, T]], Callable[P, T]] = st.cache_data(
        show_spinner=False, max_entries=keep
    )
    return decorate


def cached_resource(*, keep: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """The thing is made once for the same arguments; everybody gets the same."""
    decorate: Callable[[Callable[P, T]], Callable[P, T]] = st.cache_resource(
        show_spinner=False, max_entries=keep
    )
    return decorate
