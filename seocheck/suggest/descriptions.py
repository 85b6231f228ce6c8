"""Descriptions that the article has written itself: whole sentences or clauses of its prose that fit a snippet.

Nothing is invented. A candidate is a piece of one paragraph as it is, white space evened, and only a clause may
have its first letter made a capital.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

import msgspec

from seocheck.analysis import Analysis
from seocheck.analysis.declared.pixel_width import width
from seocheck.analysis.prose.reading_ease import Sentence
from seocheck.analysis.words.folding import fold
from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.languages import function_words
from seocheck.model.article import Block
from seocheck.model.report import Place as Position
from seocheck.readers.labelled.labels import count_labels
from seocheck.suggest.aboutness import Place, Subject, aboutness, has_date_or_price
from seocheck.suggest.clauses import clauses
from seocheck.suggest.openings import leans, points_back, points_outside, speaks
from seocheck.suggest.suggestions import DescriptionCandidate

MOST = 3
FONT_SIZE = 14.0
"""Pixels: the size at which desktop results print a snippet."""
MIN_PIXELS, MAX_PIXELS = 350, 920
"""The defaults of description/too-short and description/too-long."""
SLACK = 0.1
"""What description/too-long lets pass above its bound."""
LEAST_LETTERS = 20
"""Letters of each of two sentences that are a description together."""
SHORT = 70
"""Characters below which a description leaves much of a snippet empty."""
MOST_INTRODUCTION = 8
"""Sentences of an introduction, at most: an article may have no headings."""
IMPORTANT = 6
"""Keywords that a candidate should contain; more don't fit into a snippet."""

_UNWANTED = late_pattern(
    r"https?://|www\.|\S@\S+\.\S|[<>{}|\\`*_~^]|\]\(|\[[^\]]{0,4}\]|&\w+;|%%|\$\{|^#|[?？؟¿]|\.\.\.|…|\ufffc|\ufffd|#\d"
    r"|か。$|[Ll]orem ipsum|(?:dolor|purus|auctor) sit amet|consectetur (?:adipi|purus)|\b\w\.\s?\w\.$"
)
"""What has no place in a description: addresses, markup, references, questions, what is left open,
what only fills a place, and an abbreviation where the sentence should end."""
_QUOTATION = late_pattern(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«|「[^」]*」|『[^』]*』|\"[^\"]*\"")
_SPEAKER = late_pattern(r"[^\W\d]\w*(?:\s+[^\W\d][\w.-]*){0,3}\s?[:：](?!\d)")
"""A name or a label before a colon: "Ida Moss: ...", "Note: ..."."""
_MARKS = late_pattern(r"[“”„«»「」『』\"]")
_ENDS = late_pattern(r"[.!。！．।॥][\"'”’»)\]]*$")
_GAP = late_pattern(r"\{\{|\{%")
_PAIRS = ("()", "[]", "（）")
_QUOTED_WORDS = 3
"""From so many words on what is in quotation marks is a quotation, below it a name or a term."""


class Widths(NamedTuple):
    """The widths between which a description fits, in pixels at 14 px Arial."""

    least: int = MIN_PIXELS
    most: int = MAX_PIXELS


class _Wanted(msgspec.Struct, frozen=True):
    """A keyword that a candidate should contain: its weight, and where in the source the text says it."""

    text: str
    weight: float
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def within(self, span: Span) -> bool:
        at = bisect_left(self.starts, span.start)
        return at < len(self.starts) and self.ends[at] <= span.end


class _Candidate(msgspec.Struct, frozen=True):
    """A piece of a block: its first and last sentence by number, its range, and how it reads."""

    kind: Literal["sentence", "sentences", "clause"]
    first: int
    last: int
    block: Block
    start: int
    end: int
    text: str


def candidates(analysis: Analysis, place: Callable[[Span], Position], bounds: Widths) -> Iterator[DescriptionCandidate]:
    """At most three candidates, the best first; no two of them share a sentence."""
    wanted = _wanted(analysis)
    total = sum(keyword.weight for keyword in wanted) or 1.0
    subject = Subject(analysis)
    ranked: list[tuple[float, int, _Candidate, tuple[str, ...]]] = []
    introduction = _introduction(analysis)
    for number, candidate in enumerate(_pieces(analysis, subject.title, bounds)):
        if subject.only_repeats(candidate.text):
            continue
        span = candidate.block.text.span(candidate.start, candidate.end)
        covered = [keyword for keyword in wanted if keyword.within(span)]
        said = sum(keyword.weight for keyword in covered) / total
        place_of = Place(candidate.first, candidate.first < introduction)
        score = aboutness(candidate.text, subject, place_of, analysis, keywords=said)
        if score is None:
            continue
        score += {"sentence": 0.1, "sentences": 0.05, "clause": 0.0}[candidate.kind]
        score -= 0.3 * (candidate.text.isascii() and len(candidate.text) < SHORT)
        score -= 0.2 * candidate.text.endswith(("!", "！"))
        ranked.append((-round(score, 6), number, candidate, tuple(keyword.text for keyword in covered)))
    ranked.sort(key=lambda entry: entry[:2])
    used: set[int] = set()
    told: set[str] = set()
    given = 0
    for _, _, candidate, covered_names in ranked:
        numbers = set(range(candidate.first, candidate.last + 1))
        if numbers & used or _plain(candidate.text) in told:
            continue
        used |= numbers
        told.add(_plain(candidate.text))
        yield DescriptionCandidate(
            text=candidate.text,
            kind=candidate.kind,
            pixels=round(width(candidate.text, FONT_SIZE)),
            keywords=covered_names,
            place=place(candidate.block.text.span(candidate.start, candidate.end)),
        )
        given += 1
        if given == MOST:
            return


def _wanted(analysis: Analysis) -> list[_Wanted]:
    """The declared keywords that the text says, the primary one first; where none is declared, tags and topics.

    What is declared as description plays no part, so that a description once written changes nothing here.
    """
    found: list[_Wanted] = []
    order = sorted(analysis.support, key=lambda s: (not s.keyword.focus, not s.keyword.primary, s.keyword.rank))
    for support in order[:200]:
        said = [o for o in support.occurrences if o.tier in ("exact", "inflected", "variant", "reordered")]
        if said and len(found) < IMPORTANT:
            weight = 3.0 if support.keyword.focus or support.keyword.primary else 1.0 / (1 + 0.25 * len(found))
            spans = sorted(o.span for o in said)
            name = support.keyword.text.value
            found.append(_Wanted(name, weight, tuple(s.start for s in spans), tuple(s.end for s in spans)))
    if found or analysis.keywords:
        return found
    tags = sorted((s for s in analysis.taxonomy_support if s.tier == "exact" and s.count > 1), key=lambda s: -s.count)
    small = function_words(analysis.language.code)
    phrases = (p.text for p in analysis.salience[0] if not small & set(p.text.lower().split()))
    named = [*(s.keyword.text.value for s in tags), *phrases]
    names = list({name.casefold(): name for name in reversed(named)}.values())[::-1]
    for rank, name in enumerate(names[:IMPORTANT]):
        parts = r"\s+".join(re.escape(part) for part in name.split())
        pattern = re.compile(rf"(?<!\w){parts}(?!\w)", re.IGNORECASE)
        spans = sorted(b.text.span(*m.span()) for b in analysis.prose_blocks for m in pattern.finditer(b.text.value))
        weight = 1.0 / (1 + 0.25 * rank)
        found.append(_Wanted(name, weight, tuple(s.start for s in spans), tuple(s.end for s in spans)))
    return found


def _introduction(analysis: Analysis) -> int:
    """How many sentences there are before the second heading that divides the text."""
    sentences = analysis.prose.sentences
    starts = [sentence.block.text.span().start for sentence in sentences]
    if not starts:
        return 0
    heads = [block.text.span().start for block in analysis.article.headings if block.level > 1]
    ends = next((start for start in heads if start > starts[0]), None)
    return min(len(starts) if ends is None else bisect_left(starts, ends), MOST_INTRODUCTION)


def _plain(value: str) -> str:
    return re.sub(r"\W+", " ", fold(value)).strip()


def _pieces(analysis: Analysis, title: str, bounds: Widths) -> Iterator[_Candidate]:
    """Everything that fits and can stand alone: sentences, pairs of sentences, clauses of what is too wide."""
    code = analysis.language.code
    sentences = analysis.prose.sentences
    for number, sentence in enumerate(sentences):
        block = sentence.block
        if block.kind != "paragraph":
            continue
        value = block.text.value
        text = _even(value[sentence.start : sentence.end])
        if not _begins(value[sentence.start :]) or leans(text, code) or _has_gap(sentence, analysis):
            continue
        if _fits(text, bounds) and _stands(text, code, title) and not points_back(text, code, first=not number):
            yield _Candidate("sentence", number, number, block, sentence.start, sentence.end, text)
        following = sentences[number + 1] if number + 1 < len(sentences) else None
        if following is not None and following.block is block:
            yield from _pair(number, sentence, following, code, title, bounds)
        if width(text, FONT_SIZE) > bounds.most and _ENDS.search(text):
            yield from _clauses(number, sentence, code, title, bounds)


def _has_gap(sentence: Sentence, analysis: Analysis) -> bool:
    """Whether a variable stands in a sentence, of whose words nothing is in the file."""
    span = sentence.block.text.span(sentence.start, sentence.end)
    return _GAP.search(analysis.article.source.text, span.start, span.end) is not None


def _pair(
    number: int, first: Sentence, second: Sentence, code: str, title: str, bounds: Widths
) -> Iterator[_Candidate]:
    value = first.block.text.value
    one, two = _even(value[first.start : first.end]), _even(value[second.start : second.end])
    both = _even(value[first.start : second.end])
    if min(map(_letters, (one, two))) < LEAST_LETTERS:
        return  # "Everything." is a cry, and "I'm Ida." a greeting
    # The second may go on from the first: what "it" is has just been said.
    if (
        _fits(both, bounds)
        and _stands(one, code, title)
        and _stands(two, code, title)
        and _begins(two)
        and not points_back(one, code, first=not number)
    ):
        yield _Candidate("sentences", number, number + 1, first.block, first.start, second.end, both)


def _clauses(number: int, sentence: Sentence, code: str, title: str, bounds: Widths) -> Iterator[_Candidate]:
    value = sentence.block.text.value
    whole = value[sentence.start : sentence.end]
    for begin, end in clauses(whole, code):
        while begin < end and whole[begin].isspace():
            begin += 1
        piece = _even(whole[begin:end])
        if (
            not piece
            or leans(piece, code)
            or points_back(piece, code, first=not number)
            or not _fits(piece, bounds)
            or not _stands(piece, code, title, ended=False)
        ):
            continue
        if piece[0].islower():
            if _mixed(piece):
                continue  # iPhone, eBay: a capital would be wrong
            piece = piece[0].upper() + piece[1:] if len(piece[0].upper()) == 1 else piece
        if piece[0].isalnum():
            start = sentence.start + begin
            yield _Candidate("clause", number, number, sentence.block, start, sentence.start + end, piece)


def _mixed(piece: str) -> bool:
    word = re.match(r"\w+", piece)
    return word is not None and any(c.isupper() or c.isdigit() for c in word.group())


def _letters(text: str) -> int:
    """How many letters a text has, one of writing without spaces counted as two."""
    return sum(2 if letter > "\u2e80" else 1 for letter in text if letter.isalnum())


def _even(value: str) -> str:
    return " ".join(value.split())


def _fits(text: str, bounds: Widths) -> bool:
    if len(text) > 4 * bounds.most:
        return False  # far too long, whatever its letters
    return bounds.least <= width(text, FONT_SIZE) <= bounds.most * (1 + SLACK)


def _begins(value: str) -> bool:
    """Whether a text begins as a sentence does: a capital, a number, or a script that has no capitals."""
    found = re.match(r"[“„«\"'‘¡]?(\w+)", value)
    if found is None or re.match(r"\w{1,3}[.)]\s", value):  # "1. First", "b) Next"
        return False
    return not found[1][0].islower() or any(c.isupper() for c in found[1])  # openSUSE, iPhone


def _stands(text: str, code: str, title: str, *, ended: bool = True) -> bool:
    """Whether a text can stand alone in a search result."""
    if has_date_or_price(text, code, title):
        return False
    if _UNWANTED.search(text) or _SPEAKER.match(text) or points_outside(text, code) or speaks(text, code):
        return False
    if (ended and not _ENDS.search(text)) or count_labels(text):
        return False  # "Meta Description: ..." is metadata that was left in the text
    if any(not (c.isprintable() or c in "\u200c\u200d") for c in text):
        return False
    if any(text.count(pair[0]) != text.count(pair[1]) for pair in _PAIRS):
        return False
    inside = _QUOTATION.findall(text)
    half = _MARKS.search(_QUOTATION.sub("", text)) is not None
    if half or any(len(re.findall(r"\w+", words)) >= _QUOTED_WORDS for words in inside):
        return False  # somebody else's words, or half of them
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and 2 * sum(c.isupper() for c in letters) <= len(letters)
