"""The HTML report, parsed and not looked at: what it says, that its links lead somewhere, that words stay words.

tests/browser looks at it in a browser.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from html5lib import parse
from hypothesis import given
from hypothesis import strategies as st

from seocheck import check_text
from seocheck.cli import cli
from seocheck.errors import SeocheckError
from seocheck.formats.people.html import writer as html_writer
from seocheck.formats.people.html.article_page import language_tag
from seocheck.formats.people.html.writer import HtmlWriter
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import Fix, LanguageResult, NotAssessed, Report
from tests.cli.test_git import Site
from tests.formats.made import finding, report, suppressed, written
from tests.support import EXAMPLES, ROOT, markdown, write

NAMESPACE = "{http://www.w3.org/1999/xhtml}"


class Page:
    """A parsed page."""

    def __init__(self, text: str) -> None:
        self.source = text
        self.root = parse(text, namespaceHTMLElements=True)
        self.elements = [each for each in self.root.iter() if isinstance(each.tag, str)]

    @property
    def ids(self) -> list[str]:
        return [each.attrib["id"] for each in self.elements if "id" in each.attrib]

    @property
    def links(self) -> list[str]:
        return [each.attrib["href"] for each in self.elements if each.tag == f"{NAMESPACE}a"]

    @property
    def tags(self) -> set[str]:
        return {each.tag.rpartition("}")[2] for each in self.elements}

    def words(self, tag: str = "body") -> str:
        found = (each for each in self.elements if each.tag == f"{NAMESPACE}{tag}")
        return " ".join(" ".join("".join(each.itertext()).split()) for each in found)


def checked(*paths: str | Path, file: Path) -> Page:
    result = CliRunner().invoke(
        cli, ["check", *map(str, paths), "-q", "--exit-zero", "-f", f"html={file}"], standalone_mode=False
    )
    assert result.exception is None, result.exception
    return Page(file.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return checked(*EXAMPLES, file=tmp_path_factory.mktemp("html") / "report.html")


def test_every_id_is_there_once_and_every_link_leads_to_one(examples: Page) -> None:
    assert len(examples.ids) == len(set(examples.ids))
    assert examples.links
    for link in examples.links:
        assert link.startswith("#"), link
        assert link[1:] in examples.ids, link
    named = [
        name for each in examples.elements for attribute in ("aria-labelledby", "for", "aria-describedby")
        for name in each.attrib.get(attribute, "").split()
    ]  # fmt: skip
    assert set(named) <= set(examples.ids)


def test_nothing_is_asked_from_anywhere(examples: Page) -> None:
    assert not examples.tags & {"link", "img", "iframe", "object", "embed", "form", "base", "video", "audio", "source"}
    assert not [name for each in examples.elements for name in each.attrib if name.startswith(("on", "src", "xlink"))]
    policies = [each.attrib["content"] for each in examples.elements if each.attrib.get("http-equiv")]
    assert len(policies) == 1
    assert policies[0].startswith("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-")
    assert "@import" not in examples.source
    assert "url(" not in examples.source


def test_the_overview_says_what_the_run_came_to(examples: Page) -> None:
    said = examples.words("main")
    assert "7 articles" in said
    assert "What costs most" in said
    assert "readability/hard-to-read" in said
    assert "Number of articles by score, in steps of five points." in said
    heads = [each for each in examples.elements if each.attrib.get("class") == "scale"]
    assert "".join(heads[0].itertext()).strip().endswith("0")
    assert "seocheck · " in said
    assert "no settings file" in said


def test_an_article_has_its_score_fixes_snippet_map_outline_and_text(tmp_path: Path) -> None:
    page = checked(ROOT / "examples" / "rushed.md", file=tmp_path / "one.html")
    said = page.words("main")
    headings = [" ".join("".join(e.itertext()).split()) for e in page.elements if e.tag == f"{NAMESPACE}h2"]
    assert headings == [
        "Score", "What would raise the score most", "11 findings", "How search results might show it",
        "Declared keywords", "Headings", "Readability", "The text", "What was left out",
        "The rules that found something",
    ]  # fmt: skip
    assert "Title about 880 of 600 px" in said
    assert "An estimate" in said
    assert "word for word" in said
    assert "The acquisition of an appropriate rain jacket represents" in said
    assert "H4 “Why it matters” is the first heading" in said
    assert "all articles" not in said


def test_findings_are_grouped_by_rule(tmp_path: Path) -> None:
    text = "---\ntitle: Rye bread\nkeywords: [rye bread, soup, stew]\n---\n\nRye bread [ ](https://a.example).\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    page = checked(tmp_path / "a.md", file=tmp_path / "report.html")
    groups = [each for each in page.elements if each.attrib.get("class", "").startswith("by-rule")]
    named = {" ".join("".join(next(iter(each)).itertext()).split()): each for each in groups}
    (unsupported,) = [name for name in named if "keywords/unsupported" in name]
    assert "2 findings" in unsupported
    assert "points" in unsupported
    said = "".join(named[unsupported].itertext())
    assert said.count("The article never mentions “") == 2
    assert said.count("About this rule") == 1
    numbers = ["".join(each.itertext()) for each in page.elements if each.attrib.get("class") == "num"]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


HEAD = """<html lang="en"><head><title>Rye bread</title><meta name="description" content="How it rises.">
<link rel="canonical" href="https://www.example.org/bread/rye/"><meta property="og:site_name" content="The Mill">
<meta property="og:title" content="Bread for Monday"><meta property="og:image" content="https://example.org/a.png">
<meta property="article:published_time" content="2026-03-09T10:00:00Z"></head>
<body><main><h1>Rye bread</h1><p>Rye bread rises slowly.</p></main></body></html>"""


def test_a_snippet_has_site_address_and_date_and_the_card_what_is_declared_for_it(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(HEAD, encoding="utf-8")
    page = checked(tmp_path / "a.html", file=tmp_path / "report.html")
    said = page.words("figure")
    assert "The Mill" in said
    assert "example.org › bread › rye" in said
    assert "Mar 9, 2026 — How it rises." in said
    (card,) = [each for each in page.elements if each.attrib.get("class") == "card"]
    shared = " ".join("".join(card.itertext()).split())
    assert shared == "https://example.org/a.png example.org Bread for Monday How it rises."
    assert "img" not in page.tags


def test_without_a_head_of_its_own_the_card_is_made_of_title_and_description(tmp_path: Path) -> None:
    (tmp_path / "rye.md").write_text("---\ntitle: Rye\ndescription: Bread.\n---\n\nRye.\n", encoding="utf-8")
    said = checked(tmp_path / "rye.md", file=tmp_path / "report.html").words("figure")
    assert "your-site › rye" in said
    assert "no og:title, og:description or og:image is declared" in said
    assert "no image your-site Rye Bread." in said


def test_the_overview_names_commit_and_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(tmp_path / "mill")
    site.write("seocheck.yml", "profile: news\n")
    for name in ("a.md", "b.md"):
        site.write(f"content/{name}", "---\ntitle: Rye\n---\n\nRye.\n")
    site.commit("bread")
    monkeypatch.chdir(site.root / "content")
    said = checked("a.md", "b.md", file=tmp_path / "report.html").words("main")
    assert re.search(r"seocheck · mill · commit [0-9a-f]{7,} of \d{4}-\d\d-\d\d · settings seocheck.yml ", said)


def test_what_results_cut_off_is_struck_through(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": markdown(title="How to bake bread " * 6, description="All about bread. " * 20)})
    page = checked(tmp_path / "a.md", file=tmp_path / "one.html")
    cut = ["".join(e.itertext()) for e in page.elements if e.tag == f"{NAMESPACE}del"]
    assert len(cut) == 4  # title and description, on a desktop and on a phone
    assert len(cut[3]) > len(cut[1]) > 0


def test_a_report_over_nothing_and_one_of_failures_alone() -> None:
    assert "0 articles" in Page(written("html")).words("main")
    page = Page(written("html", failures=[("gone.md", "no such file or folder")]))
    assert "gone.md no such file or folder" in page.words("main")


def test_findings_that_are_known_or_suppressed_are_distinguished() -> None:
    page = Page(written("html", report(finding(known=True), suppressed=(suppressed(),))))
    said = page.words("main")
    assert "not new" in said
    assert "Suppressedkeywords/unsupported (comment: as the client wants it)" in said


def test_what_is_known_is_not_what_to_fix_first() -> None:
    old, new = finding(known=True, message="Old."), finding(message="New.")
    made = report(old, new, fix_first=(Fix(finding=0, score_after=99.0), Fix(finding=1, score_after=99.5)))
    page = Page(written("html", made, report(old, path="b.md")))
    first = ["".join(e.itertext()) for e in page.elements if e.attrib.get("class") == "first"]
    assert sorted(first) == ["", "New."]


def test_a_small_gain_is_not_rounded_away() -> None:
    made = report(finding(), score=98.6, fix_first=(Fix(finding=0, score_after=99.2),))
    assert "98.6 → 99.2" in Page(written("html", made)).words("li")


def test_a_site_has_findings_and_no_score() -> None:
    of_site = report(finding(rule="site/duplicate-title"), score=None, grade="–")
    assert "no score" in Page(written("html", of_site, report(path="b.md"))).words("main")
    of_site = report(finding(rule="site/duplicate-title", points=0.0), score=None, grade="–")
    page = Page(written("html", of_site, of_site))
    assert "Most frequent findings" in page.words("main")
    assert "points per article" not in page.words("main")


def test_a_run_over_the_site_shows_the_text_of_what_it_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.md": markdown(), "b.md": markdown()})
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(cli, ["site", ".", "-q", "--no-cache", "-f", "html=report.html"])
    page = Page((tmp_path / "report.html").read_text(encoding="utf-8"))
    said = page.words("main")
    assert "no score" in said
    assert "site/duplicate-title" in said
    assert "No score: the rules that ran don't give one." in said
    assert "The text isn't shown" not in said
    assert "Feed the starter in the morning" in said
    assert set(page.links) <= {f"#{each}" for each in page.ids}


def test_every_rule_that_found_something_tells_what_it_looks_for_and_on_what_ground(examples: Page) -> None:
    met = {each.removeprefix("rule-") for each in examples.ids if each.startswith("rule-") and not each.endswith("-h")}
    named = {link.removeprefix("#rule-") for link in examples.links if link.startswith("#rule-")}
    assert named == met
    assert {"title-too-wide", "headings-skipped-level"} <= met
    said = examples.words("section")
    assert "A title whose estimated width is over 600 pixels" in said
    assert "Evidence: measured" in said
    assert "developers.google.com/search/docs/appearance/title-link" in said
    assert "A title that search results would cut." in examples.words("table")


def test_a_rule_nobody_can_tell_of_has_no_link() -> None:
    page = Page(written("html", report(finding(rule="own/rule")), rules=()))
    assert "own/rule" in page.words("main")
    assert not [link for link in page.links if "rule-" in link]


@pytest.mark.parametrize(
    ("code", "tag", "name", "lang"),
    [
        ("pt", "pt-BR", "Portuguese", "pt-BR"),
        ("de", "German", "German", "de"),
        ("en", '"><script>', "English", "en"),
        ("tlh", "tlh", "", "tlh"),
        ("xyzzy", "xyzzy", "", "und"),
        ("", "", "", "und"),
    ],
)
def test_the_words_of_an_article_name_their_language(code: str, tag: str, name: str, lang: str) -> None:
    language = LanguageResult(code=code, tag=tag, name=name, source="declared")
    assert language_tag(report(language=language)) == lang


def test_without_a_view_the_page_says_so() -> None:
    assert "The text isn't shown" in Page(written("html", report())).words("main")


def test_standard_input() -> None:
    result = CliRunner().invoke(cli, ["check", "-", "--exit-zero", "-f", "html"], input=markdown())
    page = Page(result.stdout)
    assert "The text isn't shown" in page.words("main")


# -- many articles -----------------------------------------------------------------------------------


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(html_writer, "TOGETHER", 2)
    write(tmp_path, {f"content/{n} ä.md": markdown(title=f"Rye, part {n}") for n in range(4)})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_more_articles_have_a_page_each(many: Path) -> None:
    index = checked("content", file=many / "out put.html")
    pages = [link for link in index.links if not link.startswith("#")]
    assert len(pages) == 4
    assert sorted(file.name for file in (many / "out put_files").iterdir()) == sorted(
        unquote(link).partition("/")[2] for link in pages
    )
    for number, link in enumerate(sorted(pages)):
        page = Page((many / unquote(link)).read_text(encoding="utf-8"))
        assert f"Rye, part {number}" in page.words("main")
        assert f"{number} ä.md" in page.words("main")
        inside = [each[1:] for each in page.links if each.startswith("#")]
        assert set(inside) <= set(page.ids)
        outside = [each for each in page.links if not each.startswith("#")]
        assert {each.partition("#")[0] for each in outside} == {"../out%20put.html"}
        assert {each.partition("#")[2] for each in outside} - {""} <= set(index.ids)
        assert any("#rule-" in each for each in outside)


def test_pages_of_articles_that_are_gone_are_removed_and_nothing_else(many: Path) -> None:
    checked("content", file=many / "report.html")
    mine = many / "report_files" / "mine.html"
    mine.write_text("<p>mine</p>")
    (many / "content" / "0 ä.md").unlink()
    checked("content", file=many / "report.html")
    assert len(list((many / "report_files").iterdir())) == 4  # three pages, and the stranger's
    (many / "content" / "1 ä.md").unlink()
    checked("content", file=many / "report.html")  # fits into one file now
    assert [file.name for file in (many / "report_files").iterdir()] == ["mine.html"]
    mine.unlink()
    checked("content", file=many / "report.html")
    assert not (many / "report_files").exists()


def test_a_folder_that_cannot_be_written(many: Path) -> None:
    (many / "report_files").write_text("a file\n")
    result = CliRunner().invoke(cli, ["check", "content", "-q", "-f", "html=report.html"], standalone_mode=False)
    assert isinstance(result.exception, SeocheckError)
    assert "report_files: cannot be written: " in str(result.exception)
    assert not (many / "report.html").exists()


def test_to_standard_output_all_goes_into_one(many: Path) -> None:
    page = Page(CliRunner().invoke(cli, ["check", "content", "--exit-zero", "-f", "html"]).stdout)
    assert len([each for each in page.ids if re.fullmatch(r"a\d+", each)]) == 4
    assert not list(many.glob("*_files"))


# -- words stay words --------------------------------------------------------------------------------

TRICKS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '" onmouseover="alert(1)', "</style></title><b>",
    "&lt;b&gt; &amp; &#60;", "{{ 7*7 }}{% for x in y %}", "\u202etxt.exe", "\x1b[31mred", "]]><!--",
    "javascript:alert(1)",
)  # fmt: skip


def rendered(made: Report) -> Page:
    out = io.StringIO()
    writer = HtmlWriter(out, RunStart())
    writer.add(made, ())
    writer.close(RunEnd(failures=[NotAssessed(subject="a.md", reason="x")]))
    return Page(out.getvalue())


@pytest.mark.parametrize("trick", TRICKS)
def test_tricks_are_shown_as_words(trick: str, tmp_path: Path) -> None:
    quoted = trick.replace("\\", "\\\\").replace('"', '\\"').replace("\x1b", "\\x1b").replace("\u202e", "\\u202e")
    article = f'---\ntitle: "Rye {quoted}"\ndescription: "{quoted}"\nkeywords: ["{quoted}", rye]\n---\n\n# Rye\n\n'
    (tmp_path / "a.md").write_text(f"{article}Rye `{trick}` is a grain.\n", encoding="utf-8")
    page = checked(tmp_path / "a.md", file=tmp_path / "one.html")
    scripts = [each for each in page.elements if each.tag == f"{NAMESPACE}script"]
    assert scripts == []  # one article has no table to sort
    assert not page.tags & {"img", "b"}
    assert "alert(1)" not in " ".join(v for each in page.elements for k, v in each.attrib.items() if k != "title")
    assert "49" not in page.words("h1")
    for character in "\x1b\u202e":
        assert character not in page.source


@given(st.text(max_size=60))
def test_any_words_are_shown_as_they_are(words: str) -> None:
    made = report(finding(message=f"Says {words}", hint=words))
    page = rendered(made)
    said = page.words("p")
    expected = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    if words.isprintable():
        assert expected in said
    assert page.tags <= rendered(report(finding())).tags


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_path_and_title(path: str, title: str) -> None:
    made = check_text(f"# {title}\n\nRye is a grain.\n", path=f"x{path}")
    page = rendered(made)
    assert len(page.ids) == len(set(page.ids))
    assert page.tags <= {
        "html", "head", "meta", "title", "style", "body", "a", "main", "header", "p", "h1", "h2", "h3", "section", "ul",
        "ol", "li", "span", "div", "table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "label",
        "input", "select", "option", "svg", "path", "circle", "i", "strong", "abbr", "figure", "figcaption", "code",
        "em", "nav", "mark", "q", "sup", "footer", "script", "del", "button", "details", "summary",
    }  # fmt: skip
