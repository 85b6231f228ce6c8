"""Hides what a site generator's template language writes between the words of a Markdown file.

Shortcodes, Liquid, Jinja, MDX statements, `:::` fences and kramdown attributes are not prose, and text
inside a wrapper still is. Everything hidden is replaced character by character, so that offsets stay.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.markdown.docfx import hide_docfx
from seocheck.readers.markdown.filler import FILLER, blank, blanked, fill, filled
from seocheck.readers.markdown.inner_front_matter import inner_front_matter
from seocheck.readers.markdown.jsx import components, is_mdx
from seocheck.readers.markdown.mdx import hide_mdx
from seocheck.readers.markdown.mkdocs import hide_mkdocs
from seocheck.readers.markdown.shortcodes import shortcodes

__all__ = ["FILLER", "hide"]

_PAIR_NAMES = "highlight|code-toggle|code|mermaid|plantuml|gist|math|katex|comment|raw"
_PAIR_TAG = late_pattern(
    rf"\{{%-?\s*(?P<end>end)?(?P<liquid>{_PAIR_NAMES})(?![\w-])[^%]{{0,300}}%\}}"
    rf"|\{{\{{[<%]\s*(?:(?P<slash>/)\s*)?(?P<hugo>{_PAIR_NAMES})(?![\w-])[^>%]{{0,300}}[>%]\}}\}}"
)
"""Tags around code, or around a comment."""

_FENCED_AT_ONCE = late_pattern(r"(```|~~~)(?:(?!\1).)*\1[ \t]*", re.DOTALL)
_INLINE = late_pattern(
    r"\{\{[<%](?:(?!\{\{)[^>%]|[>%](?!\}\})){0,2000}[>%]\}\}"  # {{< shortcode >}} {{% shortcode %}}
    r"|\{\{(?:(?!\{\{|\}\}).){0,500}\}\}"  # {{ expression }}
    r"|\{%(?:(?!%\}|\{%).){0,1000}%\}"  # {% tag %}
    r"|\{#(?:(?!#\}|\n\n)[^{]){0,1000}#\}"  # {# comment #}
    r"|\{:[^{}\n]{0,300}\}"  # {: .class #id } of kramdown
    r"|(?<=\))\{[ \t]*[.#][^{}\n]{0,200}\}",  # ![image](x.png){.class}
    re.DOTALL,
)
_TEASER_END = late_pattern(r"^[ \t]*<!-+\s*more\s*-+>(?=[^\n]*\S)", re.MULTILINE | re.IGNORECASE)
"""After it the text would be read as HTML, marks and all."""
_MARKS = late_pattern(r"\{+[%#]?|[%#]?\}+")
_WHOLE_LINE = late_pattern(
    r"^[ \t]*(?::{3,}[^\n]*|\[\[?_?TOC_?\]?\]|\{:?/?(?:toc|nomarkdown|comment)\}|%%[^\n]*%%|<!-+\s*more\s*-+>)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_ADMONITION = late_pattern(r"^[ \t]*(?:!{3}|\?{3}\+?)[ \t]+[\w-]+[ \t]*", re.MULTILINE)
_CONTENTS = late_pattern(r"^[ \t]*(?:[*+-]|\d+[.)])[ \t]+[^\n]*\n[ \t]*\{:[ \t]*toc\b[^{}\n]*\}[ \t]*$", re.MULTILINE)


def hide(text: str, *, mdx: bool = False) -> str:
    """`text` with template code hidden; its length and its line ends stay as they are.

    A line that holds nothing but template code becomes blank and so separates paragraphs.
    """
    text = _without_front_matter(text)
    if mdx or is_mdx(text):
        text = hide_mdx(text)
    elif named := components(text):
        text = hide_mdx(text, named)
    if "{" in text:
        text = _CONTENTS.sub(blank, text)
        text = _without_pairs(text)
        text = _INLINE.sub(fill, text)
    text = _without_shortcodes(text)
    # To see that a text has none of these marks takes a hundredth of the time that a pattern takes for it.
    if "<!-" in text:
        text = _TEASER_END.sub(fill, text)
    if any(mark in text for mark in (":::", "{", "%%", "<!-")) or ("[" in text and "toc" in text.lower()):
        text = _WHOLE_LINE.sub(blank, text)
    text = hide_docfx(hide_mkdocs(text))
    if "!!!" in text or "???" in text:
        text = _ADMONITION.sub(fill, text)
    if FILLER in text:
        text = re.sub(rf"^[ \t]*{FILLER}[{FILLER} \t]*$", lambda m: " " * len(m.group()), text, flags=re.MULTILINE)
    return text


def _without_shortcodes(text: str) -> str:
    parts: list[str] = []
    done = 0
    for span in shortcodes(text):
        parts += (text[done : span.start], filled(text[slice(*span)]))
        done = span.end
    return "".join((*parts, text[done:])) if parts else text


def _without_front_matter(text: str) -> str:
    parts: list[str] = []
    done = 0
    for block in inner_front_matter(text):
        parts += (text[done : block.start], blanked(text[slice(*block)]))
        done = block.end
    return "".join((*parts, text[done:])) if parts else text


def _without_pairs(text: str) -> str:
    """`text` without what is between paired tags that hold code or a comment. Time is linear."""
    tags = list(_PAIR_TAG.finditer(text))
    ends: dict[str, list[int]] = {}
    for index, tag in enumerate(tags):
        if tag["end"] or tag["slash"]:
            ends.setdefault(tag["liquid"] or tag["hugo"], []).append(index)
    parts: list[str] = []
    done = 0
    for index, opening in enumerate(tags):
        if opening.start() < done or opening["end"] or opening["slash"] or opening.group().endswith("/>}}"):
            continue
        name = opening["liquid"] or opening["hugo"]
        closings = ends.get(name, ())
        found = bisect_right(closings, index)
        if found == len(closings):
            continue
        closing = tags[closings[found]]
        parts.append(text[done : opening.start()])
        inner = text[opening.end() : closing.start()]
        # A fence beside the tag of raw on one line wouldn't be one without it.
        if name == "raw" and not _FENCED_AT_ONCE.fullmatch(inner):
            parts += (filled(opening.group()), _MARKS.sub(fill, _INLINE.sub(fill, inner)), filled(closing.group()))
        else:
            parts.append(blanked(text[opening.start() : closing.end()]))
        done = closing.end()
    return "".join((*parts, text[done:])) if parts else text
