"""What sites fill in from files beside the articles: directory data of Eleventy, cascades of Hugo.

Data in JSON and front matter are read. Code isn't run: what a data file in JavaScript names is given as None, which
says that the field is filled in and not with what.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from seocheck.base.late_pattern import late_pattern
from seocheck.config.settings import FIELD_NAMES
from seocheck.init.configuration import as_list, mapping, read_text, text_of
from seocheck.readers.fields import DEFAULT_ALIASES, plain
from seocheck.readers.front_matter.reader import read_front_matter
from seocheck.readers.front_matter.values import Mapping as FrontMapping
from seocheck.readers.front_matter.values import Scalar, Sequence, Value

Filled = dict[str, dict[str, Any]]
"""Glob -> field -> its value, None where it can't be read."""

MOST_FOLDERS = 2000
"""Folders of a site that are looked into."""
_SKIPPED = frozenset(("node_modules", "_site", "dist", "public", "vendor"))
_CODE = (".11tydata.js", ".11tydata.mjs", ".11tydata.cjs", ".11tydata.ts")
_DATA = (".11tydata.json", ".json")
_NAMED = late_pattern(r"""(?<![\w.$])["'`]?(\w+)["'`]?\s*(?::(?!:)|\()""")
"""A key of an object in JavaScript, or a method."""
_TEMPLATE = ("{{", "{%")


def fields_of(values: Mapping[Any, Any]) -> dict[str, Any]:
    """The fields that a mapping of a generator fills in; None for one that a template makes."""
    return {name: value[0] for name in FIELD_NAMES if (value := _value_of(values, name))}


def _value_of(values: Mapping[Any, Any], name: str) -> tuple[Any] | None:
    wanted = {plain(alias) for alias in DEFAULT_ALIASES.get(name, ())}
    for key, value in values.items():
        if plain(str(key)) in wanted and isinstance(value, (str, list)):
            texts = [str(each) for each in value] if isinstance(value, list) else value
            if not texts or name == "slug":
                return None
            return (None if any(mark in str(texts) for mark in _TEMPLATE) else texts,)
    return None


def directory_data(folder: Path, content: str) -> Filled:
    """What Eleventy's data files below a folder of content fill in: for a folder, and for an article by its name."""
    found: Filled = {}
    root = folder / content
    for each in _folders(root):
        for file in sorted(each.iterdir()):
            ending = next((ending for ending in (*_CODE, *_DATA) if file.name.endswith(ending)), "")
            stem = file.name.removesuffix(ending)
            if each.name == "_data":
                ending = file.suffix if file.stem == "eleventyComputed" else ""
            if not ending or not file.is_file():
                continue
            if each.name == "_data":
                pattern = _below(folder, each.parent)
            elif stem == each.name:
                pattern = _below(folder, each)
            else:
                beside = any((each / f"{stem}{page}").is_file() for page in (".md", ".html", ".mdx", ".njk", ".liquid"))
                pattern = f"{_within(folder, each)}{stem}.*" if beside else ""
            if pattern and (filled := _data_of(file, ending)):
                found.setdefault(pattern, {}).update(filled)
    return found


def _data_of(file: Path, ending: str) -> dict[str, Any]:
    if ending not in _DATA:
        named = {plain(name) for name in _NAMED.findall(read_text(file) or "")}
        return {
            name: None
            for name in ("title", "description", "keywords")
            if not named.isdisjoint(plain(alias) for alias in DEFAULT_ALIASES[name])
        }
    values = mapping(file) or {}
    if file.stem == "eleventyComputed":
        return dict.fromkeys(fields_of(values))
    computed = values.get("eleventyComputed")
    made = dict.fromkeys(fields_of(computed)) if isinstance(computed, Mapping) else {}
    return {**fields_of(values), **made}


def cascades(folder: Path, content: str, configured: Any) -> Filled:
    """What Hugo's cascades fill in: those of the configuration, and of the `_index` of each section for what is below.

    A target narrows them by path. One for a language or a kind of page that isn't a page is left out.
    """
    found: Filled = {}
    _cascade(configured, f"{content}/**", content, found)
    for each in _folders(folder / content):
        for name in ("_index.md", "_index.html"):
            text = read_text(each / name)
            front = read_front_matter(text) if text else None
            entry = front.values.find("cascade") if front else None
            if entry is not None:
                _cascade(_plain(entry.value), _below(folder, each), content, found)
    return found


def _cascade(given: Any, pattern: str, content: str, found: Filled) -> None:
    for values in as_list(given) or [given]:
        if not isinstance(values, Mapping):
            continue
        target = values.get("_target") or values.get("target")
        target = target if isinstance(target, Mapping) else {}
        if target.get("lang") or target.get("environment") or text_of(target.get("kind")) not in ("", "page"):
            continue
        path = text_of(target.get("path")).strip("/{}")
        inner = values.get("params")
        filled = fields_of({**(inner if isinstance(inner, Mapping) else {}), **values})
        if filled and "{" not in path:
            found.setdefault(f"{content}/{path}" if path else pattern, {}).update(filled)


def _plain(value: Value, depth: int = 0) -> Any:
    if isinstance(value, Scalar):
        return value.text.value
    if depth > 20:
        return None
    if isinstance(value, Sequence):
        return [_plain(each, depth + 1) for each in value.items]
    assert isinstance(value, FrontMapping)
    return {entry.key: _plain(entry.value, depth + 1) for entry in value.entries}


def _folders(root: Path) -> Iterator[Path]:
    for path, folders, _ in islice(os.walk(root), MOST_FOLDERS):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED and not name.startswith("."))
        yield Path(path)


def _within(folder: Path, each: Path) -> str:
    relative = each.relative_to(folder).as_posix()
    return "" if relative == "." else f"{relative}/"


def _below(folder: Path, each: Path) -> str:
    return f"{_within(folder, each)}**"
