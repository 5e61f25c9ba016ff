"""The guide on the page: what it holds, its sections, the glossary."""

from __future__ import annotations

import streamlit as st

from ui.tables import print_table
from words.catalogue import text
from words.guide import glossary, guide

GLOSSARY = "glossary"
GLOSSARY_FIELDS = ("term_here", "term_there", "term_meaning")


def show_contents() -> None:
    """A link to each section: the guide is our own text, so that it may hold markup."""
    links = [f"[{section.title}](#{section.key})" for section in guide()]
    links.append(f"[{text('guide.glossary')}](#{GLOSSARY})")
    with st.container(key="contents"):
        st.markdown(" · ".join(links))


def show_sections() -> None:
    """Every section, with its anchor."""
    for section in guide():
        st.header(section.title, anchor=section.key)
        st.markdown(section.body)


def show_glossary() -> None:
    """The words of the field, in both languages."""
    st.header(text("guide.glossary"), anchor=GLOSSARY)
    rows = [
        {"term_here": term.term, "term_there": term.other_term, "term_meaning": term.meaning}
        for term in glossary()
    ]
    print_table(rows, GLOSSARY_FIELDS)
