"""Label lines that are written in another way than usual: `meta-description :`, `Key words:`.

The reader takes them all; other programs that look for `Meta Description:` may not. Capitals do not count, and in each
language its own spelling is the usual one: German joins Meta-Description, French puts a space before the colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from seocheck.base.text import Span
from seocheck.readers.labelled.labels import label_of

_LABEL = re.compile(r"[*_]{0,2}(?P<label>[^:：*_]{2,30}?)(?P<gap>[ \t\u00a0\u202f]*)(?P<mark>[*_]{0,2})\s*[:：]")
_USUAL = {"meta-description": "Meta Description", "key words": "Keywords", "key-words": "Keywords"}
_HYPHENS = frozenset({"de", "nl", "sv", "da", "no", "nb", "nn", "fi"})
"""Languages in whose texts an English compound is written with a hyphen."""
_GAPS = frozenset({"fr"})
"""Languages that put a space before a colon."""


class LabelVariant(NamedTuple):
    """A label that is written in another way than usual.

    span: the label, with the spaces before its colon. usual: what to write there. field: what the label declares.
    """

    span: Span
    usual: str
    field: str


def label_variants(text: str, language: str) -> Iterator[LabelVariant]:
    """The labels of a labelled text that are not written as usual, in order. language: the text's, "" for unknown."""
    for line in re.finditer(r"[^\r\n]+", text):
        words = line.group().strip()
        found = label_of(words)
        match = _LABEL.match(words) if found else None
        if found is None or match is None:
            continue
        written = match["label"]
        usual = _usual(" ".join(written.split()), language)
        gap = match["gap"] if language in _GAPS or match["mark"] else ""
        if usual + gap != written + match["gap"]:
            start = line.start() + len(line.group()) - len(line.group().lstrip())
            yield LabelVariant(Span(start + match.start("label"), start + match.end("gap")), usual + gap, found[0])


def _usual(label: str, language: str) -> str:
    usual = _USUAL.get(label.casefold())
    if usual is None or ("-" in label and language in _HYPHENS):
        return label
    if label.isupper():
        return usual.upper()
    return usual.lower() if label.islower() else usual
