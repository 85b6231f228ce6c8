"""What textstat counts in a text, counted from words that are met again and again.

textstat cuts a text anew for every count and asks every word for its syllables several times. Here each word is put to
textstat's own functions once, when it is first met, and a text's counts are sums over its words. They are the same as
textstat's: `tests/analysis/prose/test_grade_counts.py` compares them with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain, compress
from operator import itemgetter, not_
from typing import NamedTuple

from seocheck.analysis.prose.syllables import count_syllables
from seocheck.analysis.prose.word_sums import ORDINARY, is_foreign, joined
from seocheck.analysis.words.tokens import cut

_KEPT = 12_000
_LONGEST_KEPT = 60  # characters
_LONG_WORD = 6  # letters that a long word has more than
_POLYSYLLABLE = 3  # syllables
_WRITTEN = itemgetter(0)  # CountedWord.written, without a call of Python's for each


class CountedWord(NamedTuple):
    """A word for textstat.

    written: what it is given, without full stops. form: what it makes of that, without punctuation marks; asked: and of
    that in lower case, for which it wants syllables again, as does lower. syllables: ours. letters: those of the form,
    without apostrophes. easy: whether Dale's and Chall's list has it. foreign: `is_foreign`.
    """

    written: str
    form: str
    lower: str
    asked: str
    syllables: int
    letters: int
    easy: bool
    foreign: bool


class GradeCounts(NamedTuple):
    """textstat's counts of a text, by its own names for them.

    sentences: those of more than two words, at least 1. chars: without spaces, but with the sentences' full stops.
    difficult: words not on the list, with so many syllables at least, by that number (0 and 3).
    foreign_words: as readability has them.
    """

    text: str
    words: int
    sentences: int
    chars: int
    letters: int
    long_words: int
    syllables: int
    monosyllables: int
    polysyllables: int
    difficult: dict[int, int]
    foreign_words: int


class GradeWords(dict[str, tuple[CountedWord, ...]]):
    """What is between two spaces -> its words.

    list_words: textstat's, which cuts a text into words. easy_words: the list, in lower case.
    """

    def __init__(self, code: str, list_words: Callable[..., list[str]], easy_words: frozenset[str]) -> None:
        super().__init__()
        self._code = code
        self._list_words = list_words
        self._easy_words = easy_words

    def __missing__(self, chunk: str) -> tuple[CountedWord, ...]:
        ordinary = ORDINARY.fullmatch(chunk)
        if ordinary is None:
            found = tuple(self._word([part.text for part in word]) for word in joined(cut(chunk)))
        elif ordinary[1] == chunk:
            found = (self._word([chunk]),)
        else:
            found = self[ordinary[1]]
        if len(chunk) <= _LONGEST_KEPT:
            if len(self) >= _KEPT:
                self.clear()
            self[chunk] = found
        return found

    def _word(self, parts: list[str]) -> CountedWord:
        syllables = sum([count_syllables(part, self._code) or 1 for part in parts])
        written = _written(parts)
        if written.isascii() and written.isalnum():
            form = letters = written
            lower = asked = written.lower()
        else:
            (form,) = self._list_words(written)
            (letters,) = self._list_words(written, rm_apostrophe=True)
            lower = form.lower()
            (asked,) = self._list_words(lower)
        foreign = is_foreign(written, self._code)
        return CountedWord(written, form, lower, asked, syllables, len(letters), lower in self._easy_words, foreign)

    def words(self, sentence: str) -> list[CountedWord]:
        """The words of a sentence."""
        return list(chain.from_iterable(map(self.__getitem__, sentence.split())))

    def counts(self, sentences: Sequence[list[CountedWord]]) -> GradeCounts:
        """The counts of these sentences, each of one word at least."""
        words = list(chain.from_iterable(sentences))
        written, forms, lowers, asked, counts, letters, easy, foreign = zip(*words, strict=True)
        # textstat knows a word by its form alone, so that one form has one count in a text: that of its last word as
        # written (US and us), or for what is only looked up in lower case that of its last word in any letters.
        spoken: dict[str, int] = dict(zip(lowers, counts, strict=True))
        spoken.update(zip(forms, counts, strict=True))
        by_count = Counter(map(spoken.__getitem__, forms))
        hard = list(compress(asked, map(not_, easy)))
        fog = sum(
            [
                times
                for word, times in Counter(hard).items()
                if (spoken[word] if word in spoken else count_syllables(word, self._code) or 1) >= _POLYSYLLABLE
            ]
        )
        return GradeCounts(
            text=" ".join([" ".join(map(_WRITTEN, sentence)) + "." for sentence in sentences]),
            words=len(words),
            sentences=max(1, sum([1 for sentence in sentences if len(sentence) > 2])),
            chars=sum(map(len, written)) + len(sentences),
            letters=sum(letters),
            long_words=sum([1 for size in letters if size > _LONG_WORD]),
            syllables=sum(number * times for number, times in by_count.items()),
            monosyllables=by_count[1],
            polysyllables=sum(times for number, times in by_count.items() if number >= _POLYSYLLABLE),
            difficult={0: len(hard), _POLYSYLLABLE: fog},
            foreign_words=sum(foreign),
        )


def _written(parts: list[str]) -> str:
    """A word so that textstat sees one word in it, and no stop (U.S., 3.14, Node.js) as a sentence's end."""
    form = "-".join(parts).replace("’", "'")
    if "." in form and form.isupper():
        # G.N.U. is spelled and GNU is not: another case keeps them apart, and no formula minds it.
        form = form[0].lower() + form[1:]
    return form.replace(".", "")
