"""The language of what Streamlit itself says: its one HTML page and its built-in English words."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from words.catalogue import Language, catalogue

SCRIPT = Path(__file__).parent / "static" / "words.js"
FAMILY = "streamlit."


@lru_cache(maxsize=1)
def dictionary() -> tuple[list[list[str]], list[list[str]]]:
    """Pairs [English, Vietnamese]: those spelt exactly, then those in which something varies."""
    english, vietnamese = catalogue(Language.ENGLISH), catalogue(Language.VIETNAMESE)
    pairs = [[english[key], vietnamese[key]] for key in english if key.startswith(FAMILY)]
    return [p for p in pairs if "{" not in p[0]], [p for p in pairs if "{" in p[0]]


@lru_cache(maxsize=1)
def script() -> str:
    """words.js with the dictionary handed to it."""
    exact, patterns = dictionary()
    words = json.dumps({"exact": exact, "patterns": patterns}, ensure_ascii=False)
    return f"{SCRIPT.read_text(encoding='utf-8').rstrip()}({words});\n"


async def _serve_script(_request: Request) -> Response:
    return Response(script(), media_type="text/javascript; charset=utf-8")


def script_route() -> Route:
    """Where the browser finds the script."""
    return Route("/words.js", _serve_script)


class OurShell:
    """Middleware: Streamlit's page says its language, our name, and loads our words.

    The page is asked for without compression, so that it can be read and rewritten.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything through; rewrite what is HTML."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        if b"text/html" in dict(scope["headers"]).get(b"accept", b""):
            headers = [(k, v) for k, v in scope["headers"] if k != b"accept-encoding"]
            scope = {**scope, "headers": headers}
        await self.app(scope, receive, _Rewriter(send, _language_asked(scope)).send)


def _language_asked(scope: Scope) -> Language:
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("language", [""])
    return Language.ENGLISH if asked[0] == Language.ENGLISH else Language.VIETNAMESE


class _Rewriter:
    """Holds an HTML answer back until it is whole, then sends it rewritten."""

    def __init__(self, send: Send, language: Language) -> None:
        self.onward = send
        self.language = language
        self.start: Message | None = None
        self.body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self.start = message
        elif self.start is None:
            await self.onward(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                await self._send_rewritten(self.start)

    async def _send_rewritten(self, start: Message) -> None:
        body = rewritten(self.body.decode("utf-8"), self.language).encode("utf-8")
        dropped = (b"content-length", b"etag")
        headers = [(k, v) for k, v in start["headers"] if k not in dropped]
        headers.append((b"content-length", str(len(body)).encode()))
        await self.onward({**start, "headers": headers})
        await self.onward({"type": "http.response.body", "body": body})


def _is_html(message: Message) -> bool:
    return any(k == b"content-type" and v.startswith(b"text/html") for k, v in message["headers"])


def rewritten(page: str, language: Language) -> str:
    """Streamlit's page with our language, title and script."""
    title = f"<title>{catalogue(language)['frame.title']}</title>"
    page = page.replace('<html lang="en">', f'<html lang="{language.value}">', 1)
    return page.replace("<title>Streamlit</title>", f'{title}<script src="./words.js"></script>', 1)
