"""A real browser: Chromium as the system has it, driven by playwright. Without one these tests are skipped, saying why.

SEOCHECK_BROWSER names another program than those looked for. SEOCHECK_BROWSER=required makes the want of one a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def _unavailable(why: str) -> None:
    if os.environ.get("SEOCHECK_BROWSER") == "required":
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The browser, one for all tests."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ModuleNotFoundError:
        _unavailable("playwright is not installed: pip install -e '.[browser]'")
    named = os.environ.get("SEOCHECK_BROWSER", "")
    program = named if "/" in named else next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        _unavailable(f"no browser is installed (looked for {', '.join(PROGRAMS)})")
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        except Error as error:
            _unavailable(f"{program} does not start: {str(error).splitlines()[0]}")
        yield started
        started.close()


class Watched:
    """A page that remembers what it says and what it asks for."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: self.asked.append(request.url))

    def open(self, file: Path, anchor: str = "") -> Any:
        """Open a file of the disk."""
        self.page.goto(file.as_uri() + anchor)
        return self.page


@pytest.fixture
def opened(browser: Any, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """A fresh page. A mark `page(width=..., scheme=..., scripts=...)` says how wide, light or dark, with scripts."""
    mark = request.node.get_closest_marker("page")
    how = dict(mark.kwargs) if mark else {}
    context = browser.new_context(
        viewport={"width": how.get("width", 1280), "height": 900},
        color_scheme=how.get("scheme", "light"),
        java_script_enabled=how.get("scripts", True),
        reduced_motion="reduce",
    )
    watched = Watched(context.new_page())
    yield watched
    context.close()
    assert watched.said == []
    assert all(url.startswith("file://") for url in watched.asked), watched.asked
