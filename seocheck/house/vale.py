"""Rules of Vale of the kinds existence, substitution and occurrence, read from their files as they are.

What the keys mean: https://vale.sh/docs/checks/existence, /substitution, /occurrence, https://vale.sh/docs/scopes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

import msgspec
import yaml

from seocheck.base.files import NotRegularError, read_regular
from seocheck.base.yaml12 import Loader
from seocheck.house.patterns import MOST, PatternError, check_patterns
from seocheck.house.values import KINDS, ZONES, HouseRule, Kind, Zone
from seocheck.model.article import BlockKind
from seocheck.model.rule import Severity
from seocheck.readers.formats import extensions

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

    extends: Kind
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

_ZONES: Mapping[str, Zone] = {
    "alt": "alt", "frontmatter.title": "title", "frontmatter.description": "description",
}  # fmt: skip

LEVELS = range(1, 7)

KEYS = (
    *_Rule.__struct_fields__, "name", "description", "vocab", "capitalize", "style", "match", "threshold", "indicators",
    "prefix", "first", "second", "either", "custom", "dicpath", "dictionaries", "filters", "ignore", "formula",
    "condition", "key", "script",
)  # fmt: skip
"""All keys that Vale's documentation has, for rules of any kind."""

SLIP = 0.8
"""How near an unknown key must be to one of them to be a slip of it. Others are left alone: Vale may have more."""


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
    import difflib  # half a millisecond, and few have such files

    for key, line in lines.items():
        close = () if key.lower() in KEYS else difflib.get_close_matches(key.lower(), KEYS, n=1, cutoff=SLIP)
        if close:
            raise ValeError(f"unknown key “{key}”; did you mean “{close[0]}”?", line)
    rule = _rule(given)
    try:
        check_patterns(rule)
    except PatternError as error:
        if error.key == "words" and error.entry:  # entries without words are left out of them
            written = list(rule.words)[int(error.entry)]
            error.entry = next((str(i) for i, each in enumerate(given.tokens) if str(each) == written), "")
        key = next((key for key in (error.key, "tokens", "swap", "token", "raw", "exceptions") if key in lines), "")
        raise ValeError(str(error), _line_of(pairs, key, error.entry) or lines.get(key, 0)) from None
    return rule


def _line_of(pairs: Any, key: str, entry: str) -> int:
    """The line of an entry below a key; 0 where there is none."""
    for name, value in pairs:
        if str(name.value) == key and isinstance(value, yaml.MappingNode):
            return next((each.start_mark.line + 1 for each, _ in value.value if str(each.value) == entry), 0)
        if str(name.value) == key and isinstance(value, yaml.SequenceNode) and entry.isdigit():
            return int(value.value[int(entry)].start_mark.line) + 1
    return 0


def _rule(given: _Rule) -> HouseRule:
    for key in ("pos", "code"):
        if getattr(given, key):
            raise LeftOutError(key)
    counts = given.extends == "occurrence"
    words = tuple(word for word in map(str, (given.token,) if counts else given.tokens) if word.strip())
    if sum(len(str(part)) for part in given.raw) > MOST:
        raise ValeError(f"raw: too large: more than {MOST:,} characters")
    raw = "" if counts else "".join(map(str, given.raw))
    if not (given.swap if given.extends == "substitution" else words or raw):
        raise ValeError(f"{given.extends} without words")
    scopes = [scope.strip() for scope in ((given.scope,) if isinstance(given.scope, str) else given.scope)]
    zones, blocks, levels = _places(scopes, whole=("summary",) if counts else ())
    replaces = given.action is not None and given.action.get("name") == "replace" and not given.action.get("params")
    return HouseRule(
        kind=given.extends, words=words, swap={str(key): str(value) for key, value in given.swap.items()},
        max=max(given.max, 0), min=max(given.min, 0),
        per=("sentence" if "sentence" in scopes else "article" if "summary" in scopes else "block") if counts
        else "article",
        zones=zones, blocks=blocks, levels=levels, regex=True, ignore_case=given.ignorecase,
        whole_words=not given.nonword and not counts, exceptions=tuple(map(str, given.exceptions)),
        message=_without_double_quotes(given.message) if replaces else given.message, severity=given.level,
        before="" if given.append else raw, after=raw if given.append else "", limit=max(given.limit, 0),
        link=given.link, quotes=replaces, vale=True,
    )  # fmt: skip


def _places(
    scopes: Sequence[str], whole: Sequence[str] = ()
) -> tuple[tuple[Zone, ...], tuple[BlockKind, ...], tuple[int, ...]]:
    """Zones, kinds of blocks and levels of headings that scopes stand for; none of the latter for all.

    whole: scopes that mean the body as one.
    """
    zones: dict[Zone, None] = {}
    blocks: dict[BlockKind, None] = {}
    levels: dict[int, None] = {}
    for scope in scopes or ("text",):
        name = scope.removeprefix("text.")
        for ending in extensions():
            name = name.removesuffix(ending)
        level = re.fullmatch(r"heading(?:\.h([1-6]))?", name)
        if name in ("text", "sentence", ""):
            zones.update(dict.fromkeys(ZONES))
            blocks.update(dict.fromkeys(get_args(BlockKind)))
            levels.update(dict.fromkeys(LEVELS))
        elif level:
            zones["headings"] = None
            levels.update(dict.fromkeys([int(level[1])] if level[1] else LEVELS))
        elif name in _BLOCKS or name in whole:
            zones["body"] = None
            blocks.update(dict.fromkeys(_BLOCKS.get(name, get_args(BlockKind))))
        elif name in _ZONES:
            zones[_ZONES[name]] = None
        else:
            raise LeftOutError(f"scope: {scope}")
    return tuple(zones), tuple(blocks), tuple(levels)


def _without_double_quotes(message: str) -> str:
    """A message whose alternatives bring quotation marks of their own: the first pair around %s is dropped."""
    for quoted in ("'%s'", '"%s"'):
        if message.count(quoted) == 2:
            return message.replace(quoted, "%s", 1)
    return message
