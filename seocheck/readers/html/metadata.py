"""What the head of an HTML page declares: title, description, keywords, language, and the rest of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec
from msgspec.structs import replace

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, Text, verbatim
from seocheck.model.article import Field, Keyword
from seocheck.readers.fields import make_keywords, split_keywords
from seocheck.readers.html.text import attribute_text, element_text
from seocheck.readers.html.tokens import TextRun
from seocheck.readers.html.tree import Element, Tree

NOWHERE = Span(0, 0)
_KEPT_NAMES = frozenset({"description", "keywords", "news_keywords", "robots", "googlebot", "generator"})
_FEED = late_pattern(r"rss|atom|json")
_BROKEN = late_pattern(r"""\s(content)\s*=\s*(['"])[^'"<>]*\2(?=[\w.,;:!?])(?![\w:-]+\s*=)""", re.IGNORECASE)
"""A value whose quotation mark is followed by words that are no further attribute."""
_FILLED_IN = (("{{", "}}"), ("{%", "%}"))
"""What a template fills in stands between these; the quotation marks in it end nothing."""
_KEPT_PREFIXES = ("og:", "twitter:", "article:")


class Metadata(msgspec.Struct):
    """The declared fields of a page; `others` is Article.metadata, `span` the place to point at."""

    title: Field | None = None
    description: Field | None = None
    keywords: tuple[Keyword, ...] = ()
    keywords_declared: bool = False
    language: str = ""
    span: Span = NOWHERE
    others: dict[str, tuple[Field, ...]] = msgspec.field(default_factory=dict)


class _Meta(msgspec.Struct, frozen=True):
    """A `<meta>` with a name: that in lower case, the field it declares, which attribute names it."""

    name: str
    field: Field
    attribute: str


class _Page:
    """Everything found in the page's metadata elements, in document order."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.metas: list[_Meta] = []
        self.others: dict[str, list[Field]] = {}
        self.title: Element | None = None
        self.titles: list[Element] = []
        inert = noscript = drawing = 0
        for node in tree.nodes:
            if isinstance(node, TextRun) or node.index < inert:
                continue
            drawing = drawing if node.index < drawing else 0
            if node.tag == "svg":
                drawing = node.stop
            elif node.tag == "template":
                inert = node.stop
            elif node.tag == "noscript":
                noscript = node.stop
            elif node.tag == "title":
                self.title = self.title or node
                if not drawing:
                    self.titles.append(node)
            elif node.tag == "meta":
                self._meta(node, node.index < noscript)
            elif node.tag == "link":
                self._link(node)
            elif node.tag == "script" and tree.word(node, "type").split(";")[0] == "application/ld+json":
                self._add("json-ld", _content(tree, node, decode=False), node)

    def _add(self, key: str, text: Text, element: Element, written: str = "") -> None:
        span = Span(element.start, element.start_end)
        self.others.setdefault(key, []).append(Field(written or key, text, span))

    def _meta(self, element: Element, in_noscript: bool) -> None:
        tree = self.tree
        self._broken(element)
        content = element.attribute("content")
        place = Span(element.start, element.start_end)
        text = attribute_text(tree.source, content) if content else Text("", anchor=place)
        for attribute in ("name", "property", "itemprop"):
            found = element.attribute(attribute)
            name = tree.word(element, attribute)
            if found is None or not name:
                continue
            key_span = Span(found.start, found.end)
            written = f'meta {attribute}="{name}"'
            self.metas.append(_Meta(name, Field(written, text, key_span), attribute))
            if attribute != "itemprop" and (name in _KEPT_NAMES or name.startswith(_KEPT_PREFIXES)):
                self.others.setdefault(name, []).append(Field(written, text, key_span))
        if charset := tree.value(element, "charset"):
            self._add("charset", charset.strip(), element)
        equivalent = tree.word(element, "http-equiv")
        if equivalent in ("refresh", "content-language") and not in_noscript:
            self._add(equivalent, text.strip(), element)
        elif equivalent == "content-type" and "charset=" in text.value.lower():
            start = text.value.lower().index("charset=") + len("charset=")
            self._add("charset", text.slice(start, len(text.value)).strip(), element)

    def _broken(self, element: Element) -> None:
        """Remember the words that a quotation mark within a value cuts off."""
        for match in _BROKEN.finditer(self.tree.source, element.start, element.start_end):
            value = match[0]
            if any(value.count(begins) > value.count(ends) for begins, ends in _FILLED_IN):
                return
            end = max(match.end(), element.start_end - 1)
            lost = verbatim(self.tree.source, match.end(), end).strip()
            name = self.tree.word(element, "name") or self.tree.word(element, "property") or match[1].lower()
            self.others.setdefault("broken-attribute", []).append(
                Field(name, lost, Span(element.start, element.start_end))
            )
            return

    def _link(self, element: Element) -> None:
        relations = self.tree.word(element, "rel").split()
        target = self.tree.value(element, "href")
        if target is None:
            return
        if "canonical" in relations:
            self._add("canonical", target.strip(), element)
        elif _FEED.search(self.tree.word(element, "type")):
            return  # it has a language, but is no translation
        elif "alternate" in relations and (language := self.tree.value(element, "hreflang")):
            self._add(f"alternate:{language.value.strip()}", target.strip(), element)

    def named(self, *names: str, attribute: str = "") -> list[Field]:
        """The meta fields of these names, in the order of the names, then of the page."""
        return [
            m.field
            for name in names
            for m in self.metas
            if m.name == name.lower() and (not attribute or m.attribute == attribute)
        ]


def read_metadata(tree: Tree, aliases: Mapping[str, Sequence[str]]) -> Metadata:
    """Read the declared fields; `aliases` names further meta elements for each, tried first."""
    page = _Page(tree)
    found = Metadata(others={key: tuple(fields) for key, fields in page.others.items()})
    if page.title is not None:
        key_span = Span(page.title.start, page.title.start_end)
        title = [Field("title", _content(tree, page.title), key_span)]
    else:
        title = []
    if len(page.titles) > 1:
        found.others["title"] = tuple(
            Field("title", _content(tree, each), Span(each.start, each.start_end)) for each in page.titles
        )
    found.title = _first([*page.named(*aliases.get("title", ())), *title])
    found.description = _first(
        [
            *page.named(*aliases.get("description", ())),
            *page.named("description", attribute="name"),
            *page.named("description", attribute="property"),
        ]
    )
    _read_keywords(page, aliases, found)
    found.language = _language(tree, page)
    if tree.head is not None and tree.head.start_end > tree.head.start:
        found.span = Span(tree.head.start, tree.head.start_end)
    elif page.title is not None:
        found.span = Span(page.title.start, page.title.start_end)
    return found


def _first(fields: Sequence[Field]) -> Field | None:
    """The first field with words, stripped; an empty one only where none has any."""
    found = next((f for f in fields if f.text), fields[0] if fields else None)
    return replace(found, text=found.text.strip()) if found else None


def _read_keywords(page: _Page, aliases: Mapping[str, Sequence[str]], found: Metadata) -> None:
    declared = _first(page.named(*aliases.get("keywords", ()), "keywords", "news_keywords"))
    focus = _first(page.named(*aliases.get("focus_keyword", ())))
    if declared and declared.text:
        found.keywords = make_keywords(split_keywords(declared.text, lines=False), declared.key)
    if focus and focus.text:
        first = make_keywords(split_keywords(focus.text, lines=False), focus.key)
        names = {k.text.value.casefold() for k in first}
        rest = [k for k in found.keywords if k.text.value.casefold() not in names]
        found.keywords = tuple(
            replace(k, rank=rank, primary=rank == 0, focus=rank == 0) for rank, k in enumerate([*first, *rest])
        )
    said = {k.text.value.casefold() for k in found.keywords}
    for further in page.named(*aliases.get("secondary_keywords", ())):
        for k in make_keywords(split_keywords(further.text, lines=False), further.key) if further.text else ():
            if k.text.value.casefold() not in said:
                said.add(k.text.value.casefold())
                found.keywords = (*found.keywords, replace(k, rank=len(found.keywords), primary=False))
    found.keywords_declared = bool(found.keywords)


def _language(tree: Tree, page: _Page) -> str:
    """The language as declared: of `<html>`, else of the headers the page imitates, else of Open Graph."""
    root = tree.nodes[0]
    assert isinstance(root, Element)
    for name in ("lang", "xml:lang"):
        value = tree.value(root, name)
        if value:
            return value.value.strip()
    for key in ("content-language", "og:locale"):
        for declared in page.others.get(key, ()):
            # "de, en" lists the languages of the intended readers, not the one of the text.
            if declared.text and "," not in declared.text.value:
                return declared.text.value.strip().replace("_", "-")
    return ""


def _content(tree: Tree, element: Element, *, decode: bool = True) -> Text:
    """The content of an element that holds no tags; a script verbatim, anything else collapsed."""
    run = tree.nodes[element.index + 1] if element.stop > element.index + 1 else None
    if not isinstance(run, TextRun):
        return Text("", anchor=Span(element.start, element.end))
    if decode:
        return element_text(tree.source, run.start, run.end)
    return verbatim(tree.source, run.start, run.end)
