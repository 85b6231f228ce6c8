"""Verbs, cases and sounds, told by the entries of the dictionaries."""

from __future__ import annotations

import pytest

from seocheck.analysis.topics.naming import names_nothing
from seocheck.analysis.topics.word_class import is_bare, is_nominative, is_verb
from seocheck.analysis.words.sounds import all_sounds, sounds_of


@pytest.mark.parametrize(
    ("word", "code"),
    [("buscar", "es"), ("Ganar", "es"), ("fazer", "pt"), ("cercare", "it"), ("choisir", "fr"), ("читает", "ru"),
     ("czytał", "pl"), ("купити", "uk"), ("koupil", "cs"), ("करें", "hi")],
)  # fmt: skip
def test_verbs(word: str, code: str) -> None:
    assert is_verb(word, code)


@pytest.mark.parametrize(
    ("word", "code"),
    [("hogar", "es"), ("poder", "es"), ("compra", "es"), ("Hogar", "es"), ("Compra", "es"), ("Salvador", "es"),
     ("lugar", "pt"), ("mare", "it"), ("loyer", "fr"), ("кровать", "ru"),
     ("часть", "ru"), ("pamięć", "pl"), ("послуга", "uk"), ("support", "en"), ("xyzzy", "ru")],
)  # fmt: skip
def test_words_that_are_no_verbs_or_not_only(word: str, code: str) -> None:
    assert not is_verb(word, code)


@pytest.mark.parametrize(
    ("word", "code", "opens"),
    [("członek", "pl", False), ("polska", "pl", False), ("prawa", "pl", True), ("москва", "ru", False),
     ("новая", "ru", False), ("Mastodon", "pl", False)],
)  # fmt: skip
def test_the_case_of_a_subject(word: str, code: str, opens: bool) -> None:
    assert is_nominative(word, code, opens=opens)


@pytest.mark.parametrize(
    ("word", "code"), [("członka", "pl"), ("polskiej", "pl"), ("москве", "ru"), ("новой", "ru"), ("закону", "uk")]
)
def test_other_cases(word: str, code: str) -> None:
    assert not is_nominative(word, code, opens=False)


def test_endings_at_the_end_of_a_phrase() -> None:
    assert is_bare("evi", "tr")
    assert is_bare("denetlenmesi", "tr")
    assert is_bare("házak", "hu")
    assert is_bare("फलक", "hi")
    assert not is_bare("verilerin", "tr")
    assert not is_bare("talossa", "fi")
    assert not is_bare("फलकों", "hi")


@pytest.mark.parametrize(
    ("phrase", "before", "code"),
    [("gran escala", ("a", "a"), "es"), ("próxima generación", (), "es"), ("folgende Schritte nehmen", (), "de"),
     ("several ovens", (), "en"), ("support multiple", (), "en"), ("Twojego profilu", (), "pl"),
     ("вашу работу", (), "ru"), ("добавить хлеб", (), "ru"), ("उपयोग करके", (), "hi")],
)  # fmt: skip
def test_phrases_that_name_nothing(phrase: str, before: tuple[str, ...], code: str) -> None:
    assert names_nothing(phrase, before, code)


@pytest.mark.parametrize(
    ("phrase", "before", "code"),
    [("alta tensión", ("la", "de"), "es"), ("Gran Canaria", (), "es"), ("ser humano", (), "es"),
     ("Open Source", (), "de"), ("stone oven", (), "en"), ("small business loan", (), "en"), ("kanał RSS", (), "pl"),
     ("судебный пристав", (), "ru"), ("साधारण ब्याज", (), "hi"), ("New York", (), "en")],
)  # fmt: skip
def test_phrases_that_name_something(phrase: str, before: tuple[str, ...], code: str) -> None:
    assert not names_nothing(phrase, before, code)


@pytest.mark.parametrize(
    ("word", "spelt", "code"),
    [("generator", "जनरेटर", "hi"), ("typography", "टाइपोग्राफी", "hi"), ("design", "डिजाइन", "hi"),
     ("server", "サーバー", "ja"), ("plugin", "プラグイン", "ja"), ("computer", "コンピュータ", "ja"),
     ("digital", "デジタル", "ja"), ("platform", "플랫폼을", "ko"),
     ("container", "컨테이너", "ko"), ("hologram", "홀로그램", "ko")],
)  # fmt: skip
def test_a_word_and_its_spelling_by_sound(word: str, spelt: str, code: str) -> None:
    assert not sounds_of(word, code).isdisjoint(all_sounds(spelt, code))


@pytest.mark.parametrize(
    ("word", "code"), [("API", "ja"), ("logo", "hi"), ("hogar", "es"), ("Müller", "hi"), ("2D", "ko")]
)
def test_words_of_whose_sound_nothing_is_said(word: str, code: str) -> None:
    assert not sounds_of(word, code)
