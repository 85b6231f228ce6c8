"""The clauses of a long sentence that can stand alone.

Only cuts that are safe without grammar: at a semicolon, before a single dash, and before a comma with "and". Before a
colon there is a promise ("one pattern keeps repeating"). After "and" a subject may be missing, after "but" comes
what the first half must not be quoted without, and a comma may separate the items of a list: there is no cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seocheck.base.late_pattern import late_pattern
from seocheck.suggest.openings import leans

_AND = {
    "en": "and", "de": "und", "fr": "et", "es": "y", "pt": "e", "it": "e", "nl": "en", "sv": "och", "da": "og",
    "nb": "og", "pl": "a", "cs": "a", "fi": "ja", "ro": "iar", "id": "dan",
}  # fmt: skip
"""Language -> the conjunction that adds a clause and takes nothing back."""

_PART_ONLY = {
    "en": r"\b(?:not only|either|neither|both|between|whether|if|when|while|unless|although|because|since|as|which"
    r"|who|that|where|such as|like)\b",
    "de": r"\b(?:nicht nur|entweder|weder|sowohl|zwischen|ob|wenn|während|obwohl|weil|da|dass|der|die"
    r"|das|welche[rs]?)\b",
}
"""Words that may govern what is after the comma too, so that a cut there leaves half a thought."""

_DASH = late_pattern(r"\s[–—]\s|(?<=\w)—(?=\w)")
_HYPHEN = late_pattern(r"\s--?\s|--")
_SEMICOLON = late_pattern(r"[;；]\s*")
_WORD = late_pattern(r"\w+")
LEAST_WORDS = 6
"""Words on either side of a comma below which it may part the items of a list."""


def clauses(sentence: str, code: str) -> Iterator[tuple[int, int]]:
    """Ranges of the sentence that read as sentences; none is the whole."""
    parts = [m.span() for m in _SEMICOLON.finditer(sentence)]
    if 0 < len(parts) <= 4:
        starts = [0, *(end for _, end in parts)]
        ends = [*(start for start, _ in parts), len(sentence)]
        for first in range(len(starts)):
            for last in range(first, len(ends)):
                if (first, last) != (0, len(ends) - 1):
                    yield starts[first], ends[last]
    dashes = list(_DASH.finditer(sentence))
    if len(dashes) == 1 and not parts and not _HYPHEN.search(sentence):
        before, behind = sentence[: dashes[0].start()], sentence[dashes[0].end() :]
        # After a dash, "but" or "which" brings what the first half must not be quoted without.
        if len(_WORD.findall(before)) >= LEAST_WORDS and not before[-1].isdigit() and not leans(behind, code):
            yield 0, len(before)
    if not dashes and not parts:
        yield from _before_and(sentence, code)


def _before_and(sentence: str, code: str) -> Iterator[tuple[int, int]]:
    word = _AND.get(code)
    if word is None:
        return
    governing = _PART_ONLY.get(code)
    found = re.search(rf",\s{word}\s", sentence)
    if found is None:
        return
    before = sentence[: found.start()]
    # With another comma, or few words on one side, "a, b, and c" is a list.
    if "," in before or sentence.find(",", found.end()) >= 0:
        return
    if min(len(_WORD.findall(before)), len(_WORD.findall(sentence[found.end() :]))) < LEAST_WORDS:
        return
    if governing is None or not re.search(governing, before, re.IGNORECASE):
        yield 0, found.start()
