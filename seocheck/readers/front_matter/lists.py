"""Lists of keywords in front matter: the keywords, and what has the wrong type."""

from __future__ import annotations

from collections.abc import Sequence as SequenceABC
from typing import Literal

from msgspec.structs import replace

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, Text
from seocheck.languages import function_words
from seocheck.model.article import Keyword, Problem
from seocheck.readers.fields import FURTHER, PRIMARY, has_gap, make_keywords, plain, split_entry, split_keywords
from seocheck.readers.front_matter.values import Entry, Mapping, Scalar, Sequence, candidates

_PARTS = frozenset(map(plain, (*PRIMARY, *FURTHER)))
"""Parts of a mapping of keywords, which are fields of their own."""
_DASHES = late_pattern(r"-[^\W\d]")
_DASHED = late_pattern(r"(?:^|\s)-(?=[^\W\d])")


def list_field(
    values: Mapping, names: SequenceABC[str], problems: list[Problem], *, spaces_are_fine: bool = False
) -> tuple[Entry | None, tuple[Keyword, ...]]:
    """The first entry of these names that has keywords, and the keywords."""
    for entry in candidates(values, names):
        also: dict[int, tuple[str, ...]] = {}
        value = entry.value
        if isinstance(value, Scalar):
            texts = _in_text(entry, value.text, problems, spaces_are_fine=spaces_are_fine)
        elif isinstance(value, Sequence):
            texts = _in_list(entry, value, problems, also)
        else:
            texts = []
            if not all(plain(each.key) in _PARTS for each in value.entries):
                message = f"“{entry.key}” is a mapping, not a list of keywords."
                _add(problems, entry.key_span, message, f"Write a list: {entry.key}: [first, second].")
        if texts:
            found = make_keywords(texts, entry.key)
            return entry, tuple(replace(k, also=(*k.also, *also.get(k.rank, ()))) for k in found)
    return None, ()


def _add(problems: list[Problem], span: Span, message: str, hint: str, fault: Literal["", "one-text"] = "") -> None:
    problems.append(Problem("wrong-type", span, message, hint, "keywords", fault))


def _in_text(entry: Entry, text: Text, problems: list[Problem], *, spaces_are_fine: bool) -> list[Text]:
    if not text:
        return []
    words = text.value
    if _DASHES.match(words):
        message = f"“{entry.key}” is one text, not a list: its dashes have no space after them."
        _add(problems, text.span(), message, "Write a space after each dash.")
        return _without_dashes(text)
    if "," not in words and not spaces_are_fine and (separator := _other_separator(words)):
        message = f"“{entry.key}” is one text with {separator} instead of commas between its keywords."
        _add(problems, text.span(), message, "Write a list, or separate the keywords with commas.", "one-text")
        if separator == "spaces":
            return [text]
    elif has_gap(text):
        _add_empty(entry, text.span(), problems)
    return split_keywords(text)


def _without_dashes(text: Text) -> list[Text]:
    """The keywords of a list that YAML reads as one text: -bread -flour."""
    marks = list(_DASHED.finditer(text.value))
    ends = [*(mark.start() for mark in marks[1:]), len(text.value)]
    return [text.slice(mark.end(), end).strip() for mark, end in zip(marks, ends, strict=True)]


def _in_list(entry: Entry, value: Sequence, problems: list[Problem], also: dict[int, tuple[str, ...]]) -> list[Text]:
    """The keywords of a list; their synonyms go into `also`, by the keyword's place in the list."""
    texts: list[Text] = []
    empty: list[Text] = []
    several: list[Text] = []
    for item in value.items:
        if isinstance(item, Scalar):
            parts = entry_keywords(item, value)
            (several if len(parts) > 1 else [] if parts else empty).append(item.text)
            texts += parts
        elif isinstance(item, Mapping) and (named := _with_synonyms(item)) is not None:
            also[len(texts)] = named[1]
            texts.append(named[0])
        else:
            message = f"“{entry.key}” has an entry that isn't a text."
            hint = "Write each keyword as a text of its own, or as {text: car, also: [automobile]}."
            _add(problems, item.span, message, hint)
    if empty:
        _add_empty(entry, empty[0].span(), problems)
    if several:
        alone = len(value.items) == 1
        which = f"is a list of one text that holds {len(texts)} keywords" if alone else "has an entry with separators"
        hint = "Write each keyword as an entry of its own; a site generator takes these for one keyword."
        _add(problems, several[0].span(), f"“{entry.key}” {which}.", hint, "one-text" if alone else "")
    return texts


def entry_keywords(item: Scalar, among: Sequence) -> list[Text]:
    """The keywords in one entry of a list."""
    return split_entry(item.text, alone=len(among.items) == 1, quoted=item.quoted)


def _add_empty(entry: Entry, span: Span, problems: list[Problem]) -> None:
    _add(problems, span, f"“{entry.key}” has an empty entry.", "Delete the entry, or fill in the keyword.")


def _with_synonyms(item: Mapping) -> tuple[Text, tuple[str, ...]] | None:
    """A keyword with other words for it, written as {text: car, also: [automobile]}."""
    text, also = item.find("text"), item.find("also")
    if text is None or not isinstance(text.value, Scalar) or not text.value.text:
        return None
    if also is None:
        others: tuple[Scalar, ...] = ()
    elif isinstance(also.value, Scalar):
        others = (also.value,)
    elif isinstance(also.value, Sequence):
        others = tuple(item for item in also.value.items if isinstance(item, Scalar))
    else:
        return None
    words = tuple(part.value for other in others for part in split_keywords(other.text))
    return text.value.text.strip(), words


def _other_separator(words: str) -> str:
    """What separates the keywords of a text without commas; "" if it is one keyword."""
    for mark, name in ((";", "semicolons"), ("|", "bars"), ("\n", "line breaks"), (" / ", "slashes")):
        if mark in words:
            return name
    if any(s in words for s in "\u3001\uff0c\u060c"):
        return ""
    # A long search phrase has articles and prepositions in it; a string of keywords has none.
    apart = words.casefold().split()
    strung = len(apart) > 5 and not any(function_words(code) & set(apart) for code in ("en", "de", "fr", "es"))
    return "spaces" if strung else ""
