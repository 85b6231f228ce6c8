"""How much a sentence says of what its article is about, besides the keywords in it.

A description names the subject and says what it is. So a sentence counts for more with the words of the title, with
what defines something, and with what the article says of itself; and for less where it asks for something to be done,
lists things, or has no word of the subject at all.
"""

from __future__ import annotations

from typing import NamedTuple

from seocheck.analysis import Analysis
from seocheck.base.late_pattern import late_pattern
from seocheck.languages.sentence_words import sentence_words
from seocheck.suggest.sentences.dated import has_date_or_price
from seocheck.suggest.sentences.defining import defines, introduces, offers
from seocheck.suggest.sentences.itself import is_of_its_making, is_of_itself, is_paid, mentions_itself, shows
from seocheck.suggest.sentences.openings import begins_with_condition, calls
from seocheck.suggest.sentences.subject import Subject

TITLE, NAMES, DEFINES, ITSELF, SUMS_UP, CALLS, LISTS, SAYS = 1.5, 0.6, 0.8, 1.3, 2.5, 0.9, 0.4, 0.5
"""What each is worth: all words of the title, one of them among the first words, what says what the subject is, what
the article says of itself, its own summary, what asks for something, what lists, and all keywords."""
WEAK = 10.0
"""What is taken off where a sentence is a choice beside a better one, and no description if there is none."""
FIRST = 1.2
"""What the first sentence is worth for its place; the further ones of the introduction less and less."""
UNKNOWN = 0.6
"""What "the" costs before a word that nobody has introduced, and "if" before what is said."""
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
HALF, LARGE = 0.4, 0.66
"""The same for any sentence that begins with the subject and says what it is, and for one beside a better one."""
PARTS = 2
"""Further headings of which a sentence says a word that sums up the parts of its article."""
DEEP = 3
"""Words of a sentence far down among which its subject must be."""
_COMMAS = 4
"""Commas from which on a sentence is a list."""
_WITHOUT_OPENING = late_pattern(r"^(?:[\w'’-]+ ){1,5}[\w'’-]+, (?=\S)")
"""A few words before the subject: "Among its tools, ..."."""


class Place(NamedTuple):
    """Where a sentence is: how many are before it, whether it comes before the first part with a heading, and whether
    it begins what the article calls its summary. is_lead: whether it is of the line below the main heading. is_listed:
    whether it is of one of several parts."""

    number: int
    in_introduction: bool
    is_summary: bool = False
    is_lead: bool = False
    is_listed: bool = False


def aboutness(text: str, subject: Subject, place: Place, analysis: Analysis, *, keywords: float) -> float | None:
    """What a text is worth as a description, below 0 where it is only a choice beside a better one; None where it says
    too little of the subject to be one.

    keywords: the share of the keywords that it says, by their weight.
    """
    code = analysis.language.code
    share = subject.share(text)
    enough = ENOUGH if subject.stems else ENOUGH_RUNS
    itself = is_of_itself(text, code) or (share >= enough and mentions_itself(text, code))
    shown = shows(text, code) is not False or share >= enough or not subject.is_known
    itself = itself and not is_of_its_making(text) and shown
    dwelt_on = keywords > 0 if analysis.keywords else keywords >= TOP or subject.is_dwelt_on(text)
    # "This guide helps to find one's way" says of no article what it is about.
    itself = itself and (share > 0 or dwelt_on or subject.is_hinted(text) or place.number < 2)
    first = place.in_introduction and place.number < NEAR
    own = introduces(text, code) or (first and offers(text, code))
    names = subject.begins(text)
    defined = defines(text, subject, code)
    asks = calls(text, code)
    about = share > 0 or not subject.is_known or (first and dwelt_on)
    near = share >= enough or not subject.is_known or (dwelt_on and ((defined and share >= SOME) or analysis.keywords))
    unknown = not names and place.number > 0 and _is_unknown(text, code)
    if is_paid(text, code) or (share < HALF and subject.is_known and has_date_or_price(text, code, subject.title)):
        return None
    # Behind the first sentence, one that neither says what the subject is nor names all of it is a detail.
    sure = (defined and share >= enough) or (share >= LARGE and subject.is_broad)
    opens = place.is_lead and not begins_with_condition(text, code)
    whole = not (subject.is_known or place.is_listed)  # what the page is about is not told by a title, nor by its parts
    lead = opens and (share > 0 or whole or subject.is_akin(text) or subject.heads(text) >= PARTS)
    told = (
        (itself and place.number < (LONG_LEDE if about else LEDE if shows(text, code) else 2))
        or own
        or lead
        or place.is_summary
        or (place.number == 0 and place.in_introduction and near and (subject.is_known or whole))
        or (place.in_introduction and sure)
        or (defined and share >= HALF and subject.begins(_WITHOUT_OPENING.sub("", text), DEEP))
    )
    weak = not told and _may_follow(text, share, subject, place, defines=defined, about=about)
    if place.number >= NEAR and not place.in_introduction and begins_with_condition(text, code):
        return None  # "While that is one thing, this is another"
    if not (told or weak) or (unknown and share < enough) or (asks and share < 0.5 and subject.is_known):
        return None
    worth = (
        TITLE * share + NAMES * names + ITSELF * itself + SUMS_UP * place.is_summary - CALLS * asks + SAYS * keywords
    )
    if own or (defined and (names or not subject.is_known)):
        worth += DEFINES
    if place.in_introduction:
        worth += FIRST / (1 + place.number / 2)
    if sum(text.count(comma) for comma in ",，、،") >= _COMMAS:
        worth -= LISTS
    if unknown or begins_with_condition(text, code):
        worth -= UNKNOWN
    return worth - WEAK if weak else worth


def _may_follow(text: str, share: float, subject: Subject, place: Place, *, defines: bool, about: bool) -> bool:
    """Whether a sentence is a choice beside a better one: one of the first, or any that begins with the subject."""
    if place.in_introduction and place.number < NEAR and about:
        return True
    least = HALF if place.in_introduction or defines else LARGE
    return subject.begins(text, DEEP) and share >= least


def _is_unknown(text: str, code: str) -> bool:
    """Whether a text begins with a definite article: "the method" has been spoken of before."""
    return text.partition(" ")[0].lower() in sentence_words(code).definite_articles.split()
