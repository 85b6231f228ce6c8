"""Front matter that does not begin at the very start of the file.

What it finds
-------------
Blank lines, spaces, a comment or a byte order mark before the opening marker. An opening marker that is missing: the
file begins with a key such as `layout:`, and a line of dashes ends the block.

Why it matters
--------------
Some site generators then publish the block as text; others do not mind. seocheck reads the block
all the same, so no other rule complains.

Evidence
--------
Class: documented.
Source: Jekyll: "The front matter must be the first thing in the file", and with a byte order mark
"very, very bad things will happen", https://jekyllrb.com/docs/front-matter/. Hugo skips both, as
its lexer shows: https://github.com/gohugoio/hugo/blob/master/parser/pageparser/pagelexer_intro.go.
So it depends on the generator, and is a warning.
Hexo reads it without the opening line: "Prefixing separators are optional",
https://github.com/hexojs/hexo-front-matter.
Read: 2026-11-22.

Example
-------
    == article.md

    ---
    title: Sourdough
    ---

    Feed the starter.

Use instead
-----------
    == article.md
    ---
    title: Sourdough
    ---

    Feed the starter.

Not flagged
-----------
A file that begins with a thematic break and has no keys below it, or a comment above one.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule

RULE = Rule(weight=1.5, severity="warning", evidence="documented", needs=("front-matter",))


def check(analysis: Analysis) -> Findings:
    """One finding for each such problem that the reader met."""
    for problem in analysis.article.problems:
        if problem.kind == "not-first":
            yield Finding(problem.span, problem.message, hint=problem.hint, loss=1.0, subject=problem.subject)
