"""The extension for Visual Studio Code in a real one: what is underlined, fixed and shown, and what isn't started.

SEOCHECK_CODE_SERVER names the program that `editors/vscode/code-server.sh FOLDER` prints; without it, or without the
package that `editors/vscode/package.sh` makes, these tests are skipped. `--update-pictures` takes the picture anew.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.code_server import EXTENSION, Editor, code_server
from tests.browser.pictures import IMAGES
from tests.support import ROOT, markdown

ENTRY = os.environ.get("SEOCHECK_CODE_SERVER", "")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not ENTRY, reason="no code-server: SEOCHECK_CODE_SERVER is not set"),
    pytest.mark.skipif(not EXTENSION.exists(), reason="no package: run editors/vscode/package.sh"),
]

ARTICLE = markdown(keywords="[sourdough bread, starter, sourdough bread]")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder whose virtual environment has seocheck, and writes down when it is started."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "double.md").write_text(ARTICLE)
    shutil.copy(ROOT / "examples" / "rushed.md", folder)
    program = folder / ".venv" / "bin" / "seocheck"
    program.parent.mkdir(parents=True)
    program.write_text(
        f'#!/bin/sh\necho started >> "{tmp_path}/started"\n'
        f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -P -m seocheck "$@"\n'
    )
    program.chmod(0o755)
    return folder


@pytest.fixture
def address(site: Path, tmp_path: Path) -> Iterator[str]:
    node = shutil.which("node")
    assert node is not None
    # The folder's own tools are on the PATH, as a terminal would have them after `activate`.
    path = [str(site / ".venv" / "bin"), str(Path(node).parent), "/usr/bin", "/bin"]
    with code_server(ENTRY, site, tmp_path / "data", path) as url:
        yield url


@pytest.fixture
def editor(browser: Any, address: str) -> Iterator[Editor]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(address)
    page.locator(".monaco-workbench").wait_for()
    yield Editor(page)
    context.close()


def test_an_article_is_checked_fixed_and_reported(
    editor: Editor, site: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    page = editor.page
    page.get_by_role("button", name="Yes, I trust the authors").click()
    editor.open("rushed.md")
    page.locator(".squiggly-error").first.wait_for()
    page.locator(".squiggly-warning").first.wait_for()
    page.locator(".statusbar-item", has_text="seocheck 62/100 D").wait_for()
    assert (tmp_path / "started").read_text().startswith("started\n")

    editor.command("seocheck: Check this article")
    report = page.frame_locator("iframe.webview").frame_locator("iframe")
    report.get_by_role("heading", name="What would raise the score most").wait_for()
    if request.config.getoption("--update-pictures"):
        page.screenshot(path=IMAGES / "vscode.png")

    editor.open("double.md")
    lens = page.locator(".codelens-decoration")
    lens.filter(has_text="seocheck 100/100 A: 0 errors, 1 warning").wait_for()
    editor.command("seocheck: Fix what can be fixed")
    lens.filter(has_text="seocheck 100/100 A: 0 errors, 0 warnings").wait_for()
    page.keyboard.press("Control+S")
    page.locator(".tab.active.dirty").wait_for(state="hidden")
    assert (site / "double.md").read_text() == ARTICLE.replace(", sourdough bread]", "]")

    editor.command("seocheck: Show the keyword map")
    page.locator(".tab", has_text="keywords: double.md").wait_for()
    page.locator(".view-line", has_text="sourdough bread").last.wait_for()


def test_in_a_folder_without_trust_nothing_of_it_is_started(editor: Editor, tmp_path: Path) -> None:
    page = editor.page
    page.get_by_role("button", name="No, I don't trust the authors").click()
    editor.open("rushed.md")
    said = page.locator(".notification-toast", has_text="runs only if you trust the folder")
    said.wait_for()
    assert said.get_by_role("button", name="Manage trust").count() == 1
    assert page.locator(".squiggly-error, .squiggly-warning").count() == 0
    assert not (tmp_path / "started").exists()
