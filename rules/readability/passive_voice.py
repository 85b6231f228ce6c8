"""Too many sentences in the passive voice.

What it finds
-------------
More than 15 % of the sentences in the passive voice, three at least; reported from 20 % on, when every fifth sentence
leaves out who does something. Points at the first six and quotes their verbs. English, Dutch, French,
German, Italian, Polish, Portuguese, Russian, Spanish and Swedish.

Why it matters
--------------
Readers want to know who does what. A passive now and then puts the right thing first; page after page of them
hides who acts and reads like the minutes of a meeting.

Evidence
--------
Class: convention.
Source: practice. Yoast turns yellow above 10 % of the sentences and red above 15 %,
https://github.com/Yoast/wordpress-seo/blob/main/packages/yoastseo/src/scoring/assessments/readability/README.md.
The US plain-language guide names no share: the passive "obscures who handles what", and "In a few instances,
passive voice may be appropriate", https://digital.gov/guides/plain-language/writing. No measurement stands
behind a share. On 1,415 pages of publishers, projects and agencies with 100 words or more, 39 % are above 10 %,
26 % above 15 % and 17 % above 20 %: at 10 % the rule would blame two pages of five that editors found fit to
print, so the limit is where Yoast turns red, and what misses it by less than five points is not reported:
`python tools/corpora/corpus_prose.py CORPORA`. How often the search is right: `python tools/passive_voice.py`.
Read: 2026-11-22.

Example
-------
    The form was filled in on Monday. It was sent to the office. It was lost there by someone. Nobody was told about it
    for a week. A new form was printed and signed.
    (4 times)

Use instead
-----------
    I filled in the form on Monday. I sent it to the office. They lost it there. They told nobody about it for a week.
    Then I printed and signed a new form.
    (4 times)

Not flagged
-----------
Participles that are adjectives, states or perfects: "The shop is closed", "She is interested in tea", "He got
tired", "ist geöffnet", "est venue", "está cerrado". Reflexives (se vende). "It's built", where 's may be has; Dutch
"is gebouwd" and Russian and Polish sentences without an auxiliary, which may be states. What is in quotation marks or
in code. Headings, tables, captions, list items without a stop.
"""

from __future__ import annotations

from typing import Annotated

from seocheck.rulekit.api import Analysis, Between, Findings, Rule, passive_sentences, share_over

RULE = Rule(weight=0.7, severity="note", evidence="convention", needs=("body", "passive-voice"), min_words=75)

SHOWN = 6
"""Sentences that are pointed at: the place and five related ones."""
LEAST = 4
"""Fewer passives are no habit, whatever their share of a short text."""
FULL = 0.25
"""So far above the share the whole weight is lost: at the default, when two sentences of five are in the passive."""


def check(analysis: Analysis, *, max_share: Annotated[float, Between(0, 1)] = 0.15) -> Findings:
    """One finding at the first such sentence; the next five are related places.

    max_share: share of sentences in the passive voice, 0 to 1, that is still fine.
    """
    sentences = analysis.prose.sentences
    passive = passive_sentences(sentences, analysis.language.code)
    if len(passive) < LEAST:
        return
    spans = [s.block.text.span(s.start, s.end) for s, _ in passive[:SHOWN]]
    verbs = ", ".join(f"“{found.words}”" for _, found in passive[:SHOWN])
    more = ", …" if len(passive) > SHOWN else ""
    yield from share_over(
        spans[0], len(passive), len(sentences), max_share, full=FULL,
        says="{part} of {whole} sentences ({value}) are in the passive voice; aim for {limit} or less.",
        hint=f"Say who does it where readers want to know: {verbs}{more}.",
        related=spans[1:],
    )  # fmt: skip
