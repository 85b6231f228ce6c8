"""Reads an article once more, for a format that shows its text: Reports hold no article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seocheck.errors import SeocheckError
from seocheck.formats.people.view.article_view import ArticleView
from seocheck.model.report import Report
from seocheck.runs.run import Run

if TYPE_CHECKING:
    from seocheck.analysis import Analysis

AT_LEAST = 20
"""Characters of a finding's quote that must still be at its place."""


class Viewer:
    """Gives the view of a reported article. run: the one that made the report."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def __call__(self, report: Report) -> ArticleView | None:
        """The view; None for what came from standard input, and for a file that has gone or changed since."""
        from seocheck.analysis import Analysis
        from seocheck.check.reporter import read_article
        from seocheck.formats.people.view.build import article_view
        from seocheck.readers import decode

        path = report.path
        if not report.is_article:
            return None
        try:
            plan = self._run.plan_for(path)
            article = read_article(decode(self._run.read_again(path), path), plan)
        except SeocheckError:
            return None
        settings = plan.settings
        analysis = Analysis.of(article, settings)
        return article_view(analysis, report, plan) if _is_same(analysis, report) else None


def _is_same(analysis: Analysis, report: Report) -> bool:
    """Whether the article still says what the report is about, and what findings quote still is at its place."""
    from seocheck.check.summary import content_hash

    said, article = report.summary, analysis.article
    for before, now in ((said.title, article.title), (said.description, article.description)):
        if before != (now.text.value if now is not None else ""):
            return False
    if [keyword.text for keyword in said.keywords] != [keyword.text.value for keyword in analysis.keywords]:
        return False
    if said.anchors != tuple(heading.text.value for heading in article.headings):
        return False
    if said.content_hash != content_hash(analysis):
        return False
    source = article.source.text
    for finding in report.findings:
        start, end = finding.place.start.offset, finding.place.end.offset
        if source[start:end][:AT_LEAST] != finding.quote[:AT_LEAST]:
            return False
    return True
