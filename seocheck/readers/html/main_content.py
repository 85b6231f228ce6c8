"""Choose the element of a page that holds the article.

Landmarks first (`<main>`, `<article>`, `itemprop=articleBody`, their roles), as far as they hold the
page's prose: a page may have an article element for every teaser. Without them the innermost element
that holds most of the prose.
"""

from __future__ import annotations

from itertools import accumulate

from seocheck.readers.html.elements import HEADINGS, LINK_LISTS, SECTIONING
from seocheck.readers.html.furniture import hinted_reason, reason_left_out
from seocheck.readers.html.tokens import SPACE, TextRun
from seocheck.readers.html.tree import Element, Tree

_LONG_RUN = 80  # a text run of that many characters outside any paragraph element is prose all the same
_LANDMARK_SHARE = 0.4  # of the prose around it that a landmark must hold to be the article
_LEAST_PROSE = 150  # characters that a landmark around or after the headline must hold to be the article
_MAX_BETWEEN = 300  # characters of prose between the headline and a landmark that begins right after it
_HEADED_SHARE = 0.2  # of the page's prose that an element around the headline must hold to be looked into
_BODY_SHARE = 0.6  # of its article's prose that an articleBody must hold to be read instead of the article
_NEARLY_ALL = 0.9
_DESCEND_SHARE = 0.5  # of an element's prose that one child must hold to be looked into
_SIDE_SHARE = 0.1  # of it that beside that child belongs to the article if it looks alike
_HINT_SHARE = 0.3  # of the page's prose that an element may hold and still be furniture by its class name
_LINKS = 3  # links that an element must hold to be a list of links
_LINK_SHARE = 0.75  # of its text that they must make up
_TEXT_TAGS = frozenset({"p", "blockquote", "ul", "ol", "dl", "a"})
_COMMENTS_SHARE = 0.8  # the same for comments, which may well be longer than the article
_BEFORE_COMMENTS = 500  # characters of prose before the comments that show that the article ended there


class _Counts:
    """Characters in each node of a tree: of prose, of any text, of link text; and which begin a link."""

    def __init__(self, size: int) -> None:
        self.prose, self.text, self.link_text, self.links = ([0] * size for _ in range(4))

    def clear(self, element: Element) -> None:
        nothing = [0] * (element.stop - element.index)
        for counts in (self.prose, self.text, self.link_text, self.links):
            counts[element.index : element.stop] = nothing


def _sums(counts: list[int]) -> list[int]:
    return [0, *accumulate(counts)]


class ProseByElement:
    """How much prose each element holds, in characters, and which elements are left out.

    Prose is text of paragraphs and long runs of text elsewhere, without link text. `left_out` maps the
    index of each outermost element that is not article text to the reason ("" for none to mention).
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.left_out: dict[int, str] = {}
        self._doubtful: list[tuple[Element, str]] = []
        counts = self._measure()
        self._prose = _sums(counts.prose)
        self._leave_out_doubtful(counts)
        self._prose, self._text = _sums(counts.prose), _sums(counts.text)
        self._link_text, self._links = _sums(counts.link_text), _sums(counts.links)

    def of(self, element: Element) -> int:
        """Characters of prose in an element."""
        return self._prose[element.stop] - self._prose[element.index]

    def between(self, first: int, stop: int) -> int:
        """Characters of prose in the nodes from `first` up to `stop`."""
        return self._prose[stop] - self._prose[first]

    def characters(self, element: Element) -> tuple[int, int]:
        """Characters of any text in an element, and those of link text."""
        first, stop = element.index, element.stop
        return self._text[stop] - self._text[first], self._link_text[stop] - self._link_text[first]

    def is_link_list(self, element: Element) -> bool:
        """Whether an element holds several links, hardly any text beside them, and no prose."""
        first, stop = element.index, element.stop
        text = self._text[stop] - self._text[first]
        return (
            self._links[stop] - self._links[first] >= _LINKS
            and self._link_text[stop] - self._link_text[first] >= _LINK_SHARE * text
            and self.of(element) < _LONG_RUN
        )

    def _measure(self) -> _Counts:
        """Count the text of each node; nothing in nodes that are certainly left out."""
        tree, nodes = self._tree, self._tree.nodes
        counts = _Counts(len(nodes))
        section = paragraph = link = heading = at = 0  # where the outermost open one ends
        while at < len(nodes):
            node = nodes[at]
            if isinstance(node, TextRun):
                length = counts.text[at] = len(tree.source[node.start : node.end].strip(SPACE))
                if at < link:
                    counts.link_text[at] = length
                elif at >= heading and (at < paragraph or length >= _LONG_RUN):
                    counts.prose[at] = length
                at += 1
                continue
            reason = reason_left_out(tree, node, in_section=at < section)
            if reason is not None:
                self.left_out[at] = reason
                at = node.stop
                continue
            if node.tag in ("p", "blockquote"):
                paragraph = max(paragraph, node.stop)
            elif node.tag == "a":
                link = max(link, node.stop)
                counts.links[at] = 1
            elif node.tag in HEADINGS:
                heading = max(heading, node.stop)
            elif node.tag in SECTIONING or tree.word(node, "role") in ("main", "article"):
                section = max(section, node.stop)
            doubt = "form" if node.tag == "form" else hinted_reason(tree, node)
            if doubt is not None:
                self._doubtful.append((node, doubt))
            at += 1
        return counts

    def _leave_out_doubtful(self, counts: _Counts) -> None:
        """Leave out forms and what its class calls furniture, unless much of the page's prose is in it."""
        total = self._prose[-1]
        stop = 0
        for element, reason in self._doubtful:
            if element.index < stop:
                continue
            share = _COMMENTS_SHARE if reason == "comments" else _HINT_SHARE
            if self.of(element) <= share * total:
                self.left_out[element.index] = reason
                stop = element.stop
                counts.clear(element)


def main_content(tree: Tree, prose: ProseByElement, title: Element | None = None) -> Element | None:
    """The element whose text is the article; None where the page has no body at all.

    `title` is the heading that says the page's title, where there is one.
    """
    body = tree.body
    if body is None:
        return None
    mains: list[Element] = []
    articles: list[Element] = []
    bodies: list[Element] = []
    at = body.index
    while at < len(tree.nodes):
        node = tree.nodes[at]
        if at in prose.left_out and isinstance(node, Element):
            at = node.stop
            continue
        if isinstance(node, Element):
            role = tree.word(node, "role")
            if node.tag == "main" or role == "main":
                mains.append(node)
            elif node.tag == "article" or role == "article":
                articles.append(node)
            if "articlebody" in tree.word(node, "itemprop").split():
                bodies.append(node)
        at += 1
    named = title and _of_headline(tree, prose, title, articles, mains, bodies)
    if named:
        _leave_out_what_follows_comments(tree, prose, named)
        return named
    around = _innermost(mains, prose) or body
    if prose.of(around) < _LANDMARK_SHARE * prose.of(body):
        around = body
    article = _innermost(articles, prose)
    if article and prose.of(article) < max(_LANDMARK_SHARE * prose.of(around), 1):
        article = None
    chosen = article or around
    text = _innermost(bodies, prose)
    if text and prose.of(text) >= max(_BODY_SHARE * prose.of(chosen), 1):
        chosen = text
    elif chosen is body:
        chosen = _densest(tree, prose, _around_headline(prose, title, body) if title else body)
        _leave_out_link_lists(tree, prose, chosen)
    _leave_out_what_follows_comments(tree, prose, chosen)
    return chosen


def _of_headline(
    tree: Tree,
    prose: ProseByElement,
    title: Element,
    articles: list[Element],
    mains: list[Element],
    bodies: list[Element],
) -> Element | None:
    """The landmark that holds the page's headline, or begins right after it, whatever its share of the page."""
    held = max((e for e in articles if _is_in(title, e)), key=lambda e: e.index, default=None)
    if held and prose.of(held) < _LEAST_PROSE:
        held = None
    following = _following(tree, prose, title, [*articles, *bodies], held)
    if held is None and following is None:
        return None
    chosen = held or following
    if held and following and prose.of(following) >= _BODY_SHARE * prose.of(held):
        chosen = following
    return chosen


def _following(
    tree: Tree, prose: ProseByElement, title: Element, landmarks: list[Element], within: Element | None
) -> Element | None:
    """The landmark that begins after the headline with hardly any prose between them, if it is no teaser of several."""
    after = [e for e in landmarks if e.index >= title.stop and (within is None or e.index < within.stop)]
    first = min(after, key=lambda e: e.index, default=None)
    if first is None or prose.of(first) < _LEAST_PROSE:
        return None
    if prose.between(title.stop, first.index) > _MAX_BETWEEN:
        return None
    alike = [e for e in after if e.index >= first.stop and e.tag == first.tag and e.depth == first.depth]
    if any(2 * prose.of(e) >= prose.of(first) for e in alike):
        return None
    return first


def _around_headline(prose: ProseByElement, title: Element, body: Element) -> Element:
    """The innermost element around the headline that has a good part of the page's prose after it."""
    least = max(_LEAST_PROSE, _HEADED_SHARE * prose.of(body))
    around: Element | None = title.parent
    while around is not None and around is not body:
        if prose.between(title.stop, around.stop) >= least:
            return around
        around = around.parent
    return body


def _is_in(element: Element, outer: Element) -> bool:
    return outer.index <= element.index < outer.stop


def _innermost(landmarks: list[Element], prose: ProseByElement) -> Element | None:
    """The landmark with the most prose; one inside it where that holds nearly all of it."""
    best = max(landmarks, key=prose.of, default=None)
    for inner in landmarks:
        if best and best.index < inner.index < best.stop and prose.of(inner) >= _NEARLY_ALL * prose.of(best) > 0:
            best = inner
    return best


def _densest(tree: Tree, prose: ProseByElement, element: Element) -> Element:
    """The innermost element that holds most of the prose of `element` and is not one part of a text."""
    while True:
        whole = prose.of(element)
        children = [c for c in tree.children(element) if isinstance(c, Element) and prose.of(c)]
        best = max(children, key=prose.of, default=None)
        if best is None or best.tag in _TEXT_TAGS or prose.of(best) < _DESCEND_SHARE * whole:
            return element
        loose = whole - sum(prose.of(child) for child in children)
        alike = sum(prose.of(c) for c in children if c is not best and _is_alike(tree, c, best))
        if loose + alike >= _SIDE_SHARE * whole:
            return element
        element = best


def _is_alike(tree: Tree, element: Element, other: Element) -> bool:
    """Whether an element looks like another part of the text that `other` is: a paragraph, or a like box."""
    if element.tag in _TEXT_TAGS:
        return True
    if element.tag != other.tag or tree.word(element, "class") != tree.word(other, "class"):
        return False
    if element.tag == "section" or tree.word(element, "class"):
        return True
    return not (element.attribute("id") and other.attribute("id"))  # <div id=text> and <div id=bottom>


def _leave_out_link_lists(tree: Tree, prose: ProseByElement, root: Element) -> None:
    """Leave out the menus inside an element that no landmark marks as the article."""
    at = root.index + 1
    while at < root.stop:
        node = tree.nodes[at]
        if isinstance(node, Element):
            if at not in prose.left_out and node.tag in LINK_LISTS and prose.is_link_list(node):
                prose.left_out[at] = "list of links"
            if at in prose.left_out:
                at = node.stop
                continue
        at += 1


def _leave_out_what_follows_comments(tree: Tree, prose: ProseByElement, root: Element) -> None:
    """Leave out what a page prints inside the article's element after the readers' comments: other stories."""
    at = root.stop
    for index in sorted(i for i, reason in prose.left_out.items() if reason == "comments"):
        comments = tree.nodes[index]
        if not isinstance(comments, Element) or not root.index < index < root.stop:
            continue
        if prose.between(root.index, index) >= _BEFORE_COMMENTS:
            at = comments.stop
            break
    while at < root.stop:
        node = tree.nodes[at]
        if isinstance(node, Element):
            prose.left_out.setdefault(at, "after the comments")
            at = node.stop
        else:
            at += 1
