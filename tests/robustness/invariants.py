"""What holds of every article and every report, whatever the file: shared by the tests and `tools/fuzz.py`."""

from __future__ import annotations

from collections.abc import Iterator

from seocheck.base.text import Span, Text
from seocheck.model.article import Article
from seocheck.model.report import Place, Report
from seocheck.readers.front_matter.values import FrontMatter, Mapping, Scalar, Value


def hold_for_article(article: Article) -> None:
    """Every text leads back to the source it was read from, and every place is one of the source."""
    source = article.source.text
    for text in texts(article):
        hold_for_text(text, source)
    for span in spans(article):
        assert 0 <= span.start <= span.end <= len(source), span
    for suppression in article.suppressions:
        if suppression.scope is not None:  # one to the end of the file also holds for a finding at the end
            assert 0 <= suppression.scope.start <= suppression.scope.end <= len(source) + 1, suppression
    assert 0 <= article.metadata_end <= len(source)
    for block in article.blocks:
        assert 0 <= block.level <= 6
        for part in (*block.code, *block.links):
            assert 0 <= part.start <= part.end <= len(block.text.value), part


def hold_for_text(text: Text, source: str) -> None:
    """Segments stand in order, within their text and within the source; verbatim ones hold the same characters."""
    end = 0
    for segment in text.segments:
        assert end <= segment.start < segment.end <= len(text.value), segment
        assert 0 <= segment.source_start <= segment.source_end <= len(source), segment
        end = segment.end
        if segment.verbatim:
            words = text.value[segment.start : segment.end]
            assert source[segment.source_start : segment.source_end] == words, segment
    span = text.span()
    assert 0 <= span.start <= span.end <= len(source), span


def texts(article: Article) -> Iterator[Text]:
    """All texts of an article that come from its source."""
    for found in ((article.title, article.description), *article.metadata.values()):
        yield from (field.text for field in found if field is not None)
    for keyword in (*article.keywords, *article.taxonomy):
        yield keyword.text
    yield from (block.text for block in article.blocks)
    yield from (link.text for link in article.links)
    yield from (image.alt for image in article.images if image.alt is not None)


def spans(article: Article) -> Iterator[Span]:
    """All places an article names."""
    yield article.metadata_span
    yield from (heading.span for heading in article.empty_headings)
    yield from (link.span for link in article.links)
    yield from (image.span for image in article.images)
    yield from (problem.span for problem in article.problems)
    yield from (part.span for part in article.ignored)
    for suppression in article.suppressions:
        yield suppression.span


def hold_for_front_matter(front: FrontMatter, source: str) -> None:
    """Keys and values stand where the source has them; a block that is invalid says why and holds no values."""
    assert 0 <= front.span.start <= front.span.end <= len(source)
    assert 0 <= front.body_start <= len(source)
    assert not front.invalid or front.problems
    assert not front.invalid or not front.values.entries
    waiting: list[Value] = [front.values]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Scalar):
            hold_for_text(value.text, source)
            continue
        assert 0 <= value.span.start <= value.span.end <= len(source), value.span
        if isinstance(value, Mapping):
            for entry in value.entries:
                assert 0 <= entry.key_span.start <= entry.key_span.end <= len(source), entry.key_span
                waiting.append(entry.value)
        else:
            waiting.extend(value.items)


def hold_for_report(report: Report, source: str) -> None:
    """No rule failed; places, lines and columns are those of the source; points add up; the JSON form reads back.

    source: the decoded text without its byte order mark.
    """
    assert report.failures == (), report.failures
    assert report.score is None or 0 <= report.score <= 100
    if report.score is not None:
        rounding = 0.0001 * (len(report.findings) + 10)
        assert abs(sum(finding.points for finding in report.findings) - (100 - report.score)) < rounding
    starts = line_starts(source)
    for place in places(report):
        for at in (place.start, place.end):
            assert 0 <= at.offset <= len(source), place
            assert 1 <= at.line <= len(starts), place
            assert starts[at.line - 1] + at.column - 1 == at.offset, place
        assert place.start.offset <= place.end.offset, place
    for finding in report.findings:
        start, end = finding.place.start.offset, finding.place.end.offset
        assert finding.quote == source[start : min(end, start + 200)]
        assert finding.line is None or finding.line.number == finding.place.start.line
    assert Report.from_json(report.to_json()) == report


def places(report: Report) -> Iterator[Place]:
    """The places of all findings, also the suppressed ones, and of what was left out."""
    for finding in (*report.findings, *(held.finding for held in report.suppressed)):
        yield finding.place
        yield from finding.related
    yield from (part.place for part in report.ignored)
    yield from (keyword.place for keyword in (*report.keywords, *report.taxonomy))


def line_starts(source: str) -> list[int]:
    r"""The offset of each line: they end with \n, \r\n or a lone \r."""
    starts = [0]
    for at, character in enumerate(source):
        if character == "\n" or (character == "\r" and source[at + 1 : at + 2] != "\n"):
            starts.append(at + 1)
    return starts
