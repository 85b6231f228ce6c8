"""Reads the configurations of site generators: YAML, TOML, JSON, and strings out of JavaScript."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import yaml

from seocheck.base.yaml12 import Loader

MAX_SIZE = 1_000_000
"""Bytes of a configuration that is read."""


def mapping(file: Path) -> dict[str, Any] | None:
    """A configuration in YAML, TOML or JSON; None if there isn't one, an empty one where it cannot be read."""
    text = read_text(file)
    if text is None:
        return None
    try:
        if file.suffix == ".toml":
            values: Any = tomllib.loads(text)
        elif file.suffix == ".json":
            values = json.loads(text)
        else:
            values = _plain_node(yaml.compose(text, Loader=Loader))
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _plain_node(node: Any, depth: int = 0) -> Any:
    """A YAML node as texts, lists and mappings; tags, as MkDocs uses them to name code, mean nothing here."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if depth > 20:
        return None
    if isinstance(node, yaml.SequenceNode):
        return [_plain_node(each, depth + 1) for each in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(_plain_node(key, depth + 1)): _plain_node(value, depth + 1) for key, value in node.value}
    return None


def script(folder: Path, stem: str) -> tuple[str, str] | None:
    """Name and text of a configuration in JavaScript or TypeScript."""
    for ending in ("js", "mjs", "cjs", "ts", "mts", "cts"):
        text = read_text(folder / f"{stem}.{ending}")
        if text is not None:
            return f"{stem}.{ending}", text
    return None


def read_text(file: Path) -> str | None:
    """The text of a file; None if there isn't one, or it is too large."""
    try:
        if not file.is_file() or file.stat().st_size > MAX_SIZE:
            return None
        return file.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return None


def string(text: str, key: str) -> str:
    """The first string that a configuration in JavaScript gives a key."""
    match = re.search(rf"""\b{key}\s{{0,9}}:\s{{0,9}}(["'`])([^"'`$\n]{{1,100}})\1""", text)
    return match[2] if match else ""


def text_of(value: Any) -> str:
    """A string without white space around it; "" for anything else."""
    return value.strip() if isinstance(value, str) else ""


def as_list(value: Any) -> list[Any]:
    """A list; an empty one for anything else."""
    return value if isinstance(value, list) else []


def code_of(tag: str) -> str:
    """The language code of a tag: "de" of "de-AT" and "de_AT"."""
    match = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", tag)
    return match[0].lower() if match else ""
