"""Kinds of ways in which a text says a keyword that an editor would be content with, and near misses."""

from __future__ import annotations

import pytest

import seocheck


def check(declared: str, text: str, language: str) -> seocheck.Report:
    article = f"---\nlang: {language}\nkeywords: ['{declared}']\n---\n\n{text}\n"
    return seocheck.check_text(article, settings={}, select=["keywords/unsupported"])


def tier(declared: str, text: str, language: str = "en") -> str:
    return check(declared, text, language).keywords[0].tier


def is_flagged(declared: str, text: str, language: str = "en") -> bool:
    return bool(check(declared, text, language).findings)


@pytest.mark.parametrize(
    ("declared", "text", "expected"),
    [
        ("밀가루반죽법", "오늘은 밀가루 반죽법을 배운다.", "inflected"),
        ("밀가루 반죽법", "오늘은 밀가루반죽법을 배운다.", "inflected"),
        ("반죽발효", "반죽을 따뜻한 곳에서 발효합니다.", "reordered"),
        ("발효", "반죽을 발효시켰다.", "inflected"),
        ("반죽숙성", "반죽을 치댄다.", "absent"),
        ("사과", "사과나무를 심었다.", "absent"),
    ],
)
def test_korean_spaces_and_verbs_of_nouns(declared: str, text: str, expected: str) -> None:
    assert tier(declared, text, "ko") == expected


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("oven preheat time", "Mind the time: pre-heat the oven."),
        ("reheated bread slices", "Slices of re-heated bread."),
    ],
)
def test_a_word_with_a_hyphen_in_a_longer_keyword(declared: str, text: str) -> None:
    assert tier(declared, text) in ("exact", "reordered")
    assert not is_flagged(declared, text)


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("خبز لذيذ", "هذه وصفة خبز لذيذة.", "ar"),
        ("خبز المدينة", "خبز لمدينة كبيرة.", "ar"),
        ("بيت الخبز", "هذا لبيت الخبز.", "ar"),
        ("foot warmer", "Una guida: feet warmers per tutti.", "it"),
        ("Brotplan", "Ein Plan für das Brot.", "de"),
    ],
)
def test_forms_in_and_of_other_languages(declared: str, text: str, language: str) -> None:
    assert not is_flagged(declared, text, language)


def test_a_noun_in_arabic_that_only_looks_feminine_is_another() -> None:
    assert is_flagged("مكتب", "مكتبة كبيرة.", "ar")


@pytest.mark.parametrize("declared", ["面包怎么烤", "麵包如何做", "面包多少钱", "什么是面包"])
def test_chinese_questions_ask_for_what_they_are_about(declared: str) -> None:
    assert not is_flagged(declared, "面包很好吃，麵包也是。", "zh")
    assert is_flagged(declared, "米饭很好吃。", "zh")


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("bread oven buying guide for bakers", "Bakers are buying a bread oven.", "en"),
        ("how to choose a rye oven stone", "The stone of a rye oven.", "en"),
        ("flour filtration", "Filter the flour twice.", "en"),
        ("pane integrale ita", "Il pane integrale è buono.", "it"),
        ("Sauerteig deutsch", "Der Sauerteig ruht.", "de"),
        ("constitution du levain", "Il faut constituer le levain.", "fr"),
        ("bake shop", "See bake.shop for more.", "en"),
    ],
)
def test_words_that_nobody_misses(declared: str, text: str, language: str) -> None:
    assert not is_flagged(declared, text, language)


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("oven guide", "An apple.", "en"),
        ("deutsch lernen", "Wir lernen kochen.", "de"),
    ],
)
def test_words_that_somebody_misses(declared: str, text: str, language: str) -> None:
    assert is_flagged(declared, text, language)


def test_half_a_japanese_verb_says_nothing() -> None:
    (finding,) = check("麦組み替え食品", "店の取り組みを見る。", "ja").findings
    assert finding.message == "The article never mentions “麦組み替え食品”."


def test_another_word_with_a_hyphen_is_none() -> None:
    assert is_flagged("oven preheat time", "Mind the time: pre-cool the oven.")


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("கடை", "கடைகளுக்கு செல்லுங்கள்.", "ta"),
        ("నగరం", "నగరాలలో తిరిగాము.", "te"),
        ("ಅಂಗಡಿ", "ಅಂಗಡಿಗಳಲ್ಲಿ ಸಿಗುತ್ತದೆ.", "kn"),
        ("നഗരം", "നഗരങ്ങളിൽ താമസിക്കുന്നു.", "ml"),
        ("शहर", "शहरांमध्ये राहतात.", "mr"),
        ("શહેર", "શહેરોમાં રહે છે.", "gu"),
        ("শহর", "শহরগুলোতে থাকে.", "bn"),
        ("ਸ਼ਹਿਰ", "ਸ਼ਹਿਰਾਂ ਵਿੱਚ ਰਹਿੰਦੇ ਹਨ.", "pa"),
        ("کھانا", "وہ کھانے کے بعد گیا۔", "ur"),
        ("लड़का", "लड़के खेल रहे हैं।", "hi"),
    ],
)
def test_endings_of_languages_that_set_several_behind_one_another(declared: str, text: str, language: str) -> None:
    assert tier(declared, text, language) == "inflected"


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("கடல்", "கடைகளுக்கு செல்லுங்கள்.", "ta"),
        ("നദി", "നഗരങ്ങളിൽ താമസിക്കുന്നു.", "ml"),
        ("শহর", "শরীর ভালো আছে.", "bn"),
        ("کھانا", "وہ کھیل کے بعد گیا۔", "ur"),
    ],
)
def test_other_words_of_these_languages(declared: str, text: str, language: str) -> None:
    assert is_flagged(declared, text, language)


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("كاميرا رخيصة", "هذه Camera رخيصة.", "ar"),
        ("camera", "هذه كاميرا جديدة.", "ar"),
        ("فيديو", "شاهد video جديدا.", "ar"),
        ("تلویزیون", "یک Television خریدم.", "fa"),
        ("טלפון", "קניתי Telephone חדש.", "he"),
        ("ক্যামেরা", "নতুন Camera কিনুন.", "bn"),
        ("printer", "புதிய பிரிண்டர் வாங்கினேன்.", "ta"),
        ("printer", "కొత్త ప్రింటర్ కొన్నాను.", "te"),
        ("printer", "ಹೊಸ ಪ್ರಿಂಟರ್ ಇದೆ.", "kn"),
        ("computer", "പുതിയ കമ്പ്യൂട്ടർ വാങ്ങി.", "ml"),
        ("open-kitchen", "オープンキッチンの設計。", "ja"),
        ("orchestra", "パンとオーケストラの話。", "ja"),
    ],
)
def test_loan_words_by_their_sound(declared: str, text: str, language: str) -> None:
    assert not is_flagged(declared, text, language)


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("فوائد", "شاهد video جديدا.", "ar"),
        ("כיסא", "קניתי Telephone חדש.", "he"),
        ("চেয়ার", "নতুন Camera কিনুন.", "bn"),
        ("open-garden", "オープンキッチンの設計。", "ja"),
    ],
)
def test_words_that_sound_otherwise(declared: str, text: str, language: str) -> None:
    assert is_flagged(declared, text, language)


@pytest.mark.parametrize(
    ("declared", "text", "expected"),
    [
        ("コンサルティング", "コンサルを頼む。", "variant"),
        ("スマホ料金", "スマートフォンの料金を比べる。", "reordered"),
        ("プレゼン資料", "プレゼンテーションの資料を作る。", "reordered"),
        ("アクセスメント", "アクセスは駅から五分。", "variant"),
        ("アクセスマネジメント", "アクセスは駅から五分。", "partial"),
        ("スープカレー", "カレーを煮る。", "partial"),
    ],
)
def test_japanese_words_that_are_cut_short(declared: str, text: str, expected: str) -> None:
    assert tier(declared, text, "ja") == expected


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("vyzkoušet", "Vyzkoušejte nový chléb.", "cs"),
        ("upéct chléb a nastavit troubu", "Nastavte troubu a upečte chléb.", "cs"),
        ("zamieszać", "Zamieszajcie ciasto.", "pl"),
        ("замісити", "Замісіть тісто.", "uk"),
    ],
)
def test_imperatives(declared: str, text: str, language: str) -> None:
    assert not is_flagged(declared, text, language)


@pytest.mark.parametrize(
    ("noun", "verb", "language"),
    [
        ("développement", "Nous développons la pâte.", "fr"),
        ("nettoyage", "Il faut nettoyer le four.", "fr"),
        ("créateur", "Créez un levain.", "fr"),
        ("criador", "Vamos criar um levain.", "pt"),
        ("creador", "Vamos a crear una masa.", "es"),
        ("creatore", "Vogliamo creare un pane.", "it"),
        ("создатель", "Надо создать хлеб.", "ru"),
        ("achat", "Où acheter du pain ?", "fr"),
        ("entrenamiento", "Vamos a entrenar hoy.", "es"),
        ("compra", "Para comprar pan.", "es"),
        ("allenamento", "Bisogna allenare le mani.", "it"),
        ("calcolo", "Come calcolare le dosi.", "it"),
        ("treinamento", "Vamos treinar hoje.", "pt"),
        ("estudo", "Vamos estudar o pão.", "pt"),
        ("Berechnung", "Wir berechnen die Menge.", "de"),
        ("Sammlung", "Wir sammeln Rezepte.", "de"),
        ("berekening", "Wij berekenen de hoeveelheid.", "nl"),
        ("betalning", "Man kan betala här.", "sv"),
        ("betaling", "Man kan betale her.", "da"),
        ("nastavení", "Musíte nastavit troubu.", "cs"),
        ("оплата", "Можно оплатить хлеб.", "ru"),
        ("instalare", "Puteți instala cuptorul.", "ro"),
        ("ethics", "An ethical baker.", "en"),
        ("rhythm", "A rhythmic kneading.", "en"),
        ("Rhythmus", "Ein rhythmisches Kneten.", "de"),
        ("rythme", "Un geste rythmique.", "fr"),
        ("ritmo", "Un gesto rítmico.", "es"),
        ("rytm", "Rytmiczne ruchy.", "pl"),
        ("rytmus", "Rytmické pohyby.", "cs"),
        ("ритм", "Ритмичные движения.", "ru"),
    ],
)
def test_a_noun_and_its_verb_or_adjective(noun: str, verb: str, language: str) -> None:
    assert tier(noun, verb, language) == "related"


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("physics", "physical", "en"),
        ("class", "classic", "en"),
        ("organ", "organic", "en"),
        ("visage", "viser", "fr"),
        ("apartamento", "apartar", "es"),
        ("Leitung", "leiten", "de"),
        ("Richtung", "richten", "de"),
        ("ledning", "leda", "sv"),
        ("parlamento", "parlare", "it"),
    ],
)
def test_words_that_only_look_like_a_noun_and_its_verb(one: str, other: str, language: str) -> None:
    assert tier(one, f"Pan. {other} pan.", language) == "absent"
    assert tier(other, f"Pan. {one} pan.", language) == "absent"


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("oven prices uae", "Oven prices in the United Arab Emirates."),
        ("bread shops uk", "Bread shops in the United Kingdom."),
        ("hydration 70 percent", "Hydration is 70%."),
        ("slow and low oven", "The SlowAndLowOven is new."),
        ("dfo guide", "Dutch flour oven. A Dutch flour oven is heavy."),
    ],
)
def test_short_names_and_signs(declared: str, text: str) -> None:
    assert not is_flagged(declared, text)


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("oven prices uae", "Oven prices in the United Kingdom."),
        ("hydration 70 percent", "Hydration is 70."),
        ("dfo guide", "Dutch flour. An oven is heavy."),
    ],
)
def test_other_short_names_and_signs(declared: str, text: str) -> None:
    assert is_flagged(declared, text)


def test_thai_keywords_are_not_cut_in_messages() -> None:
    (finding,) = check("สูตรขนมปังโฮลวีต", "วันนี้เราทำขนมปังกัน", "th").findings
    assert finding.message == "The article says only a part of “สูตรขนมปังโฮลวีต”."
    (finding,) = check("ความสะอาด", "ความสุขของเรา", "th").findings
    assert finding.message == "The article never mentions “ความสะอาด”."


def test_single_letters_are_not_listed_beside_words() -> None:
    (finding,) = check("B K R Bakery Corner", "The corner is small.", "en").findings
    assert finding.message == "The article says “corner”, but never “Bakery”."
