"""A line of AsciiDoc's prose -> Markdown: words, code, links and pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.made_text import escaped

_WORDS = {
    "nbsp": "\u00a0", "sp": " ", "empty": "", "blank": "", "zwsp": "", "apos": "'", "quot": '"', "lsquo": "‘",
    "rsquo": "’", "ldquo": "“", "rdquo": "”", "deg": "°", "plus": "+", "brvbar": "¦", "vbar": "|", "amp": "&",
    "lt": "<", "gt": ">", "startsb": "[", "endsb": "]", "caret": "^", "asterisk": "*", "tilde": "~", "backslash": "\\",
    "backtick": "`", "two-colons": "::", "two-semicolons": ";;", "cpp": "C++",
}  # fmt: skip
"""Attributes that are always there."""

_ATTRIBUTE = late_pattern(r"\{([A-Za-z0-9_][\w-]*)\}")
_BOUND = r"(?<![\w&;:}])"
_PART = late_pattern(
    r"(?P<escape>\\(?=[*_`#^~+\[{<(]|https?:|link:|xref:))"
    r"|(?P<double>``(?P<double_code>.{1,500}?)``)"
    r"|(?P<curly>\"`(?P<curly_words>.{1,500}?)`\"|'`(?P<single_words>.{1,500}?)`')"
    rf"|(?P<code>{_BOUND}`\+?(?P<code_words>\S|\S.{{0,500}}?\S)\+?`(?!\w))"
    r"|(?P<pass>\+\+\+(?P<pass_words>.{0,500}?)\+\+\+|pass:\w*\[(?P<passed>[^\]]{0,300}+)\])"
    rf"|(?P<plus>{_BOUND}\+(?P<plus_words>\S|\S.{{0,500}}?\S)\+(?!\w))"
    r"|(?P<gone>(?:footnote(?:ref)?:\w*|indexterm2?:|icon:[\w-]*|counter2?:)\[[^\[\]]{0,300}+\]|\[\[[^\[\]]{0,200}+\]\]|\(\(\(.{0,500}?\)\)\)"
    r"|anchor:[\w-]+\[[^\[\]]{0,300}+\])"
    r"|(?P<term>\(\((?P<term_words>[^()]{1,200}+)\)\))"
    r"|(?P<image>image:(?P<image_target>[^:\s\[][^\s\[]*)\[(?P<image_words>[^\]]{0,300}+)\])"
    r"|(?P<keys>(?:kbd|btn):\[(?P<key_words>[^\]]{0,300}+)\]|menu:(?P<menu>[^\[\]]+)\[(?P<menu_words>[^\]]{0,300}+)\])"
    r"|(?P<formula>(?:stem|latexmath|asciimath):\[(?P<formula_words>[^\]]{0,300}+)\])"
    r"|(?P<link>(?:link:|xref:)(?P<link_target>[^\s\[\]]*)\[(?P<link_words>[^\]]{0,300}+)\])"
    r"|(?P<address><?(?P<address_target>(?:https?|ftp|irc|mailto):[^\s\[\]<>]*[^\s\[\]<>.,;:!?)\"'])(?:\[(?P<address_words>[^\]]{0,300}+)\])?>?)"
    r"|(?P<cross><<(?P<cross_target>[^<>,]{1,200}+)(?:,(?P<cross_words>[^<>]{0,300}+))?>>)"
    r"|(?P<bold>\*\*(?P<bold_words>.{1,500}?)\*\*|(?<!\w)\*(?P<bold_word>\S|\S.{0,500}?\S)\*(?!\w))"
    r"|(?P<slanted>__(?P<slanted_words>.{1,500}?)__|(?<!\w)_(?P<slanted_word>\S|\S.{0,500}?\S)_(?!\w))"
    r"|(?P<marked>(?:\[[^\[\]]{0,200}+\])?(?:\#\#(?P<marked_words>.{1,500}?)\#\#|(?<!\w)\#(?P<marked_word>\S|\S.{0,500}?\S)\#(?!\w)))"
    r"|(?P<raised>\^(?P<raised_words>[^\s^]+)\^|~(?P<lowered_words>[^\s~]+)~)"
)
_INNER = ("bold", "slanted", "marked", "raised", "curly", "term")
DEEPEST = 8
"""Marks within marks."""


def markdown(line: str, attributes: Mapping[str, str], depth: int = 0) -> str:
    """The Markdown of some prose. attributes: those that the document defines."""
    if depth == 0:
        line = _ATTRIBUTE.sub(lambda match: _value(match, attributes), line)
    made: list[str] = []
    at = 0
    for match in _PART.finditer(line):
        if match.start() < at:
            continue
        made.append(escaped(unescape(line[at : match.start()])))
        at = match.end()
        if match["escape"]:  # what follows is words
            made.append(escaped(line[at : at + 1]))
            at += 1
            continue
        made.append(_made(match, attributes, depth))
    made.append(escaped(unescape(line[at:])))
    return "".join(made)


def plain(line: str, attributes: Mapping[str, str]) -> str:
    """The words alone, for what takes no Markdown."""
    return " ".join(_PLAIN.sub(lambda match: match[1] or match[2] or "", markdown(line, attributes)).split())


_PLAIN = late_pattern(r"!?\[((?:[^\[\]\\]|\\.)*)\]\(<[^<>]*>\)|\\(.)|(?<!\\)[`*]")


def _value(match: re.Match[str], attributes: Mapping[str, str]) -> str:
    name = match[1].lower()
    return attributes.get(name, _WORDS.get(name, match[0]))


def _made(match: re.Match[str], attributes: Mapping[str, str], depth: int) -> str:
    kind = match.lastgroup or ""
    kind = next(name for name in _KINDS if match[name] is not None) if kind not in _KINDS else kind
    groups = match.groupdict()
    if kind in _INNER:
        words = next(groups[f"{name}"] for name in _GROUPS[kind] if groups[name] is not None)
        inner = markdown(words, attributes, depth + 1) if depth < DEEPEST else escaped(words)
        if kind == "curly":
            return f"“{inner}”" if groups["curly_words"] is not None else f"‘{inner}’"
        return inner
    if kind in ("double", "code", "formula"):
        return _code(groups["double_code"] or groups["code_words"] or groups["formula_words"] or "")
    if kind in ("pass", "plus"):
        return escaped(groups["pass_words"] or groups["passed"] or groups["plus_words"] or "")
    if kind == "image":
        return picture(groups["image_target"], groups["image_words"])
    if kind == "keys":
        parts = (groups["key_words"], groups["menu"], groups["menu_words"])
        return escaped(" ".join(part for part in parts if part))
    if kind in ("link", "address"):
        target = groups["link_target"] if kind == "link" else groups["address_target"]
        if match[0].startswith("xref:") and not set(target) & set(".#:/"):
            target = f"#{target}"  # a place in the same document
        words = (groups["link_words"] if kind == "link" else groups["address_words"]) or ""
        return _link(target, words.split(",window=")[0].split(",role=")[0].rstrip("^"), attributes, depth)
    if kind == "cross":
        return _link(f"#{groups['cross_target'].strip()}", (groups["cross_words"] or "").strip(), attributes, depth)
    return ""


_KINDS = (
    "escape", "double", "curly", "code", "pass", "plus", "gone", "term", "image", "keys", "formula", "link", "address",
    "cross", "bold", "slanted", "marked", "raised",
)  # fmt: skip
_GROUPS = {
    "bold": ("bold_words", "bold_word"), "slanted": ("slanted_words", "slanted_word"),
    "marked": ("marked_words", "marked_word"), "raised": ("raised_words", "lowered_words"),
    "curly": ("curly_words", "single_words"), "term": ("term_words",),
}  # fmt: skip


def _link(target: str, words: str, attributes: Mapping[str, str], depth: int) -> str:
    shown = markdown(words.strip('"'), attributes, depth + 1) if words and depth < DEEPEST else escaped(words)
    if not shown:
        shown = "" if target.startswith("#") or "#" in target else escaped(target)
    if not shown:
        return ""
    return f"[{shown}](<{target.replace('<', '').replace('>', '')}>)"


def picture(target: str, words: str) -> str:
    """A picture with its alternative text, the first entry in its brackets."""
    first = words.split(",")[0].strip()
    named = re.search(r'\balt="?([^",]*)', words)
    alt = named[1] if named else first if "=" not in first else ""
    return f"![{escaped(alt.strip(chr(34)))}](<{target}>)"


def _code(text: str) -> str:
    mark = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    gap = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{mark}{gap}{text}{gap}{mark}"
