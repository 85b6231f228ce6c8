"""The pictures of docs/report.md: what they show of the HTML report of `examples/site`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from tests.support import ROOT

IMAGES = ROOT / "docs" / "images"
SITE = ROOT / "examples" / "site"


class Picture(NamedTuple):
    """article: whose page, "" for the overview. part: the end of the id that is scrolled to."""

    name: str
    article: str = ""
    part: str = ""
    width: int = 1100
    height: int = 900
    scheme: str = "light"

    def take(self, browser: Any, report: Path, folder: Path) -> Path:
        """Take it, as a file of this folder."""
        context = browser.new_context(
            viewport={"width": self.width, "height": self.height}, color_scheme=self.scheme, reduced_motion="reduce"
        )
        page = context.new_page()
        page.goto(report.as_uri())
        if self.article:
            page.goto(report.as_uri() + str(page.get_attribute(f"#articles a.path:has-text('{self.article}')", "href")))
        if self.part:
            page.locator(f"main:visible [id$='{self.part}']").evaluate("element => element.scrollIntoView()")
        file = folder / f"{self.name}.png"
        page.screenshot(path=file)
        context.close()
        return file


PICTURES = (
    Picture("report-overview"),
    Picture("report-site", part="h-clusters", height=1150),
    Picture("report-articles", part="h-articles", height=640),
    Picture("report-article", "law.md", height=760),
    Picture("report-keywords", "law.md", "h-snippet", height=800),
    Picture("report-text", "law.md", "h-text", height=620, scheme="dark"),
    Picture("report-phone", width=390, height=800),
)
