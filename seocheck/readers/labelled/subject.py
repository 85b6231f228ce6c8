"""Whether what a run of labels declares is what a heading of its text names."""

from __future__ import annotations

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.labelled.places import Places
from seocheck.readers.labelled.runs import TEXTS, LabelRun

UNSPACED = late_pattern("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that write words together."""
_WORD = late_pattern(r"[^\W\d_]+")
_SUBJECT = 4  # words
_BESIDE = 2  # fields, a description of few words among them


def says(run: LabelRun, named: str, without: str = "") -> bool:
    """Whether what a run declares has half of the words of a heading, and more. without: words that don't count."""
    return has_half_of(" ".join(e.value.value for e in run.declared if e.field in TEXTS), named, without)


def has_half_of(said: str, named: str, without: str = "") -> bool:
    """Whether a text has half of the words of another, and more. without: words that don't count."""
    said = said.casefold()
    words_of = {word for word in _WORD.findall(named.casefold()) if len(word) > 3 or UNSPACED.search(word)}
    own = [word for word in words_of if word not in without]
    return 2 * sum(word in said for word in own) >= max(len(own), 1)


def is_of_page(places: Places, run: LabelRun) -> bool:
    """Whether a run has a title tag and a description of what the first heading of its text names: the brief of one
    page."""
    if not {"seo_title", "description"} <= run.plain:
        return False
    first = places.first_heading()
    if first is None or first.level > 1 or len(first.text.value.split()) < _SUBJECT:
        return False
    return says(run, first.text.value)


def is_of_this_text(places: Places, run: LabelRun) -> bool:
    """Whether a run declares a title and more, in words of the first heading: a description of two words beside it may
    be a bad one, and is no explanation of the label."""
    if not {"title", "seo_title"} & run.fields or len(run.fields & TEXTS) <= _BESIDE:
        return False
    first = places.first_heading()
    return first is not None and says(run, first.text.value)


def declared_keywords(run: LabelRun) -> str:
    """All keywords that a run declares, in lower case."""
    return " ".join(e.value.value for e in run.declared if e.field in ("keywords", "focus_keyword")).casefold()
