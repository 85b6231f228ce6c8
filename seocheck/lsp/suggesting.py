"""Quick fixes that take a suggestion: a description from the text, a keyword less or a shorter one, a shorter title.

Each is offered only if the article, read again with it, declares what was meant, says the same otherwise, and no longer
has the finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from msgspec.structs import replace

from seocheck.analysis import Analysis
from seocheck.base.positions import LineIndex
from seocheck.base.text import Span
from seocheck.edit.change import Change, changed
from seocheck.edit.verify import same_but
from seocheck.edit.written import Edit, RefusedError, edited
from seocheck.errors import SeocheckError
from seocheck.fix.examine import Examined, examine
from seocheck.formats.people.styled import crop
from seocheck.lsp.documents import Checked
from seocheck.model.article import Article, Keyword, Source
from seocheck.model.report import Place, ReportedFinding
from seocheck.readers.formats import named
from seocheck.suggest import keywords
from seocheck.suggest.collect import bounds_of
from seocheck.suggest.sentences import descriptions
from seocheck.suggest.suggestions import DescriptionCandidate, ShorterKeyword
from seocheck.suggest.titles import title_parts

SHOWN = 80
"""Columns of what is quoted in the name of an action."""

_WANTS_OTHER_KEYWORD = ("keywords/unsupported", "keywords/duplicate")


class Suggesting:
    """What can be suggested for one checked document; worked out when it is first needed."""

    def __init__(self, checked: Checked) -> None:
        self._checked = checked

    def fixes(self, finding: ReportedFinding, *, fixed: bool) -> Iterator[tuple[str, str]]:
        """Names of actions, each with the text after it. fixed: whether `--fix` fixes this finding."""
        if finding.rule == "title/too-wide":
            yield from self._titles(finding)
        if not named(self._checked.article.format).has_front_matter:
            return
        if finding.rule.startswith("description/"):
            yield from self._descriptions(finding)
        elif finding.rule in _WANTS_OTHER_KEYWORD and not fixed:
            yield from self._keywords(finding)

    @cached_property
    def _analysis(self) -> Analysis:
        return Analysis.of(self._checked.article, self._checked.plan.settings)

    @cached_property
    def _candidates(self) -> tuple[DescriptionCandidate, ...]:
        return tuple(descriptions.candidates(self._analysis, self._place, bounds_of(self._checked.plan)))

    @cached_property
    def _shorter(self) -> dict[int, ShorterKeyword]:
        return {k.place.start.offset: k for k in keywords.worth_shortening(self._analysis, self._place)}

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self._checked.source.text)

    def _place(self, span: Span) -> Place:
        return Place(start=self._lines.position(span.start), end=self._lines.position(max(span)))

    def _descriptions(self, finding: ReportedFinding) -> Iterator[tuple[str, str]]:
        declared = self._checked.article.description
        for candidate in self._candidates:
            if declared is not None and declared.text.value == candidate.text:
                continue
            done = "Replace the description by" if declared else "Insert the description"
            yield from self._changed(
                f"{done} “{crop(candidate.text, SHOWN)}”", finding, Change(candidate.text, create=True)
            )

    def _keywords(self, finding: ReportedFinding) -> Iterator[tuple[str, str]]:
        at = finding.place.start.offset
        keyword = self._keyword(at)
        if keyword is None:
            return
        shorter = self._shorter.get(at)
        words = crop(keyword.text.value, SHOWN)
        if shorter is not None:
            name = f"Replace “{words}” by “{crop(shorter.instead, SHOWN)}”, which the text says"
            yield from self._changed(name, finding, Change(instead=((at, shorter.instead),)))
        if not keyword.focus:  # what the article is to be about is the text's fault
            yield from self._changed(f"Remove “{words}” from the keywords", finding, Change(drop=frozenset([at])))

    def _keyword(self, at: int) -> Keyword | None:
        article = self._checked.article
        return next((k for k in (*article.keywords, *article.taxonomy) if k.text.span().start == at), None)

    def _titles(self, finding: ReportedFinding) -> Iterator[tuple[str, str]]:
        title = self._checked.article.title
        if title is None or title.text.origin.kind != "source":
            return
        source = self._checked.source
        for start, end, piece in title_parts(self._analysis):
            raw = source.text[slice(*title.text.span(start, end))]
            if raw[:1] != piece[:1]:
                raw = piece[0] + raw[1:]
            text = edited(source.text, [Edit(*title.text.span(), raw)])
            after = self._read(text, [r.loaded.id for r in self._checked.plan.rules if r.loaded.group == "title"])
            if after is None or after.article.title is None or after.article.title.text.value != piece:
                continue
            if same_but(_untitled(self._checked.article), _untitled(after.article), "", title.key) and self._better(
                finding, after, "title/"
            ):
                yield f"Shorten the title to “{crop(piece, SHOWN)}”", text
                return

    def _changed(self, name: str, finding: ReportedFinding, change: Change) -> Iterator[tuple[str, str]]:
        """The action that makes a change of the front matter, if it can be made and helps."""
        source = self._checked.source
        try:
            text = changed(source.text.encode(), source.path, self._checked.plan, change).decode()
        except (RefusedError, UnicodeError):
            return
        after = self._read(text, [finding.rule])
        if after is not None and self._better(finding, after, finding.rule):
            yield name, text

    def _read(self, text: str, rules: list[str]) -> Examined | None:
        source: Source = replace(self._checked.source, text=text)
        try:
            return examine(source, self._checked.plan, only=rules)
        except SeocheckError:
            return None

    def _better(self, finding: ReportedFinding, after: Examined, rules: str) -> bool:
        """Whether a finding is gone, and there is no new one of these rules."""
        before = Counter((f.rule, f.subject) for f in self._checked.report.findings if f.rule.startswith(rules))
        left = after.counts()
        return left[finding.rule, finding.subject] < before[finding.rule, finding.subject] and not left - before


def _untitled(article: Article) -> Article:
    return replace(article, title=None, shown_title=None)
