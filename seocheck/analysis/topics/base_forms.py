"""A phrase in the form that a dictionary has, where the article says it: "kişisel veri", not "kişisel verilerin"."""

from __future__ import annotations

import re
from collections import Counter

from seocheck.analysis import Analysis
from seocheck.analysis.topics.word_class import is_adjective, is_bare, is_nominative
from seocheck.analysis.words.splitting import split
from seocheck.analysis.words.zones import SUPPORTING

HEAD_FIRST, HEAD_LAST = ("cs", "pl", "ru", "uk"), ("fi", "hi", "hu", "tr")
"""Languages with many cases. In the first, the first word must be in its base form: it says the case of an adjective as
of a noun before a genitive. In the others endings pile up on the last word, and the shortest form has the fewest."""
_ENDS = (".", "!", "?", ":", "…", "।", "–", "—")

_OBLIQUE = ("en", "em", "er", "es")
"""Endings of German adjectives, all but that behind an article in the nominative (die, das, der -e)."""
_DATIVE_PLURAL = ("en", "ern", "eln")
"""Endings of nouns of which the last letter may be that of the dative plural: Beinen, Rädern."""

_RARELY = 0.2
"""The part of what the most common form is said below which a form is an accident: two words that met once."""


def in_base_form(phrase: str, analysis: Analysis) -> str | None:
    """The form of a phrase that is closest to a dictionary's, and the one that the article says most of several.

    The phrase itself where its language has few forms; None where the article never says it in such a form.
    """
    code, words = analysis.language.code, analysis.words
    if code == "de":
        return _in_nominative(phrase, analysis)
    if code not in HEAD_FIRST and code not in HEAD_LAST:
        return phrase
    wanted = [words.stems.key(token.text) for token in split(phrase, analysis.language)]
    if not wanted:
        return phrase
    found: Counter[str] = Counter()
    opening: set[str] = set()
    edges: dict[str, tuple[str, str]] = {}
    second: dict[str, str] = {}
    for start in words.by_stem.get(wanted[0]):
        tokens = words.words[start : start + len(wanted)]
        piece = words.piece_at[start]
        if start + len(wanted) > piece.first + piece.count or words.realms[start] != "article":
            continue
        if [words.stems.key(token.text) for token in tokens] != wanted:
            continue
        written = piece.text.value[tokens[0].start : tokens[-1].end]
        if " ".join(token.text for token in tokens) != written:
            continue
        found[written] += 1
        edges[written] = tokens[0].text, tokens[-1].text
        second[written] = tokens[1].text if len(tokens) > 1 else ""
        before = piece.text.value[: tokens[0].start].rstrip()
        if not before or before.endswith(_ENDS):
            opening.add(written.casefold())
    if code in HEAD_LAST:
        bare = [form for form in found if is_bare(edges[form][1], code, alone=len(wanted) == 1)]
        return min(bare, key=lambda form: (-_common(found, form), len(form), form), default=None)
    shortest = min((first for first, _ in edges.values()), key=len, default="")
    based = [
        form
        for form, (first, _) in edges.items()
        if is_nominative(first, code, opens=form.casefold() in opening)
        # primární lokalita: an adjective alone may have one form for several cases.
        and not (
            second[form]
            and is_adjective(first, code)
            and not is_nominative(second[form], code, opens=form.casefold() in opening)
        )
        # Of a name that no dictionary has, the shortest form is the bare one: Mastodon, Mastodona.
        and not (len(wanted) == 1 and first != shortest and first.startswith(shortest))
    ]
    return max(based, key=lambda form: (found[form], form.islower(), form), default=None)


def _in_nominative(phrase: str, analysis: Analysis) -> str | None:
    """A German phrase without the endings of the dative and genitive, if the text has it so; else as it is, or None
    where its adjective says that it has them: "personenbezogenen Daten"."""
    words = phrase.split()
    first, last = words[0], words[-1]
    heads = [first[:-1]] if len(words) > 1 and first.islower() and first.endswith(_OBLIQUE) else [first]
    heads += [first] if heads != [first] else []
    tails = [last[:-1], last] if last.endswith(_DATIVE_PLURAL) else [last]
    text = f" {' '.join(piece.text.value for piece in analysis.words.pieces if piece.zone in SUPPORTING)} "
    for head in heads:
        for tail in tails:
            form = " ".join((head, *words[1:-1], tail)) if len(words) > 1 else tail
            if (head, tail) != (first, last) and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text):
                return form
    return phrase if heads[0] == first else None


def _common(found: Counter[str], form: str) -> bool:
    return found[form] >= _RARELY * max(found.values())
