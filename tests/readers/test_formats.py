"""The table of formats is asked everywhere: an ending that is read is known to the site view, to links and to init."""

from __future__ import annotations

from pathlib import Path

import pytest

import seocheck
from seocheck.errors import SeocheckError
from seocheck.model.article import Article, Source
from seocheck.readers import formats
from seocheck.rule_cases import site_findings
from seocheck.rulekit.rule_set import built_in
from seocheck.runs.discover import looks_like_article
from seocheck.site.pages import name_of
from tests.support import markdown, write

ENDINGS = formats.extensions()


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending_is_known_everywhere(ending: str) -> None:
    assert looks_like_article(f"a{ending}")
    assert name_of(f"posts/rye{ending}") == "rye"
    known = formats.by_path(f"a{ending}")
    assert known is not None
    assert ending in known.extensions


@pytest.mark.parametrize("ending", [e for e in ENDINGS if e != ".txt"])
def test_broken_links_are_found_between_files_of_every_ending(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    known = formats.by_path(f"a{ending}")
    assert known is not None
    link = f'<a href="gone{ending}">gone</a> <a href="there{ending}">there</a>'
    page = f"<html><head><title>A</title></head><body><h1>A</h1><p>Read {link} now.</p></body></html>"
    text = (
        page if known.is_page else f"---\ntitle: A\n---\n\nRead [gone](gone{ending}) and [there](there{ending}) now.\n"
    )
    write(tmp_path, {f"a{ending}": text, f"there{ending}": text.replace("gone", "there")})
    found = site_findings("site/broken-link", {}, built_in())
    assert [finding.subject for _, finding in found] == [f"gone{ending}"]


def test_a_format_is_one_row(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A made-up kind of file: its reader is found, and folders are walked for it."""
    module = tmp_path / "upside_reader.py"
    module.write_text(
        "from seocheck.readers.labelled.settings import READ\n"
        "from seocheck.readers.markdown.reader import read_markdown\n"
        "def read_upside(source, *, aliases=None, labels=READ):\n"
        "    return read_markdown(source, aliases=aliases, labels=labels)\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    row = formats.FileFormat("upside", (".upside",), "upside_reader:read_upside", has_front_matter=True)
    monkeypatch.setitem(formats._BY_NAME, "upside", row)
    monkeypatch.setitem(formats._BY_EXTENSION, ".upside", row)
    write(tmp_path, {"content/a.upside": markdown()})
    reports = list(seocheck.check_paths(tmp_path / "content"))
    assert [report.title.text for report in reports if report.title] == ["Sourdough bread for busy people"]


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(SeocheckError, match="no such format; there are markdown, html, labelled-text"):
        seocheck.check_text("x", format="word")


@pytest.mark.parametrize(
    ("path", "comment"),
    [
        ("a.md", "<!-- seocheck-x -->"),
        ("a.MDX", "{/* seocheck-x */}"),
        ("a.html", "<!-- seocheck-x -->"),
        ("a.txt", ""),
    ],
)
def test_comments_are_those_of_the_format(path: str, comment: str) -> None:
    known = formats.by_path(path)
    assert known is not None
    assert known.comment(path, "seocheck-x") == comment


def test_any_text_gives_an_article() -> None:
    for each in formats.FORMATS:
        assert isinstance(each.read(Source("a", "\x00{{[<---")), Article)
