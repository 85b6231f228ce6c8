"""What tells a heading with nothing to read from one that an image, an icon, a label or a script fills."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from seocheck.base.late_pattern import late_pattern

_QUIET_TAGS = frozenset((
    "h1", "h2", "h3", "h4", "h5", "h6", "a", "abbr", "amp-img", "b", "big", "br", "center", "code", "div", "em",
    "font", "i", "img", "p", "picture", "s", "small", "source", "span", "strike", "strong", "sub", "sup", "tt", "u",
    "wbr",
))  # fmt: skip
_QUIET_ATTRIBUTES = frozenset((
    "align", "alt", "aria-level", "border", "class", "color", "decoding", "dir", "face", "height", "href", "id",
    "itemprop", "lang", "loading", "media", "name", "rel", "role", "size", "sizes", "src", "srcset", "style",
    "tabindex", "target", "type", "width",
))  # fmt: skip
_STYLES = late_pattern(
    r"data-(?:v-[0-9a-f]+|aos|anim|wow|sal\b|scroll|reveal|parallax|reactid|sourcepos|source-line|pm-|id$|index|level"
    r"|anchor|toc|toggle|target|bs-|elementor|element|mce|cke|slate|block|type|track|test|cy$|qa|line|ga-|size|align"
    r"|color|delay|duration|start|end$|number|section|spy|offset|speed|ride|state|status|role|lang|kind|style|class)"
)
"""Attributes that move, mark or track a heading and put no words into it; others may: data-i18n, data-field."""
_ICON = late_pattern(r"icon|logo|glyph|emoji|symbol|\bfa[srlbd]?\b|\bfa-|\bbi-|material|sprite|svg")
_DRAWN = late_pattern(r"background|display\s*:\s*none|visibility\s*:\s*hidden|content\s*:")
_TEMPLATE = late_pattern(r"[{}]|<[%?]|\[\[")
_NO_HOOK = r"(?!(?:todo|fixme|xxx|note|tk|omit|id)\b|[\w.-]+:(?:ignore|disable|enable|off|on|skip|start|end)\b)"
_MADE = late_pattern(
    r"<!--\s*+(?:[#@][a-z][\w-]*|-*+8<|[{[$%]{1,2}\w|ko\s"  # server-side includes, snippets, variables, Knockout
    rf"|{_NO_HOOK}[a-z][\w.-]*:[a-z][\w./]*+(?:-[\w./]++)*+(?=\s|-->))"  # <!-- md:setting site.name -->
    r"|<[?%]|\{\{|\{%|\$\{|<slot\b",
    re.IGNORECASE,
)
"""What a build, a server or a script replaces with words."""
_REFERENCE = late_pattern(r"(?<!!)\[\]\((?!\w[\w+.-]*:|/)[^()\s]+\)")
"""A link without words to a place of the same site: MyST takes the title of what it leads to."""
_VARIABLE = late_pattern(r"\{[A-Za-z_][\w.]*(?:\([^(){}]*\))?\}")
_ATTRIBUTE_LIST = late_pattern(
    r"\{:?(?:[ \t]*+(?:[.#][\w:.-]++|[\w:@-]++=(?:\"[^\"\n]*+\"|'[^'\n]*+'|[^\s{}\"']++)|-))++[ \t]*+\}"
)
_INVISIBLE = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf"))


def is_blank(value: str) -> bool:
    """Whether a text is nothing but white space and characters that show nothing (no-break, zero width)."""
    return all(c.isspace() or unicodedata.category(c) in _INVISIBLE for c in value)


def is_filled_later(written: str) -> bool:
    """Whether something in a heading that shows no words is replaced by words later: by a build, a server, a script.

    written: the heading as it is in its source, marks or tags included. Time is linear.
    """
    return any(pattern.search(written) for pattern in (_MADE, _REFERENCE, _VARIABLE))


def without_attribute_list(written: str) -> str:
    """A heading of Markdown with the list of attributes that it has (`{#id .class}`) turned into spaces."""
    return _ATTRIBUTE_LIST.sub(lambda match: " " * len(match.group()), written)


def adds_nothing(tag: str, attributes: Iterable[tuple[str, str]]) -> bool:
    """Whether a start tag in a heading, or its own, neither names it nor shows anything, nor may be filled in later.

    tag and names of attributes in lower case. Where that is in doubt the answer is False.
    """
    if tag not in _QUIET_TAGS:
        return False
    return all(_is_quiet(tag, name, value) for name, value in attributes)


def _is_quiet(tag: str, name: str, value: str) -> bool:
    if name.startswith("data-"):
        return tag in ("img", "amp-img", "source", "a") or _STYLES.match(name) is not None
    if name not in _QUIET_ATTRIBUTES or _TEMPLATE.search(value):
        return False
    if name == "alt":
        return is_blank(value)
    if name == "class":
        return tag != "i" and not _ICON.search(value.lower())
    if name == "style":
        return not _DRAWN.search(value.lower())
    return name != "role" or value.strip().lower() == "heading"
