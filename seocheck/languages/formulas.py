"""The reading-ease formula of each language, written out with its source and its bands."""

from __future__ import annotations

import math

from seocheck.languages import ReadingEase, available, load

_MEASURES = {
    "words_per_sentence": "words per sentence",
    "syllables_per_word": "syllables per word",
    "letters_per_word": "letters per word",
    "sentences_per_word": "sentences per word",
    "long_words_percent": "words of more than 6 letters per 100",
    "hard_words_percent": "words of 4 syllables or more per 100",
}


def formula(ease: ReadingEase) -> str:
    """The formula in one line: "206.835 − 1.015 · words per sentence − 84.6 · syllables per word"."""
    terms = [f"{ease.constant:g}"] if ease.constant else []
    for name, coefficient in ease.coefficients.items():
        sign = "−" if coefficient < 0 else "+"
        factor = "" if abs(coefficient) == 1 else f"{abs(coefficient):g} · "
        terms.append(f"{sign} {factor}{_MEASURES[name]}")
    return " ".join(terms).removeprefix("+ ")


def bands(ease: ReadingEase) -> str:
    """The bands in one line, from the easiest."""
    said = []
    for bound, words in ease.bands:
        if math.isinf(bound):
            said.append(f"else {words}")
        else:
            said.append(f"{'below' if ease.higher_is_harder else 'from'} {bound:g} {words}")
    return ", ".join(said)


def formulas(width: int = 100) -> str:
    """Every language that has a formula, in order of its code: name, formula, source, bands."""
    import textwrap

    parts = []
    for code in available():
        language = load(code)
        ease = language.reading_ease
        if ease is None:
            continue
        lines = [f"{language.name}: {ease.name}", f"    {formula(ease)}"]
        for text in (f"Source: {' '.join(ease.source.split())}", f"Bands: {bands(ease)}."):
            lines += textwrap.wrap(text, width, initial_indent="    ", subsequent_indent="    ")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)
