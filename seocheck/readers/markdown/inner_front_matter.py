"""Front matter in the middle of a body, as tools leave it that join files: it isn't prose.

Two rules around a paragraph (`---`, "Note: ...", `---`) are a common ornament. So a block counts only if each of
its lines is written as front matter is, and one of its keys is a field that articles declare.
"""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.readers.fields import DEFAULT_ALIASES, plain

_MARKER = late_pattern(r"^(---|\+\+\+)[ \t]*$", re.MULTILINE)
_YAML_KEY = late_pattern(r"([a-z_][\w.-]{0,60}):(?:[ \t]+(\S.*)|[ \t]*)$", re.IGNORECASE)
_TOML_KEY = late_pattern(r"([a-z_][\w.-]{0,60})[ \t]*=[ \t]*(\S.*)$", re.IGNORECASE)
_YAML_MORE = late_pattern(r"[ \t]+\S|-[ \t]+\S|-$")
_TOML_MORE = late_pattern(r"\[{1,2}[\w.\"-]+\]{1,2}[ \t]*$|[ \t]+\S|[\]}\"#]")
_MAX_LINES = 200
_OTHER_FIELDS = (
    "layout date draft author authors categories category weight image images published updated lastmod"
    " sidebar_position sidebar_label parent nav_order pubDate publishDate aliases cover template series id"
)
_KNOWN = frozenset(plain(n) for names in DEFAULT_ALIASES.values() for n in names) | {
    plain(name) for name in _OTHER_FIELDS.split()
}


def inner_front_matter(text: str, start: int = 0) -> list[Span]:
    """The blocks of front matter in `text` from `start` on, markers included, in order."""
    found: list[Span] = []
    if "---" not in text and "+++" not in text:
        return found
    markers = list(_MARKER.finditer(text, start))
    at = 0
    while at + 1 < len(markers):
        opening, closing = markers[at], markers[at + 1]
        if opening[1] == closing[1] and _is_front_matter(text, opening[1], opening.end() + 1, closing.start()):
            found.append(Span(opening.start(), closing.end()))
            at += 1
        at += 1
    return found


def _is_front_matter(text: str, marker: str, start: int, end: int) -> bool:
    lines = text[start : min(end, start + 100 * _MAX_LINES)].splitlines()
    if not lines or len(lines) > _MAX_LINES or text[start:end].count("\n") > _MAX_LINES:
        return False
    key, more = (_YAML_KEY, _YAML_MORE) if marker == "---" else (_TOML_KEY, _TOML_MORE)
    if not key.match(lines[0]) and not (marker == "+++" and more.match(lines[0])):
        return False
    keys: list[re.Match[str]] = []
    for line in lines:
        found = key.match(line)
        if found:
            keys.append(found)
        elif line.strip() and not (keys and more.match(line)):
            return False
    # "Title: ..." with a capital is a line that somebody printed; generators' fields begin small.
    known = [k for k in keys if plain(k[1]) in _KNOWN and k[1][0].islower()]
    if not known:
        return False
    return (
        len(keys) > 1
        or sum(1 for line in lines if line.strip()) > 1
        or not (keys[0][2] or "").rstrip().endswith((".", "!", "?"))
    )
