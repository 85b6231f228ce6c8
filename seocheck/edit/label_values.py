"""The values of label lines as entries of front matter: which key each gets, and where two contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from seocheck.base.text import Span
from seocheck.edit.label_rest import rest_of
from seocheck.edit.written import RefusedError
from seocheck.model.article import Article, LabelBlock, LabelLine
from seocheck.readers.label_names.label_parts import key_of
from seocheck.readers.label_names.labels import section_names
from seocheck.readers.labelled.declared import HEADING_MARK, WORKING, counted_labels
from seocheck.readers.labelled.label_line import is_section, label_line
from seocheck.readers.labelled.lines import source_lines

Entries = dict[str, str | tuple[str, ...]]
"""Key of front matter -> a text, or a list of texts; in the order of the labels."""

KEYS = {
    "title": "title",
    "seo_title": "seo_title",
    "description": "description",
    "focus_keyword": "focus_keyword",
    "keywords": "keywords",
    "taxonomy": "tags",
    "categories": "categories",
    "slug": "slug",
    "canonical": "canonical",
    "language": "language",
}
"""Field of a label -> its usual key. Other labels keep their name."""
_FURTHER = "keywords_note"
"""The key of a list that gives way to another, so that its words are kept."""
_LISTS = frozenset({"keywords", "tags", "categories"})
_ONE = frozenset({"title", "seo_title", "description", "slug", "canonical", "language"})


def entries_of(article: Article) -> Entries:
    """What the label lines of an article say, as front matter would. Raises RefusedError where that is unclear.

    A working title goes with them, so that it isn't published; an H1 in a label is none of them.
    """
    found: Entries = {}
    labels = [label for block in article.label_blocks for label in block.labels]
    counted = counted_labels(article.label_blocks)
    described = any(label.field == "description" and label.plain and label.value.text for label in labels)
    named = any(label.field == "slug" and "://" not in label.value.text.value for label in labels)
    for block in article.label_blocks:
        for label in block.labels:
            if label.value.text and label.field == "keywords" and label not in counted:
                _put(found, _FURTHER, " ".join(label.value.text.value.split()))
            elif label.value.text and label.field != "h1":
                _add(found, label, described=described, named=named)
            if rest := rest_of(label, article.source.text):
                _put(found, f"{_key(label.value.key)}_note", rest)
        for name, value in _unknown(article.source.text, block):
            _put(found, _key(name), value)
    if isinstance(focus := found.get("focus_keyword"), str) and "keywords" in found:
        others = tuple(word for word in found["keywords"] if word.casefold() != focus.casefold())
        found = {key: others if key == "keywords" else value for key, value in found.items()}
        found = {key: value for key, value in found.items() if value}
    for ignored in working_titles(article):
        _put(found, "working_title", ignored[1].rstrip(":： -–—"))
    if "title" not in found and article.title is not None and article.title.key in ("h1", "seo_title"):
        found = {"title": article.title.text.value, **found}
    elif "title" not in found and "seo_title" in found:
        found = {"title": found.pop("seo_title"), **found}
    return found


def _add(found: Entries, label: LabelLine, *, described: bool, named: bool) -> None:
    """Add what a label says. described: whether another is plainly the meta description. named: whether another gives
    the slug without the address before it."""
    key = KEYS.get(label.field) or _key(label.value.key)
    if label.field == "description" and described and not label.plain:
        key = _key(label.value.key)
    value = " ".join(label.value.text.value.split())
    if label.field == "slug" and "://" in value and named:
        key = "url"
    known = found.get(key)
    if key in _LISTS or key == "focus_keyword":
        texts = [" ".join(text.value.split()) for text in label.texts] or [value]
        if key == "focus_keyword":
            if known is None:
                found[key] = texts.pop(0)
            key, known = "keywords", found.get("keywords")
        if texts:
            found[key] = tuple(dict.fromkeys((*(known or ()), *texts)))
    else:
        _put(found, key, value)


def _put(found: Entries, key: str, value: str) -> None:
    known = found.get(key)
    if known is None:
        found[key] = value
    elif known != value:
        if key in _ONE:
            raise RefusedError(f"two label lines give a {key.replace('_', ' ')}; delete the one that is wrong")
        found[key] = (*((known,) if isinstance(known, str) else known), value)


def working_titles(article: Article) -> list[tuple[Span, str]]:
    """The headings of a draft that are for its editors only: "Article 5: ..."."""
    return [(ignored.span, ignored.text) for ignored in article.ignored if ignored.reason == WORKING]


def heading_marks(article: Article) -> list[Span]:
    """What headings have beside their words that says only which heading it is: "(H1)"."""
    return [ignored.span for ignored in article.ignored if ignored.reason == HEADING_MARK]


def heading_of(article: Article) -> str:
    """The H1 that a label gives and no heading; "" for none. Raises RefusedError where a heading says another."""
    given = [label.value.text for block in article.label_blocks for label in block.labels if label.field == "h1"]
    given = [text for text in given if text]
    if not given:
        return ""
    heading = next((b.text for b in article.headings if b.level == 1), given[0])
    if heading.span() == given[0].span():
        return " ".join(given[0].value.split())
    if heading.value.casefold() != given[0].value.casefold():
        raise RefusedError("a label line gives another H1 than the heading; delete the one that is wrong")
    return ""


def _unknown(text: str, block: LabelBlock) -> Iterator[tuple[str, str]]:
    """The labels of a block that aren't known: name and value. Raises RefusedError for other lines in it."""
    known = [label.span for label in block.labels]
    lines = source_lines(text[: block.span.end], block.span.start)
    for before, line, following in zip_longest([None, *lines], lines, lines[1:]):
        if line is None:
            continue
        if line.kind == "row" and following is not None and following.kind == "row" and not following.text:
            continue  # the head of a table
        if line.kind in ("blank", "rule", "fence", "comment") or is_section(line) or not line.text:
            continue
        if any(span.start < line.span.end and line.span.start < span.end for span in known):
            continue
        if before is not None and before.kind == "comment" and key_of(line.text.value) in section_names():
            continue
        label = label_line(line, {})
        if label is not None and label.value:
            yield label.name.value, " ".join(label.value.value.split())
        elif line.kind != "row" and (label is None or not label.name):
            raise RefusedError(f"“{line.text.value[:40]}” is among the label lines, and isn't one")


def _key(name: str) -> str:
    """A label as a key: "Search intent" is search_intent."""
    return re.sub(r"\W+", "_", name.casefold()).strip("_") or "note"
