"""A figure in the title that the article never says.

What it finds
-------------
Numbers in the title that are nowhere on the page: not in the text, its headings, quotations, code or
alternative texts, nor in the byline or other metadata, and not the number of its sections, items or
images.

Why it matters
--------------
Readers who click because of a number look for it on the page. When a text is updated, the figure in
its title is easily forgotten.

Evidence
--------
Class: declared.
Source: the article's own title, compared with its own text.
Read: 2026-11-30.

Example
-------
    title: Save 4,700 litres of water a year

    A tap that drips wastes a bucket a day. Replace the washer before the valve is worn.
    (20 times)

Use instead
-----------
    title: Save a bucket of water a day

    A tap that drips wastes a bucket a day. Replace the washer before the valve is worn.
    (20 times)

Not flagged
-----------
Years, which title/out-of-date looks at; numbers of parts, volumes and versions at the end of a title or
of its clause ("Boats, part 4"); ordinals; twelve for 12, 3 million for 2,960,000, "7 ways" above
seven sections, v3.2.1 for 3.2; what a heading says too. Names, since titles write many words with a capital.
"""

from __future__ import annotations

from seocheck.rulekit.api import Analysis, Claim, Finding, Findings, Rule, claims, late_pattern, unsupported

RULE = Rule(weight=4, severity="warning", evidence="declared", needs=("title", "body"), min_words=50)

SMALL = 100
"""A number below it at the end of a clause is that of a part, a volume, a release."""
_FIGURE = late_pattern(r"\d[\d.,\u00a0\u202f]*(?:\s+[^\W\d_]+)?")
_YEAR = late_pattern(r"(?:1[5-9]|20)\d\d")
_NUMBERED = late_pattern(r"(?:(?<!\w)[A-ZÄÖÜА-Я][^\W\d_]*|#|[Nn][ro]\.?|№)\s?$")
_COLON = late_pattern(r"\s?[:：]")
_ENDS = late_pattern(r"\s*(?:$|[^\w\s%€$£])")


def check(analysis: Analysis) -> Findings:
    """One finding a figure, at its place in the title."""
    title = analysis.own_title
    if title is None:
        return
    numbers = [c for c in claims(title.value, analysis.language) if c.kind == "number" and _promises(title.value, c)]
    for claim in unsupported(analysis, numbers):
        words = title.value[claim.start : claim.end]
        yield Finding(
            title.span(claim.start, claim.end),
            f"The title says “{words}”, and the article never does.",
            hint="Say it in the text, or remove it from the title.",
            loss=0.5,
            subject=words,
            measured="number",
            target="said in the article",
        )


def _promises(title: str, claim: Claim) -> bool:
    """Whether a figure says something of the content: no year, no number of a part."""
    written = title[claim.start : claim.end]
    if not _FIGURE.fullmatch(written) or _YEAR.fullmatch(written):
        return False
    if _NUMBERED.search(title, 0, claim.start) and _COLON.match(title, claim.end):
        return False  # "Problem 232: ...", whose number it is
    small = all(value < SMALL for value in claim.values)
    return not (small and _ENDS.match(title, claim.end))
