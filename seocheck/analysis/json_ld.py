"""The structured data of a page, as JSON-LD in its scripts."""

from __future__ import annotations

import re
from typing import Any

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Text
from seocheck.model.article import Article

JsonLd = dict[str, Any] | list[Any] | str | float | bool | ValueError | None

_WRAPPER = late_pattern(
    r"\A\s{0,99}(?://|/\*)?\s{0,99}(?:<!\[CDATA\[|<!--)(?:\s{0,9}\*/)?|(?://|/\*)?\s{0,9}(?:\]\]>|-->)(?:\s{0,9}\*/)?\s{0,99}\Z"
)
"""What old pages put around a script so that browsers older still would not print it."""

MAX_NODES = 10_000
"""Nodes of structured data that are looked through."""


def json_ld(article: Article) -> tuple[tuple[Text, JsonLd], ...]:
    """Each JSON-LD script of a page: its text, and its parsed value or the error that keeps it from being one."""
    scripts = article.metadata.get("json-ld", ())
    if not scripts:
        return ()
    import json  # few articles have any

    found: list[tuple[Text, JsonLd]] = []
    for declared in scripts:
        if declared.text:
            try:
                found.append((declared.text, json.loads(_WRAPPER.sub(_blanked, declared.text.value))))
            except json.JSONDecodeError as error:
                found.append((declared.text, error))
            except (RecursionError, ValueError):  # nested by the thousand, or a number of a thousand digits
                found.append((declared.text, json.JSONDecodeError("Cannot be parsed", declared.text.value, 0)))
    return tuple(found)


def json_ld_articles(scripts: tuple[tuple[Text, JsonLd], ...]) -> tuple[dict[str, Any], ...]:
    """The objects that describe an article: Article and its kinds, in order, graphs looked into."""
    found: list[dict[str, Any]] = []
    waiting: list[Any] = [value for _, value in reversed(scripts)]
    seen = 0
    while waiting and seen < MAX_NODES:
        seen += 1
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(str(kind).endswith(("Article", "Posting")) for kind in kinds):
                found.append(node)
            else:  # what is inside an article (its publisher, related ones) is not it
                waiting.extend(reversed([v for key, v in node.items() if key in ("@graph", "mainEntity", "item")]))
    return tuple(found)


def _blanked(match: re.Match[str]) -> str:
    return " " * len(match.group())
