"""The guide on the page: contents that lead to sections, and the glossary."""

from __future__ import annotations

import re

import pytest

from tests.pages.conftest import said
from words.catalogue import speaking
from words.guide import guide


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_contents_lead_to_every_section(language, open_page, invented_home):
    app = open_page(invented_home, "guide", language=language)
    assert not app.exception
    anchors = [header.anchor for header in app.header]
    linked = re.findall(r"\]\(#([a-z]+)\)", said(app))
    assert linked == anchors
    with speaking(language):
        titles = [section.title for section in guide()]
    assert [header.value for header in app.header][: len(titles)] == titles


def test_the_glossary_stands_at_the_foot(open_page, invented_home):
    printed = "\n".join(
        str(element.proto.body) for element in open_page(invented_home, "guide").get("html")
    )
    assert "khối xếp hạng" in printed
    assert "ranking group" in printed


def test_the_guide_opens_on_a_store_without_a_release(open_page, tmp_path):
    app = open_page(tmp_path, "guide")
    assert not app.exception
    assert app.title[0].value == "Tôi làm việc này thế nào?"
