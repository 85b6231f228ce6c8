"""Forms of one Arabic word, and words that only share letters with it."""

from __future__ import annotations

import pytest

from seocheck.analysis.inflection.arabic import same_word, skeleton
from seocheck.analysis.words.folding import fold

MEET = [
    ("مدرسة", "المدرسة"), ("مدرسة", "وبالمدرسة"), ("مدرسة", "مدارس"), ("مدرسة", "مدرستها"), ("ولد", "أولاد"),
    ("قلب", "قلوب"), ("مفتاح", "المفاتيح"), ("وزير", "وزراء"), ("رئيس", "الرؤساء"), ("شارع", "شوارع"),
    ("جريدة", "جرائد"), ("فندق", "للفنادق"), ("سيارة", "سيارات"), ("مهندس", "المهندسين"), ("كتاب", "الكتب"),
    ("امرأة", "النساء"), ("كتب", "سيكتب"), ("بوفيه", "البوفيهات"), ("كافيه", "كافيهات"), ("منتج", "بمنتجاتها"),
    ("ورشة", "ورش"), ("رخصة", "الرخص"), ("نسخة", "نسخ"), ("خيمة", "خيم"),
]  # fmt: skip
APART = [
    ("مدرس", "مدرسة"),
    ("كتاب", "مكتب"),
    ("علم", "معلم"),
    ("بيت", "بنت"),
    ("سلام", "إسلام"),
    ("حرب", "حزب"),
    ("شركة", "شرك"),
    ("حملة", "حمل"),
]


@pytest.mark.parametrize(("mine", "theirs"), MEET)
def test_forms_of_one_word_meet_and_are_found_by_one_key(mine: str, theirs: str) -> None:
    assert same_word(fold(mine), fold(theirs))
    assert same_word(fold(theirs), fold(mine))
    assert skeleton(fold(mine)) == skeleton(fold(theirs))


@pytest.mark.parametrize(("mine", "theirs"), APART)
def test_words_that_share_letters_stay_apart(mine: str, theirs: str) -> None:
    assert not same_word(fold(mine), fold(theirs))
