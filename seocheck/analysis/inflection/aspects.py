"""Aspect pairs of Slavic verbs: настраивать and настроить, naprawiać and naprawić are one verb to whoever looks for it.

The imperfective is made of the perfective by a few endings, which every grammar lists (Русская грамматика, 1980,
§ 1391 to 1416; Gramatyka współczesnego języka polskiego. Morfologia, 1998; Příruční mluvnice češtiny, 1995). They
propose a partner, and the dictionary decides whether there is such a verb. Prefixes make new words, and are no endings;
the few verbs of everyday use whose pair is made by one, or otherwise, are listed in the language's file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

# Ending of the imperfective -> endings of the perfective, with how many letters are before it at least.
_ENDINGS: Mapping[str, tuple[tuple[str, str, int], ...]] = {
    "ru": (
        ("аивать", "оить", 3), ("авливать", "овить", 2), ("атывать", "отать", 2), ("ачивать", "отить", 3),
        ("ачивать", "атить", 2), ("анчивать", "ончить", 1), ("ашивать", "осить", 2), ("матривать", "мотреть", 1),
        ("ывать", "ать", 3), ("ивать", "ать", 3), ("шивать", "сить", 3), ("ивать", "ить", 4), ("вать", "ть", 3),
        ("влять", "вить", 2),
        ("плять", "пить", 3), ("млять", "мить", 2), ("лять", "лить", 3), ("нять", "нить", 3), ("рять", "рить", 3),
        ("шать", "шить", 2), ("шать", "сить", 3), ("чать", "чить", 2), ("чать", "тить", 3), ("щать", "тить", 3),
        ("щать", "стить", 2), ("щать", "щить", 2), ("ждать", "дить", 3), ("жать", "зить", 3), ("жать", "дить", 3),
        ("скать", "стить", 2), ("бирать", "брать", 1), ("нимать", "нять", 1), ("зывать", "звать", 1),
        ("гать", "гнуть", 4),
    ),
    "uk": (
        ("овувати", "увати", 3), ("овувати", "ати", 4), ("влювати", "вити", 2), ("ювати", "ити", 3),
        ("увати", "ити", 4), ("вати", "ти", 3), ("ляти", "лити", 3), ("ряти", "рити", 3), ("няти", "нити", 3),
        ("щати", "стити", 2), ("чати", "чити", 2), ("бирати", "брати", 1),
    ),
    "pl": (
        ("iać", "ić", 3), ("awać", "ać", 2), ("ywać", "ać", 3), ("ywać", "yć", 3),
        ("rzać", "rzyć", 3), ("iwać", "ać", 3), ("dzać", "dzić", 3),
        ("czać", "czyć", 3), ("szczać", "ścić", 2), ("szać", "szyć", 3), ("żać", "żyć", 3), ("żać", "zić", 3),
        ("bierać", "brać", 1), ("ykać", "knąć", 3), ("łać", "łnić", 4),
    ),
    "cs": (
        ("ovat", "it", 4), ("ňovat", "nit", 2), ("ávat", "at", 3), ("ívat", "at", 3), ("ívat", "it", 3),
        ("ývat", "ýt", 3),
    ),
}  # fmt: skip

SLAVIC = frozenset(_ENDINGS)


def perfectives(verb: str, code: str) -> Iterator[str]:
    """What may be the perfective partner of a verb, which most of it isn't. verb: as the dictionary lists it."""
    for mine, theirs, least in _ENDINGS.get(code, ()):
        if verb.endswith(mine) and len(verb) - len(mine) >= least:
            yield verb.removesuffix(mine) + theirs
