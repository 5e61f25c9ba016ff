"""The one place where text from workbooks enters the screen: never Markdown, never HTML."""

from __future__ import annotations

import html
import re

# What Markdown, its GitHub dialect or Streamlit's directives would read as more than a letter:
# emphasis, links, pictures, code, formulas, tags, entities, tables and mail addresses anywhere …
ANYWHERE = r"[\\`*_\[\]<>~$&|@]"
# … ':' only before a word (':red[', 'http:'), '-' only before another or an arrow, 'www.' …
IN_PLACE = r":(?=\S)|-(?=[->])|(?<=www)\.(?=\S)"
# … and lists and headings only where a line begins.
AT_START = r"^\s*(?:[#+=-]|\d+[.)](?=\s|$))"
SPECIAL = re.compile(f"{ANYWHERE}|{IN_PLACE}")
BEGINNING = re.compile(AT_START)


def for_markdown(text: str) -> str:
    """Text that Markdown shows letter by letter: no picture, link, directive, formula or tag."""
    line = SPECIAL.sub(lambda found: f"\\{found[0]}", " ".join(text.split()))
    return BEGINNING.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", line)


def for_html(text: str) -> str:
    """Text that HTML and plotly's labels show letter by letter."""
    return html.escape(text, quote=True)
