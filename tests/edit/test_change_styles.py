"""Front matter styles, byte for byte: what stands before and behind the one value stays as it is."""

from __future__ import annotations

import pytest

from seocheck.config import Settings, make_plan
from seocheck.edit.change import Change, changed

PLAN = make_plan(Settings())
BODY = "\nBread needs time.\n\n---\n\ndescription: not this one\n"
NEW = "Bread needs time."
HARD = 'He said: "bread" # \\ it\'s'


def written(text: str, change: Change, path: str = "a.md") -> str:
    return changed(text.encode(), path, PLAN, change).decode()


DESCRIPTIONS = [
    (
        "---\ntitle: 🍞 𝔅read\ndescription: 🥖🥖 old # 🥖\nx: y\n---\n",
        "---\ntitle: 🍞 𝔅read\ndescription: Bread needs time. # 🥖\nx: y\n---\n",
    ),
    (
        "+++\ntitle = '🍞'\ndescription = '🥖' # 🥖\n+++\n",
        "+++\ntitle = '🍞'\ndescription = 'Bread needs time.' # 🥖\n+++\n",
    ),
    (
        '{"title": "🍞", "description": "🥖", "x": "🥖"}\n',
        '{"title": "🍞", "description": "Bread needs time.", "x": "🥖"}\n',
    ),
    (
        '---\ntitle: "a\u2028b\x85c"\ndescription: old\n---\n',
        '---\ntitle: "a\u2028b\x85c"\ndescription: Bread needs time.\n---\n',
    ),
    # (before, the front matter after, the new value)
    (
        "---\ntitle: A\ndescription: old words\nx: 1\n---\n",
        "---\ntitle: A\ndescription: Bread needs time.\nx: 1\n---\n",
    ),
    ("---\ndescription: old # why\n---\n", "---\ndescription: Bread needs time. # why\n---\n"),
    ("---\ndescription: 'old'  # why\n---\n", "---\ndescription: 'Bread needs time.'  # why\n---\n"),
    ('---\ndescription: "ol\\"d"\nx: y\n---\n', '---\ndescription: "Bread needs time."\nx: y\n---\n'),
    ("---\ndescription:\nx: y\n---\n", "---\ndescription: Bread needs time.\nx: y\n---\n"),
    ("---\ndescription: # todo\nx: y\n---\n", "---\ndescription: Bread needs time. # todo\nx: y\n---\n"),
    ("---\ndescription: ~\n---\n", "---\ndescription: Bread needs time.\n---\n"),
    ("---\ndescription: ''\n---\n", "---\ndescription: 'Bread needs time.'\n---\n"),
    ("---\ndescription: old\n  words\n  go on\nx: y\n---\n", "---\ndescription: Bread needs time.\nx: y\n---\n"),
    (
        "---\ndescription: >-  # folded\n  old\n  words\n\nx: y\n---\n",
        "---\ndescription: >-  # folded\n  Bread needs time.\n\nx: y\n---\n",
    ),
    ("---\ndescription: >\n  old \t\nx: y\n---\n", "---\ndescription: >\n  Bread needs time.\nx: y\n---\n"),
    ("---\ndescription: |\n    old\nx: y\n---\n", "---\ndescription: |\n    Bread needs time.\nx: y\n---\n"),
    ("---\ndescription: >2\n  old\nx: y\n---\n", "---\ndescription: Bread needs time.\nx: y\n---\n"),
    ("---\nMeta-Description : old\n---\n", "---\nMeta-Description : Bread needs time.\n---\n"),
    (
        "---\nseo:\n  title: A\n  description: old\n---\n",
        "---\nseo:\n  title: A\n  description: Bread needs time.\n---\n",
    ),
    ('---\n"description": old\n---\n', '---\n"description": Bread needs time.\n---\n'),
    (
        "---\n{title: A, description: old, x: [1, 2]}\n---\n",
        "---\n{title: A, description: Bread needs time., x: [1, 2]}\n---\n",
    ),
    (
        "---\ntitle: A  # t\n\n# about\nx: y\n---\n",
        "---\ntitle: A  # t\ndescription: Bread needs time.\n\n# about\nx: y\n---\n",
    ),
    ("---\ntitle: 'A'\n---\n", "---\ntitle: 'A'\ndescription: 'Bread needs time.'\n---\n"),
    ("---\nx: y\n---\n", "---\nx: y\ndescription: Bread needs time.\n---\n"),
    ("---\n  title: A\n  x: y\n---\n", "---\n  title: A\n  description: Bread needs time.\n  x: y\n---\n"),
    (
        "---\ntitle: >\n  A long\n  title\nx: y\n---\n",
        "---\ntitle: >\n  A long\n  title\nx: y\ndescription: Bread needs time.\n---\n",
    ),
    ("---\n---\n", "---\ndescription: Bread needs time.\n---\n"),
    ("---\r\ntitle: A\r\ndescription: old\r\n---\r\n", "---\r\ntitle: A\r\ndescription: Bread needs time.\r\n---\r\n"),
    ("---\r\ntitle: A\r\nx: y\r\n---\r\n", "---\r\ntitle: A\r\ndescription: Bread needs time.\r\nx: y\r\n---\r\n"),
    ("---\ntitle: Käse\nexcerpt: alt, ü\nx: ñ\n...\n", "---\ntitle: Käse\nexcerpt: Bread needs time.\nx: ñ\n...\n"),
    (
        "+++\ntitle = 'A' # t\ndescription = 'old' # why\n[x]\ny=1\n+++\n",
        "+++\ntitle = 'A' # t\ndescription = 'Bread needs time.' # why\n[x]\ny=1\n+++\n",
    ),
    ('+++\ndescription = """\nold\nwords"""\n+++\n', '+++\ndescription = "Bread needs time."\n+++\n'),
    (
        "+++\ntitle = 'A' # t\n[x]\ny=1\n+++\n",
        "+++\ntitle = 'A' # t\ndescription = 'Bread needs time.'\n[x]\ny=1\n+++\n",
    ),
    ("+++\n# c\n[x]\ntitle = 'A'\n+++\n", "+++\ndescription = \"Bread needs time.\"\n# c\n[x]\ntitle = 'A'\n+++\n"),
    ('+++\n[seo]\ndescription="old"\n+++\n', '+++\n[seo]\ndescription="Bread needs time."\n+++\n'),
    (
        '{"title": "A", "description": "old", "x": [1, null]}\n',
        '{"title": "A", "description": "Bread needs time.", "x": [1, null]}\n',
    ),
    (
        '{\n\t"title" : "A",\n\t"x" : 1\n}\n',
        '{\n\t"title" : "A",\n\t"description" : "Bread needs time.",\n\t"x" : 1\n}\n',
    ),
    ('{"description":null}\n', '{"description":"Bread needs time."}\n'),
]


@pytest.mark.parametrize(("before", "after"), DESCRIPTIONS)
def test_description_in_every_style(before: str, after: str) -> None:
    assert written(before + BODY, Change(description=NEW)) == after + BODY


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\ndescription: old\n---\n", "---\ndescription: 'He said: \"bread\" # \\ it''s'\n---\n"),
        ("---\ndescription: 'old'\n---\n", "---\ndescription: 'He said: \"bread\" # \\ it''s'\n---\n"),
        ('---\ndescription: "old"\n---\n', '---\ndescription: "He said: \\"bread\\" # \\\\ it\'s"\n---\n'),
        ("---\ndescription: >\n  old\n---\n", "---\ndescription: >\n  He said: \"bread\" # \\ it's\n---\n"),
        ("+++\ndescription = 'old'\n+++\n", '+++\ndescription = "He said: \\"bread\\" # \\\\ it\'s"\n+++\n'),
        ('{"description": "old"}\n', '{"description": "He said: \\"bread\\" # \\\\ it\'s"}\n'),
        ('{"title": "K\\u00e4se", "description": "old"}\n',
         '{"title": "K\\u00e4se", "description": "He said: \\"bread\\" # \\\\ it\'s"}\n'),
    ],
)  # fmt: skip
def test_quotation_marks_are_those_that_are_needed(before: str, after: str) -> None:
    assert written(before + BODY, Change(description=HARD)) == after + BODY


@pytest.mark.parametrize(
    "value", ["Yes", "null", "2024-01-02", "1e3", "12:30", "- a", "{a}", "# a", "a: b", "@a", "%a"]
)
def test_what_a_yaml_reader_could_misread_is_quoted(value: str) -> None:
    made = written("---\ndescription: old\n---\n" + BODY, Change(description=value))
    assert made == f'---\ndescription: "{value}"\n---\n' + BODY


def test_escapes_of_json_stay_escapes() -> None:
    before = '{"title": "K\\u00e4se", "description": "old"}\n'
    made = written(before + BODY, Change(description="Käse reift."))
    assert made.startswith('{"title": "K\\u00e4se", "description": "K\\u00e4se reift."}\n')


ADD = ("rye flour", "cold: start")

KEYWORDS = [
    (
        "---\nkeywords:\n  - a # c\n  - b\n# d\nx: y\n---\n",
        '---\nkeywords:\n  - a # c\n  - b\n  - rye flour\n  - "cold: start"\n# d\nx: y\n---\n',
    ),
    ("---\nkeywords:\n- 'a'\n---\n", "---\nkeywords:\n- 'a'\n- 'rye flour'\n- 'cold: start'\n---\n"),
    ('---\nkeywords: ["a","b"]\n---\n', '---\nkeywords: ["a","b","rye flour","cold: start"]\n---\n'),
    ("---\nkeywords: [a, b] # c\n---\n", '---\nkeywords: [a, b, rye flour, "cold: start"] # c\n---\n'),
    (
        "---\nkeywords: [\n  a, # 1\n  b # 2\n]\n---\n",
        '---\nkeywords: [\n  a, # 1\n  b, # 2\n  rye flour,\n  "cold: start"\n]\n---\n',
    ),
    (
        "---\nkeywords: [\n  a,\n  b,\n]\n---\n",
        '---\nkeywords: [\n  a,\n  b,\n  rye flour,\n  "cold: start",\n]\n---\n',
    ),
    ("---\nkeywords: []\n---\n", '---\nkeywords: [rye flour, "cold: start"]\n---\n'),
    ("---\nkeywords:\n---\n", '---\nkeywords: [rye flour, "cold: start"]\n---\n'),
    ('---\nkeywords: ""\n---\n', '---\nkeywords: "rye flour, cold: start"\n---\n'),
    ('---\nkeywords: "a, b"\n---\n', '---\nkeywords: "a, b, rye flour, cold: start"\n---\n'),
    ("---\nkeywords: 'a,b'\n---\n", "---\nkeywords: 'a,b,rye flour,cold: start'\n---\n"),
    ("---\nkeywords: a; b\n---\n", '---\nkeywords: "a; b; rye flour; cold: start"\n---\n'),
    ("---\nkeywords: >\n  a,\n  b\n---\n", "---\nkeywords: >\n  a,\n  b, rye flour, cold: start\n---\n"),
    (
        "---\ntags:\n  - t\ntitle: A\n---\n",
        '---\ntags:\n  - t\ntitle: A\nkeywords:\n  - rye flour\n  - "cold: start"\n---\n',
    ),
    ("---\ntitle: A\n---\n", '---\ntitle: A\nkeywords: [rye flour, "cold: start"]\n---\n'),
    ("---\r\nkeywords:\r\n- a\r\n---\r\n", '---\r\nkeywords:\r\n- a\r\n- rye flour\r\n- "cold: start"\r\n---\r\n'),
    (
        "---\nfocus_keyword: a\nkeywords: [b]\n---\n",
        '---\nfocus_keyword: a\nkeywords: [b, rye flour, "cold: start"]\n---\n',
    ),
    ("+++\nkeywords = ['a']\n+++\n", "+++\nkeywords = ['a', 'rye flour', 'cold: start']\n+++\n"),
    (
        '+++\nkeywords = [\n  "a", # 1\n  "b" # 2\n]\n+++\n',
        '+++\nkeywords = [\n  "a", # 1\n  "b", # 2\n  "rye flour",\n  "cold: start"\n]\n+++\n',
    ),
    ("+++\nkeywords = [ ]\n+++\n", '+++\nkeywords = ["rye flour", "cold: start"]\n+++\n'),
    ('+++\nkeywords = "a, b"\n+++\n', '+++\nkeywords = "a, b, rye flour, cold: start"\n+++\n'),
    ('{"keywords": ["a", "b"]}\n', '{"keywords": ["a", "b", "rye flour", "cold: start"]}\n'),
    (
        '{\n  "keywords": [\n    "a"\n  ]\n}\n',
        '{\n  "keywords": [\n    "a",\n    "rye flour",\n    "cold: start"\n  ]\n}\n',
    ),
    ('{"title": "A"}\n', '{"title": "A", "keywords": ["rye flour", "cold: start"]}\n'),
]


@pytest.mark.parametrize(("before", "after"), KEYWORDS)
def test_keywords_in_every_style(before: str, after: str) -> None:
    assert written(before + BODY, Change(add=ADD)) == after + BODY


DROPS = [
    ("---\nkeywords: [a, bb, c]\n---\n", ["bb"], "---\nkeywords: [a, c]\n---\n"),
    ("---\nkeywords: [a, bb, c]\n---\n", ["a"], "---\nkeywords: [bb, c]\n---\n"),
    ("---\nkeywords: [a, bb, c]\n---\n", ["bb", "c"], "---\nkeywords: [a]\n---\n"),
    ("---\nkeywords: [a, bb, c]\n---\n", ["a", "bb"], "---\nkeywords: [c]\n---\n"),
    (
        "---\nkeywords:\n  - a\n  - bb # gone\n  # stays\n  - c\n---\n",
        ["bb"],
        "---\nkeywords:\n  - a\n  # stays\n  - c\n---\n",
    ),
    ('---\nkeywords: "a, bb, c"\n---\n', ["a", "c"], '---\nkeywords: "bb"\n---\n'),
    ('+++\nkeywords = ["a", "bb",\n "c"]\n+++\n', ["c"], '+++\nkeywords = ["a", "bb"]\n+++\n'),
    ('{"keywords":["a","bb","c"]}\n', ["a"], '{"keywords":["bb","c"]}\n'),
]


def offsets(text: str, words: list[str]) -> frozenset[int]:
    import re

    found = frozenset(re.search(rf"(?<![\w]){word}(?!\w)", text).start() for word in words)  # type: ignore[union-attr]
    assert len(found) == len(words)
    return found


@pytest.mark.parametrize(("before", "words", "after"), DROPS)
def test_dropped_keywords_go_and_the_others_stay(before: str, words: list[str], after: str) -> None:
    assert written(before + BODY, Change(drop=offsets(before, words))) == after + BODY


@pytest.mark.parametrize(("before", "words", "after"), DROPS)
def test_dropping_and_adding_at_once(before: str, words: list[str], after: str) -> None:
    change = Change(add=("new",), drop=offsets(before, words))
    alone = written(after + BODY, Change(add=("new",)))
    assert written(before + BODY, change).split() == alone.split()


def test_all_dropped_and_one_added() -> None:
    before = "---\nkeywords: [a, bb]\n---\n"
    change = Change(add=("new",), drop=offsets(before, ["a", "bb"]))
    assert written(before + BODY, change) == "---\nkeywords: [new]\n---\n" + BODY


def test_both_fields_at_once() -> None:
    before = "---\ntitle: A\nkeywords: [a]\n---\n" + BODY
    made = written(before, Change(description=NEW, add=("b",)))
    assert made == f"---\ntitle: A\ndescription: {NEW}\nkeywords: [a, b]\n---\n" + BODY


def test_front_matter_is_made_when_asked_for() -> None:
    made = written("Bread.\r\n", Change(description=NEW, add=("b",), create=True))
    assert made == f"---\r\nkeywords: [b]\r\ndescription: {NEW}\r\n---\r\n\r\nBread.\r\n"


def test_byte_order_mark_stays() -> None:
    before = b"\xef\xbb\xbf---\ndescription: old\n---\nBread.\n"
    made = changed(before, "a.md", PLAN, Change(description=NEW))
    assert made == before.replace(b"old", NEW.encode())


def test_a_keyword_that_is_there_is_not_added_again() -> None:
    text = "---\nkeywords: [Bread]\n---\n" + BODY
    assert written(text, Change(add=("bread",))) == text


def test_the_name_that_the_settings_give_is_written_to() -> None:
    plan = make_plan(Settings(fields={"description": ("params.teaser",)}))
    text = "---\nparams:\n  teaser: old\n---\n" + BODY
    assert changed(text.encode(), "a.md", plan, Change(description=NEW)).decode() == text.replace("old", NEW, 1)
