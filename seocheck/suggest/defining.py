"""Whether a sentence says of its subject what that is, by the words that do so in a language."""

from __future__ import annotations

import re

from seocheck.base.late_pattern import late_pattern
from seocheck.languages import articles, function_words
from seocheck.suggest.subject import Subject

FAR = 100
"""Characters within which what defines is about what the sentence begins with."""
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
        r"\b(?:è|sono) (?:una?|uno|il|la|lo|l['’]|i|gli|le)|\b(?:permett(?:e|ono)|consent(?:e|ono)|serv(?:e|ono) a"
        r"|offr(?:e"
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
    "zh": late_pattern(r"(?<=[^，。、；])是(?!否)"),
    "ja": late_pattern(r"とは|です。$|である。$"),
    "ko": late_pattern(r"입니다\.$|란 "),
}
"""What says of something what it is."""

_WE = late_pattern(
    r"(?:(?:we are|we['’]re) (?:an?|the|your|one of)|wir sind (?:ein|die|der|das|ihr)\w*|nous sommes (?:une?|le|la"
    r"|les|votre)"
    r"|somos (?:una?|uma?|el|la|o|a|los|os|as|tu|su)|siamo (?:una?|uno|il|la|lo|i|gli|le)|w[ei]j? zijn (?:een|de"
    r"|het|uw)"
    r"|jesteśmy|мы [—–-]|ми [—–-]|jsme|vi är (?:en|ett|de)|vi er (?:en|et|de)|suntem|olemme) ",
    re.IGNORECASE,
)
"""How a site says what it is."""
_STOP = late_pattern(r"[.!]\s|[。！]")
_RELATIVE = late_pattern(
    r"(?<!,)\s(?:which|that|who|whose|qui|que|dont|che|cui|die|der|das|dat|som|który|która|które|которы\w|який|яка"
    r"|яке)\s*$"
)
"""A word that begins a clause about what is before it, of which the verb is."""


def defines(text: str, subject: Subject, code: str) -> bool:
    """Whether a text says what the subject is: "A rye starter is a dough ..."."""
    defining = _DEFINING.get(code)
    ends = _STOP.search(text)  # of two sentences the first must say it
    says = defining.search(text, 0, min(FAR, ends.end() if ends else FAR)) if defining else None
    return says is not None and _is_defined(text[: says.start()], subject, code)


def introduces(text: str) -> bool:
    """Whether a site says what it is: "We are a bakery ..."."""
    return _WE.match(text) is not None


def _is_defined(before: str, subject: Subject, code: str) -> bool:
    """Whether what is before a verb that defines is the subject: not "for rye bakers that ..., wheat", nor "those rye
    breads that"."""
    if _RELATIVE.search(before):
        return False
    if before.partition(" ")[0].lower() in function_words(code) - articles(code):
        before = before.partition(",")[2] or before
    return not subject.is_known or subject.share(before) > 0
