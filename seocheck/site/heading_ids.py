"""The ids that site generators make of headings: a table of who does what, and the ids by it.

Only letters and digits are compared: what generators make of the rest (spaces, hyphens, underscores, dots) differs most
and says least. So an id here has neither. Which generator makes a site isn't always known, and each has settings for
this, so a heading has the ids of all of them.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

from seocheck.analysis.words.across_scripts import key
from seocheck.base.late_pattern import late_pattern


class IdStyle(NamedTuple):
    """What a generator makes of a heading.

    letters: "all" keeps them, "bare" takes accents away, "ascii" takes accents away and leaves out what isn't ASCII
    then, "dropped" leaves out what isn't ASCII, "spelled" writes ä as ae and ß as ss. from_letter: whether what is
    before the first letter is left out. words: whether it writes words for symbols (& and). nameless: what the id of a
    heading begins with of which nothing is left; a number may follow.
    """

    letters: Literal["all", "bare", "ascii", "dropped", "spelled"]
    from_letter: bool = False
    words: bool = False
    nameless: tuple[str, ...] = ()


STYLES: dict[str, IdStyle] = {
    "GitHub": IdStyle("all"),
    "GitLab": IdStyle("all", nameless=("anchor",)),
    "Docusaurus": IdStyle("all"),
    "Starlight": IdStyle("all"),
    "Hugo": IdStyle("all", nameless=("heading",)),
    "Hugo, github-ascii": IdStyle("ascii", nameless=("heading",)),
    "Jekyll": IdStyle("all", nameless=("section",)),
    "Jekyll, without GFM": IdStyle("dropped", from_letter=True, nameless=("section",)),
    "MkDocs": IdStyle("ascii", nameless=("",)),
    "MkDocs, slugify of Unicode": IdStyle("all", nameless=("",)),
    "VitePress": IdStyle("bare"),
    "VuePress": IdStyle("bare"),
    "Sphinx": IdStyle("ascii", from_letter=True, nameless=("id", "section")),
    "Sphinx, letters of Latin spelled": IdStyle("spelled", from_letter=True, nameless=("id", "section")),
    "MyST": IdStyle("all"),
    "Pandoc": IdStyle("all", from_letter=True, nameless=("section",)),
    "Quarto": IdStyle("all", from_letter=True, nameless=("section",)),
    "Eleventy": IdStyle("spelled", words=True),
    "Eleventy, markdown-it-anchor": IdStyle("all"),
    "Zola": IdStyle("spelled"),
    "Hexo": IdStyle("all"),
    "mdBook": IdStyle("all"),
    "Asciidoctor": IdStyle("all"),
}
"""By generator, and by its setting where it has one."""

_SPELLINGS = (
    str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"}),
    str.maketrans({"ß": "sz", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"}),
    str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe", "å": "aa", "ł": "l"}),
)
"""As Zola, Sphinx and the slugs of Eleventy have them."""
_WORDS = str.maketrans({"&": " and ", "+": " plus ", "%": " percent ", "$": " dollar ", "@": " at ", "#": " sharp ",
                        "<": " less ", ">": " greater ", "|": " or ", "=": " equals ", "♥": " love "})  # fmt: skip
_CYRILLIC = late_pattern(r"[\u0400-\u04ff]")
_HAN = late_pattern(r"[\u3400-\u9fff]")
_SYLLABLE = late_pattern(r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aeiouv]{1,3}(?:ng?|r)?")  # of Chinese: ri, ben, yu
_UNIT = late_pattern(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")


@lru_cache(maxsize=4000)
def ids_of(heading: str) -> frozenset[str]:
    """The letters of all ids that some generator makes of a heading's text; "" for one of which nothing is left."""
    return frozenset(made for style in set(STYLES.values()) for made in _made(heading, style))


@lru_cache(maxsize=1)
def nameless() -> frozenset[str]:
    """What ids begin with, as letters alone, where a heading has none that the generator keeps."""
    return frozenset(letters_of(name) for style in STYLES.values() for name in style.nameless)


def is_spelled_out(heading: str, fragment: str) -> bool:
    """Whether a fragment in ASCII may be a heading in Cyrillic, or in Chinese characters, written in Latin letters."""
    if not fragment.isascii():
        return False
    if _CYRILLIC.search(heading):
        return key(letters_of(heading)) == key(letters_of(fragment))
    if not _HAN.search(heading):
        return False
    units, parts = _UNIT.findall(heading), [part for part in fragment.split("-") if part]
    return len(units) == len(parts) and all(
        _SYLLABLE.fullmatch(part) if _HAN.match(unit) else letters_of(unit) == letters_of(part)
        for unit, part in zip(units, parts, strict=True)
    )


def letters_of(name: str) -> str:
    """The letters and digits of a name, small."""
    composed = unicodedata.normalize("NFC", name.casefold())
    return "".join(character for character in composed if character.isalnum())


def _made(heading: str, style: IdStyle) -> set[str]:
    text = heading.translate(_WORDS) if style.words else heading
    small = unicodedata.normalize("NFC", text.lower())
    if style.letters == "spelled":
        kept = {_bare(small.translate(spelling)) for spelling in _SPELLINGS}
    elif style.letters == "dropped":
        kept = {_ascii(small)}
    elif style.letters == "ascii":
        kept = {_ascii(_bare(small))}
    else:
        kept = {small if style.letters == "all" else _bare(small)}
    if style.from_letter:
        kept = {each[next((at for at, c in enumerate(each) if c.isalpha()), len(each)) :] for each in kept}
    return {letters_of(each) for each in kept}


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _ascii(text: str) -> str:
    return text.encode("ascii", "ignore").decode("ascii")
