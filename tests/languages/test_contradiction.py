"""A declared language gives way to the text's own only where that is certain."""

from __future__ import annotations

import pytest

from seocheck.check.complete import settle
from seocheck.config.settings import Settings
from seocheck.languages.contradiction import contradicts, in_another_script
from seocheck.model.article import Source
from seocheck.readers import read

TEXTS = {
    "de": "Wer im Herbst einen Garten hat, der weiß, dass die Blätter nicht von allein verschwinden und dass man sie"
    " am besten mit dem Rechen auf einen Haufen bringt, bevor der Regen kommt.",
    "en": "If you have a garden in the autumn, you know that the leaves will not go away by themselves and that it is"
    " best to bring them together with a rake before the rain comes.",
    "fr": "Si vous avez un jardin, vous savez que les feuilles ne disparaissent pas toutes seules en automne et qu'il"
    " vaut mieux les mettre en tas avec un râteau avant que la pluie ne tombe sur elles.",
    "nb": "Den som har en hage, vet at bladene ikke forsvinner av seg selv, og at det er best å samle dem med"
    " en rive før regnet kommer og gjør dem tunge og våte på bakken.",
    "cs": "Kdo má na podzim zahradu, ten ví, že listí samo nezmizí a že je nejlepší je shrabat na hromadu dřív, než"
    " přijde déšť, protože potom už je všechno mokré a těžké.",
    "id": "Jika Anda memiliki kebun, Anda tahu bahwa daun tidak akan hilang dengan sendirinya dan lebih baik"
    " dikumpulkan dengan garu sebelum hujan turun, karena setelah itu semuanya akan menjadi basah dan berat.",
    "ja": "秋に庭がある人は、落ち葉が自然に消えないことを知っています。雨が降る前に、熊手で集めるのがいいです。",
    "ru": "Тот, у кого осенью есть сад, знает, что листья сами по себе не исчезнут и что лучше всего собрать их"
    " граблями в кучу ещё до того, как пойдёт дождь и они станут мокрыми.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_text_contradicts_another_language(code: str) -> None:
    declared = "en" if code != "en" else "de"
    assert contradicts(declared, [TEXTS[code]] * 4) == code
    assert contradicts(code, [TEXTS[code]] * 4) == ""


@pytest.mark.parametrize(
    ("declared", "code"), [("da", "nb"), ("sk", "cs"), ("ms", "id"), ("jv", "id"), ("bg", "ru"), ("lb", "de")]
)
def test_languages_much_alike_do_not(declared: str, code: str) -> None:
    assert contradicts(declared, [TEXTS[code]] * 4) == ""


@pytest.mark.parametrize(
    "texts", [[TEXTS["de"]], [TEXTS["de"]] * 4 + [TEXTS["en"]] * 4, ["Bosch, Miele, Siemens, Bauknecht"] * 30, []]
)
def test_short_texts_two_languages_and_names_do_not(texts: list[str]) -> None:
    assert contradicts("fr", texts) == ""


@pytest.mark.parametrize(
    "page",
    [
        "<html lang=en-US><body><h1>Der Garten</h1>" + f"<p>{TEXTS['de']}</p>" * 4,
        "---\nlang: en\n---\n\n# Der Garten\n\n" + f"{TEXTS['de']}\n\n" * 4,
    ],
)
def test_such_an_article_is_judged_by_its_own_language(page: str) -> None:
    name = "garten.html" if page.startswith("<") else "garten.md"
    found = settle(read(Source(name, page), "html" if page.startswith("<") else "markdown"), Settings())
    assert (found.language.code, found.language.source) == ("de", "detected")


SHORT = {
    "ru": ["Горшки и миски для вашего сада", "Мы делаем горшки и миски из глины, а также вазы и плитку."],
    "uk": ["Горщики та миски для вашого саду", "Ми робимо горщики та миски з глини, а також вази і плитку."],
    "ar": ["أوان من الفخار لحديقتك", "نصنع الأواني والمزهريات من الطين في ورشتنا كل يوم، ونرسلها إلى كل مدينة."],
    "ja": [
        "庭のための鉢と皿",
        "わたしたちは粘土から鉢と皿を作り、毎日お届けします。庭に合う形をお選びください。",
    ],
    "el": ["Γλάστρες και πιάτα", "Φτιάχνουμε γλάστρες και πιάτα από πηλό για τον κήπο σας."],
}


@pytest.mark.parametrize("code", SHORT)
def test_a_short_text_in_another_script(code: str) -> None:
    assert in_another_script("en", SHORT[code]) == code
    assert in_another_script(code, SHORT[code]) == ""


def test_a_short_text_with_words_of_another_script() -> None:
    assert in_another_script("en", ["Pots and bowls for your garden: Горшки и миски", "We make them by hand."]) == ""
    assert in_another_script("en", ["Горшки и миски"]) == ""  # a name
    assert in_another_script("bg", SHORT["ru"]) == ""
    assert in_another_script("ru", ["Pots and bowls: CLAY, VASE, TILE, GLAZE, RAKU, BISQUE, KILN, WHEEL"]) == ""
