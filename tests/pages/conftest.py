"""Stores that pages show, and the app as a reader opens it."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.analysis.small import small
from tests.ui.invented import invented, store_with

ROOT = Path(__file__).parents[2]
FRAME = ROOT / "ui" / "frame.py"


@pytest.fixture(scope="session")
def invented_home(tmp_path_factory):
    return store_with(tmp_path_factory.mktemp("invented"), invented())


@pytest.fixture(scope="session")
def small_home(tmp_path_factory):
    return store_with(tmp_path_factory.mktemp("small"), small(), book="real")


@pytest.fixture
def open_page(monkeypatch):
    """Opens a page of the store at `home`, as a link with these parameters does."""

    def opened(home: Path, page: str = "overview", **parameters: str | list[str]) -> AppTest:
        monkeypatch.setenv("CCHC_HOME", str(home))
        app = AppTest.from_file(str(FRAME), default_timeout=60)
        for key, value in parameters.items():
            app.query_params[key] = value
        if page != "overview":
            app.run()
            for key, value in parameters.items():
                app.query_params[key] = value
            app.switch_page(str(ROOT / "pages" / f"{page}.py"))
        return app.run()

    return opened


def said(app: AppTest) -> str:
    """Everything that the page says in words."""
    parts = (*app.title, *app.header, *app.markdown, *app.caption, *app.info, *app.success)
    return "\n".join(str(part.value) for part in parts)
