"""Make the pictures of docs/report.md: `python tools/screenshots.py`, with the extra `browser` and a Chromium.

They show the articles under `examples/`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
PICTURES = (
    # name, article, part of its page, width, height, scheme
    ("report-overview", "", "", 1100, 900, "light"),
    ("report-article", "rushed.md", "", 1100, 760, "light"),
    ("report-keywords", "decent.md", "h-snippet", 1100, 720, "light"),
    ("report-text", "rushed.md", "h-text", 1100, 700, "dark"),
    ("report-phone", "decent.md", "h-text", 390, 760, "light"),
)


def main() -> int:
    """Make a report, and take the pictures."""
    browser = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        command = [sys.executable, "-m", "seocheck", "check", "examples", "-q", "--exit-zero", "-f", f"html={file}"]
        subprocess.run(command, cwd=ROOT, check=True)
        started = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for name, article, part, width, height, scheme in PICTURES:
            page = started.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto(file.as_uri())
            if article:
                page.goto(file.as_uri() + str(page.get_attribute(f"a.path:has-text('{article}')", "href")))
            if part:
                page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
                page.locator(f"main.article:visible [id$='{part}']").evaluate("element => element.scrollIntoView()")
            page.screenshot(path=IMAGES / f"{name}.png")
            page.close()
        started.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
