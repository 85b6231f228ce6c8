"""Choose the element of a page that holds the article.

The landmark with the heading that says the page's title comes first, whatever its share of the page. Then other
landmarks (`<main>`, `<article>`, `itemprop=articleBody`, their roles), as far as they hold the
page's prose: a page may have an article element for every teaser. Without them the innermost element
that holds most of the prose.
"""

from __future__ import annotations

from seocheck.readers.html.elements import LINK_LISTS
from seocheck.readers.html.prose import ProseByElement
from seocheck.readers.html.tokens import TextRun
from seocheck.readers.html.tree import Element, Tree

_LANDMARK_SHARE = 0.4  # of the prose around it that a landmark must hold to be the article
_LEAST_PROSE = 150  # characters that a landmark around or after the headline must hold to be the article
_MAX_BETWEEN = 300  # characters of prose between the headline and a landmark that begins right after it
_HEADED_SHARE = 0.2  # of the page's prose that an element around the headline must hold to be looked into
_BODY_SHARE = 0.6  # of its article's prose that an articleBody must hold to be read instead of the article
_ENOUGH_PROSE = 600  # characters of prose, or the part of all text, from which on a page without landmarks is looked
_PROSE_SHARE = 0.5  # into for its densest part: of names, prices and short lines nothing is the densest
_NEARLY_ALL = 0.9
_DESCEND_SHARE = 0.5  # of an element's prose that one child must hold to be looked into
_SIDE_SHARE = 0.1  # of it that beside that child belongs to the article if it looks alike
_UNSEEN = frozenset({"script", "style", "noscript", "template"})
_TEXT_TAGS = frozenset({"p", "blockquote", "ul", "ol", "dl", "a"})
_BEFORE_COMMENTS = 500  # characters of prose before the comments that show that the article ended there


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
    named = title and _of_headline(prose, title, articles, bodies)
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
        if prose.of(body) >= _ENOUGH_PROSE or prose.of(body) >= _PROSE_SHARE * _text(tree, prose, body):
            chosen = _densest(tree, prose, _around_headline(prose, title, body) if title else body)
        _leave_out_link_lists(tree, prose, chosen)
    _leave_out_what_follows_comments(tree, prose, chosen)
    return chosen


def _text(tree: Tree, prose: ProseByElement, body: Element) -> int:
    """Characters of text in what isn't left out, white space apart."""
    found = 0
    at = body.index
    while at < body.stop:
        node = tree.nodes[at]
        if isinstance(node, Element):
            at = (
                node.stop if at in prose.left_out or node.tag in ("script", "style", "noscript", "template") else at + 1
            )
            continue
        if isinstance(node, TextRun):
            found += len(" ".join(tree.source[node.start : node.end].split()))
        at += 1
    return found


def _of_headline(
    prose: ProseByElement,
    title: Element,
    articles: list[Element],
    bodies: list[Element],
) -> Element | None:
    """The landmark that holds the page's headline, or begins right after it, whatever its share of the page."""
    held = max((e for e in articles if _is_in(title, e)), key=lambda e: e.index, default=None)
    if held and prose.of(held) < _LEAST_PROSE:
        held = None
    following = _following(prose, title, [*articles, *bodies], held)
    if held and following and prose.of(following) < _BODY_SHARE * prose.of(held):
        following = None
    chosen = following or held
    if chosen is None:
        return None
    text = _innermost([e for e in bodies if _is_in(e, chosen)], prose)
    return text if text and prose.of(text) >= max(_BODY_SHARE * prose.of(chosen), 1) else chosen


def _following(
    prose: ProseByElement, title: Element, landmarks: list[Element], within: Element | None
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
