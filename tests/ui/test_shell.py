"""The page around the app: its language, our words for Streamlit's, access, failures."""

from __future__ import annotations

import asyncio
import json
import logging
import re

import pytest

from ui.access import is_loopback
from ui.language import OurShell, dictionary, rewritten, script
from words.catalogue import Language

PAGE = '<html lang="en"><head><title>Streamlit</title></head></html>'


def test_the_page_says_its_language_our_name_and_loads_our_words():
    page = rewritten(PAGE, Language.VIETNAMESE)
    assert '<html lang="vi">' in page
    assert "<title>Theo dõi cải cách hành chính</title>" in page
    assert '<script src="./words.js"></script>' in page
    assert '<html lang="en">' in rewritten(PAGE, Language.ENGLISH)


def test_streamlit_s_page_is_still_what_we_rewrite():
    import streamlit

    page = (
        __import__("pathlib").Path(streamlit.__file__).parent / "static" / "index.html"
    ).read_text(encoding="utf-8")
    page = rewritten(page, Language.VIETNAMESE)
    assert '<html lang="vi">' in page
    assert "words.js" in page


def test_the_dictionary_is_handed_to_the_script():
    words = json.loads(re.search(r"\}\)\((\{.*\})\);\n$", script())[1])
    exact, patterns = dictionary()
    assert words == {"exact": exact, "patterns": patterns}
    assert ["Choose an option", "Chọn một mục"] in exact
    assert ["{n}MB per file", "Tối đa {n} MB mỗi tệp"] in patterns


def run_shell(path_headers, answer_headers, bodies):
    """What the browser gets, and the headers that the app inside was asked with."""
    asked, sent = [], []

    async def inside(scope, _receive, send):
        asked.append(scope["headers"])
        await send({"type": "http.response.start", "status": 200, "headers": answer_headers})
        for body, more in bodies:
            await send({"type": "http.response.body", "body": body, "more_body": more})

    async def collect(message):
        sent.append(message)

    scope = {"type": "http", "method": "GET", "headers": path_headers, "query_string": b""}
    asyncio.run(OurShell(inside)(scope, None, collect))
    return asked[0], sent


def test_html_is_asked_for_plain_and_sent_whole():
    half = len(PAGE) // 2
    asked, sent = run_shell(
        [(b"accept", b"text/html"), (b"accept-encoding", b"gzip")],
        [(b"content-type", b"text/html"), (b"content-length", b"59"), (b"etag", b"x")],
        [(PAGE[:half].encode(), True), (PAGE[half:].encode(), False)],
    )
    assert (b"accept-encoding", b"gzip") not in asked
    start, body = sent
    headers = dict(start["headers"])
    assert headers[b"content-length"] == str(len(body["body"])).encode()
    assert b"etag" not in headers
    assert b'lang="vi"' in body["body"]


def test_anything_else_passes_untouched():
    asked, sent = run_shell(
        [(b"accept", b"*/*"), (b"accept-encoding", b"gzip")],
        [(b"content-type", b"text/javascript")],
        [(b"<title>Streamlit</title>", False)],
    )
    assert (b"accept-encoding", b"gzip") in asked
    assert sent[1]["body"] == b"<title>Streamlit</title>"


@pytest.mark.parametrize(
    ("address", "is_here"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104
        ("10.0.0.5", False),
        ("intranet", False),
        (None, False),
        ("", False),
    ],
)
def test_only_this_machine_may_edit_without_sign_in(address, is_here):
    assert is_loopback(address) is is_here


def test_a_failure_is_a_calm_sentence_with_the_number_that_the_log_has(monkeypatch, caplog):
    from ui import failure

    shown = []
    monkeypatch.setattr(failure.st, "error", lambda words, **_: shown.append(words))
    with caplog.at_level(logging.ERROR, logger="cchc"):
        assert failure.explain(ZeroDivisionError("secret 1/0")) is True
    reference = re.search(r"mã ([0-9A-F]{8})", shown[0])[1]
    assert reference in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert "secret" not in shown[0]


def test_a_condition_that_we_know_says_itself(monkeypatch):
    from data.errors import ImportInProgress
    from ui import failure

    shown = []
    monkeypatch.setattr(failure.st, "error", lambda words, **_: shown.append(words))
    assert failure.explain(ImportInProgress(book="real")) is True
    assert "Một lần nhập khác đang chạy" in shown[0]
