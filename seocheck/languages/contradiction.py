"""Whether a text is certainly in another language than the one declared for it."""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.languages.detect import detect, languages_of, script_of

_LETTERS = 300
"""Letters of a text below which nothing is certain; a Chinese, Japanese or Korean sign counts for several."""
_SIGNS = {"Han": 3, "Kana": 3, "Hangul": 3}
_SAMPLE = 20_000
"""Characters of a text that are looked at."""

_FEW_LETTERS = 40
"""Letters of a text below which not even its script tells anything."""
_SHORT = 2_000
"""Characters of a text that may be too short."""
_ONE_SCRIPT = 0.9
"""The part of the letters that are in one script, at least, where the others are names."""
_SCRIPTS = ("Latin", "Cyrillic", "Arabic", "Devanagari", "Hebrew")
_ALONE = {"el": "Greek", "th": "Thai", "ko": "Hangul", "zh": "Han", "ja": "Han"}

_NEIGHBOURS = (
    "nb nn no da",
    "hr sr bs sl sh me mk",
    "id ms jv su",
    "cs sk",
    "es ca gl an oc eu",
    "pt gl",
    "fr oc br wa lb co",
    "it co sc fur rm",
    "de lb fy",
    "nl af fy",
    "en cy ga gd mi",
    "ru be bg mk sr kk uk",
    "ar fa ur ps ug sd ku",
    "hi mr ne sa bh",
    "tr az tk uz",
    "fi et",
    "ro mo",
    "he yi",
    "sv fo is",
)
"""Languages that a declaration may rightly name where the text is taken for another one of them: much alike, or small
ones whose texts are full of the large one beside them."""


def contradicts(declared: str, texts: Sequence[str]) -> str:
    """The language that the pieces of a text are certainly in, if it isn't the one declared or alike; else "".

    Both halves of the text are in it, so that a text in two languages contradicts neither.
    """
    text = "\n".join(texts)[:_SAMPLE]
    if sum(_SIGNS.get(script_of(c), 1) for c in text if c.isalpha()) < _LETTERS:
        return ""
    found = detect(text)
    if not found or alike(found, declared):
        return ""
    middle = text.find("\n", len(text) // 2) + 1 or len(text) // 2
    return found if detect(text[:middle]) == found == detect(text[middle:]) else ""


def in_another_script(declared: str, texts: Sequence[str]) -> str:
    """The language of a text that is too short to be certain of, where its letters are those of another script than the
    one declared: a page from an English template, filled with words in Cyrillic letters."""
    text = "\n".join(texts)
    if len(text) > _SHORT:  # whether a longer one contradicts is certain
        return ""
    scripts = [script for character in text if (script := script_of(character).replace("Kana", "Han"))]
    expected = _script(declared)
    if not expected or len(scripts) < _FEW_LETTERS:
        return ""
    main = max(sorted(set(scripts)), key=scripts.count)
    if main == expected or scripts.count(main) < _ONE_SCRIPT * len(scripts):
        return ""
    return detect(text)


def _script(code: str) -> str:
    """The script that a language is written in; "" where nothing is known of it."""
    return _ALONE.get(code) or next((script for script in _SCRIPTS if code in languages_of(script)), "")


def alike(code: str, other: str) -> bool:
    """Whether two languages are one, or so much alike that the one is taken for the other."""
    return code == other or any({code, other} <= set(group.split()) for group in _NEIGHBOURS)
