"""reStructuredText: fields from the docinfo, meta and comments; the lines of the file; nothing but the text is read."""

from __future__ import annotations

from pathlib import Path

import pytest

import seocheck
from seocheck.readers import decode, read
from tests.support import run_command

pytest.importorskip("docutils", reason="docutils is not installed")

ARTICLE = """\
=========================
Rye bread for beginners
=========================

:date: 2026-03-09
:tags: bread, oven
:author: The miller

.. meta::
   :description: How rye bread rises, and what it needs in the oven.
   :keywords: rye bread, pumpkin soup

The *rye* bread rises :ref:`slowly <rising>` in the warm kitchen, as you can read
`here <https://example.org/rye>`_ and in ``print('soup')``.

The dough
---------

.. note:: It has to rest.

- flour
- water

Deep
~~~~

.. image:: loaf.png

.. figure:: oven.png
   :alt: The oven

   An oven of stone.

.. code-block:: python

   print("pumpkin soup")

.. versionadded:: 1.2
   It has **water**.

   And salt.

.. versionchanged:: 1.3 It has yeast.

.. toctree::
   :maxdepth: 2

   a
   b

.. A comment that nobody reads.

+-------+-------+
| Flour | 500 g |
+-------+-------+

Term
   What it means.
"""


def blocks(text: str) -> list[tuple[str, str]]:
    article = read(decode(text.encode(), "rye.rst"), "rst")
    return [(block.kind, block.text.value) for block in article.blocks]


def check(tmp_path: Path, text: str) -> seocheck.Report:
    (tmp_path / "rye.rst").write_text(text, encoding="utf-8")
    return seocheck.check_file(tmp_path / "rye.rst")


def test_fields_are_those_of_meta_docinfo_and_the_title(tmp_path: Path) -> None:
    report = check(tmp_path, ARTICLE)
    assert report.format == "rst"
    assert report.title is not None
    assert report.description is not None
    assert report.title.text == "Rye bread for beginners"
    assert report.description.text == "How rye bread rises, and what it needs in the oven."
    assert report.description.place.start.line == 10
    assert [(each.text, each.tier) for each in report.keywords] == [("rye bread", "exact"), ("pumpkin soup", "apart")]
    assert [each.text for each in report.taxonomy] == ["bread", "oven"]
    assert "headings/no-h1" not in {each.rule for each in report.findings}


def test_zones() -> None:
    made = blocks(ARTICLE)
    assert ("heading", "The dough") in made
    assert ("paragraph", "It has to rest.") in made
    assert ("item", "flour") in made
    assert ("caption", "An oven of stone.") in made
    assert ("paragraph", "It has water.") in made
    assert ("paragraph", "And salt.") in made
    assert ("paragraph", "It has yeast.") in made
    assert ("cell", "500 g") in made
    assert ("paragraph", "What it means.") in made
    words = " ".join(text for _, text in made)
    assert "slowly in the warm kitchen" in words
    for gone in ("toctree", "maxdepth", "nobody reads", "rising", "pumpkin", "versionadded", "1.2"):
        assert gone not in words


def test_places_are_lines_of_the_file(tmp_path: Path) -> None:
    report = check(tmp_path, ARTICLE)
    lines = ARTICLE.splitlines()
    for rule, words in (("links/generic-text", "`here <"), ("images/missing-alt", "image:: loaf.png")):
        (found,) = [each for each in report.findings if each.rule == rule]
        assert words in lines[found.place.start.line - 1]
        assert found.line is not None
        assert found.line.number == found.place.start.line


def test_a_comment_suppresses(tmp_path: Path) -> None:
    text = ARTICLE.replace(".. image:: loaf.png", ".. seocheck-disable-next-line images\n\n.. image:: loaf.png")
    assert [each.finding.rule for each in check(tmp_path, text).suppressed] == ["images/missing-alt"]


def test_fields_in_comments_as_nikola_has_them(tmp_path: Path) -> None:
    text = ".. title: Rye bread\n.. tags: bread\n.. description: How it rises.\n\nRye rises.\n"
    report = check(tmp_path, text)
    assert report.title is not None
    assert report.description is not None
    assert (report.title.text, report.description.text) == ("Rye bread", "How it rises.")
    assert (report.title.place.start.line, report.description.place.start.line) == (1, 3)


def test_a_role_in_the_title_is_its_words(tmp_path: Path) -> None:
    report = check(tmp_path, "The :file:`.breadrc` file and ``rye``\n=====================================\n\nText.\n")
    assert report.title is not None
    assert report.title.text == "The .breadrc file and rye"


def test_several_top_sections_are_several_h1(tmp_path: Path) -> None:
    text = "One\n===\n\nText.\n\nTwo\n===\n\nText.\n"
    report = check(tmp_path, text)
    assert "headings/several-h1" in {each.rule for each in report.findings}
    assert report.title is not None
    assert report.title.text == "One"


def test_what_markdown_would_take_for_its_own_stays_words() -> None:
    text = "Signs\n=====\n\n# no heading\n\n1 > 0 [a](b) _c <e> \\*f\\*\n"
    assert blocks(text)[1:] == [("paragraph", "# no heading"), ("paragraph", "1 > 0 [a](b) _c <e> *f*")]


@pytest.mark.parametrize(
    "directive", [".. include:: {}", ".. raw:: html\n   :file: {}", ".. csv-table::\n   :file: {}",
                  ".. literalinclude:: {}", ".. figure:: {}\n\n   Caption."],
)  # fmt: skip
def test_no_file_is_read_but_the_article(tmp_path: Path, directive: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("pumpkin,soup\n", encoding="utf-8")
    (tmp_path / "docutils.conf").write_text("[general]\ntitle: pumpkin soup\n", encoding="utf-8")
    (tmp_path / "rye.rst").write_text(f"Rye\n===\n\n{directive.format('secret.txt')}\n\nText.\n", encoding="utf-8")
    done = run_command("check", "rye.rst", "-f", "json", "--exit-zero", cwd=tmp_path)
    assert done.returncode == 0
    assert b"pumpkin" not in done.stdout


@pytest.mark.parametrize(
    "text", ["", "\n\n", "===", "Rye\n=\n", ".. ", "::", "`", "|a|", "*", "a\n b\n  c\n", ".. figure::",
             ".. |a| image:: b\n", "+--+\n|a\n", "=\n=\n=\n", ":a:", ".. meta::\n   :description:\n", "a" * 100_000],
)  # fmt: skip
def test_odd_texts_are_read(text: str) -> None:
    blocks(text)


@pytest.mark.parametrize("text", ["* " * 2000, "\n\n".join(" " * depth + "- a" for depth in range(600))])
def test_deep_nesting_ends_in_a_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "rye.rst").write_text(text, encoding="utf-8")
    done = run_command("check", "rye.rst", "--exit-zero", "-q", cwd=tmp_path)
    assert done.stdout.startswith(b"rye.rst") or done.stderr.count(b"\n") == 1


def test_it_is_only_read(tmp_path: Path) -> None:
    text = ARTICLE.replace("rye bread, pumpkin soup", "rye bread, rye bread")
    check(tmp_path, text)
    done = run_command("check", "--fix", "rye.rst", "--exit-zero", "-q", cwd=tmp_path)
    assert b"reStructuredText is only read, and can't be changed here" in done.stderr
    assert (tmp_path / "rye.rst").read_text(encoding="utf-8") == text
