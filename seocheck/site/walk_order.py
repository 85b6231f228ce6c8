"""The order in which a walk finds articles, told from their paths alone."""

from __future__ import annotations

import re

Key = tuple[tuple[int, str, int, str], ...]

_NUMBERED = re.compile(r"(.+)#([0-9]{1,18})")


def walk_order(path: str) -> Key:
    """A key by which paths sort as a walk of their folder finds them: the files of a folder by name, then its folders;
    articles of one file by their numbers ("articles.csv#9" before "articles.csv#17"). No two paths have one
    key."""
    *folders, name = path.split("/")
    numbered = _NUMBERED.fullmatch(name)
    file = (0, numbered[1], int(numbered[2]), name) if numbered else (0, name, 0, "")
    return (*((1, folder, 0, "") for folder in folders), file)
