"""A phrase in the form that a dictionary has, where the article says it: "kişisel veri", not "kişisel verilerin"."""

from __future__ import annotations

from collections import Counter

from seocheck.analysis import Analysis
from seocheck.analysis.words.folding import lower
from seocheck.analysis.words.stems import looked_up
from seocheck.analysis.words.zones import split

HEAD_FIRST, HEAD_LAST = ("cs", "pl", "ru", "uk"), ("fi", "hu", "tr")
"""Languages with many cases. In the first, the first word must be in its base form: it says the case of an adjective as
of a noun before a genitive. In the others endings pile up on the last word, and the shortest form has the fewest."""


def in_base_form(phrase: str, analysis: Analysis) -> str:
    """The form of a phrase that is closest to a dictionary's, and the one that the article says most of several; the
    phrase itself where the article never says it so, or its language has few forms."""
    code, words = analysis.language.code, analysis.words
    if code not in HEAD_FIRST and code not in HEAD_LAST:
        return phrase
    wanted = [words.stems.key(token.text) for token in split(phrase, analysis.language)]
    if not wanted:
        return phrase
    found: Counter[str] = Counter()
    for start in words.by_stem.get(wanted[0]):
        tokens = words.words[start : start + len(wanted)]
        piece = words.piece_at[start]
        if start + len(wanted) > piece.first + piece.count or words.realms[start] != "article":
            continue
        if [words.stems.key(token.text) for token in tokens] != wanted:
            continue
        if code in HEAD_FIRST and not _is_base(tokens[0].text, code):
            continue
        written = piece.text.value[tokens[0].start : tokens[-1].end]
        if " ".join(token.text for token in tokens) == written:
            found[written] += 1
    if code in HEAD_LAST:
        return min(found, key=lambda form: (len(form), -found[form], form), default=phrase)
    return max(found, key=lambda form: (found[form], form.islower())) if found else phrase


def _is_base(word: str, code: str) -> bool:
    return looked_up(lower(word), code) in (None, lower(word))
