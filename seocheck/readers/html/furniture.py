"""Which elements of a page are not the article: menus, forms, hidden parts, share buttons."""

from __future__ import annotations

import re
from itertools import pairwise

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.blocks.captions import is_caption_class
from seocheck.readers.html.elements import NAMED_BY_SITES, SILENT
from seocheck.readers.html.tokens import Attribute
from seocheck.readers.html.tree import Element, Tree

_REASONS = {"nav": "navigation", "aside": "aside", "footer": "footer", "search": "search", "pre": "code"}
_ROLES = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "search",
    "dialog": "dialog",
    "alertdialog": "dialog",
}
_HIDDEN_STYLE = late_pattern(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

# Words of class names, alone or two together. They are a hint only: see `hinted_reason`.
_HINTS: dict[str, str] = {
    "share buttons": "share sharing shares sharethis addthis social socials follow",
    "related articles": "related recommended recommendations recirc readmore outbrain taboola popular"
    " trending mostread mostpopular newsfeed morefrom",
    "comments": "comments commentlist disqus disqusthread livefyre respond",
    "advertisement": "ad ads advert advertisement advertising sponsored promo",
    "navigation": "breadcrumb breadcrumbs pagination pager navbar toolbar prevnext",
    "aside": "sidebar rightrail leftrail",
    "newsletter": "newsletter subscribe signup",
    "byline": "byline bylines postmeta entrymeta articlemeta authorbio authorbox aboutauthor dateline",
    "tags": "tags taglist posttags entrytags articletags taglinks",
    "photo credit": "photocredit imagecredit photocredits",
    "notice": "cookiebanner cookiebar cookieconsent cookienotice cookiepolicy gdpr",
}
_HINTED = {word: reason for reason, words in _HINTS.items() for word in words.split()}
_SIGN_UP = late_pattern(r"newsletter|subscri|sign-?_?up", re.IGNORECASE)
_MAX_NAMES = 300  # characters of a class list looked at
_NAME_WORD = late_pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def reason_left_out(tree: Tree, element: Element, *, in_section: bool) -> str | None:
    """Why an element is not the article's text; "" where that needs no mention, None where it may be.

    `in_section` says that it is in an article, a main or a section element. Forms are not judged
    here: some sites wrap the whole page in one.
    """
    tag = element.tag
    if tag in SILENT:
        return ""
    if tag in _REASONS:
        return _REASONS[tag]
    if tag == "form" and any(_SIGN_UP.search(tree.word(element, n)) for n in ("action", "id", "name", "class")):
        return "newsletter"
    if tag == "header" and not in_section:
        return "header"
    if tag == "dialog" and element.attribute("open") is None:
        return "hidden"
    if not element.attributes or tag == "body":  # a body hidden by style is one that a script will show
        return None
    if is_hidden(tree, element):
        return "hidden"
    return _ROLES.get(tree.word(element, "role"))


def is_hidden(tree: Tree, element: Element) -> bool:
    """Whether an element's own attributes keep it from being shown or read aloud."""
    for attribute in element.attributes:
        if attribute.name == "hidden":
            return tree.word(element, "hidden") != "until-found"
        if attribute.name == "aria-hidden" and tree.word(element, "aria-hidden") == "true":
            return True
        if attribute.name == "style" and _HIDDEN_STYLE.search(tree.word(element, "style")):
            return True
    return False


def hinted_reason(tree: Tree, element: Element) -> str | None:
    """What an element's class or id says it is, where that is page furniture.

    Names are the site's own and mean nothing for certain: only to be followed for an element that
    holds a small part of the page's prose.
    """
    if element.tag not in NAMED_BY_SITES:
        return None
    names = {a.name: a for a in reversed(element.attributes) if a.name in ("class", "id")}
    words: list[str] = []
    if "class" in names:
        words = _words(tree, names["class"])
        for word in [*words, *map("".join, pairwise(words))]:
            if word in _HINTED:
                return _HINTED[word]
    # Generators make ids of headings: "related-work", "comments" may name a section of the text.
    if "id" in names and element.tag != "section" and "section" not in words:
        return _HINTED.get("".join(_words(tree, names["id"])))
    return None


def is_caption(tree: Tree, element: Element) -> bool:
    """Whether an element's class calls it the caption of a picture."""
    if element.tag not in NAMED_BY_SITES:
        return False
    name = element.attribute("class")
    if name is None:
        return False
    return is_caption_class(tree.source[name.value_start : min(name.value_end, name.value_start + _MAX_NAMES)])


def _words(tree: Tree, attribute: Attribute) -> list[str]:
    value = tree.source[attribute.value_start : min(attribute.value_end, attribute.value_start + _MAX_NAMES)]
    return [word.lower() for word in _NAME_WORD.findall(value)]
