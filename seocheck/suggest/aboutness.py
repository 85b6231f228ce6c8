"""How much a sentence says of what its article is about, besides the keywords in it.

A description names the subject and says what it is. So a sentence counts for more with the words of the title, with
what defines something, and with what the article says of itself; and for less where it asks for something to be done,
lists things, or has no word of the subject at all.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from seocheck.analysis import Analysis
from seocheck.analysis.declared.own_names import letters_of
from seocheck.analysis.keywords.dwelling import said, stems_of
from seocheck.analysis.keywords.parts import kinds
from seocheck.analysis.words.folding import fold
from seocheck.analysis.words.numbers import months_for
from seocheck.analysis.words.stems import lemmas
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import articles, function_words
from seocheck.languages.common_words import common_words
from seocheck.suggest.itself import is_of_its_making, is_of_itself, is_paid, mentions_itself, shows
from seocheck.suggest.openings import begins_with_condition, calls

TITLE, NAMES, DEFINES, ITSELF, SUMS_UP, CALLS, LISTS, SAYS = 1.5, 0.6, 0.8, 1.3, 2.5, 0.9, 0.4, 0.5
"""What each is worth: all words of the title, one of them among the first words, what says what the subject is, what
the article says of itself, its own summary, what asks for something, what lists, and all keywords."""
WEAK = 10.0
"""What is taken off where a sentence is a choice beside a better one, and no description if there is none."""
FIRST = 1.2
"""What the first sentence is worth for its place; the further ones of the introduction less and less."""
UNKNOWN = 0.6
"""What "the" costs before a word that nobody has introduced."""
NEAR = 3
"""Sentences at the beginning that say what the article is about, if they say anything of it."""
LEDE, LONG_LEDE = 6, 12
"""Sentences within which what the article says that it shows, and what it says of itself and its subject, is no remark
in passing."""
ENOUGH, ENOUGH_RUNS = 0.34, 0.2
"""The part of the title that a sentence of the introduction must say; the same in writing without spaces."""
SOME = 0.2
"""The same for one of the very first, if it says a keyword or a phrase that the article says most."""
TOP = 0.2
"""The share of the keywords, by weight, that one of the first two of them has where all are said."""
NAMED = 0.6
"""What it is worth to say all the names in Latin letters of a title in writing without spaces."""
DWELT_ON = 3
"""Phrases that the article says most, of which one is enough for its first sentences."""
HALF, LARGE = 0.4, 0.66
"""The same for any sentence that begins with the subject and says what it is, and for one beside a better one."""
FAR = 100
"""Characters within which what defines is about what the sentence begins with."""
_COMMAS = 4
"""Commas from which on a sentence is a list."""
_FIRST_WORDS, DEEP = 6, 3
"""Words of a sentence that tell what it is about; the same for one that isn't in the introduction."""
_ARTICLES = {
    "en": "the", "de": "der die das den dem", "fr": "le la les", "es": "el la los las", "pt": "o a os as",
    "it": "il lo la i gli le", "nl": "de het",
}  # fmt: skip
"""Definite articles: at the beginning of a sentence, "the method" has been spoken of before."""

_DEFINING = {
    "en": late_pattern(
        r"\b(?:is|are) (?:an?|the|one|your|our)\b|\b(?:serves? as|acts? as|refers? to|lets?|allows?|provides?|enables?"
        r"|helps?|describes?|consists? of|stands? for|means?|offers?|turns?|brings?)\b"
    ),
    "de": late_pattern(
        r"\b(?:ist|sind) (?:ein\w*|der|die|das)\b|\b(?:bezeichnet|bezeichnen|dient|dienen|bietet|bieten|ermöglicht"
        r"|ermöglichen|besteht aus|bedeutet|beschreibt|steht für|hilft)\b"
    ),
    "fr": late_pattern(
        r"\b(?:est|sont) (?:une?|le|la|les|des|l['’])|\b(?:désigne(?:nt)?|permet(?:tent)?|sert à|servent à|offre(?:nt)?"
        r"|consiste(?:nt)?|signifie|propose(?:nt)?|regroupe(?:nt)?)\b"
    ),
    "es": late_pattern(
        r"\b(?:es|son) (?:una?|el|la|los|las)\b|\b(?:permiten?|sirven? para|ofrecen?|consisten? en|significa|designa"
        r"|ayudan? a|proporcionan?|describe)\b"
    ),
    "pt": late_pattern(
        r"\b(?:é|são) (?:uma?|o|a|os|as)\b|\b(?:permitem?|servem? para|oferecem?|consistem? em|significa|designa"
        r"|ajudam? a|fornecem?|descreve)\b"
    ),
    "it": late_pattern(
        r"\b(?:è|sono) (?:una?|uno|il|la|lo|l['’]|i|gli|le)|\b(?:permett(?:e|ono)|consent(?:e|ono)|serv(?:e|ono) a|offr(?:e"
        r"|ono)|consist(?:e|ono)|significa|indica|aiuta|descrive)\b"
    ),
    "nl": late_pattern(
        r"\b(?:is|zijn) (?:een|de|het)\b|\b(?:biedt|bieden|betekent|bestaat uit|maakt het mogelijk|helpt|helpen"
        r"|beschrijft|staat voor)\b"
    ),
    "sv": late_pattern(r"\bär (?:en|ett|den|det)\b"),
    "da": late_pattern(r"\ber (?:en|et|den|det)\b"),
    "nb": late_pattern(r"\ber (?:en|et|den|det)\b"),
    "pl": late_pattern(r"\bto\b|\bjest\b|\bsą\b|\b(?:pozwala|umożliwia|oznacza|służy|oferuje|pomaga)\w*"),
    "cs": late_pattern(r"\bje\b|\bjsou\b|\b(?:umožňuj|znamen|slouží|nabíz|pomáh)\w*"),
    "ru": late_pattern(r"\s[—–-]\s|\bявляется\b|\bэто\b|\b(?:позволя|обеспечива|означа|служ|помога)\w*"),
    "uk": late_pattern(r"\s[—–-]\s|\bє\b|\bце\b|\b(?:дозволя|забезпечу|означа|служ|допомага)\w*"),
    "ro": late_pattern(r"\b(?:este|sunt) (?:un|o|cel|cea|cei|cele)\b"),
    "fi": late_pattern(r"\b(?:on|ovat)\b"),
    "id": late_pattern(r"\badalah\b"),
    "vi": late_pattern(r"\blà\b"),
    "tr": late_pattern(r"[dt][ıiuü]r\.$"),
    "hi": late_pattern(r"(?:है|हैं)[।.]$"),
    "zh": late_pattern(r"是"),
    "ja": late_pattern(r"とは|です。$|である。$"),
    "ko": late_pattern(r"입니다\.$|란 "),
}
"""What says of something what it is."""

_WE = late_pattern(
    r"(?:(?:we are|we['’]re) (?:an?|the|your|one of)|wir sind (?:ein|die|der|das|ihr)\w*|nous sommes (?:une?|le|la|les|votre)"
    r"|somos (?:una?|uma?|el|la|o|a|los|os|as|tu|su)|siamo (?:una?|uno|il|la|lo|i|gli|le)|w[ei]j? zijn (?:een|de|het|uw)"
    r"|jesteśmy|мы [—–-]|ми [—–-]|jsme|vi är (?:en|ett|de)|vi er (?:en|et|de)|suntem|olemme) ",
    re.IGNORECASE,
)
"""How a site says what it is."""
_PRICE = late_pattern(r"[$€£¥₺₽₹₩]\s?\d|\d\s?(?:[€£¥₺₽₹₩$]|(?:zł|kr|Kč|USD|EUR|TL|руб|грн|lei|Ft)\b|[円元원])")
_DATE = late_pattern(
    r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b|\d{1,2}\s?[月월]\s?\d{1,2}"
    r"|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]|\(\d{4}[–-]\d{2,4}\)"
)
_DAY_AND_WORD = late_pattern(
    r"\b\d{1,2}(?:st|nd|rd|th|\.|º)?\s(?:de\s)?([^\W\d_]{3,})|([^\W\d_]{3,})\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}\b"
)
_YEAR = late_pattern(r",?\s(?:de\s|del\s)?(?:19|20)\d\d\b")
_LONG_NAME, _CONTENT = 4, 4
"""Words that no name of a site has; letters of a word that has a capital in a name."""
_VARIABLE = late_pattern(r"\{+[^{}]*\}+|<%.*?%>")
"""What a template fills in."""
_LONG = 7
"""Letters from which on a name is no part of another word."""
_OF_A_FILE = late_pattern(r"\.(?:js|jl|py|net|io|rs|ai|app)$")
"""An ending that a name may have or not: React.js."""
_NO_NAMES = frozenset(("index", "_index", "readme", "article", "page", "post", "content", "en"))
"""Names of files that say nothing of what is in them."""
_WORD = late_pattern(r"\w+")
_RELATIVE = late_pattern(
    r"(?<!,)\s(?:which|that|who|whose|qui|que|dont|che|cui|die|der|das|dat|som|który|która|które|которы\w|який|яка|яке)\s*$"
)
"""A word that begins a clause about what is before it, of which the verb is."""
_WITHOUT_OPENING = late_pattern(r"^(?:[\w'’-]+ ){1,5}[\w'’-]+, (?=\S)")
"""A few words before the subject: "Among its tools, ..."."""
_FIRST_LETTERS = 16
"""The same in writing without spaces."""
_LETTERS = late_pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]{2,}|[A-Za-z0-9]{2,}")


class Subject:
    """What the title says the article is about, to compare sentences with. title: as it is."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self.stems: set[str] = set()
        self._telling: set[str] = set()
        self._runs: set[str] = set()
        self.title = title = _title(analysis)
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
        if not _is_declared(analysis) and not any(map(self.share, analysis.prose.texts)):
            self.stems, self._telling, self._runs = set(), set(), set()  # the name of a file that says nothing

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
        return bool(self.stems) and set(self._analysis.content_stems(text)) <= self.stems

    def begins(self, text: str, most: int = _FIRST_WORDS) -> bool:
        """Whether one of the first words of a text is of the title."""
        if not self.stems:
            return self.share(text[:_FIRST_LETTERS]) > 0
        return self._share(" ".join(_WORD.findall(text)[:most]), self._telling) > 0

    def is_dwelt_on(self, text: str) -> bool:
        """Whether a text says one of the phrases that the article says most."""
        small = text.lower()
        return any(phrase.text.lower() in small for phrase in self._analysis.salience[0][:DWELT_ON])

    @property
    def is_known(self) -> bool:
        """Whether there is a title to compare with."""
        return bool(self.stems or self._runs)


class Place(NamedTuple):
    """Where a sentence is: how many are before it, whether it comes before the first part with a heading, and whether
    it begins what the article calls its summary."""

    number: int
    in_introduction: bool
    is_summary: bool = False


def aboutness(text: str, subject: Subject, place: Place, analysis: Analysis, *, keywords: float) -> float | None:
    """What a text is worth as a description, below 0 where it is only a choice beside a better one; None where it says
    too little of the subject to be one.

    keywords: the share of the keywords that it says, by their weight.
    """
    code = analysis.language.code
    share = subject.share(text)
    enough = ENOUGH if subject.stems else ENOUGH_RUNS
    itself = is_of_itself(text, code) or (share >= enough and mentions_itself(text, code))
    itself = itself and not is_of_its_making(text) and (shows(text, code) is not False or share >= enough)
    introduces = bool(_WE.match(text))
    names = subject.begins(text)
    defining = _DEFINING.get(code)
    says = defining.search(text, 0, FAR) if defining else None
    defines = says is not None and _is_defined(text[: says.start()], subject, code)
    asks = calls(text, code)
    first = place.in_introduction and place.number < NEAR
    dwelt_on = keywords > 0 if analysis.keywords else keywords >= TOP or subject.is_dwelt_on(text)
    about = share > 0 or not subject.is_known or (first and dwelt_on)
    near = share >= enough or not subject.is_known or (dwelt_on and (share >= SOME or bool(analysis.keywords)))
    unknown = not names and place.number > 0 and _is_unknown(text, code)
    if is_paid(text, code) or (share < HALF and subject.is_known and has_date_or_price(text, code, subject.title)):
        return None
    told = (
        (itself and place.number < (LONG_LEDE if about else LEDE if shows(text, code) else 2))
        or introduces
        or place.is_summary
        or (first and near)
        or (place.in_introduction and share >= enough)
        or (defines and share >= HALF and subject.begins(_WITHOUT_OPENING.sub("", text), DEEP))
    )
    weak = not told and _may_follow(text, share, subject, place, defines=defines, about=about)
    if place.number >= NEAR and not place.in_introduction and begins_with_condition(text, code):
        return None  # "While that is one thing, this is another"
    if not (told or weak) or (unknown and share < enough) or (asks and share < 0.5 and subject.is_known):
        return None
    worth = (
        TITLE * share + NAMES * names + ITSELF * itself + SUMS_UP * place.is_summary - CALLS * asks + SAYS * keywords
    )
    if introduces or (defines and (names or not subject.is_known)):
        worth += DEFINES
    if place.in_introduction:
        worth += FIRST / (1 + place.number / 2)
    if sum(text.count(comma) for comma in ",，、،") >= _COMMAS:
        worth -= LISTS
    if unknown:
        worth -= UNKNOWN
    return worth - WEAK if weak else worth


def _is_defined(before: str, subject: Subject, code: str) -> bool:
    """Whether what is before a verb that defines is the subject: not "for rye bakers that ..., wheat", nor "those rye
    breads that"."""
    if _RELATIVE.search(before):
        return False
    if before.partition(" ")[0].lower() in function_words(code) - articles(code):
        before = before.partition(",")[2] or before
    return not subject.is_known or subject.share(before) > 0


def _may_follow(text: str, share: float, subject: Subject, place: Place, *, defines: bool, about: bool) -> bool:
    """Whether a sentence is a choice beside a better one: one of the first, or any that begins with the subject."""
    if place.in_introduction and place.number < NEAR and about:
        return True
    least = HALF if place.in_introduction or defines else LARGE
    return subject.begins(text, DEEP) and share >= least


def _is_unknown(text: str, code: str) -> bool:
    """Whether a text begins with a definite article."""
    return text.partition(" ")[0].lower() in _ARTICLES.get(code, "").split()


def has_date_or_price(text: str, code: str, title: str = "", *, opens: bool = False) -> bool:
    """Whether a text holds a date or a price that the title has not: it says what is so today, not what the article is
    about. opens: whether it is the first sentence, which says of an event when it was: a date with its year may stay.
    """
    if any(found[0].strip() not in title for pattern in (_PRICE, _DATE) for found in pattern.finditer(text)):
        return True
    months = months_for(code)
    return any(
        fold(found[1] or found[2]) in months and not (opens and (found[2] or _YEAR.match(text, found.end())))
        for found in _DAY_AND_WORD.finditer(text)
    )


def _title(analysis: Analysis) -> str:
    """The title, or the main heading of an article that declares none, or the name of its file; "" where there is none
    that says anything."""
    article = analysis.article
    if article.title:
        return article.title.text.value
    heading = next((block.text.value for block in article.headings if block.level == 1), "")
    parts = [part.rpartition(".")[0] or part for part in article.source.path.split("/") if part][-2:]
    named = [part for part in parts[::-1] if part not in _NO_NAMES and not part.startswith("<")]
    return heading or (" ".join(_WORD.findall(named[0].replace("_", " "))) if named else "")


def _is_in(stem: str, letters: str) -> bool:
    """Whether a text whose letters are given has a name in another spelling."""
    name = letters_of(_OF_A_FILE.sub("", stem))
    return len(name) >= (_LONG if name == letters_of(stem) else _CONTENT) and name in letters


def _is_said(name: str, analysis: Analysis) -> bool:
    """Whether a part of the title is no name of the site: the prose says it in small letters, or it is long."""
    if len(name.split()) > _LONG_NAME:
        return True
    for spot in said(name, analysis).spots:
        first, *others = _WORD.findall(spot.block.text.value[spot.start : spot.end])
        if any(word.islower() and len(word) >= _CONTENT for word in others or [first]):
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
