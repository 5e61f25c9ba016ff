"""The house's rules that a reader of code would check by eye, checked by reading the code."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "pages").glob("*.py"))
UI = sorted((ROOT / "ui").rglob("*.py"))
WORDS = sorted((ROOT / "words").rglob("*.py"))
IDENTIFIER = re.compile(r"(?:[a-z][a-z_]*(?:\.[a-z_]+)*)?")
HEX = re.compile(r"#[0-9a-fA-F]{6}\b")
ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Mod, ast.Pow, ast.FloorDiv)


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_a_page_is_short(page):
    assert len(page.read_text(encoding="utf-8").splitlines()) <= 60


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_a_page_neither_queries_nor_computes(page):
    for node in ast.walk(tree_of(page)):
        if isinstance(node, ast.Call):
            assert name_of(node) not in {"sql", "execute", "query", "read_csv", "DataFrame"}
        if isinstance(node, ast.BinOp):
            assert not isinstance(node.op, ARITHMETIC), ast.unparse(node)
        assert not isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.AugAssign)), page.name


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_a_page_holds_no_visible_text(page):
    """Keys and names of fields are lower-case identifiers; what people read is not."""
    tree = tree_of(page)
    docstring = tree.body[0]
    assert isinstance(docstring, ast.Expr)
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and node is not docstring.value:
            assert IDENTIFIER.fullmatch(node.value), node.value


def test_only_the_palette_holds_colours():
    for path in (*UI, *WORDS, *PAGES, *(ROOT / "ui" / "static").glob("*.css")):
        if path.name != "palette.py":
            assert not HEX.search(path.read_text(encoding="utf-8")), path


def test_only_the_theme_and_the_palette_name_a_font():
    for path in (*UI, *PAGES):
        if path.name != "theme.py":
            assert "Be Vietnam" not in path.read_text(encoding="utf-8"), path


def test_words_know_neither_streamlit_nor_plotly():
    for path in WORDS:
        names = {
            alias.name.split(".")[0]
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.Import)
            for alias in node.names
        } | {
            (node.module or "").split(".")[0]
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.ImportFrom)
        }
        assert not names & {"streamlit", "plotly"}, path


def test_nothing_draws_html_but_the_table_and_the_style_sheet():
    for path in (*UI, *PAGES):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call) and name_of(node) == "html":
                assert path.name in {"tables.py", "theme.py"}, path
            if isinstance(node, ast.keyword):
                assert node.arg not in {"unsafe_allow_html", "unsafe_allow_javascript"}, path


def test_every_chart_is_drawn_in_our_theme():
    for path in (*UI, *PAGES):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call) and name_of(node) == "plotly_chart":
                given = {keyword.arg: ast.unparse(keyword.value) for keyword in node.keywords}
                assert given["theme"] == "None"
                assert "alt" in given


def test_modules_of_screen_and_words_are_short():
    for path in (*UI, *WORDS):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 250, path


def test_no_module_beside_the_frame_bears_a_library_s_name():
    """Streamlit puts the script's folder first on the path of modules."""
    libraries = {"streamlit", "pandas", "plotly", "duckdb", "numpy", "pyarrow", "starlette"}
    assert not {path.stem for path in (ROOT / "ui").iterdir()} & libraries
