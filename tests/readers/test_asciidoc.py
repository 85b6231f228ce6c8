"""AsciiDoc: fields of the header, blocks as zones, the lines of the file; nothing but the text is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seocheck
from seocheck.readers import decode, read
from tests.support import assert_linear, run_command

ARTICLE = """\
// a comment before the title
= Rye bread for *beginners*
Jane Miller <jane@example.org>
v1.0, 2026-03-09
:description: How rye bread rises, and what it needs \\
in the oven.
:keywords: rye bread, pumpkin soup
:page-tags: bread, oven
:lang: en
:toc:
:mill: the old mill

The _rye_ bread of {mill} rises slowly, as you can read https://example.org/rye[here] and in
xref:dough[the part on dough]. A line with `print('soup')` and <<x>>.footnote:[Gone for good.]

////
Nobody reads this.
////

[#dough]
== The dough

[NOTE]
====
It has to rest.
====

TIP: Use salt.

* [x] flour
** fine flour
. one

image::loaf.png[]

.An oven of stone
image::oven.png[The oven]

[source,python]
----
print("pumpkin soup")
----

____
Bread is bread.
____

[cols="1,2"]
|===
|Flour |500 g
2+|Water
|===

Term:: What it means.

 literal stew

++++
<b>passed on</b>
++++

==== Too deep

include::other.adoc[]
"""


def blocks(text: str) -> list[tuple[str, str]]:
    article = read(decode(text.encode("utf-8", "surrogatepass"), "rye.adoc"), "asciidoc")
    return [(block.kind, block.text.value) for block in article.blocks]


def check(tmp_path: Path, text: str) -> seocheck.Report:
    (tmp_path / "rye.adoc").write_text(text, encoding="utf-8")
    return seocheck.check_file(tmp_path / "rye.adoc")


def test_the_header_declares(tmp_path: Path) -> None:
    report = check(tmp_path, ARTICLE)
    assert report.format == "asciidoc"
    assert report.title is not None
    assert report.description is not None
    assert (report.title.text, report.title.place.start.line) == ("Rye bread for beginners", 2)
    assert report.description.text == "How rye bread rises, and what it needs in the oven."
    assert report.description.place.start.line == 5
    assert [(each.text, each.tier) for each in report.keywords] == [("rye bread", "exact"), ("pumpkin soup", "apart")]
    assert [each.text for each in report.taxonomy] == ["bread", "oven"]
    assert report.language.code == "en"
    assert "headings/no-h1" not in {each.rule for each in report.findings}


def test_zones() -> None:
    made = blocks(ARTICLE)
    for each in (
        ("heading", "Rye bread for beginners"), ("heading", "The dough"), ("paragraph", "It has to rest."),
        ("paragraph", "Use salt."), ("item", "flour"), ("item", "fine flour"), ("caption", "An oven of stone"),
        ("quotation", "Bread is bread."), ("cell", "500 g"), ("cell", "Water"), ("paragraph", "What it means."),
    ):  # fmt: skip
        assert each in made, each
    words = " ".join(text for _, text in made)
    assert "The rye bread of the old mill rises slowly, as you can read here" in words
    for gone in ("Nobody", "Gone", "Jane", "pumpkin", "stew", "passed on", "include", "toc", "cols", "NOTE", "[", "=="):
        assert gone not in words, gone


def test_places_are_lines_of_the_file(tmp_path: Path) -> None:
    report = check(tmp_path, ARTICLE)
    lines = ARTICLE.splitlines()
    for rule, words in (
        ("links/generic-text", "https://example.org/rye[here]"), ("images/missing-alt", "image::loaf.png[]"),
        ("headings/skipped-level", "==== Too deep"),
    ):  # fmt: skip
        (found,) = [each for each in report.findings if each.rule == rule]
        assert words in lines[found.place.start.line - 1]


def test_a_comment_suppresses(tmp_path: Path) -> None:
    text = ARTICLE.replace("==== Too deep", "// seocheck-disable-next-line headings\n==== Too deep")
    assert [each.finding.rule for each in check(tmp_path, text).suppressed] == ["headings/skipped-level"]


def test_front_matter_as_jekyll_and_hugo_have_it(tmp_path: Path) -> None:
    report = check(tmp_path, "---\ntitle: Rye\ndescription: How it rises.\n---\n= Rye bread\n\nRye rises.\n")
    assert report.title is not None
    assert report.description is not None
    assert (report.title.text, report.description.place.start.line) == ("Rye", 3)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("*bold* and **un**bound, _slanted_ __un__bound", "bold and unbound, slanted unbound"),
        ("#marked# [.lead]#words# H~2~O m^2^", "marked words H2O m2"),
        ("\"`quoted`\" '`so`'", "“quoted” ‘so’"),
        ("2 * 3 * 4 and a_b_c and C++ and #1", "2 * 3 * 4 and a_b_c and C++ and #1"),
        ("kbd:[Ctrl+S] and menu:File[Save]", "Ctrl+S and File Save"),
        ("((rye)) and (((bread, rye)))bread", "rye and bread"),
        ("+*not bold*+ and +++_nor this_+++", "*not bold* and _nor this_"),
        ("\\*not bold*", "*not bold*"),
        ("AT&amp;T, {nbsp}x{empty} and {unknown}", "AT&T, \xa0x and {unknown}"),
        ("see https://example.org/a_b_c.", "see https://example.org/a_b_c."),
        ("see link:a.html[the *page*,window=_blank]", "see the page"),
        ("[[anchor]]words icon:heart[] end", "words end"),
        ("image:loaf.png[A loaf] is a loaf", "is a loaf"),
        ("# no heading in Markdown's way: 1 > 0 <b> [x] ~y |z|", None),
    ],
)
def test_inline(line: str, words: str | None) -> None:
    (made,) = [text for kind, text in blocks(f"Words first.\n\nSo {line}\n") if text.startswith("So")]
    if words is not None:
        assert made.removeprefix("So").split() == words.split()


def test_no_file_is_read_but_the_article(tmp_path: Path) -> None:
    (tmp_path / "secret.adoc").write_text("pumpkin soup\n", encoding="utf-8")
    text = "= Rye\n\ninclude::secret.adoc[]\n\n|===\ninclude::secret.adoc[]\n|===\n\nimage::secret.adoc[]\n"
    (tmp_path / "rye.adoc").write_text(text, encoding="utf-8")
    done = run_command("check", "rye.adoc", "-f", "json", "--exit-zero", cwd=tmp_path)
    assert b"pumpkin" not in done.stdout


@pytest.mark.parametrize(
    "text",
    ["", "=", "= ", "----", "|===", "////", ":a:", ":a: {a}\n\n{a}", "[", "[source]", "[source]\n", "--\n--\n--",
     "* ", "::", "____\n* a", "`" * 500, "*" * 5000, "_a" * 5000, "<<" * 5000, "image::[", "(((" * 3000,
     "[[" * 3000, "+" * 3001],
)  # fmt: skip
def test_odd_texts_are_read(text: str) -> None:
    begins_code = text.strip("\n") in ("----", "////", "[source]", "`" * 500, "+" * 3001)
    said = [value for _, value in blocks(f"{text}\n\nRye rises slowly.\n")]
    assert ("Rye rises slowly." in said) is not begins_code


@pytest.mark.parametrize(
    "piece", ["*a ", "_a ", "#a ", "`a ", "+a ", "<<a", "((a", "(((a", "[[a", "[a]#", "pass:[", "link:a[", "https://a.b[",
              "image:a[", "^a", "~a", "**a", "footnote:[a", "{a", "+++a", "\"`a"],
)  # fmt: skip
def test_a_long_line_takes_time_in_proportion(piece: str) -> None:
    assert_linear(lambda size: blocks(piece * (size // len(piece))), 8_000)


@given(st.text(alphabet="=*_`#-.|+/:[]{}<>\\ \nab'\"^~", max_size=120))
def test_any_signs_are_read(text: str) -> None:
    blocks(text)
    lines = len(text.splitlines())
    source = decode(text.encode(), "rye.adoc")
    assert all(1 <= mark.line <= max(lines, 1) for mark in source.marks)


def test_it_is_only_read(tmp_path: Path) -> None:
    text = ARTICLE.replace("rye bread, pumpkin soup", "rye bread, rye bread")
    check(tmp_path, text)
    done = run_command("check", "--fix", "rye.adoc", "--exit-zero", "-q", cwd=tmp_path)
    assert b"AsciiDoc is only read, and can't be changed here" in done.stderr
    assert (tmp_path / "rye.adoc").read_text(encoding="utf-8") == text
