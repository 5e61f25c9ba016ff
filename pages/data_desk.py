"""What has come in, what is wrong with it, what would change?"""

import streamlit as st

from ui.access import may_edit
from ui.desk import draft_of, pending
from ui.sections.desk_book import choose_book, current_id
from ui.sections.desk_columns import show_choices
from ui.sections.desk_difference import show_pending
from ui.sections.desk_hand_in import hand_in, show_outcome
from ui.sections.desk_history import show_imports, show_releases
from ui.sections.desk_publish import offer_publication, show_coverage
from ui.sections.desk_receipts import show_receipts
from ui.sections.desk_templates import offer_templates
from ui.sections.heading import say_answer
from ui.sections.welcome import stop_empty
from words.catalogue import text
from words.sentences.desk import book_sentence, pending_sentence

st.title(text("desk.title"))
if not may_edit():
    stop_empty("read_only")
book = choose_book()
draft = draft_of(book)
changed = pending(book)
current = current_id(book)
draft_id = draft.release_id if draft else None
say_answer(
    book_sentence(book.value, current=current, draft=draft_id),
    pending_sentence(
        changed,
        draft=draft_id,
        is_outdated=draft is not None and draft.is_outdated,
        current=current,
    ),
)
st.header(text("desk.hand_in"), anchor=False)
if hand_in():
    st.rerun()
show_outcome()
offer_templates(draft)
if draft is not None:
    st.header(text("desk.publication"), anchor=False)
    if changed is not None:
        show_pending(changed, draft)
    offer_publication(book, draft)
if draft is not None and not draft.is_outdated:
    st.header(text("desk.coverage"), anchor=False)
    show_receipts(draft)
    with st.expander(text("receipt.details")):
        show_coverage(draft)
if current is not None:
    st.header(text("desk.releases"), anchor=False)
    show_releases(book)
st.header(text("desk.imports"), anchor=False)
show_imports(book)
show_choices()
