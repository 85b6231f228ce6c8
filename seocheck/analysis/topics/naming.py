"""Phrases of content words that name nothing: what somebody does, whose a thing is, how good or how large it is.

The lists hold what is never the subject itself in its place: adjectives of measure before a noun, or an adjective
where a noun should be. Languages that have none are judged by the dictionary's verbs alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from seocheck.analysis.inflection.derivations import families
from seocheck.analysis.inflection.stems import looked_up
from seocheck.analysis.topics.word_class import is_verb
from seocheck.analysis.words.folding import lower
from seocheck.languages import articles, function_words

_MEASURES = {
    "en": """
        actual average current entire typical usual additional available avoidable best better certain detailed
        entire few fewer less many more most multiple countless leading numerous ongoing other overall possible
        popular potential recent relevant respective separate several specific suitable upcoming various whole
    """,
    "de": """
        aktuelle aktuellen eigene eigenen einzelne einzelnen ganze ganzen gesamte gesamten heutige heutigen jeweilige
        jeweiligen typische typischen übliche üblichen
        andere anderen beste besten große großen gute guten hohe hohen kleine kleinen letzte letzten mehrere
        nächste nächsten neue neuen verschiedene verschiedenen viele vielen weitere weiteren wichtige wichtigen
    """,
    "fr": """
        actuel actuelle actuelles actuels habituel habituelle propre propres typique typiques
        autre autres bon bonne bonnes bons certain certaine certaines certains chaque dernier dernière derniers
        différentes différents grand grande grandes grands meilleur meilleure meilleures meilleurs même mêmes nouveau
        nouveaux nouvelle nouvelles plusieurs premier première premiers prochain prochaine tout toute toutes
    """,
    "es": """
        actual actuales habitual habituales propia propias propio propios típica típico
        buen buena buenas buenos cada diferentes distintas distintos diversas diversos mayor mayores mejor mejores
        menor menores misma mismas mismo mismos nueva nuevas nuevo nuevos otra otras otro otros próxima próximas
        próximo próximos siguiente siguientes toda todas todo todos varias varios última últimas último últimos
    """,
    "pt": """
        atual atuais habitual habituais própria próprias próprio próprios típica típico
        boa boas bom bons cada diferentes diversas diversos maior maiores melhor melhores menor menores mesma mesmas
        mesmo mesmos nova novas novo novos outra outras outro outros próxima próximas próximo próximos seguinte
        seguintes toda todas todo todos várias vários última últimas último últimos
    """,
    "it": """
        attuale attuali consueta consueto propria proprie propri proprio tipica tipico
        altra altre altri altro buon buona buone buoni diverse diversi maggior maggiore maggiori miglior migliore
        migliori nuova nuove nuovi nuovo ogni prima prossima prossime prossimi prossimo stessa stesse stessi stesso
        tutta tutte tutti tutto ultima ultime ultimi ultimo varie vari
    """,
    "nl": """
        eigen gehele gewone huidige typische
        ander andere beste elk elke goede grote hele hoge kleine laatste meerdere nieuwe veel verschillende volgende
    """,
    "pl": """
        cały dany dobry duży główny inny każdy kolejny mały najlepszy następny nowy ostatni różny wielki wysoki
        obecny typowy własny zwykły
    """,
    "ru": """
        больший большой весь высокий данный другой каждый лучший любой маленький новый последний следующий хороший
        нынешний обычный собственный типичный
    """,
    "uk": """
        весь великий високий даний добрий інший кожний кращий маленький наступний новий останній різний
        власний звичайний нинішній типовий
    """,
    "cs": """
        celý další dobrý hlavní jiný každý malý nejlepší nový poslední různý velký vysoký
        běžný současný typický vlastní
    """,
}
"""Words before a noun that say which, how many or how good; of pl, ru, uk and cs their bases."""

_ATTRIBUTES = {
    "es": "alta altas alto altos baja bajas bajo bajos gran grandes larga largo",
    "pt": "alta altas alto altos baixa baixas baixo baixos grande grandes longa longo",
    "it": "alta alte alti alto bassa basse bassi basso gran grande grandi lunga lungo",
    "fr": "basse bas haut haute hautes hauts longue longs",
}
"""Adjectives that make an attribute of a phrase ("a gran escala") where it has no article ("la alta tensión")."""

_NEVER_FIRST = {
    "en": """
        choose configure convert create customize delete deploy disable enable install manage migrate remove render
        upgrade
    """,
}
"""What somebody does, at the beginning of a phrase: no noun in its place."""

_NEVER_LAST = {
    "en": """
        additional available best better big common different easy full good great high important large less long low
        many more most multiple necessary new old other own possible real same several short similar simple small
        specific useful various according based concerning following including providing regarding requiring using
    """,
    "hi": "करके करना करने करें करे करता करती करते कर होता होती होते होना होने है हैं था थी थे गया गई गए जाता जाती जाते सकते सकता",
}
"""Words that are no noun at the end of a phrase."""

_OF_A_COUNTRY = ("an", "ish", "ese", "ic")
"""Endings of such adjectives."""
_ADJECTIVE_ENDINGS = {"hu": ("ségi", "sági", "elmi", "ási", "ési", "ati", "eti", "ikus", "ális", "ú", "ű")}
"""Endings of adjectives that no noun has: "a vállalati" of "a vállalati portál"."""
_LEMMAS = frozenset(("cs", "pl", "ru", "uk"))


def names_nothing(phrase: str, before: Sequence[str], code: str) -> bool:
    """Whether a phrase is no noun with what belongs to it. before: the words right before it, at all its places."""
    words = phrase.split()
    first, last = lower(words[0]), lower(words[-1])
    if len(words) > 1:
        if code == "de" and words[-1][:1].islower():
            return True  # German nouns have capitals
        if first in _NEVER_FIRST.get(code, "").split() and words[0].islower():
            return True
        if last in _NEVER_LAST.get(code, "").split() or last.endswith(_ADJECTIVE_ENDINGS.get(code, ())):
            return True
        # América Latina, Bon Iver: with a capital inside a sentence it is a name.
        if not words[1][:1].isupper() or code == "de":
            base = looked_up(first, code) if code in _LEMMAS else first
            if {first, base} & set(_MEASURES.get(code, "").split()):
                return True
            if first in _ATTRIBUTES.get(code, "").split():
                return not any(word.casefold() in articles(code) for word in before)
    if len(words) == 1 and _is_of_a_country(first, code):
        return True
    if any(_is_small(word, code) for word in (first, last)):
        return True
    return any(is_verb(word, code) for word in (words[0], words[-1]) if not word.isupper())


def _is_of_a_country(word: str, code: str) -> bool:
    """Whether a word says only of what country something is: "European"."""
    return code == "en" and word.endswith(_OF_A_COUNTRY) and bool(families(code).get(word))


def _is_small(word: str, code: str) -> bool:
    """Whether a word is a form of one that only points or belongs: "Twojego", "Вашу"."""
    base = looked_up(word, code) if code in _LEMMAS else None
    return base is not None and lower(base) in function_words(code)
