"""Starts the app: loads the illustration on a fresh machine, chooses an address, says it."""

from __future__ import annotations

import argparse
import os
import platform
import socket
import subprocess
import sys
import webbrowser
from pathlib import Path
from threading import Timer

from analysis.publication import enrich
from cli.saying import say, saying_steps
from data.books import Book
from data.illustration import load_illustration
from data.store import Store, current_book
from words.catalogue import text

APP = Path(__file__).resolve().parent.parent / "app.py"
LOOPBACK = "127.0.0.1"
BROWSER_WAITS = 3.0  # seconds: the server answers within two on a small machine


def start(port: int, address: str, *, is_headless: bool) -> int:
    """Serve the app until it is stopped; its exit status."""
    url = f"http://{LOOPBACK if address == '0.0.0.0' else address}:{port}"  # noqa: S104
    print(text("command_line.app_runs_at", url=url), flush=True)
    if not is_headless:
        Timer(BROWSER_WAITS, webbrowser.open, [url]).start()
    options = {
        "server.port": str(port),
        "server.address": address,
        "server.headless": "true",
        "browser.gatherUsageStats": "false",
    }
    words = [f"--{name}={value}" for name, value in options.items()]
    command = [sys.executable, "-m", "streamlit", "run", str(APP), *words]
    return subprocess.run(command, cwd=APP.parent, check=False).returncode


def choose_port() -> int:
    """STREAMLIT_SERVER_PORT where it is set, else 8501 or, where that is taken, any free one."""
    if wanted := os.environ.get("STREAMLIT_SERVER_PORT"):
        return int(wanted)
    with socket.socket() as probe:
        try:
            probe.bind((LOOPBACK, 8501))
        except OSError:
            probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def choose_address() -> str:
    """STREAMLIT_SERVER_ADDRESS where it is set, else this machine only."""
    return os.environ.get("STREAMLIT_SERVER_ADDRESS") or LOOPBACK


def has_no_screen() -> bool:
    """True where no browser can be shown, or STREAMLIT_SERVER_HEADLESS says so."""
    if said := os.environ.get("STREAMLIT_SERVER_HEADLESS"):
        return said.lower() in ("1", "true", "yes")
    if platform.system() == "Linux":
        return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return False


def run_app(store: Store, _arguments: argparse.Namespace) -> int:
    """The app; on a machine without any release, the illustration first."""
    if current_book(store) is None and not _has_imports(store):
        say("loading_illustration")
        load_illustration(store, enrich=enrich, progress=saying_steps())
    return start(choose_port(), choose_address(), is_headless=has_no_screen())


def _has_imports(store: Store) -> bool:
    return any(store.folder(book).workspace.exists() for book in Book)
