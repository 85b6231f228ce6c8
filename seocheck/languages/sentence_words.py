"""What a language's file says of its sentences: words at which one may be cut, and words that say what a thing is.

Entries are separated by spaces, "_" is a space, and each is a regular expression, mostly a plain word.
"""

from __future__ import annotations

import msgspec


class SentenceWords(msgspec.Struct, frozen=True):
    """Words at which a sentence may be cut, or must not be, and words that say what a thing is.

    clause_joins: the conjunction that adds a clause and takes nothing back. clause_governing: what may govern the
        words behind a comma too, so that a cut there leaves half a thought.
    clause_tails: what begins the end of a sentence that only adds to it ("which", "so that"). clause_also: how a
        sentence says a second thing besides. clause_denies: what denies a first one. clause_caveats: what takes
        something back in the end of a sentence.
    clause_contrasts: what sets a sentence, in its first clause, against the one before.
    clause_halves: how a clause begins that another must follow. clause_adjuncts: what may be left off behind a main
        clause. clause_open_ends: words with which no main clause ends that has an adjunct behind it.
    clause_occasions: what a sentence may say first of its occasion, before its subject.
    clause_listing: what begins a list behind a comma. clause_such_as: what begins one with or without.
    clause_verbs: common verbs, which tell that a sentence has come to its main clause. clause_finite: further verbs
        of sentences that say what a thing is, or holds. clause_copulas: those of the common ones that say what a
        thing is. clause_pronouns: what stands right before the verb of a main clause. clause_goes_on: how the main
        clause goes on after something between commas.
    defining_is_a: what stands between a thing and its definition, with the edges of words ("\\b") where the
        language has them. defining_verbs: verbs that say what a thing does or is for. defining_we_are: how a site
        says what it is. defining_relatives: words that begin a clause about what is before them.
    """

    clause_joins: str = ""
    clause_governing: str = ""
    clause_tails: str = ""
    clause_also: str = ""
    clause_denies: str = ""
    clause_caveats: str = ""
    clause_contrasts: str = ""
    clause_halves: str = ""
    clause_adjuncts: str = ""
    clause_open_ends: str = ""
    clause_occasions: str = ""
    clause_listing: str = ""
    clause_such_as: str = ""
    clause_verbs: str = ""
    clause_finite: str = ""
    clause_copulas: str = ""
    clause_pronouns: str = ""
    clause_goes_on: str = ""
    defining_is_a: str = ""
    defining_verbs: str = ""
    defining_we_are: str = ""
    defining_relatives: str = ""


def alternatives(listed: str) -> str:
    """The entries of a list as one pattern; "" where there are none."""
    return "|".join(listed.split()).replace("_", " ")
