"""What generators make of headings, as each of them was seen to make it."""

from __future__ import annotations

from pathlib import Path

import pytest

from seocheck.site.anchors import Anchors
from seocheck.site.heading_ids import STYLES
from tests.support import assert_linear

MADE = [
    # Python-Markdown's toc (MkDocs), with slugify, slugify_unicode and that of pymdownx.
    ("Über uns", "uber-uns"), ("Über uns", "über-uns"), ("1. Setup", "1-setup"), ("R&D: what's new?", "rd-whats-new"),
    ("日本語 Guide", "guide"), ("日本語", "_1"), ("日本語", "日本語"), ("Straße nach Ærø", "strae-nach-r"),
    ("Œuvre", "uvre"), ("node.js v1.2", "nodejs-v12"), ("foo_bar", "foo_bar"), ("L'été", "lete"),
    ("Crust 🦀", "crust-"),
    # docutils (Sphinx, reStructuredText).
    ("1. Setup", "setup"), ("2024 plans", "plans"), ("R&D: what's new?", "r-d-what-s-new"), ("日本語", "id1"),
    ("Straße nach Ærø", "strasze-nach-aero"), ("50% off", "off"), ("node.js v1.2", "node-js-v1-2"),
    # Kramdown and Pandoc.
    ("Über uns", "ber-uns"), ("2. Über uns", "über-uns"), ("日本語", "section"), ("33", "section"), ("3. Oven", "oven"),
    # VitePress and VuePress.
    ("1. Setup", "_1-setup"), ("L'été", "l-ete"), ("C++ and C#", "c-and-c"),
    # GitHub and what follows it.
    ("R&D: what's new?", "rd-whats-new"), ("A -- B", "a----b"), ("Привет, мир", "привет-мир"), ("İstanbul", "i̇stanbul"),
    # Slugs that spell letters and symbols (Eleventy, Zola, Hexo).
    ("Über uns", "ueber-uns"), ("Oven & stone", "oven-and-stone"), ("Straße", "strasse"), ("Привет, мир", "privet-mir"),
    ("日本語", "ri-ben-yu"), ("日本語 guide", "ri-ben-yu-guide"), ("Smørrebrød", "smorrebrod"), ("C#", "c-sharp"),
]  # fmt: skip
NOT_MADE = [
    ("Über uns", "ober-uns"), ("1. Setup", "step"), ("日本語", "_2"), ("日本語", "nihongo"), ("Setup", "section"),
    ("Setup", "_1"), ("Setup", "setup-1"), ("Oven & stone", "oven-or-stone"), ("Привет, мир", "poka-mir"),
    ("Setup guide", "setup"), ("Setup", "setup-guide"), ("Crust 🦀", "bread-crab"),
]  # fmt: skip


@pytest.fixture
def page(tmp_path: Path) -> str:
    file = tmp_path / "page.md"
    file.write_text("Nothing here has a name.\n")
    return str(file)


@pytest.mark.parametrize(("heading", "fragment"), MADE)
def test_an_id_that_a_generator_makes(heading: str, fragment: str, page: str) -> None:
    assert Anchors([heading], page).has(fragment)


@pytest.mark.parametrize(("heading", "fragment"), NOT_MADE)
def test_an_id_that_none_makes(heading: str, fragment: str, page: str) -> None:
    assert not Anchors([heading], page).has(fragment)


def test_copies_have_numbers(page: str) -> None:
    anchors = Anchors(["Oven", "Stone", "Oven", "日本", "中文"], page)
    assert all(anchors.has(name) for name in ("oven", "oven-1", "oven_1", "oven-2", "_1", "_2", "section-1"))
    assert not any(anchors.has(name) for name in ("oven-3", "stone-1", "_3", "section-5"))


def test_the_table_names_the_usual_generators() -> None:
    named = {name.split(",")[0] for name in STYLES}
    assert {"Docusaurus", "VitePress", "MkDocs", "Starlight", "Hugo", "Jekyll", "Sphinx", "MyST", "GitLab"} <= named


@pytest.mark.parametrize(
    "piece", ["{#", "[[a", "<!-- #", "<!-- a:b", "id=", "(a", "[#a", "`{", "import a '", "# a ", "# #  "]
)
def test_time_is_linear(piece: str, tmp_path: Path) -> None:
    file = tmp_path / "page.md"

    def look(size: int) -> None:
        file.write_text("# A\n\n" + piece * (size // len(piece)))
        Anchors(["Setup"], str(file)).has("elsewhere")

    assert_linear(look, 25_000)
