"""The generated site: the same for the same seed, and like what it was fitted to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from measuring.shapes import SHAPES, shaped
from measuring.site import LANGUAGES, LONGEST, MEDIAN, SHORTEST, article, generate, length

from seocheck import check_text
from seocheck.readers.front_matter.reader import read_front_matter


def bodies(code: str, count: int, words: int = 800) -> list[str]:
    return [_body(article(n, 5, words=words, code=code)[2]) for n in range(count)]


def _body(text: str) -> str:
    return text[read_front_matter(text).body_start :]


def test_same_seed_same_site(tmp_path: Path) -> None:
    first = generate(tmp_path / "a", articles=12, seed=3)
    again = generate(tmp_path / "b", articles=12, seed=3)
    assert [path.relative_to(tmp_path / "a") for path in first] == [path.relative_to(tmp_path / "b") for path in again]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]


def test_article_does_not_depend_on_how_many_there_are(tmp_path: Path) -> None:
    few = generate(tmp_path / "few", articles=3, seed=3)
    many = generate(tmp_path / "many", articles=9, seed=3)
    assert [path.read_bytes() for path in few] == [path.read_bytes() for path in many[:3]]


def test_another_seed_gives_another_site() -> None:
    assert article(0, 1)[2] != article(0, 2)[2]
    assert article(0, 1)[2] != article(1, 1)[2]


def test_lengths_are_log_normal_with_a_long_tail() -> None:
    import random

    drawn = sorted(length(random.Random(f"length {n}")) for n in range(2000))
    assert drawn[0] >= SHORTEST
    assert drawn[-1] <= LONGEST
    assert MEDIAN * 0.9 < drawn[1000] < MEDIAN * 1.1
    assert 740 < sum(drawn) / len(drawn) < 860
    assert drawn[1980] > 4 * MEDIAN


def test_variety_of_words_is_that_of_real_articles() -> None:
    shares = []
    for body in bodies("en", 10, 900):
        words = re.findall(r"[\w']+", body.lower())[:800]
        shares.append(len(set(words)) / len(words))
    assert 0.40 < sum(shares) / len(shares) < 0.50


def test_vocabulary_grows_with_the_site() -> None:
    words = [set(re.findall(r"[\w']+", body.lower())) for body in bodies("en", 30)]
    assert len(set().union(*words)) > 8 * max(map(len, words))


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_articles_are_read_as_what_they_are(code: str) -> None:
    text = article(4, 1, words=500, code=code)[2]
    report = check_text(text, path="article.md", ignore=["keywords/undeclared-topic"])
    assert report.language.code == code
    assert report.title is not None
    assert report.keywords
    assert not report.failures
    assert not [finding for finding in report.findings if finding.rule.startswith("front-matter/")]


def test_some_keywords_are_said_and_some_are_not() -> None:
    texts = [article(n, 1, words=600, code="en")[2] for n in range(12)]
    reports = [check_text(text, path="a.md", select=["keywords/unsupported"]) for text in texts]
    tiers = [keyword.tier for report in reports for keyword in report.keywords]
    assert 0.4 < sum(tier in ("exact", "inflected") for tier in tiers) / len(tiers) < 0.95
    assert "absent" in tiers or "none" in tiers


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_shapes_are_deterministic_and_have_the_length_asked_for(shape: str) -> None:
    text = shaped(shape, 2000)
    assert text == shaped(shape, 2000)
    assert 1700 < len(_body(text).split()) < 2700


def test_a_shape_is_another_article_at_another_length_only_at_its_end() -> None:
    short, long = shaped("article", 500), shaped("article", 1500)
    assert long.startswith(short.rstrip())
