"""Words that keep a phrase from being a keyword, because they name no subject."""

from __future__ import annotations

from typing import NamedTuple

_NO_SUBJECT = """
    ability action addition advantage amount answer approach area article aspect back bit bottom case cases change
    changes chance course data day days default detail details difference end example examples fact feature features
    form forms function functions get good group groups guy guys hand help home hour hours idea ideas information issue
    issues item items kind kinds latest level levels life list lot lots make minute minutes moment moments month months
    morning name names need needs new night number numbers object objects one option options order page pages part parts
    people percent person place places play point points post problem problems process program project projects question
    questions reason reasons result results right run runs section sections set sets side site sort start state states
    step steps story support system systems talk terms test tests text thing things time times today tool tools top type
    types update updated updates use used user users value values version versions view way ways week weeks word words
    work works world year years
    important learn limit overrides returns working
    api app apps click department engine http install interior json meeting release releases team teams upgrade url urls
    jan feb apr jun jul aug sept nov dec monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december
"""
_POINTING = "a an the this that these those my your his her its our their some any every each"
_SPEAKING = """
    added adds admitted announced argued asked claimed confirmed declined explained noted replied responded said says
    thinks thought told wants wanted wrote writes ago
"""


_MEASURING = """
    added big current different full good great important large last latest little next own previous same several small
    trending used using
"""


class RefusedWords(NamedTuple):
    """Words of a language that keep a phrase from being a keyword.

    alone: names no subject when it stands alone, however often a text says it. inside: never between the
    words of a name ("give a talk", "run your tests" are what somebody does). last: who speaks and that they
    do isn't a subject ("Miller wrote"). first: says something of a thing and names none ("previous post").
    """

    alone: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()


_REFUSED = {
    "en": RefusedWords(
        *(frozenset(words.split()) for words in (_NO_SUBJECT + _SPEAKING, _POINTING, _SPEAKING, _MEASURING))
    )
}
_NOTHING = RefusedWords()


def refused(code: str) -> RefusedWords:
    """Those of a language; none where it has no list."""
    return _REFUSED.get(code, _NOTHING)
