"""Generated front matter: whatever it holds, a change touches one value or is refused."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from seocheck.config import Settings, make_plan
from seocheck.edit.change import Change, changed
from seocheck.edit.written import RefusedError

PLAN = make_plan(Settings())
BODY = "\n# Bread\n\nBread needs time.\n"

printable = st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))
words = st.text(printable, min_size=1, max_size=30)
new_words = words.map(lambda text: " ".join(text.split())).filter(bool)
keyword = st.text(st.sampled_from("abzßé -'\"#:"), min_size=1, max_size=12).map(str.strip).filter(
    lambda text: any(c.isalnum() for c in text)
)  # fmt: skip
fields = st.fixed_dictionaries(
    {"title": words, "x": st.one_of(words, st.integers(), st.booleans(), st.lists(words, max_size=3))},
    optional={
        "description": st.one_of(words, st.just("")),
        "keywords": st.one_of(st.lists(keyword, max_size=4), keyword, st.lists(keyword, max_size=3).map(", ".join)),
        "tags": st.lists(keyword, max_size=2),
        "nested": st.fixed_dictionaries({"description": words, "a": st.lists(words, max_size=2)}),
    },
)
END = st.sampled_from(["\n", "\r\n"])
changes = st.one_of(
    new_words.map(lambda text: Change(description=text)),
    st.lists(keyword, min_size=1, max_size=3).map(lambda added: Change(add=tuple(added))),
)


def toml(values: dict[str, Any]) -> str:
    def one(value: Any) -> str:
        if isinstance(value, list):
            return "[" + ", ".join(map(one, value)) + "]"
        return json.dumps(value, ensure_ascii=False)

    plain = [f"{key} = {one(value)}" for key, value in values.items() if not isinstance(value, dict)]
    for key, value in values.items():
        if isinstance(value, dict):
            plain += [f"[{key}]", *(f"{k} = {one(v)}" for k, v in value.items())]
    return "\n".join(plain) + "\n"


class TextLoader(yaml.SafeLoader):
    """Everything as text, as it is written."""


TextLoader.yaml_implicit_resolvers = {}


def one_line(refused: RefusedError) -> str:
    said = str(refused)
    assert said
    assert "\n" not in said
    return said


def alike(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def alone(keyword: str) -> str:
    """A keyword as it is compared: without its case, with single spaces."""
    return " ".join(keyword.casefold().split())


def check(before: str, end: str, parse: Any, change: Change, made: Counter[str]) -> None:
    """One value is what it should be, all others are what they were, and no byte but its own has changed."""
    made["all"] += 1
    try:
        after = changed(before.encode(), "a.md", PLAN, change).decode()
    except RefusedError as refused:
        made[one_line(refused)] += 1
        return
    made["changed"] += 1
    name = "description" if change.description is not None else "keywords"
    was, now = parse(before), parse(after)
    assert {k: v for k, v in was.items() if k != name} == {k: v for k, v in now.items() if k != name}
    if change.description is not None:
        assert now[name] == change.description
    else:
        shown = now[name] if isinstance(now[name], list) else [now[name]]
        assert all(any(alone(word) in alone(each) for each in shown) for word in change.add)
        old = was.get(name) or []
        assert shown[: len(old)] == old or isinstance(old, str)
    same = alike(before, after)
    tail = alike(before[same:][::-1], after[same:][::-1])
    removed = before[same : len(before) - tail]
    if name not in was:
        assert removed == ""
    else:  # between this key and the next
        keys = list(was)
        at = re.search(rf"(?m)(?:^\s*|[{{,]\s*)[\"']?{name}[\"']?\s*[:=]", before)
        assert at is not None
        assert same >= at.end()
        for later in keys[keys.index(name) + 1 :]:
            assert not re.search(rf"(?m)^\s*[\"']?{later}[\"']?\s*[:=]", removed)


def enough(made: Counter[str]) -> None:
    """A property that refuses most of what it is given would prove nothing."""
    assert made["changed"] >= 0.9 * made["all"], made


def block(text: str, mark: str) -> str:
    text = text.replace("\r\n", "\n")
    return text[len(mark) + 1 : text.index(f"\n{mark}\n", 2) + 1]


def test_yaml() -> None:
    made: Counter[str] = Counter()

    @given(fields, changes, END, st.sampled_from([None, "'", '"', "|", ">"]), st.booleans())
    def run(values: dict[str, Any], change: Change, end: str, style: Any, indented: bool) -> None:
        dumped = yaml.safe_dump(values, sort_keys=False, allow_unicode=True, default_style=style, width=40)
        dumped = "".join(f"  {line}" for line in dumped.splitlines(True)) if indented else dumped
        text = f"---\n{dumped}---\n{BODY}".replace("\n", end)
        check(text, end, lambda t: yaml.load(block(t, "---"), Loader=TextLoader), change, made)

    run()
    enough(made)


def test_yaml_in_braces() -> None:
    made: Counter[str] = Counter()

    @given(fields, changes)
    def run(values: dict[str, Any], change: Change) -> None:
        values = {"description": "old", "keywords": ["old"], **values}
        dumped = yaml.safe_dump(values, sort_keys=False, allow_unicode=True, default_flow_style=True, width=40)
        text = f"---\n{dumped}---\n{BODY}"
        check(text, "\n", lambda t: yaml.load(block(t, "---"), Loader=TextLoader), change, made)

    run()
    enough(made)


def test_toml() -> None:
    made: Counter[str] = Counter()

    @given(fields, changes, END)
    def run(values: dict[str, Any], change: Change, end: str) -> None:
        text = f"+++\n{toml(values)}+++\n{BODY}".replace("\n", end)
        check(text, end, lambda t: tomllib.loads(block(t, "+++")), change, made)

    run()
    enough(made)


def test_json() -> None:
    made: Counter[str] = Counter()

    @given(fields, changes, st.sampled_from([None, 1, 2, "\t"]), st.booleans())
    def run(values: dict[str, Any], change: Change, indent: Any, escaped: bool) -> None:
        text = json.dumps(values, indent=indent, ensure_ascii=escaped) + "\n" + BODY
        check(text, "\n", lambda t: json.JSONDecoder().raw_decode(t)[0], change, made)

    run()
    enough(made)


@given(st.text(max_size=80), changes, st.sampled_from(["---\n{}\n---\n", "+++\n{}\n+++\n", '{{"a": {}}}\n', "{}"]))
def test_anything_at_all_is_changed_or_refused(text: str, change: Change, frame: str) -> None:
    data = (frame.format(text) + BODY).encode("utf-8", "surrogatepass")
    try:
        changed(data, "a.md", PLAN, change)
    except RefusedError as refused:
        one_line(refused)


@given(st.binary(max_size=60), changes)
def test_any_bytes_are_changed_or_refused(data: bytes, change: Change) -> None:
    try:
        changed(data, "a.md", PLAN, Change(change.description, change.add, create=True))
    except RefusedError as refused:
        one_line(refused)
