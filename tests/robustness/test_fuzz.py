"""Markup as sites have it, then broken: whatever comes of it is read, checked and reported, and twice the same."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import seocheck
from seocheck.base.yaml12 import Loader
from seocheck.check.reporter import check_article, read_article
from seocheck.config import load_settings, make_plan
from seocheck.errors import SeocheckError, UnreadableError
from seocheck.formats.registry import FORMATS
from seocheck.formats.run import RunStart
from seocheck.model.article import Format, Source
from seocheck.model.report import schema
from seocheck.readers import decode, read
from seocheck.readers.front_matter.declared import declared_fields
from seocheck.readers.front_matter.reader import read_front_matter
from seocheck.readers.front_matter.values import FrontMatter, Scalar, Sequence, Value
from seocheck.readers.suppressions.entries import suppression_entries
from tests.formats.made import written
from tests.robustness import markup
from tests.robustness.invariants import hold_for_article, hold_for_front_matter, hold_for_report
from tests.robustness.test_nasty import every_rule

articles: st.SearchStrategy[tuple[Format, str, str]] = st.one_of(
    st.tuples(st.just("markdown"), st.just("a.md"), markup.broken(markup.markdown_articles)),
    st.tuples(st.just("markdown"), st.just("a.mdx"), markup.broken(markup.markdown_articles)),
    st.tuples(st.just("html"), st.just("a.html"), markup.broken(markup.html_pages)),
    st.tuples(st.just("labelled-text"), st.just("a.txt"), markup.broken(markup.labelled_texts)),
)


# -- each reader ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "format_", "texts"),
    [
        ("a.md", "markdown", markup.markdown_articles),
        ("a.mdx", "markdown", markup.markdown_articles),
        ("a.html", "html", markup.html_pages),
        ("a.txt", "labelled-text", markup.labelled_texts),
        ("a.html", "html", markup.markdown_articles),
        ("a.md", "markdown", markup.html_pages),
    ],
)
@given(data=st.data())
def test_readers_read_whatever_there_is(
    path: str, format_: Format, texts: st.SearchStrategy[str], data: st.DataObject
) -> None:
    hold_for_article(read(Source(path, data.draw(markup.broken(texts))), format_))


# -- front matter ---------------------------------------------------------------------------------


def read_block(text: str) -> FrontMatter:
    front = read_front_matter(text)
    hold_for_front_matter(front, text)
    declared_fields(front.values)
    suppression_entries(front.values)
    return front


def keys(node: yaml.Node) -> Iterator[str]:
    """The keys of a mapping, those that it merges in among them."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from keys(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield key.value
                if key.value == "<<":
                    yield from keys(value)


@given(markup.broken(markup.yaml_blocks))
@example("title: &a [*a]\nkeywords: *a")
@example("? [a, b]\n: c\n<<: {d: e}")
def test_yaml_is_invalid_where_a_yaml_library_says_so(block: str) -> None:
    front = read_block(f"---\n{block}\n---\n\nBread.\n")
    if front.kind != "yaml" or "---" in block or "..." in block:
        return  # the block ends before
    try:
        root = yaml.compose(block, Loader=Loader)
    except yaml.YAMLError:
        return  # a template's insert may be read all the same
    if not front.invalid and isinstance(root, yaml.MappingNode):
        assert {entry.key for entry in front.values.entries} <= {*keys(root), ""}


@given(markup.broken(markup.toml_blocks))
def test_toml_is_what_tomllib_reads(block: str) -> None:
    front = read_block(f"+++\n{block}\n+++\n\nBread.\n")
    if front.kind != "toml" or "+++" in block:
        return
    try:
        values = tomllib.loads(f"{block}\n")
    except tomllib.TOMLDecodeError:
        assert front.invalid
    else:
        assert not front.invalid
        assert [entry.key for entry in front.values.entries] == list(values)


@given(markup.broken(markup.json_blocks))
@example('"title": 1e999, "a": NaN')
def test_json_is_what_json_reads(block: str) -> None:
    text = f"{{{block}}}\n\nBread.\n"
    front = read_block(text)
    if front.kind != "json":
        return
    try:
        values, _ = json.JSONDecoder(parse_int=str, parse_float=str).raw_decode(text)
    except ValueError:
        assert front.invalid
    else:
        assert not front.invalid
        assert sorted(entry.key for entry in front.values.entries) == sorted(
            key.encode("utf-8", "replace").decode().replace("?", "\ufffd") if _halves(key) else key for key in values
        )


def _halves(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


plain = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)
values = st.recursive(plain, lambda inner: st.lists(inner, max_size=4), max_leaves=5)
mappings = st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), values, min_size=1, max_size=5)


def bare(value: Value) -> Any:
    """A value without its places."""
    if isinstance(value, Scalar):
        return value.text.value
    if isinstance(value, Sequence):
        return [bare(item) for item in value.items]
    return {entry.key: bare(entry.value) for entry in value.entries}


def yaml_written(found: dict[str, Any]) -> str:
    block = yaml.safe_dump(found, allow_unicode=True, default_style='"', width=40)
    return f"---\n{block}---\n\nRye.\n"


def toml_written(found: dict[str, Any]) -> str:
    return "+++\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in found.items()) + "+++\n\nRye.\n"


def json_written(found: dict[str, Any]) -> str:
    return f"{json.dumps(found, indent=1)}\n\nRye.\n"


@pytest.mark.parametrize("write", [yaml_written, toml_written, json_written])
@given(found=mappings)
def test_what_is_written_is_read(write: Callable[[dict[str, Any]], str], found: dict[str, Any]) -> None:
    if write is toml_written and any(ord(c) > 0xFFFF or c == "\x7f" for c in json.dumps(found, ensure_ascii=False)):
        return  # TOML has no pairs of surrogates
    front = read_block(write(found))
    assert not front.invalid
    assert bare(front.values) == found


# -- settings files -------------------------------------------------------------------------------

_scalars = st.sampled_from(
    ["news", "true", "7", "off", "error", "[a, b]", "{a: b}", "2024-13-45", "", "~", "rye", "'*.md'", "*a", "&a [1]",
    "!!python/name:os.x",
     ".inf", "-1", "[[[]]]", "seocheck.yml", "title/too-wide", "{max_pixels: x}", "{max_pixels: 900}",
     "{title/too-wide: note}"]
)  # fmt: skip
_names = st.sampled_from(
    ["profile", "language", "fields", "synonyms", "tags_are_keywords", "title_template", "title_is_h1", "defaults",
    "ignore",
     "severities", "rules", "school_grades", "max_file_size", "exclude", "suppress", "baseline", "overrides",
     "extends", "files",
     "base", "file", "prof"]
)  # fmt: skip
_lines = st.builds("{}{}: {}".format, st.sampled_from(["", "  ", "- "]), _names, _scalars)
settings_files = st.lists(_lines, max_size=6).map("\n".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=markup.broken(settings_files))
@pytest.mark.parametrize("name", ["seocheck.yml", "house.toml"])
def test_settings_hold_or_one_line_says_why_not(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / name
    file.write_bytes(text.replace(": ", " = ").encode() if name.endswith("toml") else text.encode())
    said = ""
    try:
        make_plan(load_settings(file))
    except SeocheckError as error:
        said = str(error)
    assert len(said.splitlines()) <= 1


# -- the whole check ------------------------------------------------------------------------------


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator({**schema(), "$ref": "#/$defs/Report"})


@given(articles)
def test_the_whole_check_holds(given_: tuple[Format, str, str]) -> None:
    format_, path, text = given_
    plan = every_rule()
    article = read_article(Source(path, text.removeprefix("\ufeff")), plan, format_)
    hold_for_article(article)
    report = check_article(article, plan)
    hold_for_report(report, article.source.text)
    again = check_article(read_article(article.source, plan, format_), plan)
    assert again.to_json() == report.to_json()
    errors = [error.message for error in validator().iter_errors(json.loads(report.to_json()))]
    assert errors == []


@settings(max_examples=30)
@given(articles)
def test_every_format_writes_it(given_: tuple[Format, str, str]) -> None:
    format_, path, text = given_
    report = seocheck.check_text(text, path=path, format=format_)
    for name in FORMATS:
        made = written(name, report, start=RunStart(actions=True))
        made.encode()
        assert "\x1b" not in made
        assert "\0" not in made


@given(
    st.one_of(markup.markdown_articles, markup.html_pages, markup.labelled_texts),
    st.sampled_from(
        ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252", "shift_jis", "euc_jp", "gb2312", "koi8-r"]
    ),
    st.sampled_from(["a.md", "a.html", "a.txt", "a.mdx", "a"]),
    st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), max_size=5),
)
def test_any_bytes_are_decoded_or_refused(text: str, encoding: str, path: str, wrong: list[tuple[int, int]]) -> None:
    data = bytearray(text.encode(encoding, "replace"))
    for at, byte in wrong:
        if data:
            data[at % len(data)] = byte
    try:
        source = decode(bytes(data), path)
    except UnreadableError as error:
        reason = error.reason
    else:
        reason = ""
    assert not reason or reason.startswith("not a text file")
    if reason:
        return
    source.text.encode()
    hold_for_article(read(source, "html" if path.endswith("html") else "markdown"))
