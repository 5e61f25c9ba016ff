"""Documents of the page are made in a thread of their own, in the language of who asked."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from pptx import Presentation

from data.own_papers import OwnPapers
from reports.asking import Asked
from reports.documents import DocumentKind
from tests.analysis.small import small
from tests.ui.invented import store_with
from ui.asked import Filters
from ui.sections.documents import _maker
from words.catalogue import speaking


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("vi", "Cải cách hành chính năm 2022: khối Quận"),
        ("en", "Public administration reform in 2022: Quận"),
    ],
)
def test_a_deck_is_made_twice_at_once_in_the_language_asked(tmp_path, monkeypatch, language, title):
    monkeypatch.setenv("CCHC_HOME", str(store_with(tmp_path / "home", small(), book="real")))
    filters = Filters(book="real", release="r1", year=2022, group="Quận")
    with speaking(language):
        made = _maker(DocumentKind.DECK, filters, Asked(year=2022, group="Quận"), OwnPapers())
    with ThreadPoolExecutor(2) as pool:
        first, second = (pool.submit(made) for _ in range(2))
        decks = [Presentation(io.BytesIO(one.result())) for one in (first, second)]
    assert [deck.slides[0].shapes.title.text_frame.text for deck in decks] == [title, title]
