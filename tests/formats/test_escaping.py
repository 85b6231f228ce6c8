"""An article's words, and a file's name, are words in every format: never a command, a tag, a link or an escape."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree as ET

import pyromark
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seocheck.formats.logs import harmless
from seocheck.formats.machines.encode import harmless_json, json_text, xml_attribute, xml_text
from seocheck.formats.people.markdown_escape import html, markdown
from seocheck.formats.registry import FORMATS
from seocheck.formats.run import RunStart
from tests.formats.actions import commands
from tests.formats.made import finding, report, suppressed, written

HOSTILE = [
    "::error file=x::gone",
    "x\n::error::gone",
    "x\r\n  ::set-output name=a::b",
    "##[set-output name=a]b",
    "x ##[add-mask]y\n##[error]z",
    "\x1b[31mred\x1b]0;title\x07\x9b31m",
    "right \u202eto left",
    "a\u2028b\u0085c\x0cd",
    "]]> <b>&amp; ' \" <!-- --> <?x?>",
    "<script>alert(1)</script><img src=x onerror=y>",
    "[click](javascript:alert(1)) ![i](https://evil.example/i.png) <https://evil.example>",
    "https://evil.example www.evil.example me@evil.example @everyone #1 GH-1 !1 :smile:",
    "| a | b |\n|---|---|\n# head\n- item\n```\ncode",
    "`code` ``x`` **b** _i_ ~~s~~ $x$ \\[x\\] &lt;b&gt;",
    "100%, 50%0A, a:b, c;d=e",
    "\ud800 \ufffe \x00 \ufdd0",
]


def hostile(text: str, path: str = "a.md") -> Any:
    changes = {"message": f"{text} said", "hint": text, "subject": text, "quote": text}
    held = suppressed(reason=text, **changes)
    return report(
        finding(**changes, severity="error"), finding(**changes, rule="title/missing"), path=path, suppressed=(held,)
    )


CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_format_carries_a_command_or_an_escape(name: str, text: str) -> None:
    start = RunStart(actions=True)
    made = written(name, hostile(text, path=text), start=start, failures=[(text, text)])
    if name == "text":  # the command line draws it
        made = "".join(harmless(line) + "\n" for line in made.split("\n"))
    made.encode()
    assert CONTROL.search(made) is None
    found = commands(made)
    if name == "github":
        assert [command[0] for command in found] == ["error", "error", "warning"]
        assert all(set(command[1]) <= {"file", "line", "col", "endColumn", "title"} for command in found)
    else:
        assert found == []


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_data_formats_are_read_back(text: str) -> None:
    made = hostile(text)
    said = text.encode("utf-8", "replace").decode()
    issue = json.loads(written("gitlab", made))[0]
    assert issue["location"]["path"] == "a.md"
    subject = json.loads(written("jsonl", made))["findings"][0]["subject"]
    assert subject == said.replace("?", "\ufffd") if "\ud800" in text else subject == text
    for name in ("junit", "checkstyle"):
        ET.fromstring(written(name, made).encode())
    json.loads(written("sarif", made))
    json.loads(written("rdjson", made))


def test_annotations_are_read_back() -> None:
    message, hint = "50% of: a, b\nand 100%0A", "1,2: 3%"
    path = "a,b:c%.md"
    (annotation,) = commands(written("github", report(finding(message=message, hint=hint), path=path)))
    assert annotation[0] == "warning"
    assert annotation[1]["file"] == path
    assert annotation[2] == f"{path}:2:8 50% of: a, b and 100%0A\n1,2: 3%"
    raw = written("github", report(finding(message=message, hint=hint), path=path))
    assert raw.startswith("::warning file=a%2Cb%3Ac%25.md,line=2,")
    assert raw.count("\n") == 1


@given(st.text(st.characters(exclude_categories=("Cs",))))
@example("\ufffe\uffff\ufdd0")
@example("::error::x\n\t::y ##[z]")
def test_xml_is_well_formed_and_reads_back(text: str) -> None:
    document = f"<a b={xml_attribute(text)}>{xml_text(text)}</a>"
    read = ET.fromstring(document.encode())
    assert commands(document) == []
    if CONTROL.search(text) is None and not re.search("[\ufffe\uffff\ufdd0\ufeff\u200e\u200f\x7f]", text):
        assert (read.text or "") == text
        assert read.get("b") == text


@given(st.text())
@example("\x7f\x9b\u202e##[x]")
def test_json_reads_back(text: str) -> None:
    made = json_text({"a": text})
    if not re.search("[\ud800-\udfff]", text):
        assert json.loads(made) == {"a": text}
    assert CONTROL.search(made) is None
    assert "##[" not in made
    assert harmless_json(made) == made


MARKS = st.sampled_from([*"\\`*_[]()<>|~&$#!@:-+=.\"' \t\n", "www.", "http://", "GH-1", "ab", "12", "&lt;", "\u200b"])


@given(st.lists(MARKS | st.text(max_size=3)).map("".join))
@example("[a](b) ![c](d) <e> `f` **g** | h ~~i~~ &amp; www.j.de https://k.de l@m.de")
def test_markdown_is_words_alone(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    said = markdown(f"x{text}x", 10_000)
    rendered = pyromark.html(f"| a |\n|---|\n| {said} |\n", options=pyromark.Options.ENABLE_TABLES)
    cells = re.findall(r"<td>(.*?)</td>", rendered, re.DOTALL)
    assert len(cells) == 1
    assert re.sub("&(?:amp|lt|gt|quot|#39);", "", cells[0]).count("<") == 0
    for pattern in (
        r"[@#!%&~^$]\w",
        r"https?:[^\s\u200b]",
        r"mailto:[^\s\u200b]",
        r"www\.",
        r"(?i)\bgh-\d",
        r":[\w+-]+:",
    ):
        assert re.search(pattern, said.replace("\\", "")) is None


@given(st.lists(MARKS | st.text(max_size=3)).map("".join))
def test_html_is_words_alone(text: str) -> None:
    said = html(text.encode("utf-8", "replace").decode(), 10_000)
    assert not set(said) & set("<>[]\"'\n")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("::error::x", ": :error::x"),
        ("   ::error::x", "   : :error::x"),
        ("a ::b", "a ::b"),
        ("a ##[b]", "a ## [b]"),
        ("## [b]", "## [b]"),
    ],
)
def test_lines_for_a_log(line: str, said: str) -> None:
    assert harmless(line) == said
    assert commands(said) == []
