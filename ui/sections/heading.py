"""How every page begins: its question, its filters, the answer in words, a few headline figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from ui.escape import for_markdown
from ui.filters import tell_unknown

TILES_AT_MOST = 4


@dataclass(frozen=True, slots=True)
class Tile:
    """One headline figure: what it is, how much, and what to hold it against."""

    label: str
    value: str
    beside: str = ""


def say_answer(*sentences: str) -> None:
    """The page's answer in words, the first sentence large; what the URL asked for in vain is said
    before it."""
    tell_unknown()
    with st.container(key="answer"):
        st.markdown("\n\n".join(for_markdown(sentence) for sentence in sentences if sentence))


def remark(*sentences: str) -> None:
    """What limits the answer, small."""
    said = [for_markdown(sentence) for sentence in sentences if sentence]
    if said:
        st.caption("  \n".join(said))


def show_tiles(tiles: Sequence[Tile]) -> None:
    """Up to four headline figures in a row."""
    with st.container(key="tiles"):
        for column, tile in zip(st.columns(len(tiles)), tiles[:TILES_AT_MOST], strict=True):
            column.metric(
                for_markdown(tile.label),
                tile.value,
                tile.beside or None,
                delta_color="off",
                delta_arrow="off",
                border=True,
                height="stretch",
            )
