"""Rules of Vale of the kinds existence, substitution and occurrence, read from their files as they are.

What the keys mean: https://vale.sh/docs/checks/existence, /substitution, /occurrence, https://vale.sh/docs/scopes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
import yaml

from seocheck.base.files import NotRegularError, read_regular
from seocheck.base.yaml12 import Loader
from seocheck.house.patterns import PatternError, check_patterns
from seocheck.house.values import KINDS, HouseRule, Zone
from seocheck.model.article import BlockKind
from seocheck.model.rule import Severity

MAX_SIZE = 1_000_000  # bytes
Text = str | int | float | bool
"""What YAML makes of a word without quotation marks."""


class LeftOutError(Exception):
    """A rule of Vale that isn't used, because it asks for what seocheck doesn't do. `str(error)` says for what."""


class ValeError(Exception):
    """A file that isn't a rule of Vale. line: from 1, 0 for the whole file."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.line = line


class _Rule(msgspec.Struct, frozen=True):
    """The keys that count. Others (name, action, vocab ...) change nothing about what is found."""

    extends: str
    message: str
    level: Severity = "warning"
    scope: str | tuple[str, ...] = ()
    link: str = ""
    limit: int = 0
    ignorecase: bool = False
    nonword: bool = False
    append: bool = False
    raw: tuple[Text, ...] = ()
    tokens: tuple[Text, ...] = ()
    swap: Mapping[Text, Text] = {}
    token: Text = ""
    max: int = 0
    min: int = 0
    exceptions: tuple[Text, ...] = ()
    capitalize: bool = False
    action: Mapping[str, Any] | None = None
    pos: str = ""
    code: bool = False


_BLOCKS: Mapping[str, tuple[BlockKind, ...]] = {
    "paragraph": ("paragraph",),
    "list": ("item",),
    "table": ("cell",),
    "table.cell": ("cell",),
    "table.caption": ("caption",),
    "figure.caption": ("caption",),
}
"""Scopes that are blocks of the body. The cells of a header are cells."""

_FORMATS = (".md", ".html", ".mdx", ".txt")


def read_vale(path: str) -> HouseRule:
    """The rule in a file. Raises ValeError for what isn't one, LeftOutError for one that seocheck can't run."""
    try:
        data = read_regular(path, MAX_SIZE)
    except (OSError, NotRegularError) as error:
        raise ValeError(f"can't be read: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > MAX_SIZE:
        raise ValeError("too large for a rule")
    try:
        root = yaml.compose(data.decode("utf-8-sig"), Loader=Loader)
        pairs = root.value if isinstance(root, yaml.MappingNode) else ()
        lines = {str(key.value): key.start_mark.line + 1 for key, _ in pairs}
        values = yaml.load(data.decode("utf-8-sig"), Loader=Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise ValeError(f"not valid YAML: {error.problem or error.context}", line) from None
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        raise ValeError(f"not valid YAML: {str(error).splitlines()[0]}") from None
    if not isinstance(values, dict) or "extends" not in values:
        raise ValeError("not a rule of Vale: it has no “extends”")
    if values["extends"] not in KINDS:
        raise LeftOutError(f"extends: {values['extends']}")
    try:
        given = msgspec.convert({key.lower(): value for key, value in values.items() if value is not None}, _Rule)
    except (msgspec.ValidationError, AttributeError) as error:
        message, _, where = str(error).partition(" - at `$.")
        key = where.partition("`")[0].partition(".")[0].partition("[")[0]
        message = message[:1].lower() + message[1:]
        raise ValeError(f"{key}: {message}" if key else message, lines.get(key, 0)) from None
    rule = _rule(given)
    try:
        check_patterns(rule)
    except PatternError as error:
        key = next((key for key in ("tokens", "swap", "token", "raw", "exceptions") if key in lines), "")
        raise ValeError(str(error), lines.get(key, 0)) from None
    return rule


def _rule(given: _Rule) -> HouseRule:
    if given.pos or given.code:
        raise LeftOutError("pos" if given.pos else "code")
    words = [given.token] if given.extends == "occurrence" else [each for each in given.tokens if str(each).strip()]
    if not (words or given.raw or given.swap) or words == [""]:
        raise ValeError(f"{given.extends} without words")
    raw = "".join(map(str, given.raw)) if given.extends == "existence" else ""
    scopes = (given.scope,) if isinstance(given.scope, str) else given.scope
    if given.extends == "occurrence":
        per = "sentence" if "sentence" in scopes else "article" if "summary" in scopes else "block"
        scopes = tuple(scope for scope in scopes if scope not in ("sentence", "summary"))
        given = msgspec.structs.replace(given, scope=scopes or ("body",) if per != "block" else scopes)
    else:
        per = "article"
    zones, blocks, levels = _places((given.scope,) if isinstance(given.scope, str) else given.scope)
    replaces = given.action is not None and given.action.get("name") == "replace" and not given.action.get("params")
    return HouseRule(
        kind=given.extends,  # type: ignore[arg-type]
        words=tuple(map(str, words)), swap={str(key): str(value) for key, value in given.swap.items()},
        max=max(given.max, 0), min=max(given.min, 0), per=per,  # type: ignore[arg-type]
        zones=zones, blocks=blocks, levels=levels, regex=True, ignore_case=given.ignorecase,
        whole_words=not given.nonword and given.extends != "occurrence", exceptions=tuple(map(str, given.exceptions)),
        message=_without_double_quotes(given.message) if replaces else given.message, severity=given.level,
        before="" if given.append else raw, after=raw if given.append else "", limit=max(given.limit, 0),
        link=given.link, capitalize=given.capitalize, quotes=replaces, vale=True,
    )  # fmt: skip


def _places(scopes: tuple[str, ...]) -> tuple[tuple[Zone, ...], tuple[BlockKind, ...], tuple[int, ...]]:
    """Zones, kinds of blocks and levels of headings that scopes stand for."""
    zones: dict[Zone, None] = {}
    blocks: dict[BlockKind, None] = {}
    levels: dict[int, None] = {}
    everywhere: tuple[Zone, ...] = ("title", "description", "headings", "body", "alt")
    for scope in scopes or ("text",):
        name = scope.strip().removeprefix("text.")
        for ending in _FORMATS:
            name = name.removesuffix(ending)
        if name in ("text", "sentence"):
            zones.update(dict.fromkeys(everywhere))
        elif name in ("body", "alt", "title", "description"):
            zones[name] = None  # type: ignore[index]
        elif name in ("frontmatter.title", "frontmatter.description"):
            zones[name.removeprefix("frontmatter.")] = None  # type: ignore[index]
        elif name == "heading":
            zones["headings"] = None
        elif name.startswith("heading.h") and name[9:].isdigit():
            zones["headings"] = None
            levels[int(name[9:])] = None
        elif name in _BLOCKS:
            zones["body"] = None
            blocks.update(dict.fromkeys(_BLOCKS[name]))
        else:
            raise LeftOutError(f"scope: {scope}")
    if {"text", "sentence", "body"} & set(scopes):
        blocks = {}
    if "heading" in scopes:
        levels = {}
    return tuple(zones), tuple(blocks), tuple(levels)


def _without_double_quotes(message: str) -> str:
    """A message whose alternatives bring quotation marks of their own: the first pair around %s is dropped."""
    for quoted in ("'%s'", '"%s"'):
        if message.count(quoted) == 2:
            return message.replace(quoted, "%s", 1)
    return message
