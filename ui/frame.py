"""Around every page: language, look, navigation, which snapshot is shown. The script of the app."""

from pathlib import Path

import streamlit as st

from ui.access import may_edit
from ui.address import asked, read_address, write_address
from ui.navigation import needs_release, page_file, pages
from ui.pictures import choose_picture
from ui.presenting import is_presenting, message, offer_presentation, show_controls
from ui.release import complete
from ui.screen import show_here
from ui.sections.side import choose_language, choose_snapshot
from ui.sections.source import paper_line, show_source
from ui.sections.welcome import welcome
from ui.theme import apply_presentation, apply_style, mark_paper
from words.catalogue import Language, set_language, text

SIDE_WIDTH = 252  # px: a projector of 1024 px keeps three quarters for the page

read_address()
wanted = asked("language")
set_language(wanted[0] if wanted and wanted[0] in {*Language} else Language.VIETNAMESE)
st.set_page_config(
    page_title=text("frame.title"),
    page_icon=Path(__file__).parent / "static" / "icon.png",
    layout="wide",
    initial_sidebar_state=SIDE_WIDTH,
)
apply_style()
page = st.navigation(pages(with_editing=may_edit()), expanded=True)
with st.sidebar:
    choose_language()
    shown = choose_snapshot()
    if shown is not None and not shown.is_outdated:
        offer_presentation()
        choose_picture()
if is_presenting():
    apply_presentation(message())
    show_controls(page.url_path or page_file("overview").stem)
stands_alone = not needs_release(page.url_path)
if shown is not None:
    show_here(shown)
    show_source(shown)
if shown is None and not stands_alone:
    welcome()
    write_address()
elif shown is not None and shown.is_outdated and not stands_alone:
    st.error(text("condition.release_outdated", release_id=shown.release_id))
    write_address()
else:
    try:
        if shown is not None and not stands_alone:
            complete(shown)
        page.run()
    finally:  # st.stop, too, leaves an address that shows what is on the screen
        write_address()
        if shown is not None:
            mark_paper(paper_line(shown))
