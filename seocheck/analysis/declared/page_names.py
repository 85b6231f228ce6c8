"""What else names a page, besides the declared text that is asked about: its address, its tags and keywords, an H1 that
is worded otherwise, and the other of title and description.

A text that shares a word with one of them belongs to the page, however the body words it: a joke, a quotation, the name
of a class. And one that names what the body speaks of is a witness: it shows that the body can be named in such words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from seocheck.analysis.words.folding import fold
from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Text
from seocheck.languages.detect import main_script

if TYPE_CHECKING:
    from seocheck.analysis import Analysis

SHARE = 0.5
"""The least part of the words of a witness that the body says."""
FOLDERS = 2
"""Folders of a path that are looked at, from the file upwards."""
LEAST, PART = 4, 0.6
"""Letters that words of one family have in common at their beginning, at least; so much of the longer one."""
_MOST = 30
"""Tags and keywords that are looked at."""
_BORDERS = late_pattern(r"[^\w']+|_+|(?<=[a-z])(?=[A-Z])|(?<=[^\W\d])(?=\d)|(?<=\d)(?=[^\W\d])")
_UNSPACED = late_pattern(r"(?=([\u30a1-\u30fa\u30fc\u3400-\u9fff]{2}))")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "aa", "ø": "oe"})


class PageName(NamedTuple):
    """What names a page. words: all of it, folded. telling, said: its words that tell what it is about, and those of
    them that the body says. is_address: whether it's no text that may have been copied with the other."""

    words: tuple[str, ...]
    telling: tuple[str, ...]
    said: tuple[str, ...]
    is_address: bool

    @property
    def is_of_page(self) -> bool:
        """Whether it belongs to the page, as far as the body tells."""
        return self.is_address or bool(self.said)

    def is_witness(self, value: str) -> bool:
        """Whether it tells what the body is about, in the script of a text that can be compared with it."""
        script = main_script(value)
        telling, said = (sum(main_script(word) == script for word in words) for words in (self.telling, self.said))
        return said > 0 and said >= SHARE * telling

    def shares_word(self, words: Iterable[str]) -> bool:
        """Whether one of the words is in it: with another ending, in a compound, as an address writes it."""
        return any(any(_are_alike(form, own) for own in self.words) for word in words for form in _forms(word))


def page_names(
    text: Text,
    analysis: Analysis,
    beside: Text | None,
    telling_words: Callable[[str], Iterator[str]],
    is_said: Callable[[str], bool],
) -> Iterator[PageName]:
    """What names the page besides `text`; beside: the other declared text, where that belongs to the page."""
    article = analysis.article
    slug = article.slug.value if article.slug else ""
    path = re.split(r"[/\\]", article.source.path)[-1 - FOLDERS :]
    found = [(_spaced(slug), _spaced(" ".join([slug, *path])), True)]
    tags = [keyword.text.value for keyword in (*article.taxonomy, *article.keywords)[:_MOST]]
    found += [(value, value, False) for value in (" | ".join(map(_spaced, tags)), beside.value if beside else "")]
    h1s = [block.text.value for block in article.headings if block.level == 1]
    if len(h1s) == 1 and not _is_part(h1s[0], text.value):  # several head parts of the page
        found.append((h1s[0], h1s[0], False))
    for value, whole, is_address in found:
        if value or is_address:
            telling = tuple(telling_words(value))
            words = tuple(dict.fromkeys(_words(whole)))
            yield PageName(words, telling, tuple(filter(is_said, telling)), is_address)


def _is_part(one: str, other: str) -> bool:
    """Whether one text is a part of the other, whichever."""
    return fold(one) in fold(other) or fold(other) in fold(one)


def _spaced(value: str) -> str:
    """The words of a part of an address: "rye_bread-2" is "rye bread 2"."""
    return " ".join(part for part in _BORDERS.split(value) if part)


def _words(value: str) -> Sequence[str]:
    return [fold(part) for part in _BORDERS.split(value) if part]


def _forms(word: str) -> set[str]:
    """A word as it is, and as an address writes it in plain letters."""
    return {form for written in (word, word.translate(_UMLAUTS)) for form in (fold(written), *_words(written)) if form}


def _are_alike(word: str, own: str) -> bool:
    if signs := set(_UNSPACED.findall(word)):
        return not signs.isdisjoint(_UNSPACED.findall(own))
    shorter, longer = sorted((word, own), key=len)
    if len(shorter) < LEAST:
        return word == own
    most = max(LEAST, int(len(longer) * PART))
    return longer.startswith(shorter[:most]) or shorter in longer
