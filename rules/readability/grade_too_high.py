"""English prose that asks for more years of school than its readers have.

What it finds
-------------
A consensus school grade, the median of textstat's grades, above the bound. Off except in the
profile plain-language.

Why it matters
--------------
Public bodies and companies that write for everybody set themselves a grade; this rule checks an
article against it.

Evidence
--------
Class: measured, bound: convention.
Source: Kincaid et al., "Derivation of new readability formulas (Automated Readability Index, Fog
Count and Flesch Reading Ease Formula) for Navy enlisted personnel" (1975), from tests of 531
persons, https://stars.library.ucf.edu/istlibrary/56; and the other formulas that textstat computes,
https://github.com/textstat/textstat. Why a site would set a bound: readers are to "understand what
they find", https://www.plainlanguage.gov/guidelines/. No bound is theirs.
Read: 2026-11-30.

Example
-------
    The implementation of the organizational restructuring necessitated comprehensive administrative preparation.
    Institutional responsibilities were redistributed according to recommendations of the international consultancy.
    Subsequently the municipal authorities published supplementary documentation regarding environmental obligations.
    (4 times)

Use instead
-----------
    We moved the office in May. Each team got a new room and a list of its tasks. The town asked us to say how we use
    water and power, so we wrote that down too. It took two days. Now all of us know who does what, and when.
    (4 times)

Not flagged
-----------
Other languages than English, articles with under 100 words or 3 sentences of prose, machines
without textstat: not assessed.
"""

from __future__ import annotations

from typing import Annotated

from seocheck.rulekit.api import Analysis, Between, Finding, Findings, Rule, rising

RULE = Rule(
    weight=0, severity="off", evidence="measured", bound="convention", needs=("body", "school-grades"), min_words=75
)


def check(analysis: Analysis, *, max_grade: Annotated[float, Between(1, 20)] = 9.0) -> Findings:
    """One finding at the longest sentence.

    max_grade: the highest US school grade that is fine.
    """
    grades = analysis.school_grades
    if grades is None or grades.consensus <= max_grade:
        return
    longest = max(analysis.prose.sentences, key=lambda s: (s.words, -s.start))
    yield Finding(
        longest.block.text.span(longest.start, longest.end),
        f"The text needs school grade {grades.consensus:.1f} (median of textstat's grades); "
        f"aim for {max_grade:g} or lower.",
        hint="Shorten sentences and replace long words, starting with this sentence.",
        loss=rising(grades.consensus - max_grade, 8.0),
        subject="prose",
        measured=f"grade {grades.consensus:.1f}",
        target=f"at most grade {max_grade:g}",
    )
