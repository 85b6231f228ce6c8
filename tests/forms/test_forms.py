"""Pages in the forms that authors write: each read as its author meant it.

Beside each page, whose ending tells the format, stands what its author meant (`NAME.yml`), written down before any
reader saw it: the declared fields, the language, the headings, every block in reading order by its kind and first
words, some words across what is hidden (`prose`) and words that are no text of the article (`not_prose`). What its
author didn't declare is left out.

Three behaviours are choices of ours. The title of a box and the label of a tab are read like the parameters of a
shortcode: they are no running text. What stands in braces, and keys (`++ctrl+p++`), says words that the file
does not hold, or none: they leave a gap in the sentence. A caption written below
an image in Markdown (`*In May*`, `/// caption`) is a paragraph, for nothing tells it from one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import seocheck
from seocheck.model.article import Article, Source
from seocheck.readers import read
from seocheck.readers.formats import by_path, choose

HERE = Path(__file__).parent
PAGES = sorted(path for path in HERE.iterdir() if by_path(path))


def gold(page: Path) -> dict[str, Any]:
    meant: dict[str, Any] = yaml.safe_load(page.with_suffix(".yml").read_text("utf-8"))
    return meant


def article(page: Path) -> Article:
    text = page.read_text("utf-8")
    return read(Source(page.name, text), choose(text, page.name).name)


@pytest.fixture(params=PAGES, ids=lambda path: path.stem)
def page(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_every_page_has_what_its_author_meant() -> None:
    """A page whose ending no reader has would else pass by being passed over."""
    assert sorted(HERE.glob("*.yml")) == sorted(path.with_suffix(".yml") for path in PAGES)


def test_the_declared_fields(page: Path) -> None:
    meant, found = gold(page), article(page)
    assert (found.title.text.value if found.title else None) == meant.get("title")
    assert (found.description.text.value if found.description else None) == meant.get("description")
    assert [keyword.text.value for keyword in found.keywords] == meant.get("keywords", [])
    assert [tag.text.value for tag in found.taxonomy] == meant.get("tags", [])
    assert found.problems == ()


def test_the_language(page: Path) -> None:
    assert seocheck.check_file(page).language.code.split("-")[0] == gold(page)["language"]


def test_the_headings(page: Path) -> None:
    assert [f"{block.level} {block.text.value}" for block in article(page).headings] == gold(page).get("headings", [])


def test_every_block_in_order(page: Path) -> None:
    meant = gold(page)["blocks"]
    found = [f"{block.kind} {block.text.value}" for block in article(page).blocks]
    begun = [words[: len(expected)] for words, expected in zip(found, meant, strict=False)]
    assert [*begun, *(words[:60] for words in found[len(meant) :])] == meant


def test_words_that_are_text_and_words_that_are_not(page: Path) -> None:
    meant = gold(page)
    found = [block.text.value for block in article(page).blocks]
    everything = "\n".join(found)
    assert [words for words in meant.get("prose", []) if not any(words in text for text in found)] == []
    assert [words for words in meant.get("not_prose", []) if words in everything] == []


def test_every_verbatim_place_is_the_source(page: Path) -> None:
    found = article(page)
    for block in found.blocks:
        assert block.text.segments
        for segment in block.text.segments:
            if segment.verbatim:
                words = block.text.value[segment.start : segment.end]
                assert words == found.source.text[segment.source_start : segment.source_end]
