"""A short settings file with a comment on every line, from what is known of a site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from seocheck.base.yaml12 import dump_yaml
from seocheck.init.fields import Names
from seocheck.init.generators import SiteFacts

ENOUGH = 10
"""Articles from which on it can be told what a site's articles declare."""
FEW = 20
"""Where fewer than one article in so many declares keywords, the site doesn't use them."""
_WIDTH = 42


def settings_text(site: SiteFacts, names: Names) -> str:
    """The text of `seocheck.yml`. Keys that the site doesn't need are comments, ready to use."""
    return "\n".join(_lines(site, names)) + "\n"


def _lines(site: SiteFacts, names: Names) -> Iterator[str]:
    what = f"a site made by {site.generator}" if site.generator not in ("", "plain HTML") else "a site"
    yield f"# Settings of seocheck for {what}{f' ({site.config})' if site.config else ''}."
    yield "# To see the settings for an article: seocheck show-config PATH"
    yield ""
    yield _key("profile", site.profile, "default, news, docs, product, plain-language")
    if site.language:
        yield _key("language", site.language, "of articles that don't declare one")
    else:
        yield _comment("language", "en", "of articles that don't declare one")
    if site.title_template != "{title}":
        yield _key("title_template", site.title_template, "how the title tag reads")
    else:
        yield _comment("title_template", "{title} | My Site", "how the title tag reads")
    if site.title_is_h1 is True:
        yield _key("title_is_h1", True, "the template prints the title as H1")
    if site.title_from_h1:
        yield _key("title_from_h1", True, "a missing title is taken from the first H1")
    if names.others:
        yield "fields:  # other names that the front matter uses"
        for field, others in names.others.items():
            yield f"  {field}: {dump_yaml(others)}"
    if names.articles and not names.with_field["keywords"] and names.with_field["taxonomy"]:
        tagged = names.with_field["taxonomy"]
        yield _comment(
            "tags_are_keywords", True, f"no article declares keywords, {tagged} of {names.articles} have tags"
        )
    if site.defaults:
        yield "defaults:  # what the site fills in"
        for pattern, values in site.defaults.items():
            yield f"  {dump_yaml(pattern)}:"
            for field, value in values.items():
                yield f"    {field}: {dump_yaml(value)}"
    if site.profiles:
        yield "overrides:  # other settings for some articles"
        for pattern, profile in site.profiles.items():
            yield f"  - files: {dump_yaml(pattern)}"
            yield f"    profile: {profile}"
    if site.exclude:
        yield _key("exclude", list(site.exclude), "skipped")
    yield ""
    if names.articles >= ENOUGH and names.with_field["keywords"] * FEW < names.articles:
        yield "severities:                       # error, warning, note, suggestion, off"
        some = names.with_field["keywords"] or "none"
        yield f"  keywords/missing: 'off'         # {some} of {names.articles} articles declare keywords"
    else:
        yield "# severities:                     # error, warning, note, suggestion, off"
        yield "#   description/missing: error"
    yield "# suppress:                       # old articles to leave alone"
    yield '#   "blog/2019/**": [readability, title/too-wide]'


def _key(key: str, value: Any, comment: str) -> str:
    return f"{f'{key}: {dump_yaml(value)}  ':<{_WIDTH}}# {comment}"


def _comment(key: str, value: Any, comment: str) -> str:
    return f"# {f'{key}: {dump_yaml(value)}  ':<{_WIDTH - 2}}# {comment}"
