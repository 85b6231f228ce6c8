"""The HTML report in a real browser: how it looks and works, with a mouse, a keyboard, a screen reader's eyes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from seocheck.cli import cli
from seocheck.formats.people.html import writer as html_writer
from seocheck.formats.run import RunEnd, RunStart
from tests.browser.conftest import Watched
from tests.formats import made
from tests.support import EXAMPLES, markdown, write

pytestmark = pytest.mark.browser

WIDTHS = (360, 768, 1280)
HOSTILE = """---
title: "Rye <script>window.ran = 1</script><img src=x onerror='window.ran = 2'>"
description: "\\"><svg onload=\\"window.ran = 3\\"> \\u202Eesrever\\u202C <a href=\\"javascript:window.ran=4\\">x</a>"
keywords: ["<b onclick=window.ran=5>rye</b>", "ق\u0301\u0302\u0303", "\U0001f469‍\U0001f469‍\U0001f467", "rye bread"]
lang: en
---

# Rye </title></style></textarea><script>window.ran = 6</script>

Rye bread is `<script>window.ran = 7</script>` a grain, {{ 7 * 7 }} of it. It is بكر and 中文 and ไทย, Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞a̴̵l̨g̢o͖.

[link](javascript:window.ran=8) ![alt](x" onerror="window.ran=9)
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, and an article that means harm."""
    folder = tmp_path_factory.mktemp("browser")
    (folder / "hostile.md").write_text(HOSTILE, encoding="utf-8")
    arguments = ["check", *EXAMPLES, str(folder / "hostile.md"), "-q", "--exit-zero"]
    result = CliRunner().invoke(cli, [*arguments, "-f", f"html={folder / 'report.html'}"], standalone_mode=False)
    assert result.exception is None, result.exception
    return folder / "report.html"


def anchor_of(page: Any, name: str) -> str:
    """Where the report has an article."""
    return str(page.get_attribute(f"a.path:has-text('{name}')", "href"))


def scores(page: Any) -> list[int]:
    cells = page.locator("#articles tbody tr:visible td:first-child")
    return [int(cell.split()[0]) for cell in cells.all_inner_texts()]


def test_the_lowest_score_comes_first(opened: Watched, report: Path) -> None:
    page = opened.open(report)
    found = scores(page)
    assert found == sorted(found)
    assert len(found) == 8


def test_columns_sort_by_click_and_by_keyboard(opened: Watched, report: Path) -> None:
    page = opened.open(report)
    page.click("th button:has-text('score')")
    found = scores(page)
    assert found == sorted(found, reverse=True)
    assert page.get_attribute("#articles th:has-text('score')", "aria-sort") == "descending"
    page.focus("th button:has-text('words')")
    page.keyboard.press("Enter")
    words = [int(cell) for cell in page.locator("#articles tbody td:nth-child(7)").all_inner_texts()]
    assert words == sorted(words, reverse=True)
    page.keyboard.press("Enter")
    assert [int(cell) for cell in page.locator("#articles tbody td:nth-child(7)").all_inner_texts()] == words[::-1]
    assert page.locator("#articles th[aria-sort]").count() == 1


def test_the_filter_narrows_and_says_how_many(opened: Watched, report: Path) -> None:
    page = opened.open(report)
    page.fill("#filter", "RUSH")
    assert page.locator("#articles tbody tr:visible").count() == 1
    assert page.inner_text("#shown") == "1 of 8 shown"
    page.fill("#filter", "")
    page.select_option("#grade", "A")
    assert set(scores(page)) <= set(range(90, 101))
    page.select_option("#grade", "")
    assert page.locator("#articles tbody tr:visible").count() == 8
    assert page.inner_text("#shown") == ""


def test_from_the_overview_to_a_finding_to_its_place_and_back(opened: Watched, report: Path) -> None:
    page = opened.open(report)
    page.click("a.path:has-text('rushed.md')")
    assert page.is_hidden("#overview")
    main = page.locator("main.article:visible")
    assert main.count() == 1
    assert main.locator("h1").inner_text().startswith("Everything You Have Always Wanted")
    main.locator(".by-rule:has-text('skipped-level') .jump a").first.click()
    note = main.locator(".margin li:has-text('is the first heading')")
    assert note.is_visible()
    box = note.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 900
    note.locator("a.ref").click()
    assert main.locator(".finding:target").count() == 1
    main.locator(".brand a").click()
    assert page.is_visible("#overview")
    assert page.locator("main.article:visible").count() == 0


@pytest.mark.page(scripts=False)
def test_without_scripts_all_is_there_but_sorting_and_filtering(opened: Watched, report: Path) -> None:
    page = opened.open(report)
    assert page.is_hidden(".controls")
    assert page.locator("#articles tbody tr:visible").count() == 8
    page.click("a.path:has-text('decent.md')")
    assert page.is_hidden("#overview")
    assert page.locator("main.article:visible .text").is_visible()


@pytest.mark.parametrize("name", ["", "#rules", "rushed.md", "hostile.md", "nihongo.md"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_runs_out_of_the_screen(browser: Any, report: Path, name: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(report.as_uri())
    if name:
        page.goto(report.as_uri() + (name if name.startswith("#") else anchor_of(page, name)))
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert wide <= width


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360)])
@pytest.mark.parametrize("name", ["", "#rules", "rushed.md", "decent.md", "hostile.md"])
def test_no_finding_by_axe(browser: Any, report: Path, name: str, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(report.as_uri())
    if name:
        page.goto(report.as_uri() + (name if name.startswith("#") else anchor_of(page, name)))
    found = axe.Axe().run(page).response["violations"]
    context.close()
    said = [
        f"{each['id']} ({each['impact']}): {[node['html'][:120] for node in each['nodes'][:3]]}"
        for each in found
    ]  # fmt: skip
    assert said == []


def test_an_article_that_means_harm_is_shown_as_words(opened: Watched, report: Path) -> None:
    page = opened.open(report)
    page.goto(report.as_uri() + anchor_of(page, "hostile.md"))
    assert page.evaluate("window.ran") is None
    main = page.locator("main.article:visible")
    assert "<script>window.ran = 1</script>" in main.locator("h1").inner_text()
    assert "<script>window.ran = 7</script>" in main.locator(".text").inner_text()
    assert "<b onclick=window.ran=5>rye</b>" in main.locator(".map").first.inner_text()
    assert "\u202e" not in page.content()
    for link in main.locator("a").all():
        assert str(link.get_attribute("href")).startswith("#")


def test_a_rule_is_a_click_away_from_its_finding(opened: Watched, report: Path) -> None:
    page = opened.open(report, "#overview")
    page.click("a.path:has-text('rushed.md')")
    about = page.locator("main.article:visible .by-rule:has-text('title/too-wide') .about")
    about.locator("summary").click()
    assert "A title that search results would cut." in about.inner_text()
    about.locator("a").click()
    assert page.locator("main:visible").count() == 1
    rule = page.locator(".rule-met:target")
    assert rule.locator("h2").inner_text() == "title/too-wide"
    assert "over 600 pixels" in rule.inner_text()
    rule.locator("summary").click()
    assert "developers.google.com" in rule.inner_text()


def test_all_pages_can_be_shown_below_each_other(opened: Watched, report: Path) -> None:
    page = opened.open(report)
    assert page.locator("main:visible").count() == 1
    page.click("#all a")
    assert page.locator("main:visible").count() == 10  # the overview, eight articles, the rules
    assert page.is_visible("#articles")
    page.locator("main.article .brand a").first.click()
    assert page.locator("main:visible").count() == 1


@pytest.mark.page(width=360)
def test_on_a_phone_an_article_of_the_table_is_read_without_scrolling_sideways(opened: Watched, report: Path) -> None:
    page = opened.open(report)
    row = page.locator("#articles tbody tr:has-text('rushed.md')")
    for part in row.locator("th, td").all():
        box = part.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    assert "is printed in the body" in row.inner_text()  # errors first
    page.click("#articles th button:has-text('words')")
    assert "saved-page" in page.locator("#articles tbody tr").nth(1).inner_text()


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of more articles than are laid out at once."""
    file = tmp_path_factory.mktemp("list") / "report.html"
    with file.open("w", encoding="utf-8") as out:
        writer = html_writer.HtmlWriter(out, RunStart(file=str(file)))
        for number in range(1_200):
            writer.add(made.report(path=f"content/{number:04}.md", score=float(number % 100)), ())
        writer.close(RunEnd())
    return file


def test_of_thousands_of_rows_the_first_are_shown_and_the_others_on_demand(opened: Watched, long_list: Path) -> None:
    page = opened.open(long_list)
    rows = page.locator("#articles tbody tr")
    assert rows.count() == 500
    assert page.inner_text("#shown") == "the first 500 of 1200 shown"
    page.click("#articles th button:has-text('article')")
    page.click("#articles th button:has-text('article')")
    assert "1199.md" in rows.first.inner_text()
    page.fill("#filter", "content/00")
    assert rows.count() == 100
    assert page.is_hidden("#more")
    page.fill("#filter", "")
    page.click("#more")
    assert rows.count() == 1_200
    assert page.inner_text("#shown") == ""
    assert "0000.md" in rows.last.inner_text()


@pytest.mark.page(scripts=False)
def test_without_scripts_all_rows_are_there(opened: Watched, long_list: Path) -> None:
    assert opened.open(long_list).locator("#articles tbody tr").count() == 1_200


def test_in_print_all_rows_are_there(opened: Watched, long_list: Path) -> None:
    page = opened.open(long_list)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#articles tbody tr").count() == 1_200


def test_in_print_the_controls_are_gone_and_the_text_is_there(opened: Watched, report: Path) -> None:
    page = opened.open(report)
    page.emulate_media(media="print")
    assert page.is_hidden(".controls")
    assert page.locator("#articles tbody tr:visible").count() == 8
    assert len(page.pdf()) > 10_000


def test_all_can_be_reached_by_keyboard(opened: Watched, report: Path) -> None:
    page = opened.open(report)
    met = []
    for _ in range(40):
        page.keyboard.press("Tab")
        met.append(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim().slice(0, 30)"))
    assert met[0] == "Skip to the report"
    assert "filter" in met
    assert "grade" in met
    assert any(each.endswith("rushed.md") or "rushed" in each for each in met)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A report of more articles than go into one file."""
    monkeypatch.setattr(html_writer, "TOGETHER", 2)
    write(tmp_path, {f"content/{n} ä#?.md": markdown(title=f"Rye, part {n}") for n in range(4)})
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(cli, ["check", "content", "-q", "--exit-zero", "-f", "html=my report.html"])
    return tmp_path / "my report.html"


def test_an_index_leads_to_pages_and_back(opened: Watched, folder: Path) -> None:
    page = opened.open(folder)
    page.click("a.path:has-text('2 ä')")
    assert page.inner_text("h1") == "Rye, part 2"
    assert page.is_visible(".text")
    page.click(".brand a")
    assert page.inner_text("h1") == "4 articles"
