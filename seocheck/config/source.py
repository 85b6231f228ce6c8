"""A settings file as plain values, with the line of each key: YAML, or the section of a pyproject.toml."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from seocheck.base.files import NotRegularError, read_regular
from seocheck.config.file_names import PYPROJECT
from seocheck.config.validate import KeyPath
from seocheck.errors import SettingsError
from seocheck.readers.front_matter.toml_places import Items, Node, Table, TooDeepError, scan
from seocheck.rulekit.renamed import current, notice, with_current_names

SECTION = ("tool", "seocheck")

MAX_SIZE = 1_000_000  # bytes; a settings file is written by hand
ROOM = 10_000
"""Values that aliases may add to those that a file of its length can have."""


class SettingsSource(msgspec.Struct, frozen=True):
    """The values of a settings file and the line of each key, lists counted from "0".

    renamed: a line for each rule that the file calls by a former name; the values have the present one.
    """

    path: str
    values: dict[str, Any]
    lines: Mapping[KeyPath, int] = msgspec.field(default_factory=dict)
    renamed: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """The folder to which its patterns and paths are relative."""
        return os.path.dirname(os.path.abspath(self.path))


def read_source(path: str | Path, real: str | None = None) -> SettingsSource | None:
    """Read a settings file; None for a pyproject.toml without the section.

    real: the file that is read, where `path` is a link that was followed already.

    Raises SettingsError with file and line for what cannot be read.
    """
    name = os.fspath(path)
    try:
        data = _read(name, real)
        if len(data) > MAX_SIZE:
            raise SettingsError(f"{name}: too large for a settings file")
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except NotRegularError as error:
        raise SettingsError(f"{name}: cannot be read: {error}") from None
    except (OSError, UnicodeDecodeError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not UTF-8 text"
        raise SettingsError(f"{name}: cannot be read: {reason}") from None
    source = _toml(text, name) if name.endswith(".toml") else _yaml(text, name)
    return None if source is None else _renamed(source)


def _renamed(source: SettingsSource) -> SettingsSource:
    values, used = with_current_names(source.values)
    if not used:
        return source
    lines = {tuple(current(key) for key in path): line for path, line in source.lines.items()}
    told = []
    for path in used:
        line = next((source.lines[path[:i]] for i in range(len(path), 0, -1) if path[:i] in source.lines), 0)
        told.append(f"{source.path}:{line}: {notice(path[-1])}" if line else f"{source.path}: {notice(path[-1])}")
    return SettingsSource(source.path, values, lines, tuple(told))


def _read(name: str, real: str | None) -> bytes:
    if real is None and stat.S_ISFIFO(os.stat(name).st_mode):  # --config <(command); links are never followed to one
        with open(name, "rb") as pipe:
            return pipe.read(MAX_SIZE + 1)
    return read_regular(real or name, MAX_SIZE, follow=real is None)


def _toml(text: str, name: str) -> SettingsSource | None:
    import tomllib

    whole = os.path.basename(name) != PYPROJECT
    if not whole and SECTION[1] not in text:
        return None
    try:
        places: Node | None = scan(text, 0, len(text))
        values: Any = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, TooDeepError, RecursionError, ValueError) as error:
        raise SettingsError(f"{name}: not valid TOML: {str(error).splitlines()[0]}") from None
    if not whole:
        for key in SECTION:
            keyed = places.keys.get(key) if isinstance(places, Table) else None
            places = keyed.node if keyed else None
            values = values.get(key) if isinstance(values, dict) else None
        if values is None:
            return None
    if not isinstance(values, dict):
        raise SettingsError(f"{name}: tool.seocheck: settings are keys with values")
    lines: dict[KeyPath, int] = {}
    _toml_lines(places, (), lines, text)
    return SettingsSource(name, values, lines)


def _toml_lines(node: Node | None, path: KeyPath, lines: dict[KeyPath, int], text: str) -> None:
    if isinstance(node, Table):
        for key, keyed in node.keys.items():
            lines[*path, key] = text.count("\n", 0, keyed.span.start) + 1
            _toml_lines(keyed.node, (*path, key), lines, text)
    elif isinstance(node, Items):
        for number, item in enumerate(node.nodes):
            _toml_lines(item, (*path, str(number)), lines, text)


def _yaml(text: str, name: str) -> SettingsSource:
    import yaml  # takes a sixth of a run whose results are all known, and there may be no file

    from seocheck.base.yaml12 import Loader

    try:
        root = yaml.compose(text, Loader=Loader)
        if _bursts(root, len(text) + ROOM):
            raise SettingsError(f"{name}: its aliases expand to more values than a settings file may have")
        values = yaml.load(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line + 1) if error.problem_mark else 1
        raise SettingsError(f"{name}:{line}: not valid YAML: {error.problem or error.context}") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise SettingsError(f"{name}: not valid YAML: {str(error).splitlines()[0]}") from None
    if values is None:
        return SettingsSource(name, {})
    if not isinstance(values, dict):
        raise SettingsError(f"{name}:1: settings are keys with values, not a {type(values).__name__}")
    lines: dict[KeyPath, int] = {}
    _yaml_lines(root, (), lines, name)
    return SettingsSource(name, values, lines)


def _bursts(root: Any, most: int) -> bool:
    """Whether a document, every alias written out, has more values than `most`; one that holds itself has."""
    waiting = [root]
    while waiting and most >= 0:
        node = waiting.pop()
        most -= 1
        if node is not None and node.id == "mapping":
            waiting.extend(part for pair in node.value for part in pair)
        elif node is not None and node.id == "sequence":
            waiting.extend(node.value)
        if len(waiting) > most:
            return True
    return most < 0


def _yaml_lines(node: Any, path: KeyPath, lines: dict[KeyPath, int], name: str) -> None:
    """The line of each key. Raises SettingsError for one that is given twice: YAML would drop the first unsaid."""
    if len(path) >= 10:
        return
    if node is not None and node.id == "mapping":
        for key, value in node.value:
            here = (*path, str(key.value))
            line = key.start_mark.line + 1
            if here in lines:
                first = lines[here]
                raise SettingsError(f"{name}:{line}: the key “{key.value}” is given twice (first on line {first})")
            lines[here] = line
            _yaml_lines(value, here, lines, name)
    elif node is not None and node.id == "sequence":
        for number, value in enumerate(node.value):
            here = (*path, str(number))
            lines[here] = value.start_mark.line + 1
            _yaml_lines(value, here, lines, name)
