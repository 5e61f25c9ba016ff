"""How do I do this?"""

import streamlit as st

from ui.sections.guide_parts import show_contents, show_glossary, show_sections
from ui.sections.heading import say_answer
from words.catalogue import text

st.title(text("guide.title"))
say_answer(text("guide.answer"))
show_contents()
show_sections()
show_glossary()
