"""docs/definitions.md, made of the same catalogue as the page Method.

`python -m tests.words.definitions_page` writes it anew.
"""

from __future__ import annotations

from pathlib import Path

from words.catalogue import Language, speaking
from words.definitions import definitions

PAGE = Path(__file__).parents[2] / "docs" / "definitions.md"
HEAD = """# Definitions · Định nghĩa

Every figure that pages, documents and commands show: formula, meaning, source. Made from
`words/*/definition.toml` and `analysis/definitions.py` by `python -m tests.words.definitions_page`;
the thresholds are read from the code that uses them. The page *Cách tính* (Method) shows the same;
`/method?figure=NAME` opens one.
"""


def page() -> str:
    """Both languages, a figure a section."""
    with speaking(Language.VIETNAMESE):
        vietnamese = definitions()
    with speaking(Language.ENGLISH):
        english = definitions()
    sections = [HEAD]
    for vi, en in zip(vietnamese, english, strict=True):
        asked = ", ".join(f"`{name}`" for name in en.questions)
        sections.append(
            f"## {en.name}\n\n"
            f"**{vi.title}** · {vi.formula}. {vi.meaning} *{vi.source}.*\n\n"
            f"**{en.title}** · {en.formula}. {en.meaning} *{en.source}.*\n\n"
            f"Questions: {asked}\n"
        )
    return "\n".join(sections)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
