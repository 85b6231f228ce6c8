"""Where a separable verb is two words: "zieht morgen um" for umziehen, "belt hem op" for opbellen."""

from __future__ import annotations

from collections.abc import Iterator

from seocheck.analysis.inflection.forms import separable
from seocheck.analysis.inflection.stems import lemmas, looked_up
from seocheck.analysis.keywords.lookup import Lookup
from seocheck.analysis.words.folding import fold, lower

REACH = 9
"""Words from the verb to its prefix, both counted; farther away the prefix is mostly a preposition."""


def in_two(lookup: Lookup) -> Iterator[tuple[int, int]]:
    """The places of a verb with its prefix at the end of the clause: (index of the verb, number of words)."""
    asked, words = lookup.asked, lookup.words
    code = words.language.code
    keyword = lower(asked.texts[0])
    # The Dutch dictionary writes the border: aan_komen.
    listed = looked_up(keyword, code) or keyword
    verb, prefix = separable(keyword, code) if listed.replace("_", "") == keyword else ("", "")
    ends = words.positions.get(fold(prefix), ()) if verb else ()
    if not ends:
        return
    wanted = lemmas(verb, code)
    forms = {form for base in wanted for form in words.index.of_lemma(base)}
    forms.update(words.by_stem.forms.get(words.stems.key(verb), ()))
    places = {place for form in forms if wanted & lemmas(words.written(form), code) for place in words.positions[form]}
    for end in ends:
        if not _ends_clause(lookup, end):
            continue
        for start in range(end - 1, max(end - REACH, -1), -1):
            if start in places and words.piece_at[start] is words.piece_at[end] and _is_clause(lookup, start, end):
                yield start, end - start + 1
                break


def _ends_clause(lookup: Lookup, index: int) -> bool:
    """Whether a sign, the end of the text or "and" follows a word."""
    words = lookup.words
    piece = words.piece_at[index]
    after = piece.text.value[words.words[index].end :].lstrip()
    return not after or not after[0].isalnum() or after.partition(" ")[0] in ("und", "oder", "en", "of")


def _is_clause(lookup: Lookup, start: int, end: int) -> bool:
    """Whether no sign is between the words of a clause."""
    words = lookup.words
    value = words.piece_at[start].text.value
    between = value[words.words[start].end : words.words[end].start]
    return not any(sign in between for sign in ",.;:!?–—()")
