"""A made vocabulary: words of a language's own function words, and content words that nobody has ever written.

Content words are built of syllables in the letters of the language and take its own endings, so that stemming, folding,
counting syllables and looking words up have as much to do as with real ones. How often each is said follows Zipf and
Mandelbrot: the word of rank r with weight 1 / (r + 2.7) ** 1.15.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from seocheck.languages import function_words, load

ROOTS = 15_000
"""Content words of a language before endings."""

RARE = 1.15
"""Mandelbrot's exponent."""

SIGNS = 1_500
"""Different signs in which Japanese or Chinese words are written here."""


@dataclass(frozen=True, slots=True)
class Sounds:
    """What syllables are made of: what they begin with, their vowels, what some end in."""

    onsets: str
    vowels: str
    codas: str


LATIN = Sounds("b br c ch d dr f fl g gr h j k kl l m n p pl r s st t tr v w z", "a e i o u ai ea ou", "n r l s t m nd")
SOUNDS = {
    "de": Sounds("b br d f fr g gl h k kr l m n pf r sch sp st t w z", "a e i o u ä ö ü ei au ie", "n r l ch ck t rn"),
    "fr": Sounds("b br c ch d f g gr j l m n p pr qu r s t v", "a e i o u é è ou ai eau oi", "n r l s t x"),
    "es": Sounds("b c ch d f g gr j l ll m n ñ p r s t v", "a e i o u á é ó ue ia", "n r l s"),
    "it": Sounds("b c ch d f g gl gn l m n p qu r s sc t v z", "a e i o u ia io", "n r l"),
    "pt": Sounds("b c d f g j l lh m n nh p r s t v", "a e i o u ã é ó ei ou", "n r l s m"),
    "nl": Sounds("b d g gr h k l m n p r s sch t v w z", "a aa e ee i ie o oe ui ij", "n r l t k ng"),
    "pl": Sounds("b c cz d dz g k l ł m n p r rz s sz t w z ż", "a ą e ę i o u y ó", "n r l ć ś k"),
    "sv": Sounds("b br d f g h j k l m n p r s sk st t v", "a e i o u å ä ö", "n r l s t ng"),
    "tr": Sounds("b c ç d f g h k l m n p r s ş t v y z", "a e ı i o ö u ü", "n r l k m t"),
    "ru": Sounds("б в г д ж з к л м н п пр р с ст т ф х ч ш", "а е и о у ы я ю", "н р л т к ст м"),
    "ar": Sounds("ب ت ج ح د ر ز س ش ص ط ع ف ق ك ل م ن ه", "ا و ي", "ب د ر ل م ن"),
}  # fmt: skip

ENGLISH = (
    "water house garden winter summer morning evening bread flour oven kitchen table window street city village road "
    "bridge river mountain forest tree leaf flower apple orange butter cheese coffee paper letter story picture music "
    "school teacher student lesson doctor patient market price money budget plan project team office meeting report "
    "number question answer problem reason result change growth energy power light heat rain snow wind weather season "
    "travel journey ticket train bicycle wheel engine machine tool metal glass wood stone colour size weight length "
    "write read learn teach build repair clean wash cook bake carry bring start finish open close move turn follow "
    "measure compare choose decide remember explain describe improve protect support report collect deliver produce "
    "quick slow small large early late simple careful quiet bright heavy narrow common useful local public private"
)
"""Everyday words, which are among the first ranks of English."""


class Vocabulary:
    """The words of a language on a site; the same seed gives the same."""

    def __init__(self, code: str, seed: int) -> None:
        chance = random.Random(f"vocabulary {code} {seed}")
        data = load(code)
        self.code = code
        self.spaced = data.spaced
        self.small = tuple(sorted(function_words(code))) or ("–",)
        chance_order = list(self.small)
        chance.shuffle(chance_order)
        self.small = tuple(chance_order)
        self.endings = tuple(e for e in data.inflections if e.isalpha()) or ("s", "ed", "ing", "er")
        if not self.spaced or code == "ar":
            self.endings = ()
        elif code == "en":
            self.endings = ("s", "ed", "ing", "er", "ly", "'s")
        self.transitions = tuple(t.strip(" ^") for t in data.transitions.split(",") if t.strip(" ^"))
        sounds = _signs(chance) if code in ("ja", "zh") else SOUNDS.get(code, LATIN)
        roots = list(dict.fromkeys(ENGLISH.split())) if code == "en" else []
        known = {*roots, *self.small}
        while len(roots) < ROOTS:
            root = _root(chance, sounds)
            if root not in known:
                known.add(root)
                roots.append(root)
        self.roots = tuple(roots)
        self.weights = list(accumulate(1 / (rank + 2.7) ** RARE for rank in range(1, ROOTS + 1)))
        self.small_weights = list(accumulate(1 / (rank + 0.8) for rank in range(1, len(self.small) + 1)))


def _signs(chance: random.Random) -> Sounds:
    """Signs that stand for words or parts of words; no syllable ends in another sound."""
    found = [chr(number) for number in chance.sample(range(0x4E00, 0x9FA0), SIGNS)]
    return Sounds(" ".join(found), " ".join(found[:300]), "")


def _root(chance: random.Random, sounds: Sounds) -> str:
    """One to four syllables."""
    onsets, vowels, codas = sounds.onsets.split(), sounds.vowels.split(), sounds.codas.split()
    if not codas:
        return "".join(chance.choice(onsets + vowels) for _ in range(chance.choice((2, 2, 2, 3, 4))))
    syllables = chance.choices((1, 2, 3, 4), (2, 5, 3, 1))[0]
    parts: list[str] = []
    for number in range(syllables):
        last = number == syllables - 1
        parts += chance.choice(onsets), chance.choice(vowels)
        if last or chance.random() < 0.2:
            parts.append(chance.choice(codas))
    return "".join(parts)


@lru_cache(maxsize=64)
def vocabulary(code: str, seed: int) -> Vocabulary:
    """The vocabulary of a language on the site of this seed."""
    return Vocabulary(code, seed)
