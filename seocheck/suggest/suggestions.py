"""What `suggest` has to say about one article: plain, frozen values with their places."""

from __future__ import annotations

from typing import Literal

import msgspec

from seocheck.model.report import NotAssessed, Place, Struct, encode_json

SCHEMA_VERSION = 1
"""Raised when a key of the JSON form is renamed or removed, or its meaning changes."""


class SuggestedKeyword(Struct, frozen=True, kw_only=True):
    """A phrase of the text that is worth declaring.

    text: as the text writes it most often. count: how often the text says it. origin: "text", or "tag" where the
    article has it among its tags. sentence: the first that says it, white space evened. place: of the phrase in
    that sentence. gain: by how many points the score would rise, were it declared too; negative where it would fall.
    """

    text: str
    count: int
    origin: Literal["text", "tag"]
    sentence: str
    place: Place
    gain: float = 0.0


class DroppableKeyword(Struct, frozen=True, kw_only=True):
    """A declared keyword that is worth dropping.

    key: the field that declares it. reason: "absent" where the article never says it, "duplicate" where an earlier
    one says the same; that one is `same_as`. gain: points that the score would rise by; None after the first ten of a
    long list, for which it is not worked out.
    """

    text: str
    key: str
    reason: Literal["absent", "duplicate"]
    same_as: str
    place: Place
    gain: float | None = None


class ShorterKeyword(Struct, frozen=True, kw_only=True):
    """A declared keyword of which the article says only a part, and that part.

    instead: the part, as the article writes it. missing: what it never says.
    """

    text: str
    key: str
    instead: str
    missing: tuple[str, ...]
    place: Place


class HeadingSuggestion(Struct, frozen=True, kw_only=True):
    """A heading that could carry a declared keyword which neither the title nor any heading says.

    count: how often the whole text says the keyword; in_section: how often the section below this heading does.
    level: of the heading, 2 to 6. place: of the heading.
    """

    keyword: str
    count: int
    in_section: int
    heading: str
    level: int
    place: Place


class DescriptionCandidate(Struct, frozen=True, kw_only=True):
    """A description taken from the article's own words.

    kind: one whole sentence, two that follow each other, a clause of one, or the article's standfirst. pixels: the
    estimated width in a search result. keywords: those it says, the most important first. gain: points that the score
    would rise by.
    """

    text: str
    kind: Literal["sentence", "sentences", "clause", "standfirst"]
    pixels: int
    keywords: tuple[str, ...]
    place: Place
    gain: float = 0.0


class Suggestions(Struct, frozen=True, kw_only=True):
    """All suggestions for one article, the best of each kind first.

    score: the article's as it is, 0 to 100, None where it has none. description: the one that is declared now,
    "" where none is; description_from_text: whether it, too, is a piece of the article's prose. not_assessed: what
    could not be suggested, and why.
    """

    schema_version: int = SCHEMA_VERSION
    path: str
    language: str
    score: float | None
    description: str
    description_from_text: bool
    keywords: tuple[SuggestedKeyword, ...]
    drop: tuple[DroppableKeyword, ...]
    shorten: tuple[ShorterKeyword, ...] = ()
    headings: tuple[HeadingSuggestion, ...]
    descriptions: tuple[DescriptionCandidate, ...]
    not_assessed: tuple[NotAssessed, ...]

    def to_json(self, *, indent: int | None = None) -> str:
        """The suggestions as JSON."""
        data = encode_json(self)
        if indent is not None:
            data = msgspec.json.format(data, indent=indent)
        return data.decode()
