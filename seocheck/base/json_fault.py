"""Faults of JSON told in words that do not change with the version of Python."""

from __future__ import annotations


def json_fault(error: Exception, text: str, start: int = 0) -> tuple[int, str]:
    """The offset at which JSON goes wrong, and how, in words.

    error: what the json module raised. text: what it was given. start: where in it the JSON begins.
    """
    import json  # most articles have none

    if not isinstance(error, json.JSONDecodeError):
        return start, "it is nested too deeply"
    at = min(error.pos, len(text))
    if "trailing comma" in error.msg:  # since Python 3.13, which points at the comma
        at = next((i for i in range(at + 1, len(text)) if not text[i].isspace()), at)
    if text[:at].rstrip().endswith(",") and text[at : at + 1] in ("}", "]"):
        return at, "there is a comma before this closing bracket"
    if "property name" in error.msg:
        return at, "a name in double quotes is missing here"
    if "delimiter" in error.msg:
        return at, "a comma or colon is missing before this"
    if "Extra data" in error.msg:
        return at, "this comes after its end"
    if "Unterminated string" in error.msg:
        return at, "this text is never closed"
    return at, "this can't be read"
