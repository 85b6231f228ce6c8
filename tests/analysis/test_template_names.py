"""Keywords that variables of a template spell out."""

from __future__ import annotations

import pytest

import seocheck
from tests.support import assert_linear

PROSE = "The oven service runs your loaves, and it scales them for you when the shop opens in the morning."


def tier(keyword: str, expression: str, path: str = "a.md") -> str:
    text = f"---\nlang: en\nkeywords: [{keyword}]\n---\n\n# Ovens\n\n{PROSE} Start it with {expression} now.\n"
    return seocheck.check_text(text, path=path).keywords[0].tier


@pytest.mark.parametrize(
    ("keyword", "expression", "path"),
    [
        ("Stone Mill", "{{ site.product.stonemill_short }}", "a.md"),
        ("Stone Mill", "{{site.data.keyword.stonemilllong}}", "a.md"),
        ("stone mill", '{{< param "stone-mill" >}}', "a.md"),
        ("stone mill", "{{% stoneMill %}}", "a.md"),
        ("loaves with Stone Mill", "{{ stone_mill }}", "a.md"),
        ("running loaves in stone mill", "$[stonemill]", "a.md"),
        ("stone mill", "{props.stoneMill}", "a.mdx"),
        ("StoneMill", "{{ site.stone_mill }}", "a.md"),
        ("Kiln", "{{ site.data.kilnshort }}", "a.md"),
        ("Kiln", "{{ kilns_notm }}", "a.md"),
        ("oven kiln", "{{ ovenkilnfull }}", "a.md"),
        ("Stone Mill", "{{ acmestonemillshort }}", "a.md"),
    ],
)
def test_what_a_variable_is_called_is_said(keyword: str, expression: str, path: str) -> None:
    assert tier(keyword, expression, path) == "apart"


@pytest.mark.parametrize(
    ("keyword", "expression", "expected"),
    [
        ("Stone Mill", "{{ site.product.short }}", "absent"),
        ("Stone Mill", "{{ stone.name }} or {{ mill.name }}", "absent"),
        ("rye mill", "{{ stonemill }}", "absent"),
        ("stone", "{{ stone.baseurl }}", "absent"),
        ("version", "{{ version }}", "absent"),
        ("AI", "{{ site.baseurl_ai }}", "absent"),
        ("Rust", "{{ trusted_user }}", "absent"),
        ("Kiln", "{{ kilnsmith_version }}", "absent"),
        ("Ada", "{{ page.metadata }}", "absent"),
        ("Mast Cat", "{{ page.mastercategory }}", "absent"),
        ("loaves for rye mills", "{{ stonemill }}", "partial"),
    ],
)
def test_another_variable_says_nothing(keyword: str, expression: str, expected: str) -> None:
    assert tier(keyword, expression) == expected


def read(opening: str, size: int) -> object:
    text = f"---\nlang: en\nkeywords: [kiln]\n---\n\n# Ovens\n\n{opening}{' ' * size}"
    return seocheck.check_text(text, path="a.md", select=["title/missing"])


@pytest.mark.parametrize("opening", ["{{", "{{<", "${"])
def test_an_expression_that_never_ends_takes_linear_time(opening: str) -> None:
    assert_linear(lambda size: read(opening, size), 12_500)
