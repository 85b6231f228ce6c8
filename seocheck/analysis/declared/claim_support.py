"""Whether an article says what its description claims: in any form, and generously.

A claim counts as supported wherever the page says it, not only in prose: in code, quotations, headings, alternative
texts, bylines, or other metadata. What the description and the slug say isn't support; what the title says is, since
title/unsupported-claim looks at that. A name is looked for as a keyword is, too (`claim_names`).
"""

from __future__ import annotations

import re
from functools import cached_property

from seocheck.analysis import Analysis
from seocheck.analysis.declared.claim_names import may_be_named
from seocheck.analysis.declared.claims import Claim
from seocheck.analysis.elsewhere.shown_code import words_in_code
from seocheck.analysis.elsewhere.shown_text import shown_text
from seocheck.analysis.inflection.derivations import families
from seocheck.analysis.words.folding import fold
from seocheck.analysis.words.numbers import months_for, numbers_in
from seocheck.analysis.words.spellings import variants
from seocheck.analysis.words.tokens import tokens
from seocheck.analysis.words.zones import SUPPORTING
from seocheck.base.late_pattern import late_pattern

CLOSE = 0.05
"""A rounder number is supported by one that differs by at most so much of it: "3 million" by 2,960,000."""
ALIKE = 0.8
"""From this similarity on two spellings are one name: Zelensky and Zelenskyy."""
CURRENCIES = {
    "usd": "$", "cad": "$", "aud": "$", "eur": "€", "gbp": "£", "jpy": "¥", "cny": "¥", "inr": "₹", "krw": "₩",
    "ils": "₪", "try": "₺", "uah": "₴", "rub": "₽", "vnd": "₫", "php": "₱", "ngn": "₦", "kzt": "₸", "brl": "R$",
    "pln": "zł", "czk": "Kč", "huf": "Ft",
}  # fmt: skip
"""The sign of a currency, by its code in ISO 4217."""
_DECADE = late_pattern(r"((?:1[5-9]|20)\d0)(?:['’]?s|er|ern|-?х|-?ті|-?tych|-?e|年代|년대)")
_LONG_NUMBER = late_pattern(r"(?<![\w%])\d{3,6}(?![\w%])")
_LINKS = 200
"""Links whose addresses are looked at."""
_FIGURE = late_pattern(r"\d+(?:[.,]\d+)*")
FOLDERS = 5
"""Folders of a path that are looked at, from the file upwards."""
FILES = {"c++": ("cpp",), "c#": ("csharp", "net"), "f#": ("fsharp",), ".net": ("net", "dotnet")}
"""What folders and listings call a language whose name has signs."""
STEM = 4
"""Letters that a name and a word built on it have in common at least: Russia and Russian."""

_DECLARED = (
    "title", "description", "keywords", "news_keywords", "url", "canonical", "slug", "json-ld",
    "excerpt", "summary", "abstract", "teaser", "intro",
)  # fmt: skip
"""Metadata that repeats what is declared."""


class ClaimSupport:
    """Looks claims up in one article."""

    def __init__(self, analysis: Analysis, *, title_counts: bool = True) -> None:
        """title_counts: whether what the title says is said; not for the title's own claims."""
        self._analysis = analysis
        self._zones = SUPPORTING | {"title"} if title_counts else SUPPORTING
        self._code = analysis.language.code

    def supported(self, claim: Claim) -> bool:
        """Whether the page says it."""
        if claim.kind == "number":
            return self._number(claim)
        if claim.kind == "date":
            return self._month(claim.words[0])
        if any(set(map(fold, claim.words)) <= name for name in self._site_names):
            return True
        joined = fold("".join(claim.words))
        if any(map(self._word, claim.words)) or joined in self._said or self._initials(claim.words):
            return True
        return may_be_named(claim.words, self._analysis) or self._is_shown(claim)

    def _is_shown(self, claim: Claim) -> bool:
        """Whether a page in HTML names it beside its article: in a card, a banner, an address."""
        name = " ".join(fold(token.text) for word in claim.words for token in tokens(word))
        return f" {name} " in self._names_beside

    # -- numbers ---------------------------------------------------------------------------------

    @cached_property
    def _numbers(self) -> frozenset[float]:
        words = self._analysis.words
        said: set[float] = set()
        for piece in words.pieces:
            if piece.zone in self._zones:
                said.update(numbers_in(words.folded[piece.first : piece.first + piece.count], self._code))
        for extra in self._elsewhere:
            said.update(numbers_in([extra], self._code))
        return frozenset(said | self._counts)

    @property
    def _counts(self) -> set[float]:
        """How many there are of what an article can count: sections of a level, items of a list, images."""
        blocks = self._analysis.article.blocks
        counts = {float(sum(b.level == level for b in blocks)) for level in range(1, 7)}
        run = 0
        for block in blocks:
            run = run + 1 if block.kind == "item" else 0
            counts.add(float(run))
        counts.add(float(len(self._analysis.article.images)))
        return counts

    def _number(self, claim: Claim) -> bool:
        if not claim.values or claim.values & self._numbers:
            return True
        figure = claim.words[0].casefold()
        decade = _DECADE.fullmatch(figure)
        if decade and any(int(decade[1]) <= said < int(decade[1]) + 10 for said in self._numbers):
            return True  # the 1950s, where the text says 1954
        if any(word == figure or word.startswith(f"{figure}.") for word in self._figures):
            return True  # a version, a time, or the beginning of a longer version
        if claim.cut and any(word.startswith(figure) for word in self._figures):
            return True
        amount = _FIGURE.match(figure)  # 460g
        if figure in self._beside_article or (amount and amount[0] in self._beside_article):
            return True
        if any(
            abs(said - value) <= CLOSE * value and _digits(said) > _digits(value)
            for value in claim.values
            if value >= 100 and not _is_year(value)
            for said in self._numbers
        ):
            return True
        return not (claim.values.isdisjoint(self._in_code) and claim.values.isdisjoint(self._in_addresses))

    @cached_property
    def _beside_article(self) -> frozenset[str]:
        """The figures of a page in HTML that its article lacks: prices in boxes, for example."""
        return frozenset(_FIGURE.findall(self._shown))

    @cached_property
    def _names_beside(self) -> str:
        """Its folded words, with a space around each."""
        return f" {' '.join(fold(token.text) for token in tokens(self._shown))} "

    @cached_property
    def _shown(self) -> str:
        """What a page in HTML shows, in its article and beside it."""
        article = self._analysis.article
        return shown_text(article.source.text[article.metadata_end :]) if self._analysis.format.is_page else ""

    @cached_property
    def _in_code(self) -> frozenset[float]:
        """The numbers in listings, which are cut into words only where all else lacks one."""
        return frozenset(
            number for word in words_in_code(self._analysis.article) for number in numbers_in([word], self._code)
        )

    @cached_property
    def _in_addresses(self) -> frozenset[float]:
        """The longer numbers in the addresses of links: the last page of /pages-300-361."""
        links = self._analysis.article.links[:_LINKS]
        return frozenset(float(number) for link in links for number in _LONG_NUMBER.findall(link.href))

    @cached_property
    def _figures(self) -> tuple[str, ...]:
        words = (word.removeprefix("v") for word in self._said | self._elsewhere)  # v3.2.0
        return tuple(word for word in words if word[:1].isdigit())

    def _month(self, word: str) -> bool:
        months = months_for(self._code)
        number = months[fold(word)]
        if any(form in self._said for form, value in months.items() if value == number):
            return True
        return number in self._numbers  # 3.12.2014, 2014-12-03

    # -- names -----------------------------------------------------------------------------------

    @cached_property
    def _said(self) -> frozenset[str]:
        """The folded words of the article itself."""
        words = self._analysis.words
        return frozenset(
            word
            for piece in words.pieces
            if piece.zone in self._zones
            for word in words.folded[piece.first : piece.first + piece.count]
        )

    @cached_property
    def _elsewhere(self) -> frozenset[str]:
        """The folded words of what the page says around the article: byline, author, publisher, site."""
        article = self._analysis.article
        texts = [ignored.text for ignored in article.ignored]
        for name, fields in article.metadata.items():
            if not any(declared in name for declared in _DECLARED):
                texts += [field.text.value[:500] for field in fields]
        texts += [keyword.text.value for keyword in article.taxonomy]
        return frozenset(fold(token.text) for text in texts for token in tokens(text))

    @cached_property
    def _site_names(self) -> tuple[frozenset[str], ...]:
        names = self._analysis.site_names
        return tuple(frozenset(fold(token.text) for token in tokens(name)) for name in names)

    @cached_property
    def _addresses(self) -> str:
        metadata = self._analysis.article.metadata
        return " ".join(
            field.text.value.lower() for name in ("canonical", "og:url") for field in metadata.get(name, ())
        )

    @cached_property
    def _path(self) -> frozenset[str]:
        """The words of the folders above a page, which tell what its part of the site is about; not of its slug."""
        article = self._analysis.article
        folders = re.split(r"[/\\]", article.source.path)[-1 - FOLDERS : -1]
        slug = article.slug.value if article.slug else ""
        return frozenset(fold(word) for part in folders if part != slug for word in re.split(r"[\W_]+", part) if word)

    @cached_property
    def _source(self) -> str:
        """The body of a Markdown file as written: the addresses of embedded videos, code, calls of templates."""
        article = self._analysis.article
        if not self._analysis.format.has_front_matter or not article.blocks:
            return ""
        return article.source.text[article.blocks[0].text.span().start :].lower()

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(self._analysis.words.stems.key(word) for word in self._said)

    def _word(self, word: str) -> bool:
        folded = fold(word)
        if folded in self._said or folded in self._elsewhere or self._analysis.words.stems.key(word) in self._stems:
            return True
        if variants(word, self._code) & self._said:
            return True
        if folded in self._path or any(name in self._path or name in self._source for name in FILES.get(folded, ())):
            return True
        if len(folded) >= STEM and (folded.replace(".", "") in self._addresses or folded in self._source):
            return True
        if any(relative in self._said for relative in families(self._code).get(folded, ())):
            return True
        if (sign := CURRENCIES.get(folded)) and sign in self._analysis.article.source.text:
            return True
        parts = folded.split(".")
        if len(parts) > 1 and parts[0] in self._said:  # NJ.com, Node.js
            return True
        return any(_alike(folded, other) for other in self._said | self._elsewhere)

    def _initials(self, words: tuple[str, ...]) -> bool:
        """United Nations for UN, and UN for United Nations."""
        if len(words) > 1:
            return "".join(fold(word)[:1] for word in words) in self._said
        short = fold(words[0])
        if not 2 <= len(short) <= 6 or not words[0].replace(".", "").isupper():
            return False
        rows = self._analysis.words
        letters = "".join(word[:1] or " " for word in rows.folded)
        at = letters.find(short)
        while at >= 0:
            piece = rows.piece_of(at)
            if piece.zone in SUPPORTING and any(rows.words[i].text[0].isupper() for i in range(at, at + len(short))):
                return True
            at = letters.find(short, at + 1)
        return False


def _alike(name: str, other: str) -> bool:
    """Whether one is built on the other, or is the same in another spelling."""
    shorter, longer = sorted((name, other), key=len)
    if len(shorter) < STEM:
        return False
    if longer.startswith(shorter):
        return True
    if len(shorter) >= STEM + 1 and shorter in longer:  # compounds: Bundesregierung, NetherRealm
        return True
    if shorter[:2] != longer[:2] or len(longer) - len(shorter) > 2:
        return False
    from difflib import SequenceMatcher  # few claims have names that are almost those of the text

    return SequenceMatcher(None, name, other).ratio() >= ALIKE


def _digits(value: float) -> int:
    """Digits that count: 3,000,000 has one, 2,960,000 three."""
    return len(f"{value:.10g}".split("e")[0].replace(".", "").strip("0")) or 1


def _is_year(value: float) -> bool:
    return 1000 <= value <= 2100 and value == int(value)


def unsupported(analysis: Analysis, found: list[Claim], *, title_counts: bool = True) -> list[Claim]:
    """The claims that the page does not support; of several of the same words the first.

    title_counts: whether what the title says is said.
    """
    support = ClaimSupport(analysis, title_counts=title_counts)
    missing = {claim.words: claim for claim in reversed(found) if not support.supported(claim)}
    return sorted(missing.values(), key=lambda claim: claim.start)
