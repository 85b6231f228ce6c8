"""What a run of labels declares that is of no article: a task, the site of a program's source, a shop for apps."""

from __future__ import annotations

from functools import lru_cache

from seocheck.readers.label_names.label_parts import key_of
from seocheck.readers.label_names.labels import words
from seocheck.readers.labelled.label_line import without_number
from seocheck.readers.labelled.places import Places
from seocheck.readers.labelled.runs import LabelRun
from seocheck.readers.labelled.subject import UNSPACED, declared_keywords, says

_PROGRAM = 2
"""Headings that say together that a text is about a program."""
_MAX_NAME = 4  # words


def is_elsewhere(places: Places, run: LabelRun) -> bool:
    """Whether what is declared is of something else than an article."""
    return _is_task(places, run) or _is_of_a_site(places, run) or _is_of_an_app(places, run) or _is_bought(places, run)


def _is_task(places: Places, run: LabelRun) -> bool:
    """Whether labels, a heading or the description are those of a task."""
    if run.plain:
        return False
    if _names_one(run, "tasks") or any(
        line.kind == "heading" and _is_one(line.text.value, "tasks") for line in places.lines
    ):
        return True
    return any(_is_story(e.value.value.casefold()) for e in run.declared if e.field == "description")


def _is_story(text: str) -> bool:
    """Whether a text is the story of a user: "As a keeper, I want to ..."."""
    begins = any(
        text.startswith(word) and (UNSPACED.search(word) or not text[len(word) :][:1].isalpha())
        for word in words("story_begins")
    )
    return begins and any(word in text for word in words("story_wants"))


def _is_of_a_site(places: Places, run: LabelRun) -> bool:
    """Whether the title and the description are those of a whole site, as in the README of its source."""
    if _names_one(run, "sites"):
        return True
    first = places.first_heading()
    if first is None or first.level > 1 or not run.fields & {"title", "seo_title", "description"}:
        return False
    heads = sum(
        line.kind == "heading" and line.level > 1 and _is_one(line.text.value, "programs") for line in places.lines
    )
    return heads >= _PROGRAM and len(first.text.value.split()) <= _MAX_NAME and not says(run, first.text.value)


def _is_of_an_app(places: Places, run: LabelRun) -> bool:
    """Whether labels are those of a shop for apps, or the first heading names it and no keyword does."""
    if run.plain:
        return False
    if _names_one(run, "apps"):
        return True
    first = places.first_heading()
    if first is None or first.level > 1 or len(first.text.value.split()) > 2 * _MAX_NAME:
        return False
    found = [store for store in words("stores") if store in first.text.value.casefold()]
    return any(store not in declared_keywords(run) for store in found)


def _is_bought(places: Places, run: LabelRun) -> bool:
    """Whether the keywords are those of a campaign of advertisements, by the headings above them."""
    if run.plain or "keywords" not in run.fields:
        return False
    first = places.first_heading()
    above = [*places.headings(run, ""), first.text.value.casefold() if first else ""]
    return any(word in name for name in above for word in words("ads")) and not any(
        word in declared_keywords(run) for word in words("ads")
    )


def _names_one(run: LabelRun, entry: str) -> bool:
    return any(key_of(e.at.name.value) in _keys(entry) for e in run.entries)


def _is_one(heading: str, entry: str) -> bool:
    return key_of(without_number(heading)) in _keys(entry)


@lru_cache(maxsize=4)
def _keys(entry: str) -> frozenset[str]:
    return frozenset(map(key_of, words(entry)))
