"""A key of the front matter that is given twice.

What it finds
-------------
The second and every further occurrence of one key in one mapping.

Why it matters
--------------
One of the two values is lost, and many parsers do not say so. Which one differs from parser to
parser.

Evidence
--------
Class: documented.
Source: YAML 1.2.2, section 3.2.1.3: "Since YAML mappings require key uniqueness, representations
must include a mechanism for testing the equality of nodes"; a key met again is an error,
https://yaml.org/spec/1.2.2/#node-comparison. What is done about it differs: "tooling disagree on
which value wins, with some keeping the first entry, some the last, and others rejecting the
document entirely", https://biomejs.dev/linter/rules/no-duplicate-map-keys/yaml.
Read: 2026-11-22.

Example
-------
    tags: baking
    title: Sourdough
    tags: bread

Use instead
-----------
    tags: [baking, bread]
    title: Sourdough

Not flagged
-----------
The same key in two different mappings; a merge key (<<) used twice.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule

RULE = Rule(weight=3, severity="error", evidence="documented", needs=("front-matter",))


def check(analysis: Analysis) -> Findings:
    """One finding for each such problem that the reader met."""
    for problem in analysis.article.problems:
        if problem.kind == "duplicate-key":
            yield Finding(problem.span, problem.message, hint=problem.hint, loss=0.6, subject=problem.subject)
