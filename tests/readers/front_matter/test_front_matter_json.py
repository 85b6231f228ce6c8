"""JSON front matter: the place of every key and value, however it is laid out."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seocheck.base.text import Span
from seocheck.readers.front_matter.reader import read_front_matter
from seocheck.readers.front_matter.values import FrontMatter, Mapping, Scalar, Sequence, Value
from tests.support import assert_linear, no_hang


def read(source: str) -> FrontMatter:
    found = read_front_matter(source)
    assert (found.kind, found.invalid) == ("json", False), found.problems
    return found


def quoted(source: str, span: Span) -> str:
    return source[span.start : span.end]


def value(source: str, name: str) -> tuple[str, str]:
    """A value as decoded, and what stands at its place."""
    entry = read(source).values.find(name)
    assert entry is not None
    assert isinstance(entry.value, Scalar)
    return entry.value.text.value, quoted(source, entry.value.text.span())


NESTED = """{
\t"seo" :
\t{ "title":"Rye", "more": { "title"
\t:
\t"Oats" } },\r
\t"faq": [ { "q": "Rye?" },\r
\t\t{ "q": "Oats?", "q2": [] } ],
\t"keywords": [
\t\t"rye, dark",
\t\t"{oats}"
\t],
\t"weight": -1.50E+3, "draft":false,"none": null
}

Bread.
"""


def test_nested_values_over_several_lines() -> None:
    assert value(NESTED, "seo.title") == ("Rye", "Rye")
    assert value(NESTED, "seo.more.title") == ("Oats", "Oats")
    assert value(NESTED, "weight") == ("-1.50E+3", "-1.50E+3")
    assert value(NESTED, "draft") == ("false", "false")
    found = read(NESTED)
    assert NESTED[found.body_start :] == "\n\nBread.\n"
    keywords, faq, none = (found.values.find(name) for name in ("keywords", "faq", "none"))
    assert keywords is not None
    assert faq is not None
    assert none is not None
    assert isinstance(keywords.value, Sequence)
    assert [quoted(NESTED, i.text.span()) for i in keywords.value.items if isinstance(i, Scalar)] == [
        "rye, dark",
        "{oats}",
    ]
    assert quoted(NESTED, keywords.key_span) == '"keywords"'
    assert isinstance(faq.value, Sequence)
    assert quoted(NESTED, faq.value.items[1].span) == '{ "q": "Oats?", "q2": [] }'  # type: ignore[union-attr]
    assert isinstance(none.value, Scalar)
    assert none.value.null


@pytest.mark.parametrize(
    ("written", "decoded"),
    [
        (r"Rye \n bread", "Rye \n bread"),
        (r"Rye  \u00a0 bread", "Rye  \xa0 bread"),
        (r"\"Rye\" \\n \/", '"Rye" \\n /'),
        (r"\ud83c\udf5e bread \ud83c", "🍞 bread \ufffd"),
        ("Rye\x7fbread \u2028 x", "Rye\x7fbread \u2028 x"),
        ("Rye: bread # not [a comment]", "Rye: bread # not [a comment]"),
    ],
)
def test_escapes_and_what_would_mean_something_in_yaml(written: str, decoded: str) -> None:
    source = f'{{"other": "x", "title": "{written}"}}\n'
    assert value(source, "title") == (decoded, written)


def test_a_key_with_escapes_and_a_long_one() -> None:
    long = "k" * 2000
    source = f'{{"ti\\u0074le": "Rye", "{long}": "Oats", "\\ud83c\\udf5e": "Bread"}}\n'
    assert value(source, "title") == ("Rye", "Rye")
    assert value(source, long) == ("Oats", "Oats")
    assert value(source, "🍞") == ("Bread", "Bread")
    entry = read(source).values.find("title")
    assert entry is not None
    assert quoted(source, entry.key_span) == '"ti\\u0074le"'


def test_a_key_given_twice() -> None:
    source = '{\n  "title": "Rye",\n  "seo": {"title": "fine"},\n  "ti\\u0074le": "Oats"\n}\n'
    (problem,) = read(source).problems
    assert (problem.kind, quoted(source, problem.span)) == ("duplicate-key", '"ti\\u0074le"')
    assert problem.message == "The key “title” is declared twice (first on line 2)."
    assert "YAML" not in problem.hint
    assert value(source, "title") == ("Oats", "Oats")


@pytest.mark.parametrize("depth", [70, 100_000])
def test_what_is_nested_too_deeply_is_said(depth: int) -> None:
    (problem,) = read_front_matter('{"a": ' + "[" * depth + "]" * depth + "}").problems
    assert problem.message == "Front matter isn't valid JSON: it is nested too deeply."


LONG = {
    "1,1": lambda size: "1," * (size // 2) + "1",
    "[],[]": lambda size: "[]," * (size // 3) + "1",
    "escapes": lambda size: '"' + "\\n" * (size // 2) + '"',
    "backslashes": lambda size: '"' + "\\" * (size + 1),
    "keys": lambda size: "{" + ",".join(f'"k{n}":{n}' for n in range(size // 14)) + "}",
    "a key again and again": lambda size: "{" + ",\n".join(['"k":1'] * (size // 8)) + "}",
}


@pytest.mark.parametrize("name", LONG)
def test_time_grows_with_the_length_alone(name: str) -> None:
    assert_linear(lambda size: read_front_matter(f'{{"a": [{LONG[name](size)}]}}\n'), 25_000)


@pytest.mark.parametrize("name", ["escapes", "keys"])
def test_a_megabyte_is_read_in_time(name: str) -> None:
    with no_hang():
        read_front_matter(f'{{"a": [{LONG[name](1_000_000)}]}}\n')


TEXTS = st.text(
    st.one_of(st.sampled_from(' \t\n"\\/:,{}[]#é🍞'), st.characters(exclude_categories=["Cs"])), max_size=12
)
VALUES = st.recursive(
    st.one_of(TEXTS, st.booleans(), st.none(), st.integers(), st.floats(allow_nan=False, allow_infinity=False)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=12,
)


def same(source: str, parsed: Any, found: Value) -> None:
    """Whether a value is what json says, and stands where it was written."""
    if isinstance(parsed, dict):
        assert isinstance(found, Mapping)
        assert [e.key for e in found.entries] == list(parsed)
        assert json.loads(quoted(source, found.span)) == parsed
        for entry in found.entries:
            assert json.loads(quoted(source, entry.key_span)) == entry.key
            same(source, parsed[entry.key], entry.value)
    elif isinstance(parsed, list):
        assert isinstance(found, Sequence)
        assert json.loads(quoted(source, found.span)) == parsed
        for item, inner in zip(parsed, found.items, strict=True):
            same(source, item, inner)
    else:
        assert isinstance(found, Scalar)
        whole = quoted(source, found.text.span())
        assert json.loads(f'"{whole}"' if isinstance(parsed, str) else whole) == parsed
        if isinstance(parsed, str):
            assert found.text.value == parsed
            for i, c in enumerate(parsed):
                assert json.loads(f'"{quoted(source, found.text.span(i, i + 1))}"', strict=False) == c


@given(
    st.dictionaries(TEXTS, VALUES, min_size=1, max_size=5),
    st.sampled_from([None, 2, "\t"]),
    st.booleans(),
    st.sampled_from(["\n", "\r\n"]),
)
def test_any_object(data: dict[str, Any], indent: int | str | None, ascii_only: bool, ending: str) -> None:
    source = json.dumps(data, indent=indent, ensure_ascii=ascii_only).replace("\n", ending) + "\n"
    same(source, data, read(source).values)
