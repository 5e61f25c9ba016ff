"""Both languages say the same things, and nothing is said that is not in the catalogue."""

from __future__ import annotations

import ast
import re
import unicodedata
from pathlib import Path
from string import Formatter

import pytest

from words.catalogue import Language, catalogue, counted, speaking, text, word_for

ROOT = Path(__file__).parents[2]
CODE = [
    path
    for room in ("app.py", "run.py", "pages", "ui", "words", "cli", "reports", "data", "analysis")
    for path in ([ROOT / room] if room.endswith(".py") else sorted((ROOT / room).rglob("*.py")))
    if path.exists()
]
VIETNAMESE, ENGLISH = catalogue(Language.VIETNAMESE), catalogue(Language.ENGLISH)
OTHERS = ("command_line.", "template.", "problem.", "condition.")  # held to it by their own tests


def base(key: str) -> str:
    """English has two forms of a counted thing, Vietnamese one."""
    return re.sub(r"\.(one|other)$", "", key)


def placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


def test_both_languages_have_the_same_keys():
    assert {base(key) for key in VIETNAMESE} == {base(key) for key in ENGLISH}


def test_counted_things_have_both_forms_in_english():
    one = {base(key) for key in ENGLISH if key.endswith(".one")}
    other = {base(key) for key in ENGLISH if key.endswith(".other")}
    assert one == other


@pytest.mark.parametrize("key", sorted(ENGLISH))
def test_both_languages_have_the_same_placeholders(key):
    same = VIETNAMESE[key] if key in VIETNAMESE else VIETNAMESE[base(key)]
    assert placeholders(same) == placeholders(ENGLISH[key])


def test_all_words_are_in_the_normal_form_of_unicode():
    for words in (*VIETNAMESE.values(), *ENGLISH.values()):
        assert unicodedata.is_normalized("NFC", words)


def literal_keys() -> set[str]:
    return {
        node.value
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[a-z_]+(\.[a-z_0-9]+)+", node.value)
    }


def patterned_keys() -> list[re.Pattern[str]]:
    """f-strings such as f'standing.{key}' as patterns of keys."""
    found = []
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(part.value) if isinstance(part, ast.Constant) else "[a-z_0-9]+"
                    for part in node.values
                ]
                pattern = "".join(parts)
                if re.match(r"[a-z_]+\\\.", pattern) or r"\.view\." in pattern:
                    found.append(re.compile(pattern))
    return found


def test_every_key_that_code_names_exists():
    families = {key.split(".")[0] for key in VIETNAMESE}
    known = {base(key) for key in VIETNAMESE}
    calls = [
        (path, node)
        for path in CODE
        if path.relative_to(ROOT).parts[0] not in ("data", "analysis")  # they speak no words
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("text", "counted")
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]
    assert calls
    for path, call in calls:
        key = call.args[0].value
        assert key.split(".")[0] in families, (path, key)
        assert key in known, (path, key)


def test_every_key_is_used():
    literals, patterns = literal_keys(), patterned_keys()
    families = {key for key in literals if any(k.startswith(f"{key}.") for k in VIETNAMESE)}
    for key in {base(key) for key in VIETNAMESE}:
        if key.startswith(OTHERS) or key.startswith("streamlit."):
            continue
        is_used = (
            key in literals
            or any(pattern.fullmatch(key) for pattern in patterns)
            or key.rpartition(".")[0] in families  # word_for('term.stage', …)
        )
        assert is_used, key


def test_a_word_of_a_closed_list_that_is_not_known_stays_as_it_is():
    assert word_for("term.stage", "recovered") == "điểm đã trở lại"
    assert word_for("term.unit_kind", "tỉnh") == "tỉnh"


def test_english_counts_and_vietnamese_does_not():
    with speaking("en"):
        assert counted("standing.units", 1, count="1") == "1 unit"
        assert counted("standing.units", 0, count="0") == "0 units"
    assert counted("standing.units", 1, count="1") == "1 đơn vị"


def test_an_unknown_key_is_our_fault_and_said_so():
    with pytest.raises(KeyError):
        text("compare.no_such_words")


def test_the_words_of_streamlit_have_a_vietnamese_that_is_not_english():
    for key in ENGLISH:
        if key.startswith("streamlit."):
            assert VIETNAMESE[key] != ENGLISH[key], key
