"""Several proofs stand on one page: the index, a deduction and what was contested."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def _page():
    from ui.sections.proof import panel

    for of in ("index", "deduction", "contest"):
        with panel(f"{of}: 84,58%", of=of):
            pass


def test_panels_of_different_things_stand_on_one_page():
    app = AppTest.from_function(_page).run()
    assert not app.exception
    assert [one.value for one in app.subheader] == ["Vì sao?"] * 3
