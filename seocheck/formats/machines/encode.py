"""JSON and XML that carry an article's words, and nothing that a terminal or a build's log would take for a command."""

from __future__ import annotations

import re
from typing import Any

from seocheck.base.late_pattern import late_pattern
from seocheck.formats.logs import COMMANDS
from seocheck.formats.people.styled import UNSAFE
from seocheck.model.report import encode_json

_UNSAFE_IN_JSON = late_pattern(f"{COMMANDS}|[\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_REPLACED_IN_XML = late_pattern(f"(?![\t\n\r])(?:{UNSAFE.pattern}|[\ufffe\uffff])")
_COMMAND_IN_XML = late_pattern(r"^(\s*):(?=:)", re.MULTILINE)
_COMMAND = late_pattern(COMMANDS)


def json_text(value: Any) -> str:
    """`value` as JSON in one line. What a terminal or a log would obey is written as an escape that JSON reads back."""
    return harmless_json(encode_json(value).decode())


def harmless_json(text: str) -> str:
    """The same for what is JSON already."""
    return _UNSAFE_IN_JSON.sub(lambda match: match[0][:-1] + f"\\u{ord(match[0][-1]):04x}", text)


def xml_text(text: str) -> str:
    """`text` for an element: what XML 1.0 forbids, and control characters, are replaced by U+FFFD.

    What a build's log would take for a command is written so that only a reader of XML sees it.
    """
    text = _REPLACED_IN_XML.sub("\ufffd", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    return _COMMAND_IN_XML.sub(r"\1&#58;", escaped_commands(text))


def escaped_commands(text: str) -> str:
    """`text` of XML or HTML with the last character of what a build's log would take for a command as a reference."""
    return _COMMAND.sub(lambda match: f"{match[0][:-1]}&#{ord(match[0][-1])};", text)


def xml_attribute(value: str | int) -> str:
    """`value` as an attribute, with its quotation marks."""
    text = xml_text(str(value)).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{text}"'
