"""A declared keyword that the article never says, or says only in part.

What it finds
-------------
Each declared keyword of which the article says nothing, or says some words and never others that
carry it. Words count in any form, order and spelling, in a compound too, and wherever they are in
the article, listings of code included. Title, description and slug are declarations themselves and
do not count. A word that says little alone (common words, words for a kind of text or thing) is no
support: "guide" is none for "Lisbon guide". Where more than three keywords have the same fault, one
finding names them. It is an error where every keyword is absent. Where the text says the keyword
with one letter changed, the hint names what it says.

Why it matters
--------------
The list says what the article is about. A keyword that the text doesn't support is a leftover from
an earlier draft, copied from another page, or a wish.

Evidence
--------
Class: declared.
Source: the article's own keyword list, compared with its own text. On publishers' own articles the
median of exact coverage is 0.60 (`python tools/corpora/corpus_keywords.py CORPORA`), so full coverage is no
pass mark and every looser form of support counts here.
Read: 2026-11-22.

Example
-------
    keywords: [sourdough bread, oat milk]

Use instead
-----------
    keywords: [sourdough bread, starter]

Not flagged
-----------
feeding schedule where the text says feeding schedules, or "a schedule for feeding"; café for cafe;
e-mail for email; Zelenskyy's for Zelenskyy. A keyword whose words are far from each other. A word
that nobody misses: "tutorial" in "FastAPI tutorial", "framework" beside a name, a year. A keyword that
is nothing but such a word. What only the code says that the article shows, or a list of links on a page
of little else. The verb of a noun (migrate, migration) and its adjective (culture, cultural), the short
form of a word (app, application), a word for what a page is for ("troubleshooting"), an
acronym for its phrase; the phrase for an acronym, where the text says it twice or in a heading. Tags as
generators write them: node-js for Node.js, OpenSourceSoftware. What an HTML page shows beside its article
in a card, a table, the header around its headline, a question that unfolds, an `<aside>` that holds most of
the page, the picture below its headline, a gallery, the contact in its footer or a short choice of a form; on a
page of little text also in cards that are links. A name where a variable
stands for it ({{ product }}), and a keyword that is one. Foreign words that a text in another script writes by
their sound (Arabic, Hebrew, Persian, the scripts of India, Japanese, Korean), and the other way round; a
Korean loan word in another spelling (콘텐츠, 컨텐츠). Initials that the text writes out beside the same word. 24
for 24h, 6.1 for 6.1.0, percent for %.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seocheck.rulekit.api import (
    Analysis,
    Finding,
    Findings,
    Rule,
    Support,
    combined,
    is_author,
    is_cut_by_guess,
    is_of_another_script,
    may_be_said,
    meant,
    names_no_topic,
)

RULE = Rule(weight=30, severity="warning", evidence="declared", needs=("keywords", "body"))

EACH = 3
"""Keywords with one fault that are reported one by one; a longer row has one cause, such as a list for a whole site."""
NAMED = 3
HINT = "Write about it where it belongs, or remove it from the list."
FIRST_LOSS = 0.55
"""What the first keyword costs of the rule's weight."""
FALL = 0.78
"""What each further one costs of the one before; however many are declared, a keyword's rank alone counts."""
LEAST = 0.1
"""What the last of a long list costs: more than to declare none."""
SITE_HINT = "It is the site's name, which no single article needs among its keywords; remove it, or say it in the text."
FOREIGN_HINT = "Declare it as the article writes it, in its language; where it doesn't, write about it or remove it."
_KEY = re.compile(r"[a-z]+(?:_[a-z]+)+:\S+|[a-z_]+(?::[a-z_-]+)+:\d+")
"""auto_topic:oven, plan:morning:1"""
_TEMPLATES = (("{{", "}}"), ("{%", "%}"), ("${", "}"), ("<%", "%>"))


def check(analysis: Analysis) -> Findings:
    """One finding per keyword, at that keyword; one for all where several have the same fault."""
    once = {s.keyword.text.value.casefold(): s for s in reversed(analysis.support)}  # duplicates are another rule's
    judged = [
        s
        for s in reversed(once.values())
        if not is_author(analysis, s.keyword)
        and not names_no_topic(s.keyword.text.value, analysis.language)
        and not _is_variable(s.keyword.text.value)
    ]
    lacking = [s for s in judged if s.tier == "absent" or (s.tier == "partial" and s.missing)]
    lacking = [s for s in lacking if not may_be_said(s, analysis)]
    absent = [s for s in lacking if s.tier == "absent"]
    partial = [s for s in lacking if s.tier == "partial"]
    # “lena duham” for Lena Dunham; and a key that a program wrote, of which words are in the text by chance
    slips = [s for s in partial if _KEY.fullmatch(s.keyword.text.value) or meant(s.keyword, analysis.words)]
    partial = [s for s in partial if s not in slips]
    nothing = len(absent) == len(once) > 1
    if len(absent) > EACH:
        names = ", ".join(f"“{s.keyword.text.value}”" for s in absent[:NAMED])
        yield _for_all(
            absent,
            f"The article never mentions {len(absent)} of its {len(once)} keywords: {names} and "
            f"{len(absent) - NAMED} more.",
            error=nothing,
        )
    else:
        for each in absent:
            yield _never(each, analysis, error=nothing)
    for each in slips:
        yield _never(each, analysis)
    if len(partial) > EACH:
        names = "; ".join(f"“{s.keyword.text.value}”{_but_never(s)}" for s in partial[:NAMED])
        yield _for_all(
            partial,
            f"The article says only a part of {len(partial)} of its {len(once)} keywords: {names}; and "
            f"{len(partial) - NAMED} more.",
        )
    else:
        yield from map(_in_part, partial)


def _is_variable(keyword: str) -> bool:
    """Whether a template fills a keyword in: {{ keyword }}; its quotation marks may end the attribute before it."""
    return any(
        keyword.startswith(begins) and (keyword.endswith(ends) or ends not in keyword) for begins, ends in _TEMPLATES
    )


def _for_all(faulty: Sequence[Support], message: str, *, error: bool = False) -> Finding:
    return Finding(
        faulty[0].keyword.text.span(),
        message,
        hint="Keep the keywords that this article is about; remove those that belong to the whole site.",
        loss=combined(map(_loss, faulty)),
        subject="keywords" if faulty[0].tier == "absent" else "keywords in part",
        measured=f"{len(faulty)} {faulty[0].tier}",
        target="mentioned in the text",
        severity="error" if error else None,
        related=tuple(s.keyword.text.span() for s in faulty[1:]),
    )


def _never(absent: Support, analysis: Analysis, *, error: bool = False) -> Finding:
    keyword = absent.keyword
    instead = meant(keyword, analysis.words)
    return Finding(
        keyword.text.span(),
        f"The article never mentions “{keyword.text.value}”.{_declared_only(absent)}",
        hint=f"Did you mean “{instead}”, which the text says?" if instead else _hint(keyword.text.value, analysis),
        loss=_loss(absent),
        subject=keyword.text.value,
        measured="absent",
        target="mentioned in the text",
        severity="error" if error else None,
    )


def _hint(keyword: str, analysis: Analysis) -> str:
    """What to do about a keyword: it may be the site's name, or be in the text in the letters of its language."""
    if keyword.casefold() in analysis.site_names:
        return SITE_HINT
    return FOREIGN_HINT if is_of_another_script(keyword, analysis) else HINT


def _but_never(partial: Support) -> str:
    """What of a keyword is never said; "" where half a word could be."""
    if any(map(is_cut_by_guess, partial.missing)):
        return ""
    return f", but never {_listed(_words(partial.missing))}"


def _words(parts: Sequence[str]) -> Sequence[str]:
    """Without single letters, where there is more than these."""
    return [part for part in parts if len(part) > 1 or not part.isascii()] or parts


def _in_part(partial: Support) -> Finding:
    said = _listed(_words(partial.said)[:NAMED], "and")
    says = f"{said}{_but_never(partial)}"
    if any(map(is_cut_by_guess, (*partial.said, *partial.missing))):
        says = f"only a part of “{partial.keyword.text.value}”"
    phrase = max(partial.said, key=lambda words: len(words.split()))
    shorter = f"Declare “{phrase}” instead, or write about the rest." if " " in phrase else HINT
    return Finding(
        partial.keyword.text.span(),
        f"The article says {says}.{_declared_only(partial)}",
        hint=shorter,
        loss=_loss(partial),
        subject=partial.keyword.text.value,
        measured="in part",
        target="mentioned in the text",
    )


def _declared_only(support: Support) -> str:
    """That title and description say the whole keyword, where they do; "" where they don't."""
    found = [zone for zone in ("title", "description") if support.best(zone) in ("exact", "inflected")]
    if not found:
        return ""
    return f" Only the {' and the '.join(found)} {'say' if len(found) > 1 else 'says'} it."


def _loss(support: Support) -> float:
    whole = max(LEAST, FIRST_LOSS * FALL**support.keyword.rank)
    if support.tier == "absent":
        return whole
    return max(0.01, whole * support.unsaid)


def _listed(parts: Sequence[str], last: str = "or") -> str:
    """“A”, “B” or “C”."""
    named = [f"“{part}”" for part in parts[:NAMED]]
    rest = len(parts) - len(named)
    if rest:
        return f"{', '.join(named)} {last} {rest} more"
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} {last} {named[-1]}"
