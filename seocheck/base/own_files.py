"""Files with data that ship with seocheck, read without `pathlib`, which takes 4 ms to import."""

from __future__ import annotations

import os


def own_path(module: str, *parts: str) -> str:
    """The path of a file. module: the `__file__` from whose folder the parts lead to it."""
    return os.path.normpath(os.path.join(os.path.dirname(module), *parts))


def text_of(path: str) -> str:
    """The text of a file in UTF-8, its line ends as "\\n". Raises OSError."""
    with open(path, encoding="utf-8") as file:
        return file.read()
