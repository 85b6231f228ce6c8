"""Front matter in its three languages: values as written, and the place of each."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from seocheck.base.text import Text
from seocheck.readers.front_matter.reader import read_front_matter
from seocheck.readers.front_matter.values import Mapping, Scalar, Sequence, Value


class Found(NamedTuple):
    """A decoded value and what stands at its place."""

    value: str
    source: str


def shown(source: str, text: Text) -> Found:
    span = text.span()
    return Found(text.value, source[span.start : span.end])


def scalar(source: str, name: str) -> Found:
    entry = read_front_matter(source).values.find(name)
    assert entry is not None
    assert source[entry.key_span.start : entry.key_span.end].strip("\"'") == entry.key
    assert isinstance(entry.value, Scalar)
    return shown(source, entry.value.text)


def items(source: str, name: str) -> list[Found]:
    entry = read_front_matter(source).values.find(name)
    assert entry is not None
    assert isinstance(entry.value, Sequence)
    return [shown(source, item.text) for item in entry.value.items if isinstance(item, Scalar)]


def yaml(body: str) -> str:
    return f"---\n{body}\n---\n\nBread.\n"


# -- YAML -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "value", "source"),
    [
        ("Rye bread", "Rye bread", "Rye bread"),
        ("  Rye bread   # a comment", "Rye bread", "Rye bread"),
        ('"Rye bread"', "Rye bread", "Rye bread"),
        ("'Rye bread'", "Rye bread", "Rye bread"),
        ("'the baker''s rye'", "the baker's rye", "the baker''s rye"),
        (r'"caf\u00e9 \"rye\""', 'café "rye"', r"caf\u00e9 \"rye\""),
        (r'"tab\there"', "tab\there", r"tab\there"),
        ('"one\n  two"', "one two", "one\n  two"),
        ('"one \\\n  two"', "one two", "one \\\n  two"),
        ("one\n  two", "one two", "one\n  two"),
        (">-\n  one\n  two", "one two", "one\n  two"),
        (">\n  one\n\n  two\n", "one\ntwo", "one\n\n  two"),
        ("|-\n  one\n  two", "one\ntwo", "one\n  two"),
        ("|\n    one\n      two\n", "one\n  two", "one\n      two"),
        ("!!str Rye", "Rye", "Rye"),
        ("no", "no", "no"),
        ("12:30", "12:30", "12:30"),
        ("1.10", "1.10", "1.10"),
        ("2024-13-45", "2024-13-45", "2024-13-45"),
        ("0x1F", "0x1F", "0x1F"),
        ("&name Rye", "Rye", "Rye"),
    ],
)
def test_yaml_scalars(written: str, value: str, source: str) -> None:
    found = scalar(yaml(f"other: x\ntitle: {written}\nlast: y"), "title")
    assert found.value.rstrip("\n") == value
    assert found.source.removeprefix("!!str ").removeprefix("&name ") == source


def test_words_within_a_folded_value_have_their_own_places() -> None:
    source = yaml("description: >\n  Feed the starter\n  in the morning.")
    entry = read_front_matter(source).values.find("description")
    assert entry is not None
    assert isinstance(entry.value, Scalar)
    text = entry.value.text
    for word in ("Feed", "starter", "in", "morning"):
        start = text.value.index(word)
        span = text.span(start, start + len(word))
        assert source[span.start : span.end] == word


def test_an_escape_takes_the_place_of_what_it_means() -> None:
    source = yaml(r'title: "caf\u00e9 rye"')
    entry = read_front_matter(source).values.find("title")
    assert entry is not None
    assert isinstance(entry.value, Scalar)
    span = entry.value.text.span(3, 4)
    assert source[span.start : span.end] == r"\u00e9"
    span = entry.value.text.span(5, 8)
    assert source[span.start : span.end] == "rye"


@pytest.mark.parametrize(
    "written",
    [
        r'"Rye \n oats and spelt"',
        r'"Rye\t oats\u00a0 and spelt"',
        '"Rye \\t\n\n   oats \\\n  and spelt"',
        '"Rye  \n  oats\\ and  spelt"',
    ],
)
def test_words_beside_escaped_white_space_have_their_own_places(written: str) -> None:
    source = yaml(f"title: {written}")
    entry = read_front_matter(source).values.find("title")
    assert entry is not None
    assert isinstance(entry.value, Scalar)
    text = entry.value.text
    for word in ("Rye", "oats", "and", "spelt"):
        start = text.value.index(word)
        span = text.span(start, start + len(word))
        assert source[span.start : span.end] == word


@pytest.mark.parametrize(
    "written",
    [
        "[rye, 'oat bread', \"caf\\u00e9\"]",
        "\n  - rye\n  - 'oat bread'\n  - \"caf\\u00e9\"",
        "\n- rye\n- oat bread\n- café",
        "[\n  rye,\n  oat bread,  # not in summer\n  café,\n]",
    ],
)
def test_yaml_lists(written: str) -> None:
    found = items(yaml(f"keywords: {written}"), "keywords")
    assert [f.value for f in found] == ["rye", "oat bread", "café"]
    assert [f.source for f in found][:2] == ["rye", "oat bread"]


def test_an_alias_points_at_its_anchor() -> None:
    source = yaml("title: &t Rye bread\ndescription: *t")
    assert scalar(source, "description").value == "Rye bread"
    assert "Rye bread" in scalar(source, "description").source


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_empty_values(written: str) -> None:
    entry = read_front_matter(yaml(f"title: {written}\nlast: x")).values.find("title")
    assert entry is not None
    assert isinstance(entry.value, Scalar)
    assert entry.value.null
    assert not entry.value.text


def test_keys_are_found_without_case_hyphens_and_underscores() -> None:
    source = yaml("Meta-Description: Rye\nmetaTitle: Oats\nms.keywords: [x]\nseo:\n  title: Deep")
    assert scalar(source, "meta_description").value == "Rye"
    assert scalar(source, "meta_title").value == "Oats"
    assert [f.value for f in items(source, "ms.keywords")] == ["x"]
    assert scalar(source, "seo.title").value == "Deep"
    assert read_front_matter(source).values.find("seo.none") is None


def test_line_ends_of_windows() -> None:
    source = yaml("title: Rye\ndescription: >\n  one\n  two\nkeywords: [a, b]").replace("\n", "\r\n")
    assert scalar(source, "title") == ("Rye", "Rye")
    assert scalar(source, "description").value.rstrip() == "one two"
    assert [f.source for f in items(source, "keywords")] == ["a", "b"]


# -- where it begins and ends ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bread.\n", "none"),
        ("", "none"),
        ("---\n", "none"),
        ("---\n\nA thematic break above.\n", "none"),
        ("\n---\n\nA break above and one below.\n\n---\n\nEnd.\n", "none"),
        ("---\ntitle: Rye\n---\n", "yaml"),
        ("---\ntitle: Rye\n...\nBread.\n", "yaml"),
        ("--- \ntitle: Rye\n---  \nBread.\n", "yaml"),
        ("---\n---\nBread.\n", "yaml"),
        ("---\n# only a comment\n---\nBread.\n", "yaml"),
        ("+++\ntitle = 'Rye'\n+++\nBread.\n", "toml"),
        ('{"title": "Rye"}\nBread.\n', "json"),
        ("{{< shortcode >}}\nBread.\n", "none"),
        ("{ not json }\n", "none"),
    ],
)
def test_what_is_front_matter(text: str, kind: str) -> None:
    found = read_front_matter(text)
    assert (found.kind, found.invalid) == (kind, False)
    if kind == "none":
        assert found.body_start == 0
    else:
        assert "title" not in text[found.body_start :]


@pytest.mark.parametrize("before", ["\n", "\n\n", "  ", "\ufeff"])
def test_front_matter_that_is_not_first_is_read_and_reported(before: str) -> None:
    mark = before == "\ufeff"
    found = read_front_matter(("" if mark else before) + "---\ntitle: Rye\n---\nBread.\n", byte_order_mark=mark)
    assert [p.kind for p in found.problems] == ["not-first"]
    assert found.values.find("title") is not None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("---\ntitle: Rye: and more\n---\n", "title: Rye: and more"),
        ("---\ntitle: ok\nkeywords: [a\nlast: b\n---\n", ""),
        ("---\ntitle: Rye\n", "---"),
        ("---\n- a\n- b\n---\n", "- a\n- b"),
        ("---\ntitle: a\n\tkey: b\n---\n", ""),
        ("+++\ntitle = Rye\n+++\n", "title = Rye"),
        ("+++\ntitle = 'Rye'\n", "+++"),
        ('{"title": "Rye",}\n\nBread.\n', ""),
        ("---\ntitle: \x07\n---\n", ""),
    ],
)
def test_what_cannot_be_read_is_one_problem_at_its_line(text: str, at: str) -> None:
    found = read_front_matter(text)
    assert found.invalid
    assert [p.kind for p in found.problems] == ["invalid"]
    (problem,) = found.problems
    assert 0 <= problem.span.start <= problem.span.end <= len(text)
    line = text[text.rfind("\n", 0, problem.span.start) + 1 :]
    assert line.startswith(at)
    assert "\n" not in problem.message
    assert problem.hint


def test_a_key_given_twice() -> None:
    source = yaml("title: Rye\nkeywords: [a]\ntitle: Oats\nseo:\n  title: fine")
    found = read_front_matter(source)
    assert [(p.kind, p.subject, source[p.span.start : p.span.end]) for p in found.problems] == [
        ("duplicate-key", "title", "title")
    ]
    assert found.problems[0].span.start == source.index("title: Oats")
    assert "first on line 2" in found.problems[0].message
    assert scalar(source, "title").value == "Oats"


def test_nothing_is_constructed() -> None:
    """No tag runs code, no alias multiplies."""
    found = read_front_matter(yaml("title: !!python/object/apply:os.system ['false']"))
    assert isinstance(found.values, Mapping)
    bomb = "\n".join(f"k{i}: &k{i} [{', '.join([f'*k{i - 1}'] * 9)}]" if i else "k0: &k0 [x]" for i in range(12))
    assert "its aliases expand to too many values" in read_front_matter(yaml(bomb)).problems[0].message


@pytest.mark.parametrize(
    "block",
    [
        "keywords: [" + ", ".join(f"rye {n}" for n in range(19_999)) + "]",
        "keywords:\n" + "\n".join(f"- rye {n}" for n in range(20_001)),
        "a: &a x\nb: *a\nkeywords: [" + ", ".join(f"rye {n}" for n in range(20_000)) + "]",
    ],
)
def test_too_many_values_are_called_that(block: str) -> None:
    (problem,) = read_front_matter(yaml(block)).problems
    assert problem.message == "Front matter can't be read: it has more than 20,000 values."
    assert problem.hint == "Shorten it; until then nothing in the front matter is read."


def test_many_values_are_read() -> None:
    """Near miss."""
    found = read_front_matter(yaml("keywords: [" + ", ".join(f"rye {n}" for n in range(19_900)) + "]"))
    assert not found.invalid
    assert not found.problems


# -- TOML and JSON --------------------------------------------------------------------------------

TOML = '''+++
title = "Rye \\u00e9 bread"  # a comment
description = 'Plain "rye"'
keywords = [
  "rye",  # dark
  'oat bread',
]
draft = false
weight = 3
date = 2024-01-02
long = """
One
two"""

[params.seo]
title = "Deep"
keywords = ["x, y"]
+++

title = "in the body"
'''


def test_toml() -> None:
    assert scalar(TOML, "title") == ("Rye é bread", "Rye \\u00e9 bread")
    assert scalar(TOML, "description") == ('Plain "rye"', 'Plain "rye"')
    assert items(TOML, "keywords") == [("rye", "rye"), ("oat bread", "oat bread")]
    assert scalar(TOML, "draft").value == "false"
    assert scalar(TOML, "weight") == ("3", "3")
    assert scalar(TOML, "date").value == "2024-01-02"
    assert scalar(TOML, "long").value == "One\ntwo"


def test_toml_tables() -> None:
    found = read_front_matter(TOML)
    outer = found.values.find("params.seo.title")
    assert outer is not None
    assert isinstance(outer.value, Scalar)
    assert shown(TOML, outer.value.text) == ("Deep", "Deep")
    dotted = '+++\nseo.title = "Rye"\nauthor = {name = "Anna", town = "Ulm"}\n+++\n'
    entry = read_front_matter(dotted).values.find("seo.title")
    assert entry is not None
    assert isinstance(entry.value, Scalar)
    assert entry.value.text.value == "Rye"


JSON = r"""{
  "title": "Rye \"and\" oats \/ \ud83c\udf5e",
  "keywords": ["rye", "caf\u00e9", "\\ud83c"],
  "seo": {"title": "Deep"},
  "draft": false
}

{"title": "in the body"}
"""


def test_json() -> None:
    assert scalar(JSON, "title") == ('Rye "and" oats / 🍞', r"Rye \"and\" oats \/ \ud83c\udf5e")
    assert items(JSON, "keywords") == [("rye", "rye"), ("café", r"caf\u00e9"), (r"\ud83c", r"\\ud83c")]
    assert scalar(JSON, "seo.title") == ("Deep", "Deep")
    assert scalar(JSON, "draft").value == "false"
    assert JSON[read_front_matter(JSON).body_start :].startswith("\n\n{")


def test_half_a_surrogate_pair_is_replaced() -> None:
    assert scalar('{"title": "Rye \\ud83c bread"}\n', "title").value == "Rye \ufffd bread"


@pytest.mark.parametrize("source", [TOML, JSON], ids=["toml", "json"])
def test_every_value_lies_within_the_block(source: str) -> None:
    found = read_front_matter(source)

    def walk(value: Value) -> None:
        if isinstance(value, Scalar):
            span = value.text.span()
            assert found.span.start <= span.start <= span.end <= found.span.end
        elif isinstance(value, Sequence):
            for item in value.items:
                walk(item)
        else:
            for entry in value.entries:
                walk(entry.value)

    walk(found.values)


def test_a_merge_key_brings_in_the_keys_of_its_anchor() -> None:
    source = "---\nbase: &b\n  description: Boats for hire\n  title: Boats\n<<: *b\ntitle: Canoes\n---\n"
    assert scalar(source, "description") == ("Boats for hire", "Boats for hire")
    assert scalar(source, "title") == ("Canoes", "Canoes")
    assert not read_front_matter(source).problems


def test_of_several_merged_mappings_the_first_counts() -> None:
    source = "---\na: &a {title: Boats}\nb: &b {title: Oars, lang: en}\n<<: [*a, *b]\n---\n"
    assert scalar(source, "title").value == "Boats"
    assert scalar(source, "lang").value == "en"


def test_a_line_without_a_colon_is_the_one_that_is_reported() -> None:
    source = "---\ntitle: Boats\ndescription: Boats for\nhire on the lake\nkeywords: [boats]\n---\n"
    (problem,) = read_front_matter(source).problems
    assert source[problem.span.start : problem.span.end] == "hire on the lake"


def test_a_second_colon_is_read_as_it_is_meant() -> None:
    source = """---
title: Rye: how to bake it
description: "Rye: what it needs."
# a note
tags:
  - rye
slug: rye  # short
note: one: two # three
---
Text.
"""
    found = read_front_matter(source)
    assert found.invalid
    assert found.meant
    assert [p.kind for p in found.problems] == ["invalid"]
    assert shown(source, text_of(found.values, "title")) == ("Rye: how to bake it", "Rye: how to bake it")
    assert shown(source, text_of(found.values, "description")) == ("Rye: what it needs.", "Rye: what it needs.")
    assert text_of(found.values, "note").value == "one: two"
    tags = found.values.find("tags")
    assert tags is not None
    assert isinstance(tags.value, Sequence)


def text_of(values: Mapping, name: str) -> Text:
    entry = values.find(name)
    assert entry is not None
    assert isinstance(entry.value, Scalar)
    return entry.value.text


@pytest.mark.parametrize(
    "block",
    [
        "title: Rye: how\n- bread",
        "title: Rye: how\nand: 'never closed",
        "title: Rye: how\nseo:\n  title: Rye: how",
        "some words\ntitle: Rye: how",
        "title: Rye: how\nslug: [rye",
    ],
)
def test_other_faults_leave_the_fields_unknown(block: str) -> None:
    found = read_front_matter(f"---\n{block}\n---\nText.\n")
    assert found.invalid
    assert not found.meant
    assert not found.values.entries
