"""The clauses of a long sentence that can stand alone.

Only cuts that are safe without grammar: at a semicolon, before a single dash, before a comma with "and", and before a
comma with a word that only adds ("which", "so that", "including", "but also"), if nothing but what is added follows.
Before a colon there is a promise ("one pattern keeps repeating"). After "and" a subject may be missing, after "but",
"though" or "without" comes what the first half must not be quoted without, and a comma may separate the items of a
list: there is no cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seocheck.base.late_pattern import late_pattern
from seocheck.suggest.openings import leans

_AND = {
    "en": "and", "de": "und", "fr": "et", "es": "y", "pt": "e", "it": "e", "nl": "en", "sv": "och", "da": "og",
    "nb": "og", "pl": "a", "cs": "a", "fi": "ja", "ro": "iar", "id": "dan",
}  # fmt: skip
"""Language -> the conjunction that adds a clause and takes nothing back."""

_PART_ONLY = {
    "en": r"\b(?:not only|either|neither|both|between|whether|if|when|while|unless|although|because|since|as|which"
    r"|who|that|where|such as|like)\b",
    "de": r"\b(?:nicht nur|entweder|weder|sowohl|zwischen|ob|wenn|während|obwohl|weil|da|dass|der|die"
    r"|das|welche[rs]?)\b",
}
"""Words that may govern what is after the comma too, so that a cut there leaves half a thought."""

_TAIL = {
    "en": r"which|so(?! far| much| many)|because|since|where|as well as|especially|particularly|including|with|whether"
    r"|thanks to|depending on|regardless of|after|(?!(?:during|according|regarding|concerning|excluding|barring"
    r"|following)\b)"
    r"(?:thereby |thus |all while )?\w{2,}ing(?! of\b)(?=\s\S+\s\S)",
    "de": r"sodass|so dass|weil|da|um|damit|wobei|wodurch|indem|insbesondere|vor allem|inklusive|einschließlich"
    r"|welche[rs]?|d(?:ie|er|as|en|em|essen|eren)",
    "fr": r"ce qui|qui|dont|où|car|afin|tout en|notamment|y compris|pour|grâce|avec|que ce soit|en"
    r"|\w{3,}ant(?= (?:de|d['’]|à|aux?|ainsi|les?|la|l['’]|une?|des|du|que)\b)",
    "es": r"lo que|que|donde|ya que|porque|pues|incluyendo|para|así como|desde|gracias"
    r"|(?!cuando\b)\w{3,}(?:ando|endo)(?=\s\S+\s\S)",
    "pt": r"o que|que|onde|já que|porque|pois|incluindo|para|assim como|desde|graças"
    r"|(?!quando\b)\w{3,}(?:ando|endo|indo)(?=\s\S+\s\S)",
    "it": r"il che|che|dove|poiché|perché|inclus[oiae]|compres[oiae]|per|così come|grazie|dal"
    r"|(?!quando\b)\w{3,}(?:ando|endo)(?=\s\S+\s\S)",
    "nl": r"waardoor|omdat|zodat|inclusief|waarbij|waar|om|die|met name|vooral",
    "pl": r"co|któr\w+|gdzie|ponieważ|bo|aby|żeby|więc|dzięki|w tym|zwłaszcza|a także|\w{4,}ąc(?=\s\S+\s\S)",
    "ru": r"котор\w+|чтобы|потому|так как|поскольку|где|поэтому|включая|благодаря|а также|особенно"
    r"|(?:позволя|обеспечива|помога|дава|использу|создава|превраща|начина|снижа|повыша|сохраня|облегча|упроща)[яюе]\w*",
    "uk": r"як(?:ий|а|е|і|ого|ої|их|им)|щоб|тому|оскільки|де|зокрема|завдяки|а також|особливо|\w{3,}ючи(?=\s\S+\s\S)",
    "cs": r"kter\w+|což|protože|aby|kde|takže|zejména|včetně|díky|a to",
    "sv": r"vilket|som|eftersom|så att|inklusive|där|för att",
    "da": r"hvilket|som|fordi|så|herunder|hvor|for at",
    "nb": r"noe som|som|fordi|slik at|inkludert|hvor|for å",
}
"""Words that begin the end of a sentence which only adds to it, and takes nothing back: what is before is whole."""

_ALSO = {
    "en": "but also", "de": "aber auch", "fr": "mais (?:aussi|également)", "es": "pero también", "pt": "mas também",
    "it": "ma anche", "nl": "maar ook", "sv": "men också", "da": "men også", "nb": "men også",
    "pl": "ale (?:też|także)",
    "ru": "но (?:и|также)", "uk": "але (?:й|також)", "cs": "ale (?:také|též)",
}  # fmt: skip
"""How a sentence says a second thing besides; where the first is denied, it is no such thing."""
_DENIES = late_pattern(
    r"\b(?:not|only|just|n['’]t|nicht|nur|kein\w*|pas|seulement|no|sólo|solo|solamente|não|só|apenas|non|soltanto|niet"
    r"|alleen|inte|bara|ikke|bare|kun|nie|tylko|не|только|лише|тільки|ne\w*|jen)\b",
    re.IGNORECASE,
)
_CAVEAT = late_pattern(
    r"\b(?:but|though|although|however|except|unless|aber|jedoch|allerdings|außer|mais|sauf|toutefois|pero|salvo|aunque"
    r"|mas|exceto|embora|ma|però|tranne|maar|behalve|hoewel|men|fast|selv om|selvom|ale|choć|но|хотя|але|хоча|však)\b",
    re.IGNORECASE,
)
"""What takes something back in the end of a sentence, so that it must not be left off."""

_NO_MAIN_CLAUSE = late_pattern(
    r"(?:wer|was|wie|wo|je|dass|ob|who(?:ever)?|what(?:ever)?|how|as|with|to|from|for|in order|by|whether|depending"
    r"|qui|lo"
    r" que|кто|что|kto|jeśli|jak|когда|pour|para|per|om|um)\b",
    re.IGNORECASE,
)
"""How a clause begins that another must follow."""

_ADJUNCT = {
    "en": r"so that|in order to|because|by \w+ing|using|depending on"
    r"|regardless of|and (?:how|why|when|what|where)",
    "fr": r"afin (?:de|d['’]|que)|en \w+ant|grâce (?:à|au|aux)|tout en",
    "es": r"con el fin de|para que|mediante|utilizando|usando|gracias al?",
    "pt": r"a fim de|para que|mediante|utilizando|usando|graças",
    "it": r"al fine di|affinché|utilizzando|usando|grazie",
}
"""What may be left off behind a main clause."""
_OPEN_END = late_pattern(
    r"\b(?:\w+ed|done|made|built|is|are|be|been|and|or|of|to|than|est|sont|fait|\w+ée?s?|es|son|hecho|\w+[ai]d[oa]s?|è"
    r"|\w+[aiu]t[oaie])$"
)
LEAST_BEFORE = 10
"""Words before it."""
_CHINESE_OPENING = late_pattern(
    "(?:当|如果|若|在|作为|随着|由于|因为|为了|虽然|尽管|不仅|除了|通过|对于|关于|无论|只要|即使|既)"
)
_CHINESE_BUT = late_pattern("[但却而]|不过|然而")
_CHINESE_VERB = late_pattern("[是让使]|介绍|提供|支持|可以|用于|用来|包括|描述|说明|实现|讲解|分析|总结")

_LIST = late_pattern(
    r",\s(?:including|like|darunter|etwa|wie zum Beispiel|y compris|comme|incluyendo|como|incluindo|inclus[io]"
    r"|compres[io]|waaronder|w tym|включая|зокрема|včetně|například)\s"
    r"|,?\s(?:such as|wie etwa|wie beispielsweise|tel(?:le)?s? que|tales como|tais como|zoals|tak(?:ich|ie|imi|im) jak"
    r"|так(?:их|ие|ими|им|ая|ой) как|так(?:их|і|ими|им) як|såsom|slik som|jako jsou)\s"
)
_VERB = late_pattern(
    r"\b(?:is|are|was|were|has|have|can|will|must|should|does|do|makes?|lets?|helps?|gives?|shows?|offers?|provides?"
    r"|allows?|uses?|ist|sind|war|wird|werden|kann|können|hat|haben|macht|gibt|zeigt|est|sont|peut|ont|permet|fait|es"
    r"|son|puede|hay|tiene|permite|hace|é|são|pode|tem|faz|è|sono|può|permette|consente|zijn|kan|heeft|biedt|jest"
    r"|są|może|pozwala|je|jsou|může|är|har)\b"
)
"""Common verbs: what tells that a sentence has come to its main clause, and that it goes on after a list."""
_IS = late_pattern(r"\s(?:is|are|ist|sind|est|sont|es|son|é|são|è|sono|zijn|jest|są|je|jsou|är|er)\s")
"""What may belong to the main clause, if that has no verb yet."""
_PRONOUN = late_pattern(
    r"(?:it|they|we|you|he|she|es|er|sie|wir|il|elle|ils|elles|nous|vous|on|ella|ellos|ellas|noi|voi|het|zij|wij|je|de"
    r"|den|det|han|hun|vi|он|она|оно|они|мы|вы|він|вона|воно|вони|ми|ви)\s",
    re.IGNORECASE,
)
"""What stands right before the verb of a main clause."""
_GOES_ON = late_pattern(
    r",\s(?:or|o|ou|oder|lub|albo|или|або|nebo|eller|is|are|was|were|has|have|had|can|will|must|should|does|do|did"
    r"|would|could|ist|sind|war|wird|werden|kann|hat"
    r"|est|sont|peut|a|ont|es|son|puede|ha|han|é|são|pode|tem|è|sono|può|zijn|kan|heeft|jest|są|je|jsou|är|har|er"
    r"|[—–-])\s"
)
"""How the main clause goes on after something between commas."""

_DOING = late_pattern(r"\s\w+ing\b")
_IS_LISTED = late_pattern(r"\b(?:for|of|by|with|like|in|to|and|or)\s\w+ing\b[^,]*$|,\s\w+ing\b[^,]*$|\b\w+ing$")
"""The end of an item of a list of what somebody does: "for baking a loaf"."""
_DASH = late_pattern(r"\s[–—]\s|(?<=\w)—(?=\w)")
_HYPHEN = late_pattern(r"\s--?\s|--")
_SEMICOLON = late_pattern(r"[;；]\s*")
_WORD = late_pattern(r"\w+")
LEAST_WORDS = 6
"""Words on either side of a comma below which it may part the items of a list."""


_OPENING = {
    "en": r"with the (?:release|launch|rise|advent|growth|introduction|arrival|help|addition) of|as part of"
    r"|together with"
    r"|along with|thanks to|due to|in (?:collaboration|cooperation|partnership) with|alongside",
    "fr": r"dans le cadre d|grâce (?:à|au)|avec (?:l['’]arrivée|la sortie|le lancement|l['’]aide) d|aux côtés d"
    r"|en (?:collaboration|partenariat|coopération) avec|au sein d",
    "es": r"en el marco del?|junto (?:con|a)|gracias al?|con (?:la llegada|el lanzamiento|la ayuda) del?"
    r"|como parte del?"
    r"|en (?:colaboración|conjunto) con|debido al?",
    "pt": r"no âmbito d|junto com|graças a|com (?:a chegada|o lançamento|a ajuda) d|como parte d|em parceria com"
    r"|devido a",
    "it": r"nell['’]ambito d|insieme a|grazie a|con (?:l['’]arrivo|il lancio|l['’]aiuto) d|come parte d"
    r"|in (?:collaborazione|partnership) con|nel quadro d",
    "pl": r"w ramach|wraz z|dzięki|we współpracy z|z okazji",
    "ru": r"в рамках|вместе с|благодаря|совместно с|с помощью",
    "uk": r"у межах|в рамках|разом із?|завдяки|спільно з|за допомогою",
    "cs": r"v rámci|spolu s|díky|ve spolupráci s",
    "id": r"dalam rangka|bersama|berkat|bekerja sama dengan",
}
"""What a sentence may say first of its occasion; its subject follows behind a comma. There are none where the verb
would come first then, as in German."""


def clauses(sentence: str, code: str) -> Iterator[tuple[int, int]]:
    """Ranges of the sentence that read as sentences; none is the whole."""
    opening = _OPENING.get(code)
    found = re.match(rf"(?:{opening})[^,;:()]{{2,90}},\s", sentence, re.IGNORECASE) if opening else None
    if found:
        rest = sentence[found.end() :]
        yield found.end(), len(sentence)
        yield from ((found.end(), found.end() + end) for begin, end in _ends(rest, code) if not begin)
    yield from _ends(sentence, code)


def _ends(sentence: str, code: str) -> Iterator[tuple[int, int]]:
    parts = [m.span() for m in _SEMICOLON.finditer(sentence)]
    if 0 < len(parts) <= 4:
        starts = [0, *(end for _, end in parts)]
        ends = [*(start for start, _ in parts), len(sentence)]
        for first in range(len(starts)):
            for last in range(first, len(ends)):
                if (first, last) != (0, len(ends) - 1):
                    yield starts[first], ends[last]
    dashes = list(_DASH.finditer(sentence))
    if len(dashes) == 1 and not parts and not _HYPHEN.search(sentence):
        before, behind = sentence[: dashes[0].start()], sentence[dashes[0].end() :]
        # After a dash, "but" or "which" brings what the first half must not be quoted without.
        if len(_WORD.findall(before)) >= LEAST_WORDS and not before[-1].isdigit() and not leans(behind, code):
            yield 0, len(before)
    if not dashes and not parts:
        yield from _before_and(sentence, code)
    yield from _before_tail(sentence, code)
    yield from _before_also(sentence, code)
    yield from _before_list(sentence)
    yield from _before_adjunct(sentence, code)
    if code == "zh":
        yield from _at_commas(sentence)


def _before_adjunct(sentence: str, code: str) -> Iterator[tuple[int, int]]:
    """Before what says how or what for at the end, without a comma: "so that", "by adding"."""
    pattern = _ADJUNCT.get(code)
    if pattern is None:
        return
    for found in re.finditer(rf"\s(?:{pattern})\b", sentence, re.IGNORECASE):
        before = sentence[: found.start()]
        # What "can be done by waiting" is no whole thought before "by".
        # What is said of "only" these, or "not" those, needs the words that tell which.
        whole = before.count("(") == before.count(")") and not (_OPEN_END.search(before) or _DENIES.search(before))
        if whole and len(_WORD.findall(before)) >= LEAST_BEFORE and not _NO_MAIN_CLAUSE.match(before):
            yield 0, found.start()


def _at_commas(sentence: str) -> Iterator[tuple[int, int]]:
    """Chinese sets commas between whole clauses; the first must not be one that another follows."""
    if _CHINESE_OPENING.match(sentence):
        return
    for found in re.finditer("，", sentence):
        before, behind = sentence[: found.start()], sentence[found.end() :]
        last = before.rpartition("，")[2]
        if _CHINESE_VERB.search(before) and not _CHINESE_OPENING.match(last) and not _CHINESE_BUT.match(behind):
            yield 0, found.start()


def _before_list(sentence: str) -> Iterator[tuple[int, int]]:
    """Before a list of what the sentence has named: ", including salt, flour, and water"."""
    found = _LIST.search(sentence)
    if found is None or _VERB.search(sentence, found.end()) or not sentence[: found.start()].count(",") <= 1:
        return
    before = sentence[: found.start()]
    if len(_WORD.findall(before)) > LEAST_WORDS and not _NO_MAIN_CLAUSE.match(before):
        yield 0, found.start()


def _before_tail(sentence: str, code: str) -> Iterator[tuple[int, int]]:
    """Before a comma and an end that only adds, which may have commas of its own."""
    tail = _TAIL.get(code)
    if tail is None:
        return
    begins = re.compile(rf",\s(?:{tail})\b", re.IGNORECASE)
    last = sentence.rfind(",")
    for comma in (found.start() for found in re.finditer(",", sentence)):
        if not begins.match(sentence, comma):
            continue
        before, behind = sentence[:comma], sentence[comma + 1 :]
        if _CAVEAT.search(behind) or (_DOING.match(behind) and _IS_LISTED.search(before)):
            continue
        told = _VERB.search(before) or _PRONOUN.match(before)
        if (comma != last and (not told or _GOES_ON.search(behind))) or (not told and _IS.search(behind)):
            continue
        # "In Rome, which is old" has no main clause before the comma, and (an aside, with a comma) none around it.
        whole = before.count("(") == before.count(")") and not _DASH.search(before[-40:])
        if whole and len(_WORD.findall(before)) > LEAST_WORDS and not _NO_MAIN_CLAUSE.match(before):
            yield 0, comma


def _before_also(sentence: str, code: str) -> Iterator[tuple[int, int]]:
    """Before what a sentence says besides, where it has denied nothing."""
    also = _ALSO.get(code)
    found = re.search(rf",\s{also}\b", sentence) if also else None
    if found and not _DENIES.search(sentence[: found.start()]) and not _NO_MAIN_CLAUSE.match(sentence):
        yield 0, found.start()


def _before_and(sentence: str, code: str) -> Iterator[tuple[int, int]]:
    word = _AND.get(code)
    if word is None:
        return
    governing = _PART_ONLY.get(code)
    found = re.search(rf",\s{word}\s", sentence)
    if found is None:
        return
    before = sentence[: found.start()]
    # With another comma, or few words on one side, "a, b, and c" is a list.
    if "," in before or sentence.find(",", found.end()) >= 0:
        return
    if min(len(_WORD.findall(before)), len(_WORD.findall(sentence[found.end() :]))) < LEAST_WORDS:
        return
    if governing is None or not re.search(governing, before, re.IGNORECASE):
        yield 0, found.start()
