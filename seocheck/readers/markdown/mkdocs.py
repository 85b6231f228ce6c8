"""Hides what MkDocs and the extensions of Python-Markdown write between the words.

Boxes (`!!! note`), tabs (`=== "Tab"`), snippets, `/// blocks`, attribute lists, icons, keys, marks, critic
marks and abbreviations. The text inside boxes and tabs is prose: their header becomes the marker of a list
item, so that the text below it, indented by four, is content and not code.
"""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.markdown.filler import FILLER, blank, fill

# A header counts only with an indented line below it: else it is a line of exclamation marks.
_BOX = late_pattern(
    r"^(?P<indent>[ \t]*)(?P<header>(?:!{3}|\?{3}\+?)[ \t]+[\w-]+(?:[ \t]+[\w-]+){0,5}(?:[ \t]+\"[^\"\n]{0,200}\")?"
    r"|={3}[!+]{0,2}[ \t]+\"[^\"\n]{1,200}\")[ \t]*(?=\r?\n(?:[ \t]*\r?\n){0,3}(?P=indent)(?:[ ]{4}|\t))",
    re.MULTILINE,
)
_SNIPPET = late_pattern(
    r"^[ \t]*-{1,2}8<-{1,2}[ \t]*(?:[\"'][^\"'\n]{1,300}[\"'][ \t]*"
    r"|\r?\n(?:[ \t]*[^\s-][^\n]{0,300}\n){1,50}[ \t]*-{1,2}8<-{1,2}[ \t]*)$",
    re.MULTILINE,
)
_BLOCK = late_pattern(r"^[ \t]*/{3,}(?:[ \t]*[\w-]+(?:[ \t]*\|[^\n]{0,200})?)?[ \t]*$", re.MULTILINE)
_ABBREVIATION = late_pattern(r"^ {0,3}\*\[[^\]\n]{1,100}\]:[^\n]*$", re.MULTILINE)
_NAME = r"[.#][A-Za-z_-][\w:-]{0,80}"
_VALUE = r"[\w:@-]{1,80}=(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|[\w./%-]{1,300})"
_REST = rf"(?:[ \t]+(?:{_NAME}|{_VALUE}|[a-z-]{{2,30}})){{0,20}}[ \t]*\}}"
# A value alone counts only beside a link, an image, code or an icon: elsewhere {i=1} is mathematics.
_ATTRIBUTES = late_pattern(
    rf"(?<![\w^\\])\{{:?[ \t]*{_NAME}{_REST}|(?:(?<=[)\]`:*\ufdd0])|^[ \t]*)\{{:?[ \t]*{_VALUE}{_REST}", re.MULTILINE
)
# The look behind comes second here and below, so that places are found by the mark alone.
_ICON = late_pattern(r":(?<![\w:\]]:)(?=[a-z0-9_+-]*[a-z])[a-z0-9_+-]{2,60}:(?![\w:/])")
_NO_DEFINITION = late_pattern(r"^( {0,3}):(?=[^\s:])(?![-:| \t]*\|[-:| \t]*$)", re.MULTILINE)
_KEYS = late_pattern(
    r"(?<![\w+])\+\+(?:[a-z0-9-]{1,30}|\"[^\"\n]{1,30}\")(?:\+(?:[a-z0-9-]{1,30}|\"[^\"\n]{1,30}\")){0,5}\+\+(?![\w+])",
    re.IGNORECASE,
)
_MARK = late_pattern(r"(?<![=\w])(==)(?=[^\s=])[^=\n]{1,500}(?<=[^\s=])(==)(?![=\w])")
_CRITIC_GONE = late_pattern(
    r"\{--(?:(?!--\}|\{--|\n\n).){0,1000}--\}|\{>>(?:(?!<<\}|\{>>|\n\n).){0,1000}<<\}", re.DOTALL
)
_CRITIC_CHANGED = late_pattern(
    r"\{~~(?:(?!~>|~~\}|\{~~|\n\n).){0,1000}~>(?=(?:(?!~~\}|\{~~|\n\n).){0,1000}~~\})", re.DOTALL
)
_CRITIC_KEPT = late_pattern(r"\{\+\+|\+\+\}|\{==|==\}|~~\}")


def hide_mkdocs(text: str) -> str:
    """`text` with that hidden; its length and its line ends stay as they are."""
    if "!!!" in text or "???" in text or "===" in text:
        text = _BOX.sub(_box, text)
    if "8<" in text:
        text = _SNIPPET.sub(blank, text)
    if "///" in text:
        text = _BLOCK.sub(blank, text)
    if "*[" in text:
        text = _ABBREVIATION.sub(blank, text)
    if any(mark in text for mark in ("{--", "{>>", "{~~", "{++", "{==")):
        text = _CRITIC_GONE.sub(fill, text)
        text = _CRITIC_CHANGED.sub(fill, text)
        text = _CRITIC_KEPT.sub(fill, text)
    if ":" in text:
        text = _ICON.sub(fill, text)
        if any(f"\n{' ' * indent}:" in text for indent in range(4)) or text[:4].lstrip(" ").startswith(":"):
            text = _NO_DEFINITION.sub(rf"\1{FILLER}", text)  # ":-)" at the start of a line defines nothing
    if "{" in text:
        text = _ATTRIBUTES.sub(fill, text)
    if "++" in text:
        text = _KEYS.sub(fill, text)
    if "==" in text:
        text = _MARK.sub(_mark, text)
    return text


def _box(match: re.Match[str]) -> str:
    indent = match["indent"]
    return f"{indent}-   " + FILLER * (len(match.group()) - len(indent) - 4)


def _mark(match: re.Match[str]) -> str:
    return FILLER * 2 + match.group()[2:-2] + FILLER * 2
