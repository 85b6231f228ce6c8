"""The head of a page as front matter of VitePress, VuePress, Starlight and Nuxt declares it."""

from __future__ import annotations

import pytest

from seocheck.model.article import Article, Source
from seocheck.readers import read

HEADS = {
    "pairs": """head:
  - - meta
    - name: description
      content: How to clean pots.
  - - meta
    - name: keywords
      content: pots, pans
  - - meta
    - property: og:image
      content: /pots.png
  - - link
    - rel: canonical
      href: https://example.org/pots""",
    "flow": """head: [[meta, {name: Description, content: How to clean pots.}],
  [meta, {name: keywords, content: "pots, pans"}
  ], [meta, {property: "og:image", content: /pots.png}], [script, {src: a.js}]]""",
    "meta": """meta:
  - name: description
    content: How to clean pots.
  - name: keywords
    content: pots, pans
  - property: og:image
    content: /pots.png""",
    "tags": """head:
  - tag: meta
    attrs:
      name: description
      content: How to clean pots.
  - tag: meta
    attrs: {name: keywords, content: "pots, pans"}
  - tag: meta
    attrs: {property: "og:image", content: /pots.png}
  - tag: script
    attrs: {src: a.js}""",
    "head and meta": """head:
  meta:
    - name: description
      content: How to clean pots.
    - {name: keywords, content: "pots, pans"}
    - {property: "og:image", content: /pots.png}""",
}


def article(front: str) -> Article:
    return read(Source("pots.md", f"---\n{front}\n---\n\nText.\n"), "markdown")


@pytest.mark.parametrize("form", HEADS)
def test_description_keywords_and_open_graph(form: str) -> None:
    found = article(f"title: Pots\n{HEADS[form]}")
    assert found.description is not None
    assert found.description.text.value == "How to clean pots."
    assert [k.text.value for k in found.keywords] == ["pots", "pans"]
    (image,) = found.metadata["og:image"]
    assert (image.key, image.text.value) == ('meta property="og:image"', "/pots.png")
    assert found.source.text[slice(*image.text.span())] == "/pots.png"
    assert not found.problems


def test_keys_of_the_front_matter_come_first() -> None:
    found = article(f"title: Pots\ndescription: Clean pots.\n{HEADS['tags']}")
    assert found.description is not None
    assert found.description.text.value == "Clean pots."


def test_a_title_in_the_head() -> None:
    found = article("head:\n  title: Clean pots")
    assert found.title is not None
    assert found.title.text.value == "Clean pots"


@pytest.mark.parametrize(
    "front",
    [
        "head: pots",
        "head: [p]",
        "head: [[meta]]",
        "meta:\n  a: b",
        "head:\n  - tag: meta\n    attrs: x",
        "meta: [{name: [a]}]",
    ],
)
def test_other_values_are_left_alone(front: str) -> None:
    found = article(f"title: Pots\n{front}")
    assert found.description is None
    assert not found.keywords
