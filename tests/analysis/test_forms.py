"""Forms and spellings that stems miss, words that only look like them, and verbs that are two words."""

import pytest
import yaml

import seocheck
from seocheck.analysis.inflection.stems import lemmas

SAID = ("exact", "inflected")

ASPECTS = {
    "ru": [("обновить", "обновлять"), ("остудить", "остужать"), ("охладить", "охлаждать"), ("засыпать", "засыпать"),
           ("отмерить", "отмерять"), ("замесить", "замешивать"), ("накрыть", "накрывать")],
    "uk": [("додати", "додавати"), ("накрити", "накривати"), ("відміряти", "відміряти")],
    "pl": [("dodać", "dodawać"), ("wymieszać", "wymieszać"), ("przykryć", "przykrywać"), ("odmierzyć", "odmierzać")],
    "cs": [("přidat", "přidávat"), ("zakrýt", "zakrývat"), ("upravit", "upravovat")],
}  # fmt: skip


def tier(keyword: str, text: str, language: str) -> str:
    front = yaml.safe_dump({"title": "x", "lang": language, "keywords": [keyword]}, allow_unicode=True)
    article = f"---\n{front}---\n\n{text}\n"
    return seocheck.check_text(article, path="a.md", settings={}, select=["keywords/unsupported"]).keywords[0].tier


@pytest.mark.parametrize(
    ("language", "base", "form"),
    [
        ("en", "sheaf", "sheaves"),
        ("en", "bookshelf", "bookshelves"),
        ("en", "midwife", "midwives"),
        ("en", "bivouac", "bivouacking"),
        ("en", "neurosis", "neuroses"),
        ("en", "person", "people"),
        ("en", "bend", "bent"),
        ("de", "kneten", "geknetete"),
        ("de", "abkühlen", "abgekühlter"),
        ("de", "ausrollen", "ausgerollten"),
        ("fr", "joyeux", "joyeuse"),
        ("fr", "épais", "épaisse"),
        ("fr", "boulanger traditionnel", "boulangers traditionnels"),
        ("fr", "caduc", "caduques"),
        ("nl", "pizzas", "pizza's"),
        ("nl", "pizza", "pizzas"),
        ("it", "tasca", "tasche"),
        ("it", "sacco", "sacchi"),
        ("pl", "mielenie", "mieleń"),
        ("cs", "mletí", "mletím"),
        ("hu", "kosár", "kosarunkban"),
        ("hu", "kemence", "kemencéjük"),
        ("ko", "칼", "칼로"),
        ("ko", "떡", "떡이"),
        ("hi", "मछली", "मछलियाँ"),
        ("ru", "обжарить", "обжаривает"),
        ("ru", "смешать тесто", "смешиваем тесто"),
        ("ru", "испечь", "печёт"),
        ("uk", "змінити", "змінюємо"),
        ("pl", "usmażyć", "smaży"),
        ("pl", "zmienić", "zmienia"),
        ("cs", "zaplavit", "zaplavuje"),
        ("fr", "soupirail", "soupiraux"),
        ("fr", "coudre", "cousue"),
        ("es", "freír", "frita"),
        ("it", "oste", "ostessa"),
        ("it", "friggere", "fritti"),
        ("pt", "embaixador", "embaixatriz"),
        ("pt", "brincar", "brinque"),
        ("nl", "rund", "runderen"),
        ("nl", "vochtafdrijvend", "vochtafdrijvende"),
        ("sv", "spegel", "speglar"),
        ("sv", "akvarium", "akvarier"),
        ("da", "gaffel", "gafler"),
        ("nb", "sykkel", "sykler"),
        ("fi", "suo", "soita"),
        ("pl", "gołąb", "gołębie"),
        ("cs", "velký", "největší"),
        ("uk", "аптека", "аптеці"),
        ("uk", "глибокий", "глибший"),
        ("tr", "omuz", "omzu"),
        ("hu", "szekér", "szekerek"),
        ("hu", "nyár", "nyarat"),
        ("ro", "frământare", "frământări"),
        ("hi", "दवा", "दवाएँ"),
        ("ar", "شجرة", "أشجار"),
        ("ar", "سوق", "أسواق"),
    ],
)
def test_a_form_of_the_word(language: str, base: str, form: str) -> None:
    assert tier(base, form, language) in SAID
    assert tier(form, base, language) in SAID


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "serf", "serves"),
        ("en", "bloc", "blocking"),
        ("en", "safe", "saves"),
        ("de", "Kuchen", "Küchen"),
        ("de", "Bar", "Bären"),
        ("de", "drucken", "drücken"),
        ("fr", "banc", "banque"),
        ("fr", "marc", "marche"),
        ("fr", "mer", "mère"),
        ("fr", "colon", "colonne"),
        ("it", "porto", "porta"),
        ("it", "banco", "banche"),
        ("it", "meta", "metà"),
        ("it", "faro", "farò"),
        ("ru", "банк", "банка"),
        ("uk", "банк", "банка"),
        ("tr", "altın", "altı"),
        ("tr", "sör", "sor"),
        ("hu", "kor", "kör"),
        ("ko", "물", "물가"),
        ("ko", "차", "차이"),
        ("hu", "lap", "lapát"),
        ("cs", "vůl", "vůle"),
        ("ro", "bar", "bară"),
        ("hi", "माल", "माला"),
    ],
)
def test_another_word(language: str, one: str, other: str) -> None:
    assert tier(one, other, language) not in SAID
    assert tier(other, one, language) not in SAID


@pytest.mark.parametrize(
    ("language", "keyword", "text"),
    [
        ("de", "Straße", "die Strasse"),
        ("de", "Müsli", "Mein Muesli"),
        ("fr", "eleve", "L'élève lit."),
        ("es", "publico", "El público espera."),
        ("de", "KÜCHE", "Die Küche"),
        ("ru", "ёлка", "елка"),
        ("ca", "ingressos", "Parlem d’ingressos."),
    ],
)
def test_marks_that_are_left_out(language: str, keyword: str, text: str) -> None:
    assert tier(keyword, text, language) == "exact"


@pytest.mark.parametrize(
    ("language", "keyword", "text"),
    [
        ("ro", "plamadeala usoara", "O plămădeală care crește, și ușoară."),
        ("ro", "lectii gatit", "O lecție nouă: gătit."),
        ("es", "habitacion tranquila", "Hay habitaciones muy tranquilas."),
    ],
)
def test_another_form_of_what_is_typed_without_marks(language: str, keyword: str, text: str) -> None:
    assert tier(keyword, text, language) not in ("absent", "partial")


@pytest.mark.parametrize(
    ("language", "keyword", "text"),
    [
        ("de", "Teig für Brezeln", "Der Teig ist nass, die Brezeln sind braun."),
        ("ro", "faina si apa", "Apă, apoi făină."),
    ],
)
def test_small_words_with_marks_are_not_asked_for(language: str, keyword: str, text: str) -> None:
    assert tier(keyword, text, language) == "reordered"


def test_a_number_and_its_counter_are_one_word() -> None:
    article = "---\nlang: ko\nkeywords: [3월 반죽]\n---\n\n반죽은 따뜻한 곳에서 천천히 부풀어 오릅니다.\n"
    report = seocheck.check_text(article, settings={}, select=["keywords/unsupported"])
    assert report.findings[0].message == "The article says “반죽은”, but never “3월”."


@pytest.mark.parametrize(
    ("language", "keyword", "text", "said"),
    [
        ("de", "abkühlen", "Der Teig kühlt langsam ab.", True),
        ("de", "ausrollen", "Wir rollen den Teig aus und backen ihn.", True),
        ("de", "ausrollen", "Wir rollen Fässer aus dem Keller.", False),
        ("de", "ausrollen", "Wir rollen den Teig, das ist alles. Es ist aus.", False),
        ("nl", "afkoelen", "Het deeg koelt langzaam af.", True),
        ("en", "offer", "He erred off.", False),
    ],
)
def test_a_verb_in_two_words(language: str, keyword: str, text: str, said: bool) -> None:
    assert (tier(keyword, text, language) == "inflected") is said


@pytest.mark.parametrize(
    ("language", "keyword", "text"),
    [
        ("en", "bread knife", "Knives for bread are long."),
        ("de", "Teig kneten", "Sie knetet den Teig."),
        ("de", "Brot schneiden", "das geschnittene Brot"),
    ],
)
def test_forms_in_another_order(language: str, keyword: str, text: str) -> None:
    assert tier(keyword, text, language) == "reordered"


@pytest.mark.parametrize(
    ("keyword", "text", "language"),
    [
        ("MSc", "She has an M.Sc. in baking.", "en"),
        ("B&B", "a B & B at the sea", "en"),
        ("B & B", "a B&B at the sea", "en"),
        ("12,500 loaves", "12500 loaves", "en"),
        ("12500 Brote", "12.500 Brote", "de"),
        ("3/4 loaf", "a ¾ loaf", "en"),
        ("24/7", "open 24/7", "en"),
    ],
)
def test_typed_in_another_way(keyword: str, text: str, language: str) -> None:
    assert tier(keyword, text, language) == "exact"


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("3rd loaf", "the third loaf"),
        ("third loaf", "the 3rd loaf"),
        ("k8s", "It runs on Kubernetes."),
        ("MongoDB backups", "a Mongo backup"),
        ("fridge", "two refrigerators"),
    ],
)
def test_a_short_name(keyword: str, text: str) -> None:
    assert tier(keyword, text, "en") == "variant"


@pytest.mark.parametrize(
    ("keyword", "text"),
    [("12,500 loaves", "12.5 loaves"), ("1/2", "page 1 of 2"), ("B&B", "B or B"), ("3rd", "3 of them")],
)
def test_another_number_or_sign(keyword: str, text: str) -> None:
    assert tier(keyword, text, "en") not in ("exact", "inflected", "variant")


@pytest.mark.parametrize(
    ("form", "base", "code"),
    [
        ("limpiarse", "limpiar", "es"), ("venderlas", "vender", "es"), ("escribirnos", "escribir", "es"),
        ("lavarsi", "lavare", "it"), ("venderli", "vendere", "it"), ("dormirci", "dormire", "it"),
    ],
)  # fmt: skip
def test_pronouns_behind_an_infinitive(form: str, base: str, code: str) -> None:
    assert base in lemmas(form, code)


@pytest.mark.parametrize(
    ("word", "other", "code"),
    [("parte", "par", "es"), ("martes", "mar", "es"), ("perla", "pera", "it"), ("interne", "intero", "it")],
)
def test_words_that_only_look_like_an_infinitive_with_a_pronoun(word: str, other: str, code: str) -> None:
    assert other not in lemmas(word, code)


@pytest.mark.parametrize(("language", "perfective", "imperfective"), [(c, *p) for c, ps in ASPECTS.items() for p in ps])
def test_aspects_of_a_verb(language: str, perfective: str, imperfective: str) -> None:
    assert lemmas(perfective, language) & lemmas(imperfective, language)


@pytest.mark.parametrize(("one", "other"), [("стоять", "стоить"), ("мешать", "месить"), ("валять", "валить")])
def test_two_verbs_that_are_no_pair(one: str, other: str) -> None:
    assert not lemmas(one, "ru") & lemmas(other, "ru")


@pytest.mark.parametrize(
    ("noun", "verb"), [("обновление", "обновить"), ("упаковка", "упаковали"), ("загрузка", "загрузим")]
)
def test_russian_nouns_of_verbs(noun: str, verb: str) -> None:
    assert tier(noun, f"Мы хотим {verb} всё.", "ru") == "related"
    assert tier("направление", "Мы хотим направить всё.", "ru") == "absent"


@pytest.mark.parametrize(
    ("language", "keyword", "text"),
    [
        ("ru", "АПИ", "Вызовите API сервера."),
        ("ru", "API", "Вызовите АПИ сервера."),
        ("ru", "кластер Кубернетес", "Настройте кластер Kubernetes сами."),
        ("ru", "Snailo тестомес", "Купите Снейло, то есть Снаило тестомес."),
        ("ru", "Линукса", "Установите Linux."),
        ("uk", "Docker", "Встановіть Докер сьогодні."),
        ("ru", "Google", "Об этом пишут в Гугле."),
    ],
)
def test_a_word_in_two_scripts(language: str, keyword: str, text: str) -> None:
    assert tier(keyword, text, language) == "variant"


@pytest.mark.parametrize(("keyword", "text"), [("Toyota", "Тосты поджарены."), ("кот", "Слово cot короткое.")])
def test_words_of_two_scripts_that_only_sound_alike(keyword: str, text: str) -> None:
    assert tier(keyword, text, "ru") == "absent"


@pytest.mark.parametrize(
    ("keyword", "text"),
    [("हिंदी", "हिन्दी में लिखा है।"), ("अण्डा", "अंडा ताज़ा है।"), ("ज़मीन", "जमीन सूखी है।"), ("गाँव", "गांव दूर है।")],
)
def test_hindi_spelt_in_two_ways(keyword: str, text: str) -> None:
    assert tier(keyword, text, "hi") == "exact"
    assert tier("पेड", "पेड़ हरा है।", "hi") != "exact"
