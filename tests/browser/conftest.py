"""The app as it is started, and a browser that may speak to this machine only."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHROMIUM = os.environ.get("CCHC_CHROMIUM") or shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"1440x900": (1440, 900), "1024x768": (1024, 768), "390x844": (390, 844)}
HERE = Path(__file__).parent
STARTS_WITHIN = 60  # seconds, on a loaded machine


def pytest_collection_modifyitems(items):
    """pytest hands over the tests of every folder."""
    for item in items:
        if HERE not in item.path.parents:
            continue
        item.add_marker(pytest.mark.browser)
        if CHROMIUM is None:
            item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Served:
    """The app on a port of its own, with a store of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.url = f"http://127.0.0.1:{free_port()}"
        port = self.url.rpartition(":")[2]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true"]
            + [f"--server.port={port}", "--server.address=127.0.0.1"],
            cwd=ROOT,
            env={**os.environ, "CCHC_HOME": str(home)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.wait()

    def wait(self) -> None:
        end = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1):  # noqa: S310
                    return
            except OSError:
                time.sleep(0.2)
        raise TimeoutError(self.url)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)


@pytest.fixture(scope="package")
def serve():
    """Starts the app on a store; every app that was started is stopped at the end."""
    running = []

    def started(home: Path) -> Served:
        running.append(Served(home))
        return running[-1]

    yield started
    for served in running:
        served.stop()


@pytest.fixture(scope="package")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium):
    """Opens an address in a fresh browser; any request beyond this machine fails the test."""
    contexts, outside = [], []

    def opened(url: str, *, size: str = "1440x900", language: str = "vi-VN", scheme: str = "light"):
        width, height = SIZES[size]
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            locale=language,
            color_scheme=scheme,
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)

        def note(address: str) -> None:
            if not address.startswith(("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")):
                outside.append(address)

        page.on("request", lambda request: note(request.url))
        page.on("websocket", lambda socket: note(socket.url))
        page.goto(url)
        settled(page)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not outside


def settled(page) -> None:
    """The page is drawn and the script has ended."""
    page.wait_for_selector("h1", state="attached")  # a presentation hides it
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]')"
        "?.getAttribute('data-test-script-state') === 'notRunning'"
    )
    page.wait_for_timeout(400)


@pytest.fixture(scope="package")
def picture():
    """Keeps a picture of the whole page in screenshots/ (outside git)."""
    folder = ROOT / "screenshots"
    folder.mkdir(exist_ok=True)

    def taken(page, name: str) -> None:
        width = page.viewport_size["width"]
        height = page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollHeight")
        page.set_viewport_size({"width": width, "height": min(max(height, 600), 6000)})
        page.wait_for_timeout(1500)
        page.screenshot(path=folder / f"{name}.png")

    return taken
