"""What an edit changes, as a unified diff."""

from __future__ import annotations

import difflib
import posixpath


def unified_diff(before: str, after: str, path: str) -> str:
    """A unified diff that `git apply` and `patch` accept; "" if both are the same."""
    if before == after:
        return ""
    name = posixpath.normpath(path).lstrip("/")
    lines = list(difflib.unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}"))
    made = [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]
    return "".join(made)


def _lines(text: str) -> list[str]:
    """Lines as diff tools split them: only at newlines, each with its own."""
    *lines, last = text.split("\n")
    return [f"{line}\n" for line in lines] + ([last] if last else [])
