"""Lists of keywords under several names of front matter add up; the focus keyword is the primary one."""

from __future__ import annotations

import pytest

from seocheck.model.article import Article, Source
from seocheck.readers import read


def article(front: str) -> Article:
    return read(Source("draft.md", f"---\ntitle: Rye\n{front}\n---\n\nRye bread keeps for a week.\n"), "markdown")


@pytest.mark.parametrize(
    ("front", "words", "primary"),
    [
        ("primary_keyword: rye\nsecondary_keywords: [rye bread, Rye, dough]", ["rye", "rye bread", "dough"], "rye"),
        ("keywords: {primary: rye, secondary: [dough, oven]}", ["rye", "dough", "oven"], "rye"),
        ("keywords:\n  Primary:\n    - rye\n    - dough\n  long-tail: [oven]", ["rye", "dough", "oven"], "rye"),
        ("seo:\n  focus_keyword: rye\n  keywords: [dough]", ["rye", "dough"], "rye"),
        ("seo:\n  primary_keyword: rye\n  secondary_keywords: [dough]", ["rye", "dough"], "rye"),
        ("meta: {main_keyword: rye, related_keywords: dough}", ["rye", "dough"], "rye"),
        ("keywords: [rye, dough]\nsecondary_keywords: yeast, oven", ["rye", "dough", "yeast", "oven"], "rye"),
        ("secondary_keywords: [dough]\nlsi_keywords: [yeast]\nfocus_keyword: rye", ["rye", "dough", "yeast"], "rye"),
        ("supporting-keywords: [dough, yeast]", ["dough", "yeast"], ""),
    ],
)
def test_lists_add_up(front: str, words: list[str], primary: str) -> None:
    found = article(front).keywords
    assert [k.text.value for k in found] == words
    assert [k.rank for k in found] == list(range(len(words)))
    assert [k.text.value for k in found if k.primary] == ([primary] if primary else [])
    marked = any(name in front.casefold() for name in ("focus", "primary", "main_"))
    assert [k.focus for k in found] == [marked, *(False for _ in words[1:])]


def test_a_title_in_such_a_list_is_no_keyword_of_the_article() -> None:
    assert not article("secondary_titles: [dough]").keywords


def test_a_page_has_them_under_names_of_the_settings() -> None:
    page = (
        '<html><head><title>Rye</title><meta name="keywords" content="rye, dough">'
        '<meta name="more-words" content="Rye, yeast"></head><body><p>Rye bread keeps for a week.</p></body></html>'
    )
    found = read(Source("page.html", page), "html", aliases={"secondary_keywords": ["more-words"]}).keywords
    assert [(k.text.value, k.rank, k.primary) for k in found] == [
        ("rye", 0, True),
        ("dough", 1, False),
        ("yeast", 2, False),
    ]
