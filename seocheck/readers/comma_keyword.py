"""A focus keyword with a comma in it: "bee keepers, Lisbon"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Text
from seocheck.readers.label_names.labels import words

_WORD = late_pattern(r"\w+")
_LONGEST_LINK, _LONGEST_PLACE = 5, 2
"""Letters of a word that joins a keyword to a place (in, près), and words of the place."""
_PLACE = late_pattern(r"[^\W\d_a-z][^\W\d_A-Z]+(?:[ -][^\W\d_a-z][^\W\d_A-Z]+)?")


def is_one_with_comma(
    value: str, parts: Sequence[Text], said: Iterable[str], slug: str = "", *, listed: bool = False
) -> bool:
    """Whether what looks like two focus keywords is one: a title or a description has it with its comma, or both parts
    in a row ("bee keepers in Lisbon"), as the slug may; or a place is behind the comma, and other keywords are listed.

    said: the titles and descriptions. Of two single words ("rye, wheat") a title may make a list.
    """
    if len(parts) != 2 or value.count(",") != 1 or not any(" " in part.value for part in parts):
        return False
    texts = [*said]
    if any(value.casefold() in text.casefold() for text in texts):
        return True
    first, second = parts[0].value, parts[1].value
    if len(second.split()) > _LONGEST_PLACE or set(_words(first).split()) & set(_words(second).split()):
        return False
    named = first == first.lower() != first.upper() and _PLACE.fullmatch(second) is not None
    return (named and listed) or any(_in_a_row(first, second, text, named=named) for text in (*texts, slug))


def _in_a_row(first: str, second: str, text: str, *, named: bool) -> bool:
    """Whether a text has both parts with one short word between them, that isn't "and", or none.

    named: whether the second is a name, so that "en" before it may be Spanish for in.
    """
    link = rf"(?:(?P<link>\w{{1,{_LONGEST_LINK}}}) )?"
    found = re.search(rf"\b{re.escape(_words(first))} {link}{re.escape(_words(second))}\b", _words(text))
    return found is not None and (found["link"] not in words("conjunctions") or (named and found["link"] == "en"))


def _words(text: str) -> str:
    """The words of a text in lower case, without anything else."""
    return " ".join(_WORD.findall(text.casefold()))
