"""What the title of an article says that it is about, to compare sentences with."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import islice

from seocheck.analysis import Analysis
from seocheck.analysis.declared.own_names import letters_of
from seocheck.analysis.frequency.dwelling import said, stems_of
from seocheck.analysis.inflection.stems import lemmas
from seocheck.analysis.keywords.parts import kinds
from seocheck.analysis.words.folding import fold
from seocheck.base.late_pattern import late_pattern
from seocheck.languages.common_words import common_words
from seocheck.languages.sentence_words import alternatives, sentence_words

FIRST_WORDS = 6
"""Words of a sentence that tell what it is about."""
NAMED = 0.6
"""What it is worth to say all the names in Latin letters of a title in writing without spaces."""
DWELT_ON = 3
"""Phrases that the article says most, of which one is enough for its first sentences."""
_LONG_NAME, _CONTENT = 4, 4
"""Words that no name of a site has; letters of a word that has a capital in a name."""
_INFLECTED = 3
"""Letters of a word that it may lack in a compound."""
_VARIABLE = late_pattern(r"\{+[^{}]*\}+|<%.*?%>")
"""What a template fills in."""
_LONG = 7
"""Letters from which on a name is no part of another word."""
_OF_A_FILE = late_pattern(r"\.(?:js|jl|py|net|io|rs|ai|app)$")
"""An ending that a name may have or not: React.js."""
_NO_NAMES = frozenset(("index", "_index", "readme", "article", "page", "post", "content", "en"))
"""Names of files that say nothing of what is in them."""
_WORD = late_pattern(r"\w+")
_FIRST_LETTERS = 16
"""The same in writing without spaces."""
NEAR_HEADING = 0.33
"""The part of a main heading that an early sentence must say at least, where the heading is taken instead of the
title."""
_SAID_EARLY = 4
"""Sentences at the beginning, one of which says what a title or a main heading is about."""
_PARTS = late_pattern(r"\s*[|·•:]\s+|\s[–—-]\s")
"""What separates the parts of a title."""
_LETTERS = late_pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]{2,}|[A-Za-z0-9]{2,}")


class Subject:
    """What the title says the article is about, to compare sentences with. title: as it is."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self.stems: set[str] = set()
        self._telling: set[str] = set()
        self._runs: set[str] = set()
        self.is_heading = False
        """Whether the main heading is taken, since the title is that of the site."""
        self.title = title = _title(analysis)
        self._take(title)
        self._take_better()
        self._heads = _parts(analysis)
        # What the title and the main heading say is nothing new, even what does not tell what they are about.
        self._repeated = self.stems | set(analysis.content_stems(f"{title} {_main_heading(analysis)}"))
        unsaid = not _is_declared(analysis) and not any(map(self.share, analysis.prose.texts))
        if unsaid or _is_kind_of_text(title, analysis):  # the name of a file that says nothing, and "Introduction"
            self._take("")

    def _take(self, title: str) -> None:
        """Compare with this title from now on."""
        analysis = self._analysis
        self.stems, self._telling, self._runs = set(), set(), set()
        if analysis.language.known and analysis.language.spaced:
            whole = set(analysis.content_stems(_telling(title, analysis)) or analysis.content_stems(title))
            names = (name for name in analysis.site_names if not _is_said(name, analysis))
            whole = whole - {stem for name in names for stem in stems_of(name, analysis)} or whole
            common = common_words(analysis.language.code)
            telling = whole - {analysis.words.stems(word) for word in _WORD.findall(fold(title)) if word in common}
            self.stems = whole
            self._telling = telling if len(telling) > 1 else whole
        elif not analysis.language.spaced:
            self._runs = _runs(title)

    def _take_better(self) -> None:
        """Compare with the main heading, or with a part of the title, where the title is that of the site or says only
        which of its pages this is."""
        parts = [part for part in _PARTS.split(self.title) if part]
        left = [part for part in parts if not _is_kind_of_page(part, self._analysis.language.code)]
        if parts and len(left) < len(parts):
            self._take(" ".join(left))
            if not self._early():
                self._take("")
        heading, stems, runs, early = _main_heading(self._analysis), self.stems, self._runs, self._early()
        if heading and self._analysis.article.title and not _is_kind_of_page(heading, self._analysis.language.code):
            before = (self.stems, self._telling, self._runs)
            self._take(heading)
            other = not (self.stems & stems or self._runs & runs)
            self.is_heading = other and self._early() > max(early, NEAR_HEADING)
            if not self.is_heading:
                self.stems, self._telling, self._runs = before

    def _early(self) -> float:
        """The largest part of the title that one of the first sentences says."""
        return max(map(self.share, islice(self._analysis.prose.texts, _SAID_EARLY)), default=0.0)

    def share(self, text: str) -> float:
        """The part of the title that a text has, from 0 to 1; 0 where there is none to compare with."""
        if self.stems:
            return max(self._share(text, self.stems), self._share(text, self._telling))
        if not self._runs:
            return 0.0
        said, names = self._runs & _runs(text), {run for run in self._runs if run.isascii()}
        whole = len(said) / len(self._runs)
        return max(whole, NAMED * len(said & names) / len(names)) if len(names) > 1 else whole

    def _share(self, text: str, stems: set[str]) -> float:
        missing = stems - set(stems_of(text, self._analysis))
        if missing:  # Void Linux is VoidLinux, and React is React.js
            letters = letters_of(text)
            missing = {stem for stem in missing if not _is_in(stem, letters)}
        return 1 - len(missing) / len(stems)

    def only_repeats(self, text: str) -> bool:
        """Whether a text says nothing that the title does not."""
        return bool(self._repeated) and set(self._analysis.content_stems(text)) <= self._repeated

    def heads(self, text: str) -> int:
        """Of how many further headings a text says a word that no other has."""
        said = set(stems_of(text, self._analysis)) if self._heads else set()
        return sum(not said.isdisjoint(stems) for stems in self._heads)

    def begins(self, text: str, most: int = FIRST_WORDS) -> bool:
        """Whether one of the first words of a text is of the title."""
        if not self.stems:
            return self.share(text[:_FIRST_LETTERS]) > 0
        return self._share(" ".join(_WORD.findall(text)[:most]), self._telling) > 0

    def is_dwelt_on(self, text: str) -> bool:
        """Whether a text says one of the phrases that the article says most."""
        small = text.lower()
        return any(phrase.text.lower() in small for phrase in self._analysis.salience[0][:DWELT_ON])

    def is_hinted(self, text: str) -> bool:
        """Whether a text may say a word of the title in a compound, or there is no title to compare with."""
        letters = fold(text)
        return not self.is_known or any(len(stem) >= _CONTENT and stem in letters for stem in self.stems)

    def is_akin(self, text: str) -> bool:
        """Whether a text says a part of a compound of the title: "Reinigung von Dächern" of "Dachreinigung"."""
        if not self.stems:
            return False
        said = {word[: max(_CONTENT + 1, len(word) - _INFLECTED)] for word in _WORD.findall(fold(text))}
        words = _WORD.findall(fold(self.title))
        return any(
            len(part) > _CONTENT and part in word and not word.startswith(part) for word in words for part in said
        )

    @property
    def is_broad(self) -> bool:
        """Whether the title has several words that tell what it is about: one alone is said in any sentence."""
        return len(self._telling) > 1

    @property
    def is_known(self) -> bool:
        """Whether there is a title to compare with."""
        return bool(self.stems or self._runs)


def _title(analysis: Analysis) -> str:
    """The title, or the main heading of an article that declares none, or the name of its file; "" where there is none
    that says anything."""
    article = analysis.article
    if article.title:
        return article.title.text.value
    heading = _main_heading(analysis)
    parts = [part.rpartition(".")[0] or part for part in article.source.path.split("/") if part][-2:]
    named = [part for part in parts[::-1] if part not in _NO_NAMES and not part.startswith("<")]
    return heading or (" ".join(_WORD.findall(named[0].replace("_", " "))) if named else "")


def _main_heading(analysis: Analysis) -> str:
    return next((block.text.value for block in analysis.article.headings if block.level == 1), "")


def _parts(analysis: Analysis) -> list[set[str]]:
    """Of each part of an article the words in its heading that no other heading has."""
    if not analysis.language.spaced:
        return []
    heads = {frozenset(analysis.content_stems(b.text.value)) for b in analysis.article.headings if b.level > 1}
    often = Counter(stem for stems in heads for stem in stems)
    return [own for own in ({stem for stem in stems if often[stem] == 1} for stems in heads) if own]


@lru_cache(maxsize=32)
def _kinds_of_page(code: str) -> re.Pattern[str] | None:
    listed = alternatives(sentence_words(code).kinds_of_page)
    return re.compile(listed, re.IGNORECASE) if listed else None


def _is_kind_of_page(part: str, code: str) -> bool:
    """Whether a title says only which of a site's pages this is: "About us"."""
    pattern = _kinds_of_page(code)
    return pattern is not None and pattern.fullmatch(part.strip(" .!")) is not None


def _is_kind_of_text(title: str, analysis: Analysis) -> bool:
    """Whether a title says only what kind of text it is over, and nothing of what that is about."""
    texts = kinds(analysis.language.code)[0]
    words = [fold(word) for word in _WORD.findall(title)]
    return bool(words) and all(word in texts for word in words)


def _is_in(stem: str, letters: str) -> bool:
    """Whether a text whose letters are given has a name in another spelling."""
    name = letters_of(_OF_A_FILE.sub("", stem))
    return len(name) >= (_LONG if name == letters_of(stem) else _CONTENT) and name in letters


def _is_said(name: str, analysis: Analysis) -> bool:
    """Whether a part of the title is no name of the site: the prose says it in small letters, or it is long."""
    if len(name.split()) > _LONG_NAME:
        return True
    for spot in said(name, analysis).spots:
        words = _WORD.findall(spot.block.text.value[spot.start : spot.end])
        if any(word.islower() and len(word) >= _CONTENT for word in words[1:] or words):
            return True
    return False


def _is_declared(analysis: Analysis) -> bool:
    """Whether the article has a title or a main heading."""
    article = analysis.article
    return article.title is not None or any(block.level == 1 for block in article.headings)


def _telling(title: str, analysis: Analysis) -> str:
    """A title without numbers and words for kinds of texts: "A guide to rye in 2026" is about rye."""
    code = analysis.language.code
    texts = kinds(code)[0]
    title = _VARIABLE.sub(" ", title)
    words = (word.strip("\"'“”„«»()[]:;,.!?…—–-") for word in title.split())
    return " ".join(word for word in words if word and not word.isdigit() and not lemmas(word, code) & texts)


def _runs(text: str) -> set[str]:
    """The words in Latin letters of a text, and the pairs of characters of the others."""
    found: set[str] = set()
    for run in _LETTERS.findall(text):
        if run.isascii():
            found.add(run.lower())
        else:
            found.update(run[at : at + 2] for at in range(len(run) - 1))
    return found
