"""The patterns of the house style, compiled.

They come from a settings file, which a stranger may have written: what they take to compile is bounded here, and what
they take to match where they are matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from seocheck.base.late_pattern import late_pattern
from seocheck.base.plural import plural
from seocheck.house.values import HouseRule

if TYPE_CHECKING:
    import regex

MOST = 50_000
"""Characters that the patterns of one rule may have, with what is repeated written out."""

_UNSPACED = r"\p{Han}\u3040-\u30ff\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"

_PARTS = late_pattern(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()]|\{(\d+)[^}]*\}|.", re.DOTALL)


class PatternError(Exception):
    """A pattern that can't be used. `str(error)` says why, in a few words.

    key: of the rule, that it is under. entry: the word of `swap`, or the number of a list's entry; "" where it isn't
    one alone.
    """

    def __init__(self, reason: str, key: str = "", entry: str = "") -> None:
        super().__init__(reason)
        self.key = key
        self.entry = entry


def pattern_of(rule: HouseRule) -> regex.Pattern[str]:
    """What a rule looks for. In one of kind substitution, `swap_groups` tells by group which words were met."""
    words = ordered(rule)
    for word in words:
        if not word.strip():
            raise PatternError("there is an empty entry among the words")
    if rule.kind == "substitution":
        inner = "|".join(f"(?P<{group}>{_part(word, rule)})" for group, word in swap_groups(rule).items())
    else:
        inner = "|".join(_part(word, rule) for word in words)
    middle = (_whole(inner, rule) if rule.whole_words else f"(?:{inner})") if words else ""
    return compiled(f"{rule.before}{middle}{rule.after}", ignore_case=rule.ignore_case)


def swap_groups(rule: HouseRule) -> dict[str, str]:
    """Group of the pattern -> words to replace."""
    return {f"_swap{number}": word for number, word in enumerate(ordered(rule))} if rule.swap else {}


def ordered(rule: HouseRule) -> list[str]:
    """The words a rule looks for. Of those to replace the longest first: “log in to” before “log in”."""
    return sorted(rule.swap, key=lambda word: -len(word)) if rule.kind == "substitution" else list(rule.words)


def exceptions_of(rule: HouseRule) -> regex.Pattern[str] | None:
    """What is fine although the rule looks for it."""
    if not rule.exceptions:
        return None
    inner = "|".join(_part(each, rule) for each in sorted(rule.exceptions, key=len, reverse=True))
    return compiled(_whole(inner, rule), ignore_case=rule.ignore_case and not rule.vale)


def compiled(pattern: str, *, ignore_case: bool) -> regex.Pattern[str]:
    """Raises PatternError."""
    import regex

    flags = regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0)
    fault: Any = None
    for version in (regex.VERSION1, regex.VERSION0):  # inline flags as in .NET; sets as elsewhere, where that fails
        try:
            return regex.compile(pattern, flags | version)
        except RecursionError:
            raise PatternError("the pattern is nested too deeply") from None
        except (regex.error, ValueError, OverflowError) as error:
            fault = fault or error
    raise PatternError(f"not a regular expression: {getattr(fault, 'msg', fault)}") from None


def size_of(rule: HouseRule) -> int:
    """The characters of a rule with what is repeated in its patterns written out; above `MOST`, only that it is more.

    An alias of YAML can name a long text many times, so that nothing may be put together before it is measured.
    """
    size = sum(map(len, (rule.message, rule.hint, rule.link)))
    for part in (rule.before, *ordered(rule), rule.after, *rule.exceptions, *rule.swap.values()):
        if size > MOST:
            break
        size += _written_out(part)
    return size


def _part(word: str, rule: HouseRule) -> str:
    """A word as a pattern. Between literal words there may be any white space, and an apostrophe may be curly."""
    if rule.regex:
        return word
    return re.sub("['’]", "['’]", r"\s+".join(map(re.escape, word.split())))


def _whole(inner: str, rule: HouseRule) -> str:
    """A pattern that matches no part of a word. Of literal words, scripts without spaces have no such bounds."""
    if rule.regex:
        return rf"\b(?:{inner})\b"
    letter = rf"[\w--[{_UNSPACED}]]"
    return f"(?<!{letter})(?:{inner})(?!{letter})"


def _written_out(pattern: str) -> int:
    """The length of a pattern if what is repeated at least N times were written N times: what compiling it takes."""
    outer: list[int] = []
    total = last = 0
    for part in _PARTS.finditer(pattern):
        if part[0] == "(":
            outer.append(total)
            total = last = 0
        elif part[0] == ")" and outer:
            last, total = total, outer.pop() + total
        elif part[1]:
            times = max(int(part[1][:9]), 1)
            total, last = total + last * (times - 1), last * times
        else:
            total, last = total + len(part[0]), len(part[0])
        if total > MOST:
            break
    return total + sum(outer)


def check_patterns(rule: HouseRule) -> None:
    """Raises PatternError for a rule whose patterns can't be used."""
    if size_of(rule) > MOST:
        raise PatternError(f"too large: more than {MOST:,} characters with what is repeated written out")
    entries: tuple[tuple[str, Iterable[tuple[str, str]]], ...] = (
        ("swap", zip(rule.swap, rule.swap, strict=True)) if rule.swap else ("words", _numbered(rule.words)),
        ("exceptions", _numbered(rule.exceptions)),
    )
    for make, (key, words) in zip((pattern_of, exceptions_of), entries, strict=True):
        try:
            make(rule)
        except PatternError as error:
            raise _alone(words, rule, key) or PatternError(str(error), key) from None
    for word, instead in rule.swap.items() if rule.regex and not rule.vale else ():
        groups = compiled(word, ignore_case=rule.ignore_case).groups
        for number in re.findall(r"\$(\d)", instead):
            if not 0 < int(number) <= groups:
                has = plural(groups, "group") if groups else "no group"
                raise PatternError(
                    f"“{_cut(word)}”: “${number}” in “{_cut(instead)}”, but the pattern has {has}", "swap", word
                )


def _numbered(words: Iterable[str]) -> Iterable[tuple[str, str]]:
    return ((str(number), word) for number, word in enumerate(words))


def _alone(words: Iterable[tuple[str, str]], rule: HouseRule, key: str) -> PatternError | None:
    """The first of the patterns of a rule that can't be used by itself."""
    for entry, word in words:
        if not word.strip():
            return PatternError("there is an empty entry among the words", key, entry)
        try:
            compiled(_part(word, rule), ignore_case=rule.ignore_case)
        except PatternError as error:
            return PatternError(f"“{_cut(word)}”: {error}", key, entry)
    return None


def _cut(word: str) -> str:
    return word if len(word) <= 80 else f"{word[:79]}…"
