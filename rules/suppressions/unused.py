"""A suppression that suppresses nothing.

What it finds
-------------
`seocheck-disable` comments and entries of `seocheck: {ignore: ...}` in front matter that suppress nothing, or name a
rule that does not exist; comments and entries that cannot be read as a suppression.

Why it matters
--------------
The fault is fixed, or the name is misspelt. If the suppression stays, it hides the next fault of its kind.

Evidence
--------
Class: declared.
Source: the article's own suppression and what the rules found. ESLint warns about such comments by default
since version 9, https://github.com/eslint/eslint/pull/17879.
Read: 2026-11-23.

Example
-------
    <!-- seocheck-disable-next-line headings/skiped-level -->
    ### A heading

Use instead
-----------
    ## A heading

Not flagged
-----------
Suppressions of rules that did not run: left out by `--select` or `--ignore`, switched off in the settings or the
profile, or not assessed.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule

RULE = Rule(weight=0, severity="warning", evidence="declared", needs=("suppressions",))


def check(analysis: Analysis) -> Findings:
    """One finding for each name that meets nothing, and for each comment that is no request."""
    for unused in analysis.unused_suppressions:
        if not unused.known:
            yield Finding(
                unused.span,
                f"There is no rule or group “{unused.name}” to suppress.",
                hint=f"Did you mean {unused.nearest}?" if unused.nearest else "`seocheck rules` lists the rules.",
                loss=0.0,
                subject=unused.name,
            )
            continue
        what = f"no finding of {unused.name}" if unused.name else "no finding"
        yield Finding(
            unused.span,
            f"This suppresses {what}.",
            hint="Remove it so that it does not hide the next fault.",
            loss=0.0,
            subject=unused.name or "all rules",
        )
    for problem in analysis.article.problems:
        if problem.kind == "suppression":
            yield Finding(problem.span, problem.message, hint=problem.hint, loss=0.0, subject="suppression")
