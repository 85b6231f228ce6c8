"""How a sentence must not begin, or what it must not hold, to be understood without those around it.

Words are by language, greetings among them. Of a language that is not here nothing is known: its sentences are taken as
they are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from seocheck.base.late_pattern import late_pattern

_LEANING = {
    "en": """
        welcome greetings
        other it its it's he he's she she's they they're their them this that that's these those such his her hers
        there there's here here's one both neither either another others some so thus hence therefore
        however but and or nor yet also then still moreover furthermore nevertheless nonetheless instead
        otherwise meanwhile besides likewise similarly consequently accordingly additionally finally lastly
        given second secondly third thirdly next afterwards later too again though although because which who
        whose where when while if unless since as until once after before even indeed anyway note please see
        plus click yes no ok okay well now let's thanks thank hello hi update edit unfortunately luckily
    """,
    "ar": """
        مرحبا مرحب أهلا
    """,
    "de": """
        willkommen herzlich
        er sie es ihr ihre ihren sein seine dies diese dieser dieses diesen diesem jene jener jenes solche
        dort da dann danach dabei dazu damit daher darum deshalb deswegen trotzdem dennoch jedoch aber und
        oder sondern auch außerdem zudem ferner hier so also doch nun denn weil wenn falls während obwohl
        nachdem bevor bis als dass schließlich zweitens drittens beide beides einer eine eines hierbei
        hierzu daraufhin stattdessen allerdings siehe
    """,
    "fr": """
        bienvenue
        il elle ils elles ce cet cette ces c'est ceci cela ça celui celle ceux celles son sa ses leur leurs
        y on lui mais et ou donc or ni car cependant toutefois pourtant néanmoins ainsi alors aussi puis
        ensuite enfin ici là lorsque quand si bien comme parce puisque tandis quoique après avant
        deuxièmement également
    """,
    "es": """
        bienvenido bienvenida bienvenidos bienvenidas
        él ella ellos ellas esto este esta estos estas eso ese esa esos esas aquello su sus lo allí aquí ahí
        pero y o e u ni sin embargo además también entonces luego después así aunque porque pues cuando si
        mientras como finalmente segundo ambos ambas otro otra otros otras
    """,
    "pt": """
        ele ela eles elas isto este esta estes estas isso esse essa esses essas aquilo seu sua seus suas lá
        aqui ali mas e ou nem porém contudo todavia além também então depois assim embora porque pois quando
        se enquanto como finalmente ambos ambas outro outra
    """,
    "it": """
        benvenuto benvenuta benvenuti benvenute
        egli lui lei essi esse loro esso essa questo questa questi queste quello quella quelli quelle ciò
        suo sua suoi sue lì là qui qua ma e ed o oppure né però tuttavia inoltre anche allora poi dopo così
        benché perché poiché quando se mentre come infine entrambi altro altra
    """,
    "nl": """
        welkom
        hij zij ze dit dat deze die hun zijn haar daar daarna daardoor daarom dus echter maar en of want ook
        toch bovendien verder hier zo toen dan nu omdat als wanneer terwijl hoewel nadat voordat ten
        tenslotte beide
    """,
    "sv": """
        välkommen välkomna
        han hon den det de denna detta dessa hans hennes deras där då sedan därför dock men och eller också
        dessutom här så när om medan eftersom fast innan efter slutligen båda
    """,
    "da": """
        velkommen
        han hun den det de denne dette disse hans hendes deres der da så derfor dog men og eller også
        desuden her når hvis mens fordi selvom før efter endelig begge
    """,
    "nb": """
        velkommen
        han hun den det de denne dette disse hans hennes deres der da så derfor likevel men og eller også
        dessuten her når hvis mens fordi selv før etter endelig begge
    """,
    "pl": """
        witamy witaj
        on ona ono oni one to ten ta te ci tam tu jego jej ich jednak ale i a oraz lub albo więc dlatego
        zatem także też ponadto potem wtedy gdy jeśli ponieważ chociaż
    """,
    "ru": """
        приветствуем здравствуйте
        он она оно они это этот эта эти тот та те там тут здесь его её их однако но и а или поэтому также
        тоже потом затем тогда когда если потому хотя кроме
    """,
    "uk": """
        вітаємо
        він вона воно вони це цей ця ці той та ті там тут його її їх однак але і й а або тому також теж
        потім тоді коли якщо хоча крім
    """,
    "cs": """
        vítejte vítáme
        on ona ono oni to tento tato toto ti tam tu jeho její jejich však ale a nebo proto také pak potom
        když pokud protože ačkoli
    """,
}
"""First words that lean on what was said before, that join, or that open half of a sentence."""

_LEANING_WORDS = {
    "en": r"(?:first(?=,)|specifically|more specifically|ideally|going forward|for (?:example|instance|this reason)"
    r"|in (?:addition|contrast|other words|short|conclusion|summary|the previous|our (?:last|previous))"
    r"|in (?:the meantime|this (?:case|way)|fact|truth)|at the moment"
    r"|on the (?:other|one) hand|as (?:a result|such|mentioned|shown|described|noted)|of course|at the same time"
    r"|by contrast|that said|over that|with (?:this|that|these)|to do (?:this|so)|an? (?:example|overview) of"
    r"|this time|the (?:other|second|third|last|next|same|latter|former)|last but)\b",
    "de": r"(?:das|der|die|es) (?:ist|sind|war|waren|wird|werden|hat|haben|kann|können|macht|geht|heißt|gilt|liegt)\b",
    "nl": r"het (?:is|was|wordt|kan|gaat|heeft|zijn|moet|zal|blijft|betekent)\b",
}
"""Several first words that lean on what was said before; where one is an article too ("Das Rezept"), with its verb."""

_OF_ITSELF = {
    "en": r"(?:in )?this (?:article|guide|post|tutorial|page|report|study|document|section|essay|chapter|recipe)\b",
    "de": r"(?:(?:in )?dieser? (?:Artikel|Beitrag|Anleitung|Leitfaden|Seite|Bericht|Text)"
    r"|in diesem (?:Artikel|Beitrag|Text))\b",
    "fr": r"(?:dans )?(?:cet article|ce guide|ce tutoriel|cette page|ce rapport|cette étude)\b",
    "es": r"(?:en )?(?:este artículo|esta guía|este tutorial|esta página|este informe|este estudio)\b",
}
"""What an article says of itself, which is what a description does."""

_OUTSIDE = {
    "en": r"\b(?:the following|as follows|(?:shown|listed|described|given|mentioned|example|code|command|table|figure)"
    r" (?:below|above)|above-mentioned|below\b|see above|figure \d|table \d|click here|latter|former\b,"
    r"|(?:read|learn|find out|see|know) more\b|for (?:more |further |full |all )?(?:details|information)\b"
    r"|more information|(?:in|see|visit|check out|refer to) (?:the|our|this|that) (?:\w+ )?(?:section|chapter"
    r"|page|website"
    r"|documentation|docs|blog|repository|link|video|appendix)\b|see:|stay tuned|sign up|subscribe|contact us"
    r"|get in touch|comments? section"
    r"|(?:next|previous|last|earlier|upcoming) (?:post|article|section|chapter|part|blog)\b)",
    "de": r"\b(?:folgende[nmrs]?|siehe|unten|oben (?:genannte|erwähnte)\w*|Abbildung \d"
    r"|Tabelle \d|letztere[nmrs]?|mehr (?:dazu|erfahren|lesen|Informationen|Infos)|weitere Informationen|weiterlesen"
    r"|(?:nächste|letzte|vorige)[nrs]? (?:Artikel|Beitrag|Kapitel|Abschnitt|Teil))\b",
    "fr": r"\b(?:ci-dessous|ci-dessus|suivante?s?|voir (?:aussi|la|le)|en savoir plus|lire la suite"
    r"|pour plus d['’]informations?"
    r"|(?:prochain|précédent) (?:article|chapitre))\b",
    "es": r"\b(?:a continuación|siguientes?|más arriba|más abajo|figura \d|leer más|más información|más detalles|véase"
    r"|(?:próximo|anterior) (?:artículo|capítulo))\b",
    "pt": r"\b(?:a seguir|abaixo|acima|seguintes?|saiba mais|leia mais|mais informações|mais detalhes)\b",
    "it": r"\b(?:di seguito|qui sotto|seguenti?|leggi|scopri di più|(?:maggiori|ulteriori) informazioni)\b",
    "nl": r"\b(?:volgende|hieronder|hierboven|lees meer|lees verder|meer informatie|zie ook)\b",
    "sv": r"\b(?:följande|nedan|ovan|läs mer|mer information)\b",
    "da": r"\b(?:følgende|nedenfor|ovenfor|læs mere|mere information)\b",
    "nb": r"\b(?:følgende|nedenfor|ovenfor|les mer|mer informasjon)\b",
    "pl": r"\b(?:poniżej|powyżej|następując\w+|więcej informacji|czytaj więcej|zobacz)\b",
    "ru": r"\b(?:ниже|выше|следующ\w+|подробнее|читайте|смотрите)\b",
    "uk": r"\b(?:нижче|вище|наступн\w+|докладніше|детальніше|читайте)\b",
    "cs": r"\b(?:níže|výše|následující\w*|více informací|čtěte|viz)\b",
}
"""Words that point at a place of the article outside the sentence."""

_SPEECH = {
    "en": r"\b(?:I|I['’]\w+|my|me|myself)\b",
    "de": r"\b(?:ich|mein\w*|mir|mich)\b",
    "fr": r"\b(?:je|j['’]\w+|mon|mes|moi)\b",
    "es": r"\b(?:yo|mi|mis|me)\b",
}
"""Words of somebody who speaks of himself, which no description of an article does."""

_BACK = {
    "en": r"\b(?:this|these|those|such|also|too|even|the (?:two|three|four|above|others?))\b"
    r"(?! (?:week|month|year|morning|summer|winter|spring|autumn|fall|season|weekend)\b)",
    "de": r"\b(?:diese[mnrs]?|jene[mnrs]?|solche[mnrs]?|dabei|dadurch|davon|daran|darin)\b",
    "fr": r"\b(?:ces?|cette|cet|celui|celle|ceux|celles)\b(?!-)",
    "es": r"\b(?:est[aeo]s?|es[aeo]s?|dich[ao]s?)\b",
}
"""Words inside a sentence that point back at one before it."""

_FIRST = late_pattern(r"[^\w]*([^\W\d_]+(?:['’][^\W\d_]+)?)")


@lru_cache(maxsize=32)
def _leaning(code: str) -> frozenset[str]:
    return frozenset(_LEANING.get(code, "").split())


@lru_cache(maxsize=64)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


def leans(text: str, code: str) -> bool:
    """Whether a text begins as only a sentence does that goes on from another: "It ...", "However, ..."."""
    own = _OF_ITSELF.get(code)
    if own and _pattern(own).match(text):
        return False
    verbal = _LEANING_WORDS.get(code)
    if verbal and _pattern(verbal).match(text):
        return True
    found = _FIRST.match(text)
    if found is None:
        return False
    word = found[1].replace("’", "'")
    if word.isupper() and len(word) > 1:
        return False  # IT is no "it", and US is no "us"
    word = word.lower()
    return word in _leaning(code) or word.partition("'")[0] in _leaning(code)


def points_outside(text: str, code: str) -> bool:
    """Whether a text points at what is elsewhere in the article: "the following", "see above"."""
    outside = _OUTSIDE.get(code)
    return bool(outside) and _pattern(outside or "").search(text) is not None


def speaks(text: str, code: str) -> bool:
    """Whether somebody speaks of himself in a text."""
    speech = _SPEECH.get(code)
    return bool(speech) and re.search(speech or "", text, re.IGNORECASE if code != "en" else 0) is not None


def points_back(text: str, code: str) -> bool:
    """Whether a text holds a word that points back, so that it may say less alone than in its place."""
    back = _BACK.get(code)
    if not back:
        return False
    own = _OF_ITSELF.get(code)
    rest = _pattern(own).sub("", text) if own else text
    return _pattern(back).search(rest) is not None
