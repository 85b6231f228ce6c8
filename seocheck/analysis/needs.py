"""Why something that a rule needs isn't there, in words that a report can print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seocheck.base.plural import plural
from seocheck.model.rule import Need

if TYPE_CHECKING:
    from seocheck.analysis import Analysis


def why_unavailable(analysis: Analysis, need: Need) -> str:
    """Why something that a rule needs isn't available, in words; "" if it is."""
    if need == "body":
        if not analysis.article.blocks:
            return "the article has no body text"
        said = any(c.isalnum() for block in analysis.article.blocks for c in block.text.value)
        return "" if said else "no word is seen in the body text"
    if need == "language":
        return "" if analysis.language.known else _unknown_language(analysis)
    if need == "words":
        return "" if analysis.language.spaced else f"words can't be counted in {analysis.language.name}"
    if need == "front-matter":
        article = analysis.article
        there = article.front_matter or (analysis.format.has_front_matter and article.metadata_span.end > 0)
        return "" if there else "there is no front matter"
    if need == "suppressions":
        met = analysis.unused_suppressions or any(p.kind == "suppression" for p in analysis.article.problems)
        return "" if met else "every request to suppress is used"
    if need in ("links", "images"):
        return "" if getattr(analysis.article, need) else f"there are no {need}"
    if need == "html":
        return "" if analysis.format.is_page else "the article isn't an HTML page"
    if need == "reading-ease":
        return _why_no_ease(analysis)
    if need == "school-grades":
        return why_no_school_grades(analysis) or ("" if analysis.school_grades else "textstat gave no grade")
    if need == "salience":
        return analysis.salience[1]
    if need in ("passive-voice", "transitions"):
        return _why_no_style(analysis, need)
    return ""


def _unknown_language(analysis: Analysis) -> str:
    code = analysis.article.language.code
    return f"no data for the language “{code}”" if code else "the language is unknown"


def _why_no_ease(analysis: Analysis) -> str:
    from seocheck.analysis.prose.reading_ease import MIN_SENTENCES, MIN_WORDS

    counts = analysis.prose.counts
    if not analysis.language.known:
        return _unknown_language(analysis)
    if analysis.language.reading_ease is None:
        return f"no built-in reading-ease formula for {analysis.language.name}"
    if not counts.enough:
        what = "too little text" if counts.words < MIN_WORDS else "too few sentences"
        few = f"{plural(counts.words, 'word')} in {plural(counts.sentences, 'sentence')} of prose"
        return f"{what}: {few}; it takes at least {MIN_WORDS} in {MIN_SENTENCES}"
    if analysis.ease is None:
        return _another_script(analysis) or f"no reading ease for {analysis.language.name}"
    return ""


def _another_script(analysis: Analysis) -> str:
    from seocheck.analysis.prose.word_sums import MOST_FOREIGN

    counts = analysis.prose.counts
    foreign = counts.foreign_words > MOST_FOREIGN * counts.words
    return f"most words aren't in the script of {analysis.language.name}" if foreign else ""


def _why_no_style(analysis: Analysis, need: Need) -> str:
    from seocheck.analysis.prose.passive_data import LANGUAGES
    from seocheck.analysis.prose.transitions import has_transitions

    if not analysis.language.known:
        return _unknown_language(analysis)
    code = analysis.language.code
    if need == "passive-voice":
        return "" if code in LANGUAGES else f"no passive-voice patterns for {analysis.language.name}"
    return "" if has_transitions(code) else f"no list of transitions for {analysis.language.name}"


def why_no_school_grades(analysis: Analysis) -> str:
    """Why there are no school grades; "" where textstat can be asked for them."""
    from seocheck.analysis.prose.school_grades import unavailable_reason

    if not analysis.wants_school_grades:
        return "not requested"
    if analysis.language.code != "en":
        return "US school grades are for English"
    if not analysis.prose.counts.enough:
        return "too little text"
    return _another_script(analysis) or unavailable_reason()
