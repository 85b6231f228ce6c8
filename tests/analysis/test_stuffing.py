"""How often keywords are said: the arithmetic, the places, and that saying one again never helps."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import seocheck
from seocheck.analysis.frequency.poisson import improbability, most_probable
from seocheck.analysis.words.quoted import quoted
from seocheck.model.report import Report
from seocheck.model.rule import combined

# -- improbable counts ----------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "mean"), [(1, 0.5), (3, 0.5), (4, 2.0), (9, 3.5), (30, 12.0), (60, 20.0)])
def test_improbability_is_the_tail_of_poisson(count: int, mean: float) -> None:
    exact = Fraction(mean)
    below = sum(exact**k / math.factorial(k) for k in range(count))
    more = sum(exact**k / math.factorial(k) for k in range(count, count + 200))
    tail = float(more / (below + more))
    assert improbability(count, mean) == pytest.approx(-math.log10(tail), rel=1e-9)


def test_improbability_beyond_the_smallest_float() -> None:
    assert improbability(5_000, 1.0) > 10_000
    assert improbability(0, 0.0) == improbability(3, 3.0) == 0.0
    assert improbability(1, 0.0) == math.inf


@given(st.integers(0, 400), st.floats(0.01, 300))
def test_a_larger_count_is_never_more_probable(count: int, mean: float) -> None:
    assert improbability(count + 1, mean) >= improbability(count, mean)


@given(st.floats(0.01, 300), st.floats(0.5, 9))
def test_the_most_probable_count_lies_at_the_bound(mean: float, bound: float) -> None:
    most = most_probable(mean, bound)
    assert improbability(most, mean) < bound <= improbability(most + 1, mean)


# -- quotations -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “no”, and went.", ["“no”"]),
        ('"Yes," she said. "No."', ['"Yes,"', '"No."']),
        ("Er sagte „nein“ und »ja«.", ["„nein“", "»ja«"]),
        ("“It goes on", ["“It goes on"]),
        ('A 5" nail', []),
        ("don't, the bakers' bread", []),
        ("", []),
    ],
)
def test_quoted(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end in quoted(text)] == inside


# -- saying it again ------------------------------------------------------------------------------

WORDS = ["bread", "rye", "rye bread", "oven", "Rye", "the", "a", "of", "is", "warm", "flour", "and,", "loaf", "when"]
words = st.sampled_from(WORDS)
sentences = st.lists(words, min_size=2, max_size=14).map(lambda w: " ".join(w).capitalize() + ".")
paragraphs = st.lists(sentences, min_size=1, max_size=7).map(" ".join)
bodies = st.lists(paragraphs, min_size=1, max_size=5)
# Long enough for the rules on long texts, whose weight grows with the length.
longer = st.lists(st.lists(sentences, min_size=4, max_size=9).map(" ".join), min_size=2, max_size=8)
KEYWORDS = ["bread", "rye bread", "rye", "warm rye bread", "oven", "the", "bread rye", "bread bread"]


def article(keywords: list[str], body: list[str]) -> str:
    listed = ", ".join(keywords)
    return f"---\nlang: en\ntitle: Of rye\nkeywords: [{listed}]\n---\n\n" + "\n\n".join(body) + "\n"


def loss(report: Report) -> float:
    """What `keywords/overused` costs of its weight."""
    assert report.failures == ()
    return combined(f.loss for f in report.findings if f.rule == "keywords/overused")


@given(st.sampled_from(KEYWORDS), bodies, st.data())
@example("rye bread", ["Rye bread rye bread, rye bread. Rye bread."], None)
def test_a_keyword_anywhere_once_more_never_costs_less(
    keyword: str, body: list[str], data: st.DataObject | None
) -> None:
    """Wherever in the text: in a sentence, at its ends, within another place of the keyword."""
    paragraph = data.draw(st.integers(0, len(body) - 1)) if data else 0
    old = body[paragraph].split()
    at = data.draw(st.integers(0, len(old))) if data else 1
    more = [*body[:paragraph], " ".join([*old[:at], keyword, *old[at:]]), *body[paragraph + 1 :]]
    before, after = (
        seocheck.check_text(article([keyword], text), select=["keywords/overused"]) for text in (body, more)
    )
    assert loss(after) >= loss(before) - 1e-6


@given(
    st.lists(st.sampled_from(KEYWORDS), min_size=1, max_size=4, unique=True),
    bodies | longer,
    st.integers(1, 3),
    st.data(),
)
def test_a_keyword_beside_itself_never_pays(
    keywords: list[str], body: list[str], times: int, data: st.DataObject
) -> None:
    """On the whole report, whatever else is declared: behind a place where it stands."""
    text = "\n\n".join(body)
    keyword = data.draw(st.sampled_from(keywords))
    places = [i for i in range(len(text)) if text[i:].lower().startswith(keyword) and text[i - 1 : i].strip() == ""]
    ends = [i + len(keyword) for i in places if not text[i + len(keyword) : i + len(keyword) + 1].isalpha()]
    if not ends:
        return
    end = data.draw(st.sampled_from(ends))
    again = text[:end] + f" {keyword}" * times + text[end:]
    before, after = seocheck.check_text(article(keywords, [text])), seocheck.check_text(article(keywords, [again]))
    # Where one declared keyword is another one twice, a hundredth of a point may move between them.
    assert (after.score or 0) <= (before.score or 0) + 0.02, [
        (f.rule, f.loss) for f in (*before.findings, *after.findings)
    ]
