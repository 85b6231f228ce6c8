"""Makes the view of an article from its analysis and its report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from seocheck.analysis import Analysis
from seocheck.base.text import Span
from seocheck.config import Plan
from seocheck.formats.people.view.article_view import ArticleView, BlockView, SentenceView
from seocheck.formats.people.view.head import head_view
from seocheck.formats.people.view.places import BlockFinder, decoded_range
from seocheck.formats.people.view.segments import Mark, segments
from seocheck.model.article import Block
from seocheck.model.report import Report
from seocheck.rulekit.registry import group_of

MOST_CHARACTERS = 150_000
"""Characters of an article that are shown, from its beginning."""

MOST_MARKS = 40_000
"""Places of keywords that are marked."""

WIDEST = 240
"""Characters of a finding's place up to which its words are marked; what is about more has a note in the margin."""

METADATA = ("front-matter", "title", "description", "keywords", "metadata", "suppressions")
"""Groups of rules that judge what is declared, wherever in the file that is."""

LONG_SENTENCES = "readability/long-sentences"


def article_view(analysis: Analysis, report: Report, plan: Plan) -> ArticleView:
    """The view of an article. report: of the same source, with the same plan."""
    blocks = _shown(analysis.article.blocks)
    index_of = {id(block.text): number for number, block in enumerate(blocks)}
    marks: dict[int, list[Mark]] = {}
    findings: dict[int, list[int]] = {}
    finder = BlockFinder(blocks)
    elsewhere = []
    for number, finding in enumerate(report.findings):
        span = Span(finding.place.start.offset, finding.place.end.offset)
        at = None if span.start < analysis.article.metadata_end else _block_of(span, finding.rule, finder)
        if at is None:
            elsewhere.append(number)
            continue
        findings.setdefault(at, []).append(number)
        found = decoded_range(blocks[at].text, span)
        if found is not None and found[1] - found[0] <= WIDEST:
            marks.setdefault(at, []).append(Mark("finding", *found, of=number))
    if report.keywords:  # a report of findings alone has no keyword map
        _mark_keywords(analysis, index_of, marks)
    long_from = _long_from(analysis, plan)
    sentences = tuple(_sentences(analysis, index_of, long_from, marks))
    hard = set(_mark_hard(report, finder, blocks, marks))
    return ArticleView(
        head=head_view(analysis.article, report),
        shown_title=analysis.shown_title.value if analysis.shown_title is not None else "",
        blocks=tuple(_blocks(blocks, marks, findings, hard)),
        sentences=sentences,
        elsewhere=tuple(elsewhere),
        long_from=long_from,
        characters_counted=not analysis.language.spaced,
        left_out=len(analysis.article.blocks) - len(blocks),
    )


def _shown(blocks: Sequence[Block]) -> Sequence[Block]:
    room = MOST_CHARACTERS
    for number, block in enumerate(blocks):
        room -= len(block.text.value)
        if room < 0:
            return blocks[: max(number, 1)]
    return blocks


def _block_of(span: Span, rule: str, finder: BlockFinder) -> int | None:
    """The block that a finding is about, or that it is after, as an image does; None for the metadata."""
    within = finder.within(span)
    if within is not None or group_of(rule) in METADATA:
        return within
    return finder.before(span)


def _mark_keywords(analysis: Analysis, index_of: Mapping[int, int], marks: dict[int, list[Mark]]) -> None:
    room = MOST_MARKS
    for index, support in enumerate(analysis.support):
        for said in support.occurrences:
            at = index_of.get(id(said.text))
            if at is None:
                continue
            room -= 1
            if room < 0:
                return
            marks.setdefault(at, []).append(
                Mark("keyword", said.start, said.start + len(said.words), of=index, tier=said.tier)
            )


def _long_from(analysis: Analysis, plan: Plan) -> int:
    """Words above which a sentence is long: as the rule has it that judges them."""
    if not analysis.language.known or not analysis.language.spaced:
        return 0
    options = next((rule.options for rule in plan.rules if rule.loaded.id == LONG_SENTENCES), None)
    return int(getattr(options, "max_words", 0) or analysis.language.long_sentence)


def _sentences(
    analysis: Analysis, index_of: Mapping[int, int], long_from: int, marks: dict[int, list[Mark]]
) -> Iterator[SentenceView]:
    by_characters = not analysis.language.spaced
    for sentence in analysis.prose.sentences:
        at = index_of.get(id(sentence.block.text))
        is_long = 0 < long_from < sentence.words
        if at is None:
            continue
        if is_long:
            marks.setdefault(at, []).append(Mark("long", sentence.start, sentence.end, words=sentence.words))
        yield SentenceView(length=sentence.letters if by_characters else sentence.words, is_long=is_long, block=at)


def _mark_hard(
    report: Report, finder: BlockFinder, blocks: Sequence[Block], marks: dict[int, list[Mark]]
) -> Iterator[int]:
    """Mark the hardest sentences; the indexes of the hardest paragraphs."""
    for passage in report.readability.hardest:
        span = Span(passage.place.start.offset, passage.place.end.offset)
        at = finder.within(span)
        if at is None:
            continue
        if passage.kind == "paragraph":
            yield at
            continue
        found = decoded_range(blocks[at].text, span)
        if found is not None:
            marks.setdefault(at, []).append(Mark("hard", *found))


def _blocks(
    blocks: Sequence[Block], marks: Mapping[int, list[Mark]], findings: Mapping[int, list[int]], hard: Set[int]
) -> Iterator[BlockView]:
    for number, block in enumerate(blocks):
        code = [Mark("code", span.start, span.end) for span in block.code]
        yield BlockView(
            kind=block.kind,
            level=block.level,
            segments=tuple(segments(block.text.value, [*marks.get(number, ()), *code])),
            findings=tuple(findings.get(number, ())),
            is_hard=number in hard,
        )
