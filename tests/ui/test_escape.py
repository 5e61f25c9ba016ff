"""Text from workbooks on the screen: letter by letter, whatever it holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some
from markdown_it import MarkdownIt

from ui.escape import for_html, for_markdown

READER = MarkdownIt("gfm-like", {"linkify": False, "html": True})


def tokens(text: str) -> list[str]:
    kinds = []
    for block in READER.parse(for_markdown(text)):
        kinds.append(block.type)
        kinds += [inline.type for inline in block.children or ()]
    return kinds


def read_back(text: str) -> str:
    inline = [block for block in READER.parse(for_markdown(text)) if block.type == "inline"]
    return "".join(
        child.content for block in inline for child in block.children or () if child.content
    )


@given(some.text(alphabet="ab1 *_`~[](){}<>!#+-.|\\:&;$=@/\"'“”–", max_size=30))
def test_no_text_becomes_markup(text):
    allowed = {"paragraph_open", "inline", "paragraph_close", "text", "text_special"}
    assert set(tokens(text)) <= allowed
    assert read_back(text) == " ".join(text.split())


def test_what_markdown_would_make_of_it_otherwise():
    assert for_markdown("![p](http://x)") == "!\\[p\\](http\\://x)"
    assert for_markdown(":red[x] :material/home:") == "\\:red\\[x\\] \\:material/home:"
    assert for_markdown("$x$") == "\\$x\\$"
    assert for_markdown("1. một") == "1\\. một"
    assert for_markdown("- một") == "\\- một"
    assert for_markdown("a@b.vn") == "a\\@b.vn"


def test_ordinary_sentences_stay_readable():
    said = "Năm 2021: Quận Lê Chân đạt 87,5% (thứ 2/7), kém 1,2 điểm."
    assert for_markdown(said) == said


def test_html():
    assert for_html("<b onclick='x'>&\"") == "&lt;b onclick=&#x27;x&#x27;&gt;&amp;&quot;"
