"""What a language's file says of its sentences: words at which one may be cut, and words that say what a thing is.

Entries are separated by spaces, "_" is a space, and each is a regular expression, mostly a plain word.
"""

from __future__ import annotations

import msgspec


class Clauses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words at which a sentence may be cut, or must not be.

    joins: the conjunction that adds a clause and takes nothing back. governing: what may govern the words behind a
        comma too, so that a cut there leaves half a thought.
    tails: what begins the end of a sentence that only adds to it ("which", "so that"). also: how a sentence says a
        second thing besides. denies: what denies a first one. caveats: what takes something back in the end of a
        sentence.
    contrasts: what sets a sentence, in its first clause, against the one before.
    halves: how a clause begins that another must follow. adjuncts: what may be left off behind a main clause.
    open_ends: words with which no main clause ends that has an adjunct behind it.
    occasions: what a sentence may say first of its occasion, before its subject.
    listing: what begins a list behind a comma. such_as: what begins one with or without.
    verbs: common verbs, which tell that a sentence has come to its main clause. finite: further verbs of sentences that
        say what a thing is, or holds. copulas: those of them that say what a
        thing is. pronouns: what stands right before the verb of a main clause. goes_on: how the main clause goes on
        after something between commas.
    """

    joins: str = ""
    governing: str = ""
    tails: str = ""
    also: str = ""
    denies: str = ""
    caveats: str = ""
    contrasts: str = ""
    halves: str = ""
    adjuncts: str = ""
    open_ends: str = ""
    occasions: str = ""
    listing: str = ""
    such_as: str = ""
    verbs: str = ""
    finite: str = ""
    copulas: str = ""
    pronouns: str = ""
    goes_on: str = ""


class Defining(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say what a thing is.

    is_a: what stands between a thing and its definition, with the edges of words ("\\\\b") where the language has them.
    verbs: verbs that say what a thing does or is for. we_are: how a site says what it is. relatives: words that begin a
        clause about what is before them.
    """

    is_a: str = ""
    verbs: str = ""
    we_are: str = ""
    relatives: str = ""


def alternatives(listed: str) -> str:
    """The entries of a list as one pattern; "" where there are none."""
    return "|".join(listed.split()).replace("_", " ")
