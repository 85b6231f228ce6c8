"""Reads an article once more, for a format that shows its text: Reports hold no article."""

from __future__ import annotations

from seocheck.errors import SeocheckError
from seocheck.report import Report
from seocheck.runner import Run, read_bytes
from seocheck.view.article_view import ArticleView

AT_LEAST = 20
"""Characters of a finding's quote that must still stand at its place."""


class Viewer:
    """Gives the view of a reported article. run: the one that made the report."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def __call__(self, report: Report) -> ArticleView | None:
        """The view; None for what came from standard input, and for a file that has gone or changed since."""
        from seocheck.analysis import Analysis
        from seocheck.check import read_article
        from seocheck.readers import decode
        from seocheck.view.build import article_view

        path = report.path
        try:
            plan = self._run.plan_for(path)
            article = read_article(decode(read_bytes(path, plan.settings), path), plan)
        except SeocheckError:
            return None
        if not _is_same(article.source.text, report):
            return None
        settings = plan.settings
        analysis = Analysis(
            article,
            tags_are_keywords=settings.tags_are_keywords,
            title_template=settings.title_template,
            school_grade_panel=False,
        )
        return article_view(analysis, report, plan)


def _is_same(source: str, report: Report) -> bool:
    """Whether what the findings quote still stands where they say."""
    for finding in report.findings:
        start, end = finding.place.start.offset, finding.place.end.offset
        if source[start:end][:AT_LEAST] != finding.quote[:AT_LEAST]:
            return False
    return True
