r"""A placeholder that nobody filled in.

What it finds
-------------
In the body, the title and the description: filler text (lorem ipsum dolor ..., and other paragraphs
of its words), bracketed placeholders ("[INSERT NAME]"; in titles and descriptions "[TITLE]" and
"[META DESCRIPTION 150 characters]" too), and the answers of a language model ("As an AI language
model, I ..."): an error.
"[Your Company]", as templates write it, and "TODO", "FIXME" and "TK" as an editor's marks are notes.

Why it matters
--------------
No editor would print it, and everybody who sees it knows how the text was made.

Evidence
--------
Class: declared.
Source: the article itself: its marks say that they are to be replaced, and the answer of a language
model says whose words it is.
Read: 2026-11-30.

Example
-------
    Contact [INSERT NAME] for a loaf.

Use instead
-----------
    Contact Mira Ode for a loaf.

Not flagged
-----------
Code, quotations, table cells, words in quotation marks; sentences about lorem ipsum; "TODO:" above
a list, a TODO app; TK Maxx; "[sic]" and "[citation needed]"; link texts; "[your name]" in small
letters, as instructions have it.
"""

from __future__ import annotations

import re

from seocheck.rulekit.api import Analysis, Finding, Findings, Rule, Span, Text, is_filler_text, late_pattern, meets

RULE = Rule(weight=4, severity="error", evidence="declared")

_GRAVE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("Filler text", late_pattern(r"\blorem ipsum dolor\b[\w ,]{0,40}|^lorem ipsum\W*$", re.IGNORECASE)),
    (
        "Unfilled placeholder",
        late_pattern(
            r"\[(?:insert|add|enter|fill in|put)\b[^\[\]\n]{2,60}\](?!\()"  # a label and its translation
            r"|\[(?:placeholder|TBD|TBC)(?: text)?\]",
            re.IGNORECASE,
        ),
    ),
    (
        "A language model's own words",
        late_pattern(
            r"\bas an? (?:AI|artificial intelligence|large language|AI language|language)(?: model| assistant)?"
            r"(?: (?:trained|developed|created) by \w+)?, (?:I|my)\b"
            r"|\bI(?:'|’)?m sorry, but (?:as an AI|I can(?:no|')t (?:fulfil|assist with|provide))\b"
            r"|\bmy (?:last )?knowledge (?:cutoff|update) (?:is|was|in)\b",
            re.IGNORECASE,
        ),
    ),
)
_FIELD = late_pattern(
    r"\[(?:(?:META|SEO|PAGE|POST|ARTICLE|SITE|COMPANY|BRAND|PRODUCT|BUSINESS|CLIENT)[ _-])*"
    r"(?:TITLE|DESCRIPTION|KEYWORDS?|NAME|TOPIC|CITY|LOCATION)(?:\W+\d[^\[\]\n]{0,40})?\](?!\()"
)
"""The name of what is to stand there, in a title or a description."""
_OTHER_FILLER = late_pattern(r"(?!.*\blorem ipsum dolor\b)[^\n]{1,60}(?<=\w)(?!\w)", re.IGNORECASE | re.DOTALL)
_TEMPLATE = late_pattern(
    r"\[(?:Your|YOUR|Company|COMPANY|Client|CLIENT|Product|PRODUCT|Brand|BRAND|City|CITY)(?:['’]s)?[ _-]?"
    r"(?:Name|NAME|Company|COMPANY|Brand|BRAND|Product|PRODUCT|City|CITY|Website|WEBSITE|URL|Link|LINK)\]"
)
_MARK = late_pattern(
    r"(?:(?<=^)|(?<=[(\[] )|(?<=[(\[]))(?:TODO|FIXME)\b(?=\s*(?:[:\])]|$))|\b(?:TODO|FIXME):(?=\s)"
    r"|(?:(?<=\()|(?<=\[))TK(?=[)\]])|\bTK(?:[ -]?TK)+\b"
)
_OPENING = '"“„«‹‘「『'
_CLOSING = '"”“»›’」』'


def check(analysis: Analysis) -> Findings:
    """One finding for each such place."""
    article = analysis.article
    texts: list[tuple[Text, tuple[Span, ...]]] = [(f.text, ()) for f in (article.title, article.description) if f]
    for text, _ in texts:
        for match in _FIELD.finditer(text.value):
            yield _finding(text, match, "Unfilled placeholder", grave=True)
    texts.extend((b.text, b.code) for b in article.blocks if b.kind not in ("quotation", "cell"))
    for text, code in texts:
        value = text.value
        is_filler = is_filler_text(value)
        if not is_filler and not _may_hold_one(value):
            continue
        for what, pattern in _GRAVE:
            for match in pattern.finditer(value):
                if not _quoted(value, match, code):
                    yield _finding(text, match, what, grave=True)
        filler = _OTHER_FILLER.match(value) if is_filler else None
        if filler and not _quoted(value, filler, code):
            yield _finding(text, filler, "Filler text", grave=True)
        for match in _TEMPLATE.finditer(value):
            if not _quoted(value, match, code):
                yield _finding(text, match, "Unfilled placeholder of a template", grave=False)
        for match in _MARK.finditer(value):
            # "TODO:" alone heads a list of things to do.
            alone = match.start() == 0 and match.end() >= len(value.rstrip(" :"))
            if not alone and not _quoted(value, match, code):
                yield _finding(text, match, "Editor's mark", grave=False)


def _may_hold_one(value: str) -> bool:
    """Whether a text has one of the letters that each of the patterns needs: most have none, which is quick to see."""
    if "[" in value or "TODO" in value or "FIXME" in value or "TK" in value:
        return True
    lower = value.lower()
    return (
        "lorem ipsum" in lower
        or ("as a" in lower and (", i" in lower or ", my" in lower))
        or "m sorry, but" in lower
        or "knowledge " in lower
    )


def _finding(text: Text, match: re.Match[str], what: str, *, grave: bool) -> Finding:
    words = match.group().strip()
    return Finding(
        text.span(*match.span()),
        f"{what}: “{words[:60]}”.",
        hint="Replace it with what belongs there, or delete it.",
        loss=1.0 if grave else 0.1,
        subject=words[:60].lower(),
        measured="in the text",
        target="written or deleted",
        severity=None if grave else "note",
    )


def _quoted(value: str, match: re.Match[str], code: tuple[Span, ...]) -> bool:
    """Whether the words are code, or stand in quotation marks, near which somebody speaks of them."""
    start, end = match.span()
    if meets(code, start, end):
        return True
    before, after = value[max(start - 120, 0) : start], value[end : end + 120]
    opened = max((before.rfind(mark) for mark in _OPENING), default=-1)
    if opened < 0 or not any(mark in after for mark in _CLOSING):
        return False
    # An even number of straight quotation marks before it closes what it opens.
    between = before[opened + 1 :]
    return not any(mark in between for mark in "”»›」』") and (
        before[opened] != '"' or value[max(start - 2000, 0) : start].count('"') % 2 == 1
    )
