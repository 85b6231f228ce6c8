"""Whether the body says anything of what a title or a description is about.

Only words that tell something count: no function words, no common words, no words for kinds of texts and things, and
nothing in quotation marks. A name that the body doesn't say proves nothing, since it may be a joke, or an allusion; one
that it says is enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from seocheck.analysis.declared.claims import claims
from seocheck.analysis.declared.other_language import other_language
from seocheck.analysis.declared.page_names import page_names
from seocheck.analysis.inflection.stems import is_word
from seocheck.analysis.keywords.asked import asked
from seocheck.analysis.keywords.lookup import Lookup
from seocheck.analysis.keywords.parts import is_telling, parts
from seocheck.analysis.keywords.side_by_side import exact_and_inflected
from seocheck.analysis.keywords.unspaced_parts import unspaced_parts
from seocheck.analysis.words.folding import fold, lower
from seocheck.analysis.words.joined_words import COMPOUNDING, LEAST_HEAD
from seocheck.analysis.words.quoted import quoted
from seocheck.analysis.words.zones import SUPPORTING, split
from seocheck.base.text import Text, meets
from seocheck.languages import function_words, load

if TYPE_CHECKING:
    from seocheck.analysis import Analysis
    from seocheck.analysis.words.zones import Words

MOST = 40
"""Words of a declared text that are looked at."""
ENOUGH = 50
"""Words of prose from which on a text can be expected to name its subject."""
TITLE, DESCRIPTION = 2, 4
"""Telling words that a title and a description must have; fewer may be a joke or an allusion."""
IN_HEADLINE, LONG = 3, 12
"""The same of a title that is the H1, too: it belongs to the page, and the text may word a short one otherwise. A word
of so many letters counts as two in languages that write compounds as one."""
MANY = 5
IN_TITLE, IN_DESCRIPTION = 0.15, 0.25
"""Part of so many words or more that a text on something else says by chance; one word in any case. Of real pages 27 of
4,230 titles and 4 of 2,516 descriptions have as few; of those of other pages put in their place 2,166 of 8,357 and
1,182 of 4,901. So it takes more to call one foreign (`is_foreign`)."""
OFTEN = 3
"""A word that the text says so often is what it is about."""
WRITTEN = 2
"""Words of a text that the file has outside the running text, from which on that may say them."""
UNSPACED = 4
"""Words that a text must have in scripts without spaces, where a phrase of four signs is often an idiom."""
CHARACTERS = 2
"""Characters that count as a word in scripts without spaces."""
_BODY = SUPPORTING - {"h1"}
"""Where the article says something. An H1 counts where it's no part of the title: somebody worded it for the page."""


ALONE_TITLE, ALONE_DESCRIPTION = 4, 5
"""Telling words where nothing else names the page, so that no more is known than that the text never says them."""
TEASING = 8
"""Telling words of a description without a name or a figure; fewer may tease the reader, and tell nothing."""


class Foreign(NamedTuple):
    """The telling words of a declared text: those that the body never says, and those few that it does.

    size: how many words they count as.
    """

    unsaid: tuple[str, ...]
    said: tuple[str, ...]
    size: float

    @property
    def share(self) -> float:
        """How much of it is unsaid, in (0, 1]."""
        return len(self.unsaid) / (len(self.unsaid) + len(self.said))


def is_foreign(
    text: Text, unsaid: Foreign, analysis: Analysis, alone: int, beside: Text | None, beside_unsaid: Foreign | None
) -> bool:
    """Whether a text whose words the body doesn't say is another page's, as far as what else names this one tells.

    alone: words that are enough where nothing does. beside: the other declared text, title or description; where the
    body says none of that either, the two belong together, and it's no witness.
    """
    if not analysis.language.spaced and unsaid.size < UNSPACED:
        return False
    names = list(
        page_names(
            text,
            analysis,
            None if beside_unsaid else beside,
            lambda value: telling_words(value, analysis),
            lambda word: bool(_times(word, analysis, _BODY)),
        )
    )
    words = list(telling_words(text.value, analysis))
    if any(name.is_of_page and name.shares_word(words) for name in names) or _is_written(words, analysis):
        return False
    if beside_unsaid or any(name.is_witness(text.value) for name in names):
        return True
    return analysis.language.spaced and unsaid.size >= alone


def _is_written(words: list[str], analysis: Analysis) -> bool:
    """Whether the file has two of the words below its front matter: in arguments of shortcodes and components, in
    code, in addresses of links and images. Of a page in HTML most of the file is the site's."""
    article = analysis.article
    if not article.front_matter or analysis.format.is_page:
        return False
    source = fold(article.source.text[article.metadata_end :])
    for block in article.headings:
        if block.level == 1:
            source = source.replace(fold(block.text.value), " ")
    return sum(fold(word) in source for word in words) >= WRITTEN


def is_teaser(text: Text, unsaid: Foreign, analysis: Analysis) -> bool:
    """Whether a description names nothing and has few words, so that it may tease: "Some thoughts of a lucky day"."""
    return unsaid.size < TEASING and not any(claims(text.value, analysis.language))


def unsaid_words(
    text: Text | None, analysis: Analysis, *, least: int, share: float, beside: Text | None = None
) -> Foreign | None:
    """The telling words of a declared text of which the body says none; None where it does, or too little is said.

    least: words of which none must be said. share: of `MANY` words and more that may be said by chance, but no name, no
    two side by side, none `OFTEN`, and none that is in the declared text `beside` it too: title and description name
    the subject together.
    """
    if text is None or analysis.word_count < ENOUGH or len(text.value.split()) < 2 - (not analysis.language.spaced):
        return None  # one word may be an identifier
    if any(each is not None and _names_pieces(each.value, analysis) for each in (text, analysis.own_title)):
        return None  # jokes and poems don't say that they are
    words = list(telling_words(text.value, analysis))
    names: set[str] = set()
    if analysis.language.spaced:
        # In a title in small letters a capital tells a name; not where all nouns have one.
        if analysis.language.code != "de" and any(word.islower() for word in words):
            names = {word for number, word in enumerate(words) if number and word[0].isupper()}
        telling = [word for word in words if word not in names and is_word(word, analysis.language.code)]
        size = float(len(telling))
    else:
        telling = words
        size = sum(1.0 if word.isascii() else len(word) / CHARACTERS for word in words)
    if size < least or (_is_headline(analysis, text) and size + _compounds(telling, analysis) < IN_HEADLINE):
        return None
    most = max(1.0, share * len(telling)) if size >= MANY else 0.0
    subject = set(analysis.content_stems(beside.value)) if beside is not None else set()
    where = _BODY | {"h1"} if _has_own_h1(analysis, text) else _BODY
    if _is_plainly_said(words, telling, most, analysis, where):
        return None
    said: list[str] = []
    for word in words:  # most texts are told from their first words, so no more is looked up
        times = _times(word, analysis, where)
        if not times:
            continue
        said.append(word)
        if len(said) > most or word not in telling or times >= OFTEN or subject & set(analysis.content_stems(word)):
            return None
    if _shares_phrase(text.value, analysis, where) or other_language(text, analysis):
        return None
    return Foreign(tuple(word for word in telling if word not in said), tuple(said), size)


def _names_pieces(value: str, analysis: Analysis) -> bool:
    """Whether a text has a word for what a page is a collection of: jokes, poems, proverbs."""
    language = analysis.language
    if not language.spaced:
        return any(kind in value for kind in language.kinds_of_piece.split())
    kinds = _kinds_of_piece(language.code)
    return any(fold(token.text) in kinds for token in split(value, language)[:MOST])


@lru_cache(maxsize=64)
def _kinds_of_piece(code: str) -> frozenset[str]:
    return frozenset(map(fold, load(code).kinds_of_piece.split()))


def _is_plainly_said(words: list[str], telling: list[str], most: float, analysis: Analysis, where: Set[str]) -> bool:
    """Whether the body says too many of the words just as they are: then no other form need be looked up."""
    said = 0
    for word in words:
        places = analysis.words.positions.get(fold(word), ())
        times = sum(analysis.words.zones[place] in where for place in places)
        said += times > 0
        if times and (said > most or times >= OFTEN or word not in telling):
            return True
    return False


def telling_words(value: str, analysis: Analysis) -> Iterator[str]:
    """The words that tell what a text is about, each once; runs of characters in scripts without spaces."""
    wanted = asked(value, analysis.language)
    if wanted.unspaced or not analysis.language.spaced:
        parts_of = unspaced_parts(Lookup(wanted, analysis.words, True))
        kinds = analysis.language.kinds_of_text.split()  # a title may be nothing else: Quick start, Preface
        yield from dict.fromkeys(p.text for p in parts_of if not p.weak and not p.spare and p.text not in kinds)
        return
    inside = quoted(value)
    names = {fold(token.text) for name in analysis.site_names for token in split(name, analysis.language)}
    seen: set[str] = set()
    for token in split(value, analysis.language)[:MOST]:
        folded = fold(token.text)
        if folded in seen or folded in names or meets(inside, token.start, token.end):
            continue
        seen.add(folded)
        if is_telling(token.text, analysis.words):
            yield token.text


def _is_headline(analysis: Analysis, text: Text) -> bool:
    """Whether an H1 of the page says the same, as far as the site's name isn't behind it."""
    said = fold(text.value).strip()
    h1s = [fold(block.text.value).strip() for block in analysis.article.headings if block.level == 1]
    return any(h1 and said.startswith(h1) and not said[len(h1) : len(h1) + 2].strip().isalnum() for h1 in h1s)


def _compounds(words: list[str], analysis: Analysis) -> int:
    return sum(len(word) >= LONG for word in words) if analysis.language.code in COMPOUNDING else 0


def _has_own_h1(analysis: Analysis, text: Text) -> bool:
    """Whether an H1 is worded otherwise than the title and than the declared text."""
    if analysis.own_title is None:
        return False
    known = fold(analysis.own_title.value), fold(text.value)
    h1s = (fold(block.text.value) for block in analysis.article.headings if block.level == 1)
    return any(all(h1 not in declared for declared in known) for h1 in h1s)


def _shares_phrase(value: str, analysis: Analysis, where: Set[str]) -> bool:
    """Whether the body says two neighbours of a text side by side: "cold months" tells, though neither word does."""
    if not analysis.language.spaced:
        return False
    small = function_words(analysis.language.code)
    found = split(value, analysis.language)[:MOST]
    for one, other in pairwise(found):
        if lower(one.text) in small or lower(other.text) in small or other.start - one.end != 1:
            continue
        lookup = Lookup(asked(value[one.start : other.end], analysis.language), analysis.words, False)
        if any(analysis.words.zones[at] in where for places in exact_and_inflected(lookup) for at in places.starts):
            return True
    return False


def _times(word: str, analysis: Analysis, where: Set[str]) -> int:
    """How often the body says a word, in any form; once for a part of a compound."""
    words = analysis.words
    lookup = Lookup(asked(word, analysis.language), words, False)
    places = {place for place in lookup.places(0, False) if words.zones[place] in where}
    found = unspaced_parts(lookup) if lookup.asked.unspaced else parts(lookup, outside=False)
    for part in found:
        places.update(
            place for place in (*(start for start, _ in part.places), *part.related) if words.zones[place] in where
        )
    if not places and any(c.isupper() for c in word[1:]) and fold(word) in _letters(analysis.own_text):
        return 1  # NodeResourceManager for node-resource-manager
    return len(places) or int(words.language.code in COMPOUNDING and _has_part(fold(word), words, where))


@lru_cache(maxsize=2)
def _letters(text: str) -> str:
    """The letters and figures of a text, with nothing between them."""
    return fold("".join(filter(str.isalnum, text)))


def _has_part(compound: str, words: Words, where: Set[str]) -> bool:
    """Whether the body says the first or the last word of a compound: Reifen of Fahrradreifen."""
    return any(
        len(said) >= LEAST_HEAD
        and (compound.startswith(said) or compound.endswith(said))
        and any(words.zones[place] in where for place in places)
        for said, places in words.positions.items()
    )
