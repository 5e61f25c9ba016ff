"""The documents of a review by kind: the page and the command line ask for them here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from data.own_papers import OwnPapers
from reports.asking import Answers
from reports.deck.deck import deck_of
from reports.letterhead import letterhead
from reports.summary.summary import summary_of
from reports.unit_sheet.sheet import sheet_of
from reports.workbook import workbook_of


class DocumentKind(StrEnum):
    """What can be carried out of the room; the value is the word of `report`."""

    DECK = "deck"
    SUMMARY = "summary"
    UNIT = "unit"
    WORKBOOK = "workbook"


ENDINGS: Mapping[DocumentKind, str] = {
    DocumentKind.DECK: "pptx",
    DocumentKind.SUMMARY: "docx",
    DocumentKind.UNIT: "docx",
    DocumentKind.WORKBOOK: "xlsx",
}
MADE: Mapping[DocumentKind, Callable[[Answers, OwnPapers], bytes]] = {
    DocumentKind.DECK: lambda answers, own: deck_of(answers, own.template),
    DocumentKind.SUMMARY: lambda answers, own: summary_of(answers, letterhead(**own.letterhead)),
    DocumentKind.UNIT: lambda answers, _own: sheet_of(answers),
    DocumentKind.WORKBOOK: lambda answers, _own: workbook_of(answers),
}


def document_of(kind: DocumentKind, answers: Answers, own: OwnPapers | None = None) -> bytes:
    """The document as bytes, in the committee's own look where it has one.

    Raises TemplateUnreadable.
    """
    return MADE[kind](answers, own or OwnPapers())
