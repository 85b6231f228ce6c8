"""Keywords that variables of a template spell out."""

from __future__ import annotations

import pytest

import seocheck

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
        ("loaves for rye mills", "{{ stonemill }}", "partial"),
    ],
)
def test_another_variable_says_nothing(keyword: str, expression: str, expected: str) -> None:
    assert tier(keyword, expression) == expected
