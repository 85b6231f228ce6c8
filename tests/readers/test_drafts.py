"""Label blocks of drafts: what is read from them, what stays prose, and what only looks like one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from seocheck.languages import available
from seocheck.model.article import Article, Source
from seocheck.readers import read
from seocheck.readers.formats import choose
from seocheck.readers.label_names.labels import find_label, heads_metadata, labels, may_have_labels
from seocheck.readers.labelled.settings import LabelSettings, label_settings
from tests.support import assert_linear

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("drafts.yml").read_text(encoding="utf-8"))
KNOWN = {"name", "file", "article", "title", "description", "keywords", "tags", "slug", "prose"}


def article(text: str, path: str = "draft.md", labels: LabelSettings | None = None) -> Article:
    source = Source(path, text)
    return read(source, choose(text, path).name, labels=labels or LabelSettings())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_draft(case: dict[str, Any]) -> None:
    assert case.keys() <= KNOWN
    found = article(case["article"], case.get("file", "draft.md"))
    declared = "prose" in case
    assert bool(found.label_blocks) == declared
    assert (found.title.text.value if found.title else None) == case.get("title")
    assert (found.description.text.value if found.description else None) == case.get("description")
    assert [k.text.value for k in found.keywords] == case.get("keywords", [])
    assert [k.text.value for k in found.taxonomy] == case.get("tags", [])
    if "slug" in case:
        assert found.slug is not None
        assert found.slug.value == case["slug"]
    if declared:
        assert [b.text.value for b in found.blocks] == case["prose"]


@pytest.mark.parametrize("case", [c for c in CASES if "prose" in c], ids=lambda case: case["name"])
def test_values_are_where_they_say(case: dict[str, Any]) -> None:
    """Each word of a value is at its place in the file."""
    found = article(case["article"], case.get("file", "draft.md"))
    texts = [k.text for k in found.keywords] + [f.text for f in (found.title, found.description) if f]
    for text in texts:
        for segment in text.segments:
            if segment.verbatim:
                written = case["article"][segment.source_start : segment.source_end]
                assert written == text.value[segment.start : segment.end]
    for block in found.label_blocks:
        for label in block.labels:
            assert case["article"][slice(*label.value.key_span)] == label.value.key
            assert block.span.start <= label.span.start < label.span.end <= block.span.end


@pytest.mark.parametrize("case", [c for c in CASES if "prose" in c], ids=lambda case: case["name"])
def test_line_ends_of_windows_change_nothing(case: dict[str, Any]) -> None:
    found = article(case["article"].replace("\n", "\r\n"), case.get("file", "draft.md"))
    assert (found.title.text.value if found.title else None) == case.get("title")
    assert (found.description.text.value if found.description else None) == case.get("description")
    assert [k.text.value for k in found.keywords] == case.get("keywords", [])


DRAFT = """\
# Rye bread

**Results headline:** Rye bread in a day
**Oven:** stone

Rye bread needs a day, and the baker needs ten minutes of it.
"""


def test_labels_of_the_settings() -> None:
    assert article(DRAFT).label_blocks == ()
    found = article(DRAFT, labels=label_settings({"seo_title": ["Results headline"], "other": "oven"}))
    assert found.title is not None
    assert found.title.text.value == "Rye bread in a day"
    assert [b.text.value for b in found.blocks][1:] == ["Rye bread needs a day, and the baker needs ten minutes of it."]


def test_blocks_that_are_a_leak_are_prose() -> None:
    text = "# Rye\n\n**Meta description:** Rye bread needs a day of your life.\n\nRye bread needs a day.\n"
    found = article(text, labels=LabelSettings(read=False))
    assert found.description is None
    assert len(found.blocks) == 3


def test_every_language_has_labels_for_what_is_declared() -> None:
    """Of each field that is judged, in each language that seocheck knows."""
    table = yaml.safe_load(
        (Path(__file__).parents[2] / "seocheck/readers/label_names/labels.yml").read_text(encoding="utf-8")
    )
    for field in ("seo_title", "title", "meta_description", "focus_keyword", "more_keywords", "keywords"):
        assert set(available()) <= table[field].keys(), field


def test_every_language_has_words_beside_the_names() -> None:
    folder = Path(__file__).parents[2] / "seocheck/readers/label_names"
    table = yaml.safe_load((folder / "label_parts.yml").read_text(encoding="utf-8"))
    for kind in ("search", "primary", "secondary", "beside", "query"):
        assert set(available()) <= table[kind].keys(), kind


@pytest.mark.parametrize(
    ("name", "field", "plain"),
    [
        ("Meta-Titel", "seo_title", True),
        ("META_DESCRIPTION", "description", True),
        ("metabeschreibung", "description", True),
        ("Meta descripcion", "description", True),
        ("Beschreibung", "description", False),
        ("mots clés", "keywords", False),
        ("Suggested Title Tag", "seo_title", True),
        ("Secondary", "keywords", False),
        ("Suchintention", "other", False),
        ("Hauptsuchbegriffe", "focus_keyword", True),
        ("Proposed SEO title", "seo_title", True),
        ("Main query", "focus_keyword", True),
        ("Основной поисковый запрос", "focus_keyword", True),
        ("Parole chiave correlate", "keywords", True),
        ("Judul Postingan", "title", False),
        ("記事タイトル案", "title", False),
        ("목표 키워드", "focus_keyword", True),
        ("الكلمة المفتاحية الرئيسية", "focus_keyword", True),
    ],
)
def test_names_of_labels(name: str, field: str, plain: bool) -> None:
    assert find_label(name) == (field, plain)


NO_LABELS = [
    "Servings", "Anna", "Added", "Description of the oven", "Image title", "Secondary title", "Tag description",
    "Main topic", "Query", "Primary key", "Keyword and title", "Keyword metrics", "",
    "The title", "The description", "For title", "Description of the", "La description", "El título",
]  # fmt: skip


@pytest.mark.parametrize("name", NO_LABELS)
def test_no_names_of_labels(name: str) -> None:
    assert find_label(name) is None


@pytest.mark.parametrize(
    ("name", "heads"),
    [
        ("SEO", True), ("Search metadata", True), ("Artikel-Metadaten", True), ("Метаданные страницы", True),
        ("页面元数据", True), ("WordPress SEO", False), ("Meta analysis", False), ("Page title", False),
    ],
)  # fmt: skip
def test_headings_above_blocks(name: str, heads: bool) -> None:
    assert heads_metadata(name) == heads


def test_most_texts_are_passed_at_a_glance() -> None:
    assert not may_have_labels("# Rye bread\n\nTitle fights end early: so does this one.\n\n- Oven: hot\n")
    assert may_have_labels("# Rye bread\n\n- **Meta title** (18): x\n")
    assert may_have_labels("<p><strong>Meta title:</strong> x</p>", html=True)
    assert may_have_labels("# Bienen\n\n**Hauptkeyword:** x\n")
    assert not may_have_labels("# Bienen\n\n**Hauptgericht:** x\n")
    assert len(labels()) > 1000


EXAMPLE = re.compile(r"^````markdown\n(.*?)^````\n```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
DOCUMENT = (Path(__file__).parents[2] / "docs/drafts.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("example", EXAMPLE.findall(DOCUMENT), ids=lambda example: example[1].splitlines()[0])
def test_the_documented_forms_are_read_as_they_say(example: tuple[str, str]) -> None:
    text, said = example
    found = article(text)
    read_as = {
        "title": found.title.text.value if found.title else None,
        "description": found.description.text.value if found.description else None,
        "keywords": [k.text.value for k in found.keywords],
    }
    assert {name: value for name, value in read_as.items() if value} == yaml.safe_load(said)


def test_the_document_has_examples() -> None:
    assert len(EXAMPLE.findall(DOCUMENT)) == DOCUMENT.count("````markdown") > 5


@pytest.mark.parametrize(
    "filler", [" ", "\t", "*", "(", "[", "1 words ", " | ", " - ", "#a ", '"', "<b>", "<br>", "1. "]
)
@pytest.mark.parametrize("value", ["bees{}, flat roof", "{}bees", "bees{}"])
def test_time_is_linear_in_a_value(value: str, filler: str) -> None:
    def run(size: int) -> None:
        article(f"# Bees\n\n**Keywords:** {value.format(filler * size)}\n**Meta title:** Bees\n\nBees.\n")

    assert_linear(run, 1_000)


HEADER = "Title: Bees on a flat roof\nDate: 2026-03-04\nKeywords: bees, flat roof\n"


def test_a_header_of_multimarkdown_is_not_printed() -> None:
    (block,) = article(f"{HEADER}\nBees do well on a flat roof.\n").label_blocks
    assert not block.printed


@pytest.mark.parametrize("text", [f"# Bees\n\n{HEADER}\nBees.\n", f"- {HEADER}\nBees.\n"])
def test_other_label_lines_are(text: str) -> None:
    assert all(block.printed for block in article(text).label_blocks)


@pytest.mark.parametrize("name", ["", " ", "/", " + ", "|", "&"])
def test_marks_alone_are_no_label(name: str) -> None:
    assert find_label(name) is None


@pytest.mark.parametrize(
    "text",
    [
        "# a{}b\n\n", "# H1: {} (H1)\n\n", "**Topic{} x**\n\n", "<!-- x. {} -->\n\n", "| Meta title | {} | x |\n\n",
        "**Meta title{}:** x\n\n", "**Title:** x\n**Description:** As a {}\n\n", "**SEO title:** x <!-- {}\n\n",
        '```html\n<meta name="description" content="{}\n```\n\n',
    ],
)  # fmt: skip
@pytest.mark.parametrize("filler", [" ", "-", "- ", " 1", "(", '" ', "a. "])
def test_time_is_linear_in_marks_and_lengths(text: str, filler: str) -> None:
    def run(size: int) -> None:
        article(text.format(filler * size) + "**Keywords:** bees, flat roof\n\nBees.\n")

    assert_linear(run, 500)


def test_a_name_of_many_numbers_is_no_label() -> None:
    assert find_label("Meta title 2") == ("seo_title", True)
    assert find_label("Meta title" + " 1" * 5_000) is None
