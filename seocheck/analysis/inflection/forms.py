"""Forms that neither stems nor the dictionary bring back to their base: shelves, gebackene, blanche, házam.

A rule of a language proposes bases, and the dictionary of that language decides which of them are words. Irregular
forms are listed in the language's file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from functools import lru_cache

from seocheck.analysis.inflection.aspects import SLAVIC, perfectives
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import load

Known = Callable[[str, str], bool]
"""Whether a word of a language may be a base, by its dictionary."""
Rule = Callable[[str], Iterator[str]]


def bases(word: str, code: str, told: Set[str], known: Known) -> set[str]:
    """The bases of a word in lower case, accents kept, besides those that the dictionary has told."""
    found = set(_irregular(code).get(word, ()))
    if code in SLAVIC:
        for verb in told or {word}:
            found.update(_irregular(code).get(verb, ()))
            found.update(base for base in perfectives(verb, code) if known(base, code))
    rule = _RULES.get(code)
    if rule is not None and not (told and _is_told(word, code, told)):
        found.update(base for base in rule(word) if len(base) > 1 and (code in _SURE or known(base, code)))
    return found


def _is_told(word: str, code: str, told: Set[str]) -> bool:
    """Whether what the dictionary has told is enough: appelle is of appeler, gelangt of gelangen and not of langen."""
    if code == "fr":
        return True
    return code in ("de", "nl") and any(base.startswith("ge") and not word.startswith(base) for base in told)


@lru_cache(maxsize=64)
def _irregular(code: str) -> Mapping[str, tuple[str, ...]]:
    """Form -> bases."""
    table: dict[str, tuple[str, ...]] = {}
    for base, *forms in (group.split() for group in load(code).irregular.split(",") if group):
        for form in forms:
            table[form] = (*table.get(form, ()), base)
    return table


# R. Quirk et al., A Comprehensive Grammar of the English Language (1985), 5.83: the nouns whose f becomes v, and what
# ends in them (bookshelves, housewives).
_VES = late_pattern(r".*?(?:cal|el|hal|hoo|kni|lea|li|loa|scar|sel|shea|shel|thie|whar|wi|wol|dwar)(?=ves$)")
_CK = late_pattern(r"(.*[aeiou].*[^aeiou]i|bivoua|tarma)ck(?:ing|ed|ers?)")


def _english(word: str) -> Iterator[str]:
    if found := _VES.match(word):
        yield f"{found[0]}f"
        yield f"{found[0]}fe"
    elif found := _CK.fullmatch(word):  # panicking, mimicked; not blocking
        yield f"{found[1]}c"
    elif word.endswith(("ases", "eses", "oses", "yses", "ises")):  # diagnoses
        yield f"{word[:-2]}is"


# Pronouns behind an infinitive or a gerund: hacerlo, asegurarse, comprándolas (Real Academia Española, Nueva gramática
# de la lengua española, 16.7), farlo, lavarsi (L. Serianni, Grammatica italiana, VII.34).
_SPANISH_CLITICS = late_pattern(
    r"(\w{2,}(?:[aeiáéí]r|[aá]ndo|i[eé]ndo))(?:[mst]e(?:l[aeo]s?)?|nos(?:l[aeo]s?)?|os|l[aeo]s?)"
)
_ITALIAN_CLITICS = late_pattern(r"(\w{2,}[aei]r)(?:si|mi|ti|ci|vi|lo|la|li|le|gli|ne|se[a-z]{2})")
_UNACCENTED = str.maketrans("áéí", "aei")


def _spanish(word: str) -> Iterator[str]:
    if found := _SPANISH_CLITICS.fullmatch(word):
        yield found[1].translate(_UNACCENTED)


def separable(word: str, code: str) -> tuple[str, str]:
    """A verb that is two words in a sentence, as the verb and what goes to the end: (ziehen, um); else ("", "")."""
    prefix = next((p for p in _prefixes(code) if word.startswith(p)), "")
    verb = word.removeprefix(prefix)
    return (verb, prefix) if prefix and len(verb) >= 4 and verb.endswith("n") else ("", "")


@lru_cache(maxsize=8)
def _prefixes(code: str) -> tuple[str, ...]:
    return tuple(sorted(load(code).separable.split(), key=len, reverse=True))


@lru_cache(maxsize=8)
def _participle(code: str, ending: str) -> re.Pattern[str]:
    """The prefix of a participle, if any, and its verb without any ending."""
    return re.compile(rf"({'|'.join(_prefixes(code))}|)ge(.{{3,}}?){ending}")


def _german(word: str) -> Iterator[str]:
    if found := _participle("de", "(?:e?t|en)(?:e[mnrs]?)?").fullmatch(word):  # gebackene, eingekauft
        for ending in ("en", "eln", "ern"):
            yield f"{found[1]}{found[2]}{ending}"


def _dutch(word: str) -> Iterator[str]:
    if word.endswith(("as", "is", "os", "us", "ys")):  # fotos, which should be foto's
        yield word[:-1]
    if found := _participle("nl", "(?:[dt]e?|en)").fullmatch(word):
        yield f"{found[1]}{found[2]}en"


# The rest of the feminines after M. Grevisse, Le bon usage, § 542 to 554; those in -che, -ère, -onne and more, which
# mostly are nouns, are listed.
_FEMININES = (
    ("euse", "eux"), ("euse", "eur"), ("ive", "if"), ("enne", "en"), ("elle", "el"), ("eille", "eil"), ("ette", "et"),
    ("ète", "et"), ("trice", "teur"),
)  # fmt: skip


def _french(word: str) -> Iterator[str]:
    singular = word.removesuffix("s")
    for feminine, masculine in _FEMININES:
        stem = singular.removesuffix(feminine)
        if stem != singular and len(stem) > 1:
            yield stem + masculine


def _italian(word: str) -> Iterator[str]:
    for ending, singular in (("chi", "co"), ("ghi", "go"), ("che", "ca"), ("ghe", "ga")):
        if word.endswith(ending) and len(word) > 4:
            yield word.removesuffix(ending) + singular
    if found := _ITALIAN_CLITICS.fullmatch(word):
        yield f"{found[1]}e"


# Imperatives, of which dictionaries have few: zbadejte of zbadat, nastavte of nastavit, zainstaluj of zainstalować
# (M. Grepl and others, Příruční mluvnice češtiny, 1995, § 471; Z. Saloni, Czasownik polski, 2001).
_IMPERATIVES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "cs": (
        ("ejte", "at"), ("ejme", "at"), ("ej", "at"), ("ujte", "ovat"), ("uj", "ovat"), ("ěte", "it"), ("te", "it"),
        ("te", "et"), ("něte", "nout"),
    ),
    "pl": (("ujcie", "ować"), ("uj", "ować"), ("ajcie", "ać"), ("aj", "ać"), ("jcie", "ć"), ("cie", "ić")),
    "uk": (("уйте", "увати"), ("уй", "увати"), ("айте", "ати"), ("іть", "ити"), ("іть", "іти"), ("те", "ти")),
}  # fmt: skip


def _by_imperative(word: str, code: str) -> Iterator[str]:
    for ending, infinitive in _IMPERATIVES[code]:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            yield stem + infinitive


# Consonants before the ending of the locative: нозі of нога, руці of рука, мусі of муха.
_LOCATIVE = (("зі", "га"), ("ці", "ка"), ("сі", "ха"))


def _ukrainian(word: str) -> Iterator[str]:
    yield from _by_imperative(word, "uk")
    for ending, nominative in _LOCATIVE:
        if word.endswith(ending) and len(word) > 3:
            yield word.removesuffix(ending) + nominative


def _polish(word: str) -> Iterator[str]:
    yield from _by_imperative(word, "pl")
    if word.endswith("ń") and len(word) > 4:  # drgań, of drganie
        yield f"{word[:-1]}nie"


def _czech(word: str) -> Iterator[str]:
    yield from _by_imperative(word, "cs")
    for ending in ("ím", "ích", "ími"):  # pečením, of pečení
        if word.endswith((f"n{ending}", f"t{ending}")):
            yield word.removesuffix(ending) + "í"


# Vowels that an ending takes out of a noun, and consonants that it halves: fingrar of finger, gafler of gaffel; and
# plurals of Latin nouns: museer, gymnasier (Svenska Akademiens grammatik, 1999).
_SHORTENED = late_pattern(r"(\w*[^\Waeiouyåäöæø])([lnr])(?:ar|arna|arnas|e|er|ene|erne|et|en)")
_LATIN = late_pattern(r"(\w{2,}[ei])er(?:na|ne|nas|nes)?")


def _nordic(word: str) -> Iterator[str]:
    if found := _SHORTENED.fullmatch(word):
        yield f"{found[1]}e{found[2]}"
        yield f"{found[1]}{found[1][-1]}e{found[2]}"
    if found := _LATIN.fullmatch(word):
        yield f"{found[1]}um"


# Infinitives whose last consonant is written otherwise before e: jogue of jogar, busque of buscar, comece of começar.
_BEFORE_E = (("gu", "gar"), ("qu", "car"), ("c", "çar"))


def _portuguese(word: str) -> Iterator[str]:
    for ending in ("e", "ei", "em", "es", "emos"):
        stem = word.removesuffix(ending)
        for written, infinitive in _BEFORE_E:
            if stem != word and stem.endswith(written) and len(stem) > 3:
                yield stem.removesuffix(written) + infinitive


_VOWEL_STEM = late_pattern(r"(\w{2,}[^\Waeiouyåäö])(?:e(?:i(?:ssa|sta|hin|lla|lta|lle|na|ksi|tta)|ja|ita)|ien|it)")


def _finnish(word: str) -> Iterator[str]:
    if found := _VOWEL_STEM.fullmatch(word):  # vaaleissa, vaalien, of vaali
        yield f"{found[1]}i"


# The plural of nouns in -are and -ie: tractări of tractare, călătorii of călătorie (Gramatica limbii române, 2005).
# Dictionaries lack most of them, and hardly another word ends so.
_LONG_INFINITIVE = late_pattern(r"(\w{3,}[^\Waeiouăâî])[ăa]ri(?:i|le|lor)?")
_IN_IE = late_pattern(r"(\w{4,}[^\Waeiouăâî]i)(?:i|iile|iilor|ile|ilor)")


def _romanian(word: str) -> Iterator[str]:
    if found := _LONG_INFINITIVE.fullmatch(word):
        yield f"{found[1]}are"
    elif found := _IN_IE.fullmatch(word):
        yield f"{found[1]}e"


_SURE = frozenset(("ro",))
"""Languages whose rules need no dictionary."""


def _hungarian(word: str) -> Iterator[str]:
    """Without an ending that names an owner, and one of a case after it: ház|am, kert|ünk|ben; and madar|ak."""
    if found := _plural_or_object().fullmatch(word):
        yield _LAST_VOWEL.sub(lambda vowel: vowel[0].translate(_LONGER), found[1])
    for start in range(max(2, len(word) - 8), len(word)):
        if found := _possessed().fullmatch(word, start):
            stem = word[:start]
            yield stem
            if stem[-1] in "áé":  # almája, of alma
                yield stem[:-1] + stem[-1].translate(_SHORTER)
            if len(found[1]) > 1:  # kosaram, of kosár
                yield _LAST_VOWEL.sub(lambda vowel: vowel[0].translate(_LONGER), stem)


_SHORTER = str.maketrans("áé", "ae")
_LONGER = str.maketrans("aeiuü", "áéíúű")
_LAST_VOWEL = late_pattern("[aeiuü](?=[^aáeéiíoóöőuúüű]+$)")


@lru_cache(maxsize=1)
def _plural_or_object() -> re.Pattern[str]:
    """The nouns that have a short vowel before such an ending, with it."""
    shorter = str.maketrans("áéíúű", "aeiuü")
    stems = (word[:-2] + word[-2:].translate(shorter) for word in load("hu").shortened.split())
    return re.compile(f"((?:{'|'.join(stems)}))[ae](?:t|k|kat|ket|kban|kben|knak|knek|kkal|kkel|kra|kre|kból|kből|s)")


@lru_cache(maxsize=1)
def _possessed() -> re.Pattern[str]:
    language = load("hu")
    return re.compile(f"({'|'.join(language.possessives.split())})(?:{'|'.join(language.inflections)})")


_RULES: Mapping[str, Rule] = {
    "cs": _czech,
    "da": _nordic,
    "de": _german,
    "en": _english,
    "es": _spanish,
    "fi": _finnish,
    "fr": _french,
    "hu": _hungarian,
    "it": _italian,
    "nb": _nordic,
    "nl": _dutch,
    "pl": _polish,
    "pt": _portuguese,
    "ro": _romanian,
    "sv": _nordic,
    "uk": _ukrainian,
}
