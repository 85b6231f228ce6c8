"""A comparison as Markdown for a pull request: a table of scores, then what got worse and better."""

from __future__ import annotations

from collections.abc import Iterator

from seocheck.base.late_pattern import late_pattern
from seocheck.base.plural import plural
from seocheck.formats.people.comparison import moved, score, summary
from seocheck.formats.people.markdown_escape import MARK, markdown
from seocheck.formats.people.styled import safe
from seocheck.gates.compare import ArticleComparison, Comparison
from seocheck.model.report import ReportedFinding

LIMIT = 60_000
"""Characters; GitHub takes comments of 65,536."""

_PATH = 120
_CODE = late_pattern(r"[^\w/-]")  # what no rule's name has: the other side may be a file that anybody wrote
_MESSAGE = 300


def comparison_markdown(comparison: Comparison) -> str:
    """The whole text, at most `LIMIT` characters; says how many articles are left out of it."""
    text = f"{MARK}\n### seocheck\n\n{markdown(summary(comparison), 500)}\n"
    if not comparison.articles:
        return text
    ordered = sorted(comparison.articles, key=lambda a: (a.change is None, a.change or 0.0, a.path))
    rows = ["", "| article | before | after | change | new findings | gone |", "|---|--:|--:|--:|--:|--:|"]
    rows += [_row(article) for article in ordered]
    details = [part for article in ordered if (part := "\n".join(_details(article)))]
    for index, part in enumerate([*("\n".join(rows),), *details]):
        if len(text) + len(part) > LIMIT:
            if index == 0:
                kept = LIMIT // 200
                text += "\n".join([*rows[:kept], f"\n{_more(len(rows) - kept)} left out of the table.\n"])
                continue
            return f"{text}\nDetails of {_more(len(details) - index + 1)} left out.\n"
        text += f"{part}\n"
    return text


def _row(article: ArticleComparison) -> str:
    cells = (
        markdown(article.path, _PATH),
        score(article.before),
        score(article.after) if article.after is not None else "deleted",
        f"**{moved(article)}**" if (article.change or 0) < -0.05 else moved(article),
        str(len(article.worse) or ""),
        str(len(article.better) or ""),
    )
    return f"| {' | '.join(cells)} |"


def _details(article: ArticleComparison) -> Iterator[str]:
    if article.refused:
        yield f"\n**{markdown(article.path, _PATH)}**: scores not compared: {markdown(article.refused, 200)}"
        return
    if not (article.worse or article.better):
        return
    yield f"\n<details><summary>{len(article.worse)} new, {len(article.better)} gone</summary>\n"
    yield f"**{markdown(article.path, _PATH)}**\n"
    for what, found in (("New", article.worse), ("Gone", article.better)):
        for finding in found:
            yield f"- {what}: {_finding(finding, what == 'New')}"
    yield "\n</details>"


def _finding(finding: ReportedFinding, there: bool) -> str:
    place = f" (line {finding.place.start.line})" if there else ""
    hint = f" {markdown(finding.hint, _MESSAGE)}" if there and finding.hint else ""
    return f"`{_CODE.sub('', safe(finding.rule))}`{place}: {markdown(finding.message, _MESSAGE)}{hint}"


def _more(count: int) -> str:
    return f"{plural(count, 'more article')} {'is' if count == 1 else 'are'}"
