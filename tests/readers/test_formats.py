"""The table of formats is asked everywhere: an ending that is read is known to the site view, to links and to init."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

import seocheck
from seocheck.errors import SeocheckError
from seocheck.model.article import Article, Source
from seocheck.readers import formats
from seocheck.rule_cases import site_findings
from seocheck.rulekit.rule_set import built_in
from seocheck.runs.discover import looks_like_article
from seocheck.site.links import Links
from seocheck.site.pages import name_of
from tests.support import BODY, run_command, write

ENDINGS = formats.extensions()


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending_is_known_everywhere(ending: str) -> None:
    assert looks_like_article(f"a{ending}")
    assert name_of(f"posts/rye{ending}") == "rye"
    known = formats.by_path(f"a{ending}")
    assert known is not None
    assert ending in known.extensions


@pytest.mark.parametrize("ending", formats.extensions(of=[each for each in formats.FORMATS if each.links_to]))
def test_broken_links_are_found_between_files_of_every_ending(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    known = formats.by_path(f"a{ending}")
    assert known is not None
    if not known.is_page:  # how a kind of file writes its links is for the tests of its reader
        row = msgspec.structs.replace(known, reader=formats.named("markdown").reader, unpack="")
        monkeypatch.setitem(formats._BY_NAME, known.name, row)
        monkeypatch.setitem(formats._BY_EXTENSION, ending, row)
    link = f'<a href="gone{ending}">gone</a> <a href="there{ending}">there</a>'
    page = f"<html><head><title>A</title></head><body><h1>A</h1><p>Read {link} now.</p></body></html>"
    text = (
        page if known.is_page else f"---\ntitle: A\n---\n\nRead [gone](gone{ending}) and [there](there{ending}) now.\n"
    )
    write(tmp_path, {f"a{ending}": text, f"there{ending}": text.replace("gone", "there")})
    found = site_findings("site/broken-link", {}, built_in())
    assert [finding.subject for _, finding in found] == [f"gone{ending}"]


SHORT = "TL;DR: Sourdough bread needs flour, water, salt and a little patience, even where nobody has time for baking."
TOY = f"Title: Sourdough bread for busy people\nKeywords: sourdough bread\n\n{SHORT}\n\n{BODY}"


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> formats.FileFormat:
    """A made-up kind of file without front matter, read as labelled text is; an article of it lies in the folder."""
    write(tmp_path, {"toy_reader.py": """\
from msgspec.structs import replace
from seocheck.readers.labelled.reader import read_labelled_text
from seocheck.readers.labelled.settings import READ
def read_toy(source, *, aliases=None, labels=READ):
    return replace(read_labelled_text(source, aliases=aliases, labels=labels), format="toy")
"""})  # fmt: skip
    monkeypatch.syspath_prepend(str(tmp_path))
    row = formats.FileFormat("toy", (".toy",), "toy_reader:read_toy", called="a toy page")
    monkeypatch.setitem(formats._BY_NAME, "toy", row)
    monkeypatch.setitem(formats._BY_EXTENSION, ".toy", row)
    write(tmp_path, {"content/a.toy": TOY})
    monkeypatch.chdir(tmp_path / "content")
    return row


def test_a_format_is_one_row(toy: formats.FileFormat) -> None:
    """Its reader is found, folders are walked for it, and every command knows it."""
    reports = list(seocheck.check_paths("."))
    assert [report.title.text for report in reports if report.title] == ["Sourdough bread for busy people"]
    here = Path()
    assert run_command("check", ".", "--exit-zero", "-f", "junit", cwd=here).returncode == 0
    assert run_command("check", ".", "--diff", cwd=here).returncode == 0
    refused = run_command("suggest", "--apply", "description", "a.toy", cwd=here)
    assert b"only front matter can be written, and this is a toy page\n" in refused.stderr
    assert refused.returncode == 2


def test_a_row_without_words_for_a_file_of_its_kind(toy: formats.FileFormat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(formats._BY_NAME, "toy", msgspec.structs.replace(toy, called=""))
    refused = run_command("suggest", "--apply", "description", "a.toy", cwd=Path())
    assert b"this is a toy file\n" in refused.stderr


@pytest.mark.parametrize("ending", formats.extensions(of=[each for each in formats.FORMATS if each.links_to]))
def test_a_folder_is_what_its_index_is(ending: str) -> None:
    links = Links([(0, f"a{ending}"), (1, f"b/index{ending}"), (2, f"c/_index{ending}")])
    found = [links.target(f"a{ending}", 0, href).number for href in ("b/", "c/", f"c/index{ending}")]
    assert found == [1, 2, 2]


@pytest.mark.parametrize(
    ("language", "ending"), [("markdown", ".md"), ("mdx", ".mdx"), ("html", ".html"), ("plaintext", ""), ("", "")]
)
def test_what_an_editor_calls_a_language(language: str, ending: str) -> None:
    assert formats.ending_of(language) == ending


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(SeocheckError, match="no such format; there are " + ", ".join(formats._BY_NAME)):
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


@pytest.mark.parametrize("name", ["notes.bar", "notes.pages", "notes.odt", "notes.json"])
def test_a_kind_that_no_reader_knows_is_refused_by_name(
    name: str,
    tmp_path: Path,
) -> None:
    write(tmp_path, {name: "Rye bread rises slowly.\n"})
    result = run_command("check", name, cwd=tmp_path)
    ending = name[name.index(".") :]
    assert result.returncode == 2
    assert result.stdout == b""
    assert result.stderr.decode().startswith(f"seocheck: {name}: {ending} files aren't read, only .md, ")
    assert b".html" in result.stderr


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("post.njk", "---\ntitle: Rye bread\n---\n\nRye bread rises slowly.\n"),
        ("page.php", "<!doctype html>\n<title>Rye bread</title><p>Rye bread rises slowly.</p>"),
        ("draft.text", "Title: Rye bread\nKeywords: rye bread\n\nRye bread rises slowly.\n"),
        ("draft", "Rye bread rises slowly.\n"),
        ("release-1.2", "Rye bread rises slowly.\n"),
    ],
)
def test_what_shows_its_format_is_read_whatever_its_ending(
    name: str,
    text: str,
    tmp_path: Path,
) -> None:
    write(tmp_path, {name: text})
    assert run_command("check", name, "--exit-zero", cwd=tmp_path).returncode == 0


def test_a_sitemap_needs_no_reader_of_articles(tmp_path: Path) -> None:
    sitemap = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>/a/</loc></url></urlset>'
    write(tmp_path, {"sitemap.xml": sitemap, "a.md": f"---\ntitle: A\n---\n\n{BODY}"})
    assert run_command("site", ".", "--exit-zero", cwd=tmp_path).returncode == 0
