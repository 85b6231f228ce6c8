"""The report of the example site as a new user sees it, and the pictures of it in docs/report.md.

`python -m pytest -m browser tests/browser --update-pictures` writes them anew.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Watched
from tests.browser.pictures import IMAGES, PICTURES, SITE, Picture
from tests.support import ROOT, seocheck_process

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of `check --site` over the example site."""
    file = tmp_path_factory.mktemp("pictures") / "report.html"
    done = seocheck_process("check", "--site", ".", "-q", "-f", f"html={file}", cwd=SITE)
    assert done.returncode == 0, done.stderr.decode()
    return file


def test_the_first_screen_says_what_to_fix_first(opened: Watched, report: Path) -> None:
    page = opened.open(report)
    first = page.locator("#h-first + ol")
    box = first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 900
    assert page.locator("#overview h1").inner_text() == "15 articles"
    said = first.inner_text()
    assert "There is no article at /posts/queens/." in said
    assert "_index.md" in said
    first.locator("a").first.click()
    assert page.locator("main.article:visible h1").count() == 1


@pytest.mark.page(width=390)
def test_on_a_phone_too(opened: Watched, report: Path) -> None:
    page = opened.open(report)
    box = page.locator("#h-first").bounding_box()
    assert box is not None
    assert box["y"] < 800


def test_the_site_is_shown_as_a_whole(opened: Watched, report: Path) -> None:
    page = opened.open(report)
    clusters = page.locator("table.clusters tbody tr")
    assert [row.locator("td.n").inner_text() for row in clusters.all()] == ["2", "2", "2", "2"]
    assert "winter-old.md" in clusters.filter(has_text="site/near-duplicate").inner_text()
    keywords = page.locator("table.uses")
    row = keywords.locator("tbody tr").first
    assert row.locator("th").inner_text().split("\n") == ["beekeeping", "also bee-keeping"]
    assert "and 5 more" in row.inner_text()
    links = page.locator("[aria-labelledby=h-links]")
    assert "2 links lead nowhere" in links.inner_text()
    assert "winter-old.md" in links.inner_text()
    links.locator("a.path:has-text('winter-old.md')").first.click()
    assert "Cold months" in page.locator("main.article:visible h1").inner_text()


def test_a_sitemap_has_a_page_of_its_findings_alone(opened: Watched, report: Path) -> None:
    page = opened.open(report)
    page.click("#articles a.path:has-text('sitemap.xml')")
    shown = page.locator("main.article:visible")
    assert "but no article has that address" in shown.inner_text()
    assert "As a page of results" not in shown.inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("command", ["check --site", "site"])
def test_no_finding_by_axe(browser: Any, tmp_path: Path, command: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    file = tmp_path / "report.html"
    seocheck_process(*command.split(), ".", "-q", "-f", f"html={file}", cwd=SITE)
    for width in (1280, 360):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        page.goto(file.as_uri())
        found = axe.Axe().run(page).response["violations"]
        wide = page.evaluate("document.documentElement.scrollWidth")
        context.close()
        assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
        assert wide <= width


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_pictures(browser: Any, report: Path, tmp_path: Path, picture: Picture, request: pytest.FixtureRequest) -> None:
    update = request.config.getoption("--update-pictures")
    made = picture.take(browser, report, IMAGES if update else tmp_path)
    assert made.stat().st_size > 20_000, "there is something to see"
    assert f"images/{picture.name}.png" in (ROOT / "docs" / "report.md").read_text(encoding="utf-8")


def test_every_picture_is_one_of_these() -> None:
    named = set(re.findall(r"images/(report-[\w-]+)\.png", (ROOT / "docs" / "report.md").read_text(encoding="utf-8")))
    assert named == {picture.name for picture in PICTURES} == {path.stem for path in IMAGES.glob("report-*.png")}
