"""What an article's prose measures, and how easy it is to read by its language's own published formula.

Only running text counts: paragraphs, and list items that are sentences. Headings, quotations, captions,
table cells and bare list items are no sentences, and inline code is not words. The counts are made once,
with their places; the formulas are data in `seocheck/languages/`, each with its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from seocheck.analysis.sentences import split_sentences
from seocheck.analysis.syllables import count_syllables
from seocheck.analysis.tokens import Token, tokens
from seocheck.article import Block
from seocheck.languages import LanguageData

MIN_WORDS = 100
"""Below this many words a formula says little: Flesch (1948) took samples of 100 words."""

MIN_SENTENCES = 3
"""Below this many sentences their mean length is an accident."""

LONG_WORD = 6
"""A long word has more letters than this (Björnsson 1968)."""

HARD_WORD = 4
"""A hard word has so many syllables in Polish (Pisarek, Seretny), where Gunning (1952) counted three in English."""

_CODE = "\ufffc"  # stands for inline code: neither a letter nor white space
_SENTENCE_END = re.compile(r"[.!?…؟۔।॥。！？｡．][\"'”’»›)\]」』）*_]*\s*$")
_TRAILING = re.compile(
    r"(?:\s*[\[(][^\[\]()]{1,40}[\])]|\s+#\d+|\s+[:;]-?[)D(P]|\s*[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f]{1,9})\s*$"
)
"""What may stand behind the last stop of a list item: a reference, the number of an issue, a smiley."""
_IDENTIFIER = re.compile(r"\b[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+\b|\b[A-Za-z][a-z0-9]+(?:[A-Z][a-z0-9]+){2,}\b")
"""MAX_XMIT_SIZE and MaxXmitSize: names of code, which nobody reads out syllable by syllable."""
_LETTER = re.compile(r"[^\W\d_]")
_INNER_END = re.compile(r"[^\W\d_]{2}[.!?…。！？][\"'”’)]* ")
_LINE = 40  # characters
_LONG_QUOTATION = 300  # characters; shorter ones are dialogue
_OPENING = '"“„«‹「『‘'
_CLOSING = '"”“»›」』’'


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block: its range in the block's text, and the sums over its words as in `ProseCounts`."""

    block: Block
    start: int
    end: int
    words: int
    syllables: int | None
    letters: int = 0
    long_words: int = 0
    hard_words: int = 0


@dataclass(frozen=True, slots=True)
class ProseCounts:
    """Sums over the prose of an article.

    `syllables` is None for a language whose syllables are not known. `letters` are letters and
    digits. `long_words` have more than `LONG_WORD` letters, `hard_words` at least `HARD_WORD` syllables.
    """

    sentences: int = 0
    words: int = 0
    syllables: int | None = None
    letters: int = 0
    long_words: int = 0
    hard_words: int = 0

    @property
    def enough(self) -> bool:
        """Whether there is text enough for a formula to mean anything."""
        return self.words >= MIN_WORDS and self.sentences >= MIN_SENTENCES


@dataclass(frozen=True, slots=True)
class Prose:
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
                visible = _without_code(block)
            texts.append(visible[sentence.start : sentence.end].replace(_CODE, "").strip())
        return tuple(texts)


@dataclass(frozen=True, slots=True)
class Ease:
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

        LIX is brought over by its bands: 30 (very easy) stands against 90, 60 (very difficult) against 30; for Finnish
        both are 25 higher. FOG counts years of school: 5 stands against 90, 16 against 30, as Flesch's own table has
        them. The other formulas were made, or are read, on the scale of 0 to 100 already.
        """
        return self.flesch[0] + self.flesch[1] * self.value


def prose(blocks: Iterable[Block], language: LanguageData) -> Prose:
    """Sentences and counts of the running text among `blocks`.

    A word is what Flesch (1948) counts as one: contractions and hyphenated compounds are single words,
    and the syllables of their parts add up. On the CLEAR corpus (tools/corpus_readability.py) the counts
    of words then differ by 1.0 % from the published ones, by 1.6 % with compounds cut at their hyphens,
    and the ease agrees a little better with what teachers found easy.
    """
    sentences: list[Sentence] = []
    has_syllables = count_syllables("a", language.code) is not None
    for block in blocks:
        if not _is_prose(block):
            continue
        text = _without_code(block)
        words = words_of(text)
        next_word = 0
        for start, end in split_sentences(text, language):
            if not _LETTER.search(text, start, end):  # a reference: [1], (#580)
                while next_word < len(words) and words[next_word][0].start < end:
                    next_word += 1
                continue
            first = next_word
            syllables = letters = long_words = hard_words = 0
            while next_word < len(words) and words[next_word][0].start < end:
                size = spoken_parts = 0
                for part in words[next_word]:
                    measures = _measures(part.text, language.code)
                    size += measures[0]
                    spoken_parts += measures[1]
                next_word += 1
                letters += size
                syllables += spoken_parts
                long_words += size > LONG_WORD
                hard_words += spoken_parts >= HARD_WORD
            if next_word > first:
                spoken = syllables if has_syllables else None
                words_there = next_word - first
                sentences.append(Sentence(block, start, end, words_there, spoken, letters, long_words, hard_words))
    known = [s.syllables for s in sentences if s.syllables is not None]
    counts = ProseCounts(
        sentences=len(sentences),
        words=sum(s.words for s in sentences),
        syllables=sum(known) if known and len(known) == len(sentences) else None,
        letters=sum(s.letters for s in sentences),
        long_words=sum(s.long_words for s in sentences),
        hard_words=sum(s.hard_words for s in sentences),
    )
    return Prose(tuple(sentences), counts)


def reading_ease(counts: ProseCounts, language: LanguageData) -> Ease | None:
    """The ease by the language's formula; None where there is no formula, no text or no syllable count.

    Whether the text is long enough to be judged is the caller's question (`ProseCounts.enough`).
    """
    formula = language.reading_ease
    if formula is None or not counts.words or not counts.sentences:
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


def _is_prose(block: Block) -> bool:
    value = block.text.value
    if block.kind == "item":
        value = _TRAILING.sub("", value)
        if _SENTENCE_END.search(value, max(0, len(value) - 40)) is not None:
            return True
        # "Build it. Then run the following command:", over a block of code
        return value.endswith(":") and len(value) > _LINE and _INNER_END.search(value) is not None
    if block.kind != "paragraph" or _is_quoted(value):
        return False
    # A kicker, a name, a label: a short line that ends as no sentence does.
    return len(value) > _LINE or _SENTENCE_END.search(value) is not None


def _is_quoted(value: str) -> bool:
    """Whether a paragraph is one long quotation, in quotation marks from end to end: somebody else's sentences."""
    if len(value) < _LONG_QUOTATION or value[0] not in _OPENING or value[-1] not in _CLOSING:
        return False
    inner = value[1:-1]
    return not any(mark in inner for mark in (value[0], value[-1]) if mark not in "'’")


def _without_code(block: Block) -> str:
    """The block's text with its inline code blotted out, every offset kept."""
    text = _IDENTIFIER.sub(lambda found: _CODE * len(found.group()), block.text.value)
    if not block.code:
        return text
    pieces: list[str] = []
    last = 0
    for start, end in sorted(block.code):
        start = max(start, last)
        pieces.append(text[last:start])
        pieces.append(_CODE * max(end - start, 0))
        last = max(last, end)
    pieces.append(text[last:])
    return "".join(pieces)


def words_of(text: str) -> list[list[Token]]:
    """The words of a text as readability counts them: tokens, those that hyphens tie together as one."""
    words: list[list[Token]] = []
    for token in tokens(text):
        if token.glued and words:
            words[-1].append(token)
        else:
            words.append([token])
    return words


@lru_cache(maxsize=20_000)
def _measures(word: str, code: str) -> tuple[int, int]:
    """Letters and figures of a word, and its syllables (0 in a language without rules for them)."""
    size = len(word) if word.isalnum() else sum(map(str.isalnum, word))
    return size, count_syllables(word, code) or 0
