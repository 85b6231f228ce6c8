"""What plugins keep beside an item: titles, descriptions and keywords of Yoast, Rank Math, AIOSEO and SEOPress."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from seocheck.base.late_pattern import late_pattern

TITLES = ("_yoast_wpseo_title", "rank_math_title", "_seopress_titles_title", "_aioseo_title", "_aioseop_title")
DESCRIPTIONS = (
    "_yoast_wpseo_metadesc", "rank_math_description", "_seopress_titles_desc", "_aioseo_description",
    "_aioseop_description",
)  # fmt: skip
KEYWORDS = (
    "_yoast_wpseo_focuskw", "_yoast_wpseo_focuskeywords", "_yoast_wpseo_metakeywords", "rank_math_focus_keyword",
    "_seopress_analysis_target_kw", "_aioseo_keywords", "_aioseop_keywords",
)  # fmt: skip

_VARIABLE = late_pattern(r"%%([\w-]+?)%%|%([a-z_]+)(?:\([^)]*\))?%|#([a-z_]+)\b")
_TITLE = frozenset(["title", "post_title", "seo_title"])
_SITE = frozenset(["sitename", "sitetitle", "site_title"])
_SEPARATOR = frozenset(["sep", "separator", "separator_sa"])
_EXCERPT = frozenset(["excerpt", "post_excerpt", "excerpt_only", "seo_description"])


def seo_title(meta: Mapping[str, str], title: str, site: str) -> str:
    """The title tag, with the variables of a template filled in; "" where no plugin has one."""
    return _first(meta, TITLES, {"title": title, "site": site, "excerpt": ""})


def seo_description(meta: Mapping[str, str], title: str, site: str, excerpt: str) -> str:
    """The meta description; "" where no plugin has one."""
    return _first(meta, DESCRIPTIONS, {"title": title, "site": site, "excerpt": excerpt})


def focus_keywords(meta: Mapping[str, str]) -> tuple[str, ...]:
    """The keywords that the article was written for, the focus keyword first."""
    found: dict[str, None] = {}
    for name in KEYWORDS:
        for word in _entries(meta.get(name, "")):
            found.setdefault(" ".join(word.split()))
    return tuple(word for word in found if word)


def _first(meta: Mapping[str, str], names: tuple[str, ...], values: Mapping[str, str]) -> str:
    for name in names:
        filled = _filled(meta.get(name, ""), values)
        if filled:
            return filled
    return ""


def _filled(template: str, values: Mapping[str, str]) -> str:
    def value(match: Any) -> str:
        name = (match[1] or match[2] or match[3]).lower()
        if name in _TITLE:
            return values["title"]
        if name in _SITE:
            return values["site"]
        if name in _EXCERPT:
            return values["excerpt"]
        if name in _SEPARATOR:
            return "-"
        return "" if match[1] or match[2] else str(match[0])

    return " ".join(_VARIABLE.sub(value, template).split()).strip(" -|")


def _entries(value: str) -> Iterator[str]:
    """Keywords of one field: with commas, or as the JSON of Yoast's further ones and of AIOSEO's."""
    if value.lstrip().startswith("["):
        try:
            read = json.loads(value)
        except (ValueError, RecursionError):
            return
        for each in read if isinstance(read, list) else ():
            word = next((each[name] for name in ("keyword", "label", "value") if name in each), "") if (
                isinstance(each, dict)
            ) else each  # fmt: skip
            if isinstance(word, str):
                yield word
        return
    yield from value.replace("\n", ",").split(",")
