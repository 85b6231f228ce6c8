"""Generated front matter, pages and labelled texts: whatever they hold, a fix changes one value and settles at once."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from seocheck.config import Settings, make_plan
from seocheck.fix import FIXABLE, FixOutcome, fixes_for
from seocheck.fix.plain_text import plain_text_edits

PLAN = make_plan(Settings(), select=[*FIXABLE, "description", "keywords/unsupported", "front-matter"])
BODY = "\n# Bread\n\nBread needs time,  and **rye**.\n"

word = st.sampled_from(["rye", "Rye", "rye bread", "starters", "starter", "AIDS", "aids", "brötchen", "a&b", "x: y"])
keywords = st.one_of(
    st.lists(word, max_size=5),
    st.lists(word, min_size=1, max_size=5).map(", ".join),
    st.lists(word, min_size=1, max_size=4).map("; ".join),
    st.lists(word, min_size=2, max_size=3).map(" | ".join),
    st.lists(word, min_size=2, max_size=3).map(lambda words: [", ".join(words)]),
)
piece = st.sampled_from(
    ["Bread", " ", "  ", "\n", "\t", "**", "*", "`", "<b>", "</b>", "<br>", "&amp;", "&quot;", "&hellip;", "&nbsp;",
     "[", "](/x)", "# ", "it's", '"', "'", "#", ": ", "{{ x }}", "é", "- ", "\\", "|"]
)  # fmt: skip
description = st.lists(piece, max_size=9).map("".join)
fields = st.fixed_dictionaries(
    {"title": st.sampled_from(["Bread", "  Rye  ", "<b>x</b>"])},
    optional={
        "description": description,
        "keywords": keywords,
        "tags": st.lists(word, max_size=2),
        "x": st.lists(st.integers(), max_size=2),
    },
)


def toml(values: dict[str, Any]) -> str:
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())


class TextLoader(yaml.SafeLoader):
    """Everything as text, as it is written."""


TextLoader.yaml_implicit_resolvers = {}


def check(before: str, path: str = "a.md") -> FixOutcome:
    """A fix settles at once, and says what it did."""
    outcome = fixes_for(before.encode(), path, PLAN)
    assert (outcome.after != before.encode()) == bool(outcome.fixed)
    assert all("\n" not in refused.reason for refused in outcome.refused)
    again = fixes_for(outcome.after, path, PLAN)
    assert again.after == outcome.after
    assert again.fixed == ()
    return outcome


def same_elsewhere(was: dict[str, Any], now: dict[str, Any], outcome: FixOutcome) -> None:
    """All values are what they were but those that a fix speaks of, and those say nothing else in other words."""
    touched = {"keywords", "description"} if outcome.fixed else set()
    assert list(was) == list(now)
    for key in was:
        if key not in touched:
            assert was[key] == now[key]
    before, after = listed(was.get("keywords")), listed(now.get("keywords"))
    rest = iter(before)
    assert all(any(each == other for other in rest) for each in after), "in their order, and none is new"
    assert {each.casefold() for each in before} == {each.casefold() for each in after}


def listed(value: Any) -> list[str]:
    """The keywords of a value, however it writes them."""
    texts = value if isinstance(value, list) else [value or ""]
    return [word.strip() for text in texts for word in re.split("[,;|]", str(text)) if word.strip()]


@given(
    fields, st.sampled_from([None, True, False]), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\n", " \n"])
)
def test_yaml(values: dict[str, Any], flow: bool | None, end: str, before: str) -> None:
    written = yaml.dump(values, allow_unicode=True, sort_keys=False, default_flow_style=flow, width=60)
    text = f"{before}---\n{written}---\n{BODY}".replace("\n", end)
    outcome = check(text)
    after = outcome.after.decode()
    assert after.endswith(BODY.replace("\n", end))
    if after != text:
        front = after.split(f"{end}---{end}")[0]
        was, now = yaml.load(written, TextLoader), yaml.load(front.replace("---", "", 1), TextLoader)
        same_elsewhere(was, now, outcome)
        assert end == "\n" or "\n" not in after.replace("\r\n", "")


@given(fields)
def test_toml(values: dict[str, Any]) -> None:
    text = f"+++\n{toml(values)}+++\n{BODY}"
    outcome = check(text)
    after = outcome.after.decode()
    assert after.endswith(f"+++\n{BODY}")
    same_elsewhere(values, tomllib.loads(after.removeprefix("+++\n").split("\n+++\n")[0]), outcome)


@given(fields, st.sampled_from([None, 2]), st.booleans())
def test_json(values: dict[str, Any], indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(values, indent=indent, ensure_ascii=ascii_only) + "\n" + BODY
    outcome = check(text)
    after = outcome.after.decode()
    assert after.endswith("}\n" + BODY)
    same_elsewhere(values, json.loads(after.removesuffix(BODY)), outcome)


@given(description, st.lists(word, max_size=5))
def test_pages(said: str, words: list[str]) -> None:
    quoted = said.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    rest = "<title>Bread</title></head><body><h1>Bread</h1><p>Bread  needs time.</p></body></html>"
    head = f'<meta name="description" content="{quoted}"><meta name=keywords content="{",".join(words)}">'
    text = f"<html><head>{head}{rest}"
    assert check(text, "a.html").after.decode().endswith(rest)


@given(description.filter(lambda said: "\n" not in said), st.lists(word, min_size=1, max_size=5))
def test_labelled_texts(said: str, words: list[str]) -> None:
    rest = (
        "\n\nBread needs time, flour, water, salt and a starter that is awake in the morning when you want to bake.\n"
    )
    text = f"Bread for people\nmeta-description : {said}\nKey words: {', '.join(words)}{rest}"
    assert check(text, "a.txt").after.decode().endswith(rest)


@given(st.text(st.sampled_from("ab *_`[]()#<>&;/\"' \n")))
def test_any_text_before_the_body_settles(text: str) -> None:
    check(f"---\n{text}\n---\n{BODY}")
    check(text)


@given(description)
def test_plain_text_keeps_the_words(said: str) -> None:
    value = said.strip()
    kinds = ["HTML", "an HTML entity", "a Markdown link", "Markdown"]
    edits, reasons = plain_text_edits(value, kinds)
    assert set(reasons) <= set(kinds)
    at = 0
    for edit in edits:
        assert at <= edit.start < edit.end
        assert "Bread" not in value[edit.start : edit.end]
        at = edit.end


def test_generated_articles_are_fixed_at_all() -> None:
    """So that the properties above are not true of nothing."""
    made: Counter[str] = Counter()

    @settings(max_examples=300)
    @given(fields)
    def collect(values: dict[str, Any]) -> None:
        written = yaml.dump(values, allow_unicode=True, sort_keys=False)
        made.update(fixed.rule for fixed in fixes_for(f"\n---\n{written}---\n{BODY}".encode(), "a.md", PLAN).fixed)

    collect()
    assert set(made) == FIXABLE - {"front-matter/label-variant", "content/leaked-metadata"}, made
