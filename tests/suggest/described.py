"""What the tests of descriptions share: a story that describes nothing, and what is suggested for a few sentences."""

from __future__ import annotations

from seocheck.suggest import Suggestions, suggest_text
from tests.support import markdown

WIDEST = 920 * 1.1
"""What description/too-long lets pass."""
STORY = {
    "en": "The kettle sings, the cat sleeps by the stove, and snow falls on the roof of the mill all night.",
    "de": "Der Kessel singt, die Katze schläft am Herd, und Schnee fällt die ganze Nacht auf das Dach.",
    "fr": "La bouilloire chante, le chat dort près du poêle, et la neige tombe toute la nuit sur le toit.",
    "es": "La tetera canta, el gato duerme junto a la estufa y la nieve cae toda la noche sobre el tejado.",
    "pt": "A chaleira canta, o gato dorme junto ao fogão e a neve cai a noite inteira sobre o telhado.",
    "it": "Il bollitore canta, il gatto dorme accanto alla stufa e la neve cade tutta la notte sul tetto.",
    "nl": "De ketel zingt, de kat slaapt bij de kachel en de sneeuw valt de hele nacht op het dak.",
    "sv": "Kitteln sjunger, katten sover vid spisen och snön faller hela natten på taket till kvarnen.",
    "da": "Kedlen synger, katten sover ved komfuret, og sneen falder hele natten på taget af møllen.",
    "nb": "Kjelen synger, katten sover ved ovnen, og snøen faller hele natten på taket av møllen.",
    "pl": "Czajnik śpiewa, kot śpi przy piecu, a śnieg pada przez całą noc na dach starego młyna.",
    "ru": "Чайник поёт, кошка спит у печки, а снег всю ночь падает на крышу старой мельницы.",
    "uk": "Чайник співає, кішка спить біля печі, а сніг усю ніч падає на дах старого млина.",
    "cs": "Konvice zpívá, kočka spí u kamen a sníh padá celou noc na střechu starého mlýna.",
    "ro": "Ceainicul cântă, pisica doarme lângă sobă, iar zăpada cade toată noaptea pe acoperiș.",
    "hu": "A kanna énekel, a macska a kályha mellett alszik, a hó egész éjjel hull a malom tetejére.",
    "fi": "Pannu laulaa, kissa nukkuu lieden vieressä ja lunta sataa koko yön vanhan myllyn katolle.",
    "id": "Ketel bernyanyi, kucing tidur di dekat tungku, dan hujan turun sepanjang malam di atap.",
}


def made(sentences: list[str], title: str, lang: str = "en", **meta: str | None) -> Suggestions:
    return suggest_text(markdown({"title": title, "lang": lang}, "\n\n".join(sentences) + "\n", **meta), path="a.md")


def first(sentences: list[str], title: str, lang: str = "en", **meta: str | None) -> str:
    return next((d.text for d in made(sentences, title, lang, **meta).descriptions), "")
