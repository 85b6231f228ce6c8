"""One part of a keyword, as the article says it or doesn't."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec


class Part(msgspec.Struct, frozen=True):
    """One part of a keyword.

    text: as declared. places: (first word, number of words) of each place where the article says it, in order.
    weak: whether saying it says little about the keyword, because the word is common, or names a kind of text or thing.
    spare: whether nobody misses it: "tutorial" in "FastAPI tutorial".
    head: whether it's the word that the others only say more of, so that without it the keyword is another thing:
        "learning" of "machine learning".
    related: where only a word related to it is said.
    kind: whether it names a kind of text, or praises it.
    """

    text: str
    places: Sequence[tuple[int, int]]
    weak: bool = False
    spare: bool = False
    head: bool = False
    related: Sequence[int] = ()
    kind: bool = False
