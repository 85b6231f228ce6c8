"""Whether a word is a verb, and whether it has the form that a dictionary has, by the dictionary's own entries.

No dictionary here says what is a verb. But a verb has forms that no noun has: *buscar* has *buscando*, *hogar* has no
*hogando*. So a base is a verb where the dictionary brings such a form back to it.
"""

from __future__ import annotations

from functools import lru_cache

from seocheck.analysis.inflection.stems import looked_up
from seocheck.analysis.words.folding import lower
from seocheck.base.late_pattern import late_pattern

_FORMS = {
    "es": (("ar", "ando"), ("er", "iendo"), ("ir", "iendo")),
    "pt": (("ar", "ando"), ("er", "endo"), ("ir", "indo")),
    "it": (("are", "ando"), ("ere", "endo"), ("ire", "endo")),
    "fr": (("er", "ant"), ("ir", "issant"), ("ir", "ant"), ("re", "ant")),
    "pl": (("ć", "ł"), ("eć", "ał")),
    "cs": (("t", "l"),),
    "ru": (("ть", "л"), ("ться", "лся")),
    "uk": (("ти", "в"), ("тися", "вся")),
    "hi": (("ना", "ता"),),
}
"""Language -> (ending of the infinitive, ending of a form that only verbs have)."""

_NOUNS_TOO = {
    "es": "deber haber placer poder saber ser",
    "pt": "dever haver poder prazer saber ser",
    "it": "avere dovere essere piacere potere sapere",
    "fr": "avoir déjeuner devoir dîner être goûter pouvoir savoir souper souvenir",
    "hi": "खाना सोना गाना खिलौना",
}
"""Infinitives that are nouns as well: *poder judicial*, *ser humano*."""

_PRESENT = {"es": ("ando", "iendo"), "pt": ("ando", "endo", "indo"), "it": ("ando", "endo"), "fr": ("ant",)}
"""Endings of what somebody is doing: "le rayon émanant"."""

INFINITIVES_ONLY = frozenset(("es", "fr", "it", "pt"))
"""Languages in which other forms of a verb are nouns or adjectives too often (*compra*, *cura*)."""

_LONG = 5
"""Letters from which on a form of a verb is hardly a noun as well (мыло, пила)."""
_GERUNDS = {"ru": ("в", "вши"), "uk": ("в",)}
"""Endings of forms that nouns have as well: пристав."""

_ADJECTIVES = {
    "pl": (("y", "i"), ("y", "i", "a", "e")),
    "cs": (("ý", "í"), ("ý", "í", "á", "é")),
    "ru": (("ый", "ий", "ой"), ("ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие")),
    "uk": (("ий", "ій"), ("ий", "ій", "а", "я", "е", "є", "і")),
}
"""Language -> (endings of the bases of adjectives, endings in the nominative)."""

_PLURALS = {
    "pl": ("y", "i", "e", "a"),
    "cs": ("y", "i", "e", "a", "ové"),
    "ru": ("ы", "и", "а", "я"),
    "uk": ("и", "і", "а", "я", "ї"),
}
"""Endings of nouns in the nominative plural; most are those of a genitive as well."""

_SOFT = {"pl": ("ja", "ia"), "cs": ("ce", "se", "že", "ze", "ie")}
"""Endings of bases whose plural has no -i: wersja, wersji; instalace, instalaci."""

_HEADS_OBLIQUE = {"hi": ("ों", "ओं")}
"""Endings that a noun has only before a particle: they need no dictionary."""

_ALLOWED = {
    "tr": ("i", "ı", "u", "ü", "si", "sı", "su", "sü", "lar", "ler", "ları", "leri"),
    "hu": ("k", "ok", "ek", "ök", "ak", "a", "e", "ja", "je", "i", "ai", "ei", "jai", "jei"),
    "fi": ("t",),
}
"""What may follow a base at the end of a phrase: the plural, and what ties two nouns (*çavdar unu*)."""

_PLURAL = {"tr": ("lar", "ler"), "hu": ("k", "ok", "ek", "ök", "ak"), "fi": ("t",)}
"""What may follow the base of a single word."""
_VERBAL_NOUN = late_pattern(r"\w{0,3}m[ae](?:s[ıi]|l[ae]r[ıi]?)?")
"""What makes a Turkish noun of a verb: denetle, denetlenme, denetlenmesi."""


def is_adjective(word: str, code: str) -> bool:
    """Whether the base of a word has an ending of adjectives, in a language with such endings."""
    base = looked_up(lower(word), code)
    return base is not None and base.endswith(_ADJECTIVES.get(code, ((), ()))[0] or "\0")


@lru_cache(maxsize=4_000)
def is_verb(word: str, code: str) -> bool:
    """Whether a word is a form of a verb and of nothing else that is known."""
    plain = lower(word)
    base = looked_up(plain, code)
    if base is None or base in _NOUNS_TOO.get(code, "").split():
        return False
    if code in INFINITIVES_ONLY and base != plain and not (word.islower() and plain.endswith(_PRESENT[code])):
        return False
    if code in _ADJECTIVES and plain != base and (len(plain) < _LONG or plain.endswith(_GERUNDS.get(code, ()))):
        return False
    bases, endings = _ADJECTIVES.get(code, ((), ()))
    if bases and plain != base and plain.endswith(endings) and base.endswith(bases):
        return False
    return any(
        base.endswith(ending) and looked_up(base.removesuffix(ending) + form, code) == base
        for ending, form in _FORMS.get(code, ())
    )


def is_form_of_verb(word: str, code: str) -> bool:
    """Whether a word may be a form of a verb, whatever else it is: Download, Descubre, Découvrez."""
    base = looked_up(lower(word), code)
    if base is None:
        return False
    forms = (("", "ing"), ("e", "ing"), ("", f"{base[-1:]}ing")) if code == "en" else _FORMS.get(code, ())
    return any(base.endswith(ending) and looked_up(base.removesuffix(ending) + form, code) == base
               for ending, form in forms)  # fmt: skip


def is_infinitive(word: str, code: str) -> bool:
    """Whether a word is the infinitive of a verb and no noun, in a language where its ending tells so."""
    return code in INFINITIVES_ONLY and looked_up(lower(word), code) == lower(word) and is_verb(word, code)


def is_nominative(word: str, code: str, *, opens: bool) -> bool:
    """Whether the first word of a phrase has the case of a subject, in a language where it says so.

    opens: whether the phrase opens a sentence somewhere: of the endings that a plural shares with a genitive, it
    tells which. What the dictionary does not know is taken as it is.
    """
    plain = lower(word)
    base = looked_up(plain, code)
    if base is None or lower(base) == plain:
        return True
    bases, endings = _ADJECTIVES.get(code, ((), ()))
    if bases and base.endswith(bases):
        return plain.endswith(endings)
    if plain.endswith("i") and base.endswith(_SOFT.get(code, ())):
        return False
    return opens and plain.endswith(_PLURALS.get(code, ()))


def is_bare(word: str, code: str, *, alone: bool = False) -> bool:
    """Whether the last word of a phrase has no ending of a case, in a language where endings pile up on it.

    alone: whether it is the only one: then nothing ties it to another noun.
    """
    plain = lower(word)
    if plain.endswith(_HEADS_OBLIQUE.get(code, ())):
        return False
    allowed = _ALLOWED.get(code)
    base = looked_up(plain, code) if allowed else None
    if not allowed or base is None:
        return True
    base = lower(base)
    # What a stem changes before an ending (kitap, kitabı) is not looked into: its last letter may differ.
    rest = plain[len(base) :] if plain.startswith(base[:-1]) else None
    if rest is None:
        return False
    if alone:
        return rest in ("", *_PLURAL.get(code, ()))
    return rest == "" or rest in allowed or (code == "tr" and _VERBAL_NOUN.fullmatch(rest) is not None)
