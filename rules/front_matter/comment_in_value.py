"""A title or description of which YAML takes a part for a comment.

What it finds
-------------
In a title or description without quotation marks: a space and a number sign with something right
behind it ("Round #72", "Bread #baking"). What follows the space isn't part of the value.

Why it matters
--------------
The words are in the file and on no page. No parser complains.

Evidence
--------
Class: documented.
Source: YAML 1.2.2, section 6.6: comments begin with a number sign and "must be separated from other
tokens by white space characters", https://yaml.org/spec/1.2.2/#66-comments.
Read: 2026-11-30.

Example
-------
    title: Baking day #12

Use instead
-----------
    title: "Baking day #12"

Not flagged
-----------
A number sign with a space behind it, which is how comments are written. A value in quotation marks;
a comment behind the closing one. A number sign within a word (C#). TOML and JSON.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, Span, late_pattern

RULE = Rule(weight=2, severity="warning", evidence="documented", needs=("front-matter",))

_COMMENT = late_pattern(r"[ \t]+(#[^\s#][^\r\n]*)")


def check(analysis: Analysis) -> Findings:
    """One finding for each value that is cut by a comment."""
    article = analysis.article
    fields = (("title", article.title), ("description", article.description))
    texts = {field.text.span(): (name, field.text) for name, field in fields if field is not None}
    if article.shown_title is not None:
        texts[article.shown_title.span()] = ("title", article.shown_title)
    for subject, value in texts.values():
        end = value.span().end
        comment = _COMMENT.match(article.source.text, end, max(article.metadata_end, end))
        if comment is not None and value and value.origin.kind == "source":
            words = comment[1].rstrip()
            yield Finding(
                Span(comment.start(1), comment.start(1) + len(words)),
                f"YAML takes “{words[:60]}” for a comment: the {subject} ends before it.",
                hint="Put the value in quotation marks; in a comment, write a space after #.",
                subject=subject,
                measured="cut by a comment",
                target="the whole value",
            )
