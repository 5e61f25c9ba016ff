"""A committee's own template and letterhead, by the page and the command line alike."""

from __future__ import annotations

import io

import pytest
from docx import Document
from pptx import Presentation
from pptx.util import Cm

from cli.__main__ import main
from data.errors import LetterheadUnreadable, TemplateUnreadable
from data.own_papers import own_papers
from data.store import Store
from reports.asking import Asked, answers_of
from reports.documents import DocumentKind, document_of
from tests.analysis.small import small
from tests.ui.invented import store_with


def with_template(home) -> None:
    theirs = Presentation()
    theirs.slide_width, theirs.slide_height = Cm(25.4), Cm(19.05)
    theirs.save(str(home / "deck_template.pptx"))


def test_a_store_without_either_has_the_look_that_ships(tmp_path):
    own = own_papers(Store(tmp_path))
    assert (own.template, dict(own.letterhead)) == (None, {})


def test_the_command_line_takes_template_and_letterhead_of_the_store(tmp_path, monkeypatch):
    home = store_with(tmp_path / "home", small(), book="real")
    monkeypatch.setenv("CCHC_HOME", str(home))
    with_template(home)
    (home / "settings.toml").write_text(
        '[map]\nboundaries = "x.geojson"\n[letterhead]\nissuer = "BAN CỦA CHÚNG TÔI"\n',
        encoding="utf-8",
    )
    deck, paper = tmp_path / "hop.pptx", tmp_path / "bao-cao.docx"
    assert main(["report", "deck", "--output", str(deck)]) == 0
    assert main(["report", "summary", "--output", str(paper)]) == 0
    assert Presentation(str(deck)).slide_width == Cm(25.4)
    heads = [cell.text for row in Document(str(paper)).tables[0].rows for cell in row.cells]
    assert any("BAN CỦA CHÚNG TÔI" in head for head in heads)
    assert any("THÀNH PHỐ HẢI PHÒNG" in head for head in heads)  # a line that is not told stays


def test_a_document_is_the_same_whoever_asks_for_it(tmp_path, small_release):
    with_template(tmp_path)
    own = own_papers(Store(tmp_path))
    content = document_of(DocumentKind.DECK, answers_of(small_release, Asked()), own)
    assert Presentation(io.BytesIO(content)).slide_width == Cm(25.4)
    for kind in (DocumentKind.SUMMARY, DocumentKind.WORKBOOK):
        assert document_of(kind, answers_of(small_release, Asked()))
    assert document_of(DocumentKind.UNIT, answers_of(small_release, Asked(unit="305")))


def test_a_template_that_is_no_presentation_is_said(tmp_path, monkeypatch, capsys):
    home = store_with(tmp_path / "home", small(), book="real")
    (home / "deck_template.pptx").write_bytes(b"no zip")
    with pytest.raises(TemplateUnreadable):
        own_papers(Store(home))
    monkeypatch.setenv("CCHC_HOME", str(home))
    assert main(["report", "deck", "--output", str(tmp_path / "hop.pptx")]) == 1
    assert "deck_template.pptx" in capsys.readouterr().err


@pytest.mark.parametrize(
    "told", ["[letterhead", "[letterhead]\nissuer = 3\n", '[letterhead]\nisuer = "BAN"\n']
)
def test_a_letterhead_that_cannot_be_meant_is_said(tmp_path, told):
    (tmp_path / "settings.toml").write_text(told, encoding="utf-8")
    with pytest.raises(LetterheadUnreadable):
        own_papers(Store(tmp_path))
