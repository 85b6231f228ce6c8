"""What an article's prose measures, and how easy it is to read by its language's own published formula.

Only running text counts: paragraphs, and list items that are sentences. Headings, quotations, captions,
table cells and bare list items aren't sentences, and inline code is not words. The counts are made once,
with their places; the formulas are data in `seocheck/languages/`, each with its source.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from seocheck.analysis.prose.running_text import CODE, is_running_text, without_code
from seocheck.analysis.prose.sentences import split_sentences
from seocheck.analysis.prose.syllables import count_syllables
from seocheck.analysis.prose.word_sums import HARD_WORD as HARD_WORD
from seocheck.analysis.prose.word_sums import LONG_WORD as LONG_WORD
from seocheck.analysis.prose.word_sums import MOST_FOREIGN, unpacked, word_sums
from seocheck.analysis.prose.word_sums import words_of as words_of
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import LanguageData
from seocheck.model.article import Block

MIN_WORDS = 100
"""Below this many words a formula says little: Flesch (1948) took samples of 100 words."""

MIN_SENTENCES = 3
"""Below this many sentences their mean length is an accident."""

_LETTER = late_pattern(r"[^\W\d_]")


class Sentence(NamedTuple):
    """A sentence of a block: its range in the block's text, and the sums over its words as in `ProseCounts`."""

    block: Block
    start: int
    end: int
    words: int
    syllables: int | None
    letters: int = 0
    long_words: int = 0
    hard_words: int = 0


class ProseCounts(msgspec.Struct, frozen=True):
    """Sums over the prose of an article.

    `syllables` is None for a language whose syllables are not known. `letters` are letters and
    digits. `long_words` have more than `LONG_WORD` letters, `hard_words` at least `HARD_WORD` syllables.
    `foreign_words` are written in another script than the language's, so that nothing is known of their syllables.
    """

    sentences: int = 0
    words: int = 0
    syllables: int | None = None
    letters: int = 0
    long_words: int = 0
    hard_words: int = 0
    foreign_words: int = 0

    @property
    def enough(self) -> bool:
        """Whether there is text enough for a formula to mean anything."""
        return self.words >= MIN_WORDS and self.sentences >= MIN_SENTENCES


class Prose(msgspec.Struct, frozen=True):
    """The sentences of an article's running text, in reading order, and their sums."""

    sentences: tuple[Sentence, ...]
    counts: ProseCounts

    @property
    def texts(self) -> tuple[str, ...]:
        """Each sentence as it reads, without inline code."""
        texts: list[str] = []
        block: Block | None = None
        visible = ""
        for sentence in self.sentences:
            if sentence.block is not block:
                block = sentence.block
                visible = without_code(block)
            texts.append(visible[sentence.start : sentence.end].replace(CODE, "").strip())
        return tuple(texts)


class Ease(msgspec.Struct, frozen=True):
    """How easy a text is to read.

    value: on the formula's own scale, unrounded; the Flesch family runs from about 0 to 100 and can
    leave that range on either side. band: the published words for it. formula: its name. source: who
    published it. higher_is_harder: true for LIX.
    """

    value: float
    band: str
    formula: str
    source: str
    higher_is_harder: bool = False
    flesch: tuple[float, float] = (0.0, 1.0)

    @property
    def flesch_equivalent(self) -> float:
        """The value on Flesch's scale, so that one target serves every language.

        LIX is brought over by its bands: 30 (very easy) corresponds to 90, 60 (very difficult) to 30; for Finnish
        both are 25 higher. FOG counts years of school: 5 corresponds to 90, 16 to 30, as Flesch's own table has
        them. The other formulas were made, or are read, on the scale of 0 to 100 already.
        """
        return self.flesch[0] + self.flesch[1] * self.value


def prose(blocks: Iterable[Block], language: LanguageData) -> Prose:
    """Sentences and counts of the running text among `blocks`.

    A word is what Flesch (1948) counts as one: contractions and hyphenated compounds are single words,
    and the syllables of their parts add up. On the CLEAR corpus (tools/corpora/corpus_readability.py) the counts
    of words then differ by 1.0 % from the published ones, by 1.6 % with compounds cut at their hyphens,
    and the ease agrees a little better with what teachers found easy.
    """
    sentences: list[Sentence] = []
    has_syllables = count_syllables("a", language.code) is not None
    known = word_sums(language.code)
    whole = 0
    for block in blocks:
        if not is_running_text(block):
            continue
        text = without_code(block)
        ranges = split_sentences(text, language)
        for (start, end), sums in zip(ranges, known.of_sentences(text, ranges), strict=True):
            if not sums or not _LETTER.search(text, start, end):
                continue  # a reference: [1], (#580)
            whole += sums
            words, syllables, letters, long_words, hard_words, _ = unpacked(sums)
            spoken = syllables if has_syllables else None
            sentences.append(Sentence(block, start, end, words, spoken, letters, long_words, hard_words))
    words, syllables, *others = unpacked(whole)
    spoken = syllables if has_syllables and sentences else None
    return Prose(tuple(sentences), ProseCounts(len(sentences), words, spoken, *others))


def reading_ease(counts: ProseCounts, language: LanguageData) -> Ease | None:
    """The ease by the language's formula; None where there is no formula, no text, no syllable count or another script.

    Whether the text is long enough to be judged is the caller's question (`ProseCounts.enough`).
    """
    formula = language.reading_ease
    if formula is None or not counts.words or not counts.sentences:
        return None
    if counts.foreign_words > MOST_FOREIGN * counts.words:
        return None
    measures: dict[str, float] = {
        "words_per_sentence": counts.words / counts.sentences,
        "sentences_per_word": counts.sentences / counts.words,
        "letters_per_word": counts.letters / counts.words,
        "long_words_percent": 100 * counts.long_words / counts.words,
    }
    if counts.syllables is not None:
        measures["syllables_per_word"] = counts.syllables / counts.words
        measures["hard_words_percent"] = 100 * counts.hard_words / counts.words
    if not formula.coefficients.keys() <= measures.keys():
        return None
    value = formula.constant + sum(coefficient * measures[name] for name, coefficient in formula.coefficients.items())
    if formula.higher_is_harder:
        inside = (words for bound, words in formula.bands if value < bound)
    else:
        inside = (words for bound, words in formula.bands if value >= bound)
    return Ease(value, next(inside, ""), formula.name, formula.source, formula.higher_is_harder, formula.flesch)
