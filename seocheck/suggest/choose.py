"""From suggestions and a choice to one change of the front matter, and to what it does in words."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Literal

from seocheck.edit.change import Change
from seocheck.edit.written import RefusedError
from seocheck.model.report import Struct
from seocheck.suggest.suggestions import Suggestions


class Applied(Struct, frozen=True, kw_only=True):
    """What `--apply` did, or would do.

    written: whether the file was changed. description: the new one, None where it was left alone. added, dropped:
    keywords. left_alone: why something chosen needed no change. moved: where all metadata were
    moved to. diff: unified, "" where nothing changes.
    """

    written: bool
    description: str | None
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    left_alone: tuple[str, ...]
    diff: str
    moved: Literal["", "front-matter", "labels"] = ""


class Choice(Struct, frozen=True, kw_only=True):
    """What was chosen.

    fields: what to write: "front-matter" moves the label lines of a draft into it, "labels" writes its front matter
    as label lines; each of them stands alone. pick: the number of the description, from 1; None for the first, and
    then one that is taken from the text already stays. keywords: those of the suggested ones to add, None for all.
    drop: whether to take out those worth dropping. create: whether to make front matter if there isn't one.
    """

    fields: tuple[Literal["keywords", "description", "front-matter", "labels"], ...]
    pick: int | None = None
    keywords: tuple[str, ...] | None = None
    drop: bool = False
    create: bool = False


def change_for(found: Suggestions, choice: Choice) -> tuple[Change, tuple[str, ...]]:
    """The change, and why parts of the choice need none. Raises RefusedError for what isn't suggested."""
    left_alone: list[str] = []
    description = None
    if "description" in choice.fields:
        description, why = _description(found, choice.pick)
        left_alone += [why] if why else []
    add: tuple[str, ...] = ()
    drop: frozenset[int] = frozenset()
    if "keywords" in choice.fields:
        add = _chosen(found, choice.keywords)
        drop = frozenset(k.place.start.offset for k in found.drop) if choice.drop else frozenset()
        if not add and not drop:
            left_alone.append("keywords: none to add" + (" or drop" if choice.drop else ""))
    return Change(description, add, drop, choice.create), tuple(left_alone)


def _description(found: Suggestions, pick: int | None) -> tuple[str | None, str]:
    if not found.descriptions and pick is None:
        return None, "description: no sentence of the article fits"
    if pick is None and found.description_from_text:
        return None, "description: it is taken from the text already; --pick chooses another"
    number = pick or 1
    if number > len(found.descriptions):
        raise RefusedError(f"there is no description {number}; {len(found.descriptions)} fit")
    text = found.descriptions[number - 1].text
    return (None, "description: it is this one already") if text == found.description else (text, "")


def _chosen(found: Suggestions, names: Sequence[str] | None) -> tuple[str, ...]:
    suggested = {k.text.casefold(): k.text for k in found.keywords}
    if names is None:
        return tuple(suggested.values())
    for name in names:
        if name.casefold() not in suggested:
            close = difflib.get_close_matches(name.casefold(), suggested, n=1)
            meant = f"; did you mean “{suggested[close[0]]}”?" if close else ""
            raise RefusedError(f"“{name}” is not among the suggested keywords{meant}")
    return tuple(suggested[name.casefold()] for name in names)
