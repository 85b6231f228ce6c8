"""Forms of one Arabic word: particles and the article written on to it, endings, and plurals by another pattern.

Snowball's stemmer takes off some particles and endings, but leaves *wal-* ("and the") on, and joins *mudarris*
(teacher) with *madrasa* (school). Here two words are one if what is left of them without particles and endings is the
same, or if one is the regular "broken" plural of the other. The patterns are those that every grammar lists, as far as
they say a plural and hardly anything else; other plurals come from the dictionary or from `_PLURALS`.
Words are folded (`folding.fold`): hamza seats are bare, short vowels are gone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from seocheck.analysis.words.folding import fold
from seocheck.base.late_pattern import late_pattern

_ARTICLE = ("وبال", "وكال", "وال", "فال", "بال", "كال", "ولل", "ال", "لل")
_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك", *(before + letter for before in _CONJUNCTIONS for letter in "بلك"))
_TO = ("ل", "ول")
"""The preposition with which hardly another word begins, so that less has to be left: not so kamil (full), amal."""
_VERBAL = ("سي", "ي")
_ENDINGS: tuple[tuple[str, str], ...] = (
    ("يات", "ية"), ("يات", "ي"), ("ات", "ة"), ("ات", ""), ("تان", "ة"), ("تين", "ة"), ("ون", ""), ("ين", ""),
    ("ان", ""), ("تها", "ة"), ("تهم", "ة"), ("ته", "ة"), ("تنا", "ة"), ("ها", ""), ("هم", ""), ("هن", ""),
    ("كم", ""), ("نا", ""), ("ه", ""), ("وا", ""), ("ية", "ي"), ("ا", ""),
)  # fmt: skip
"""Plural, dual, owner, subject and case: what is taken off, and what is there in the bare form."""
_OWNERS = ("ها", "هم", "هن", "كم", "نا", "ه")
"""Endings that stand behind that of the plural: muntajatuha, her products."""

_C = "([^اويةى])"  # a letter that isn't a long vowel
_BROKEN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (late_pattern(singular), plural)
    for singular, plural in (
        (rf"([^ا]){_C}{_C}ة?", "ا{0}{1}ا{2}"),  # walad, awlad; shajara, ashjar
        (r"([^ا])[اوي](.)", "ا{0}وا{1}"),  # bab, abwab; suq, aswaq; naw', anwa'
        (r"(.)ي(.)", "ا{0}يا{1}"),  # jil, ajyal
        (rf"{_C}(.){_C}", "{0}{1}و{2}"),  # qalb, qulub; bayt, buyut
        (rf"{_C}{_C}", "{0}{1}و{1}"),  # saff, sufuf
        (rf"م(.){_C}{_C}ة?", "م{0}ا{1}{2}"),  # mawqi', mawaqi'; maktab, makatib; madrasa, madaris
        (rf"{_C}{_C}{_C}{_C}ة?", "{0}{1}ا{2}{3}"),  # funduq, fanadiq; tajriba, tajarib
        (rf"(.){_C}(.)[اوي](.)", "{0}{1}ا{2}ي{3}"),  # miftah, mafatih; mashru', mashari'
        (rf"{_C}ا(.){_C}ة?", "{0}وا{1}{2}"),  # fa'ida, fawa'id; shari', shawari'; 'asima, 'awasim
        (rf"(.){_C}[يا]{_C}ة", "{0}{1}اي{2}"),  # wasila, wasa'il; jarida, jara'id; risala, rasa'il
        (rf"(.){_C}ي{_C}", "{0}{1}{2}اء"),  # wazir, wuzara'
        (rf"(.)ا{_C}{_C}", "{0}{1}{2}اء"),  # 'alim, 'ulama'
        (rf"(.)(.)ا{_C}", "ا{0}{1}{2}ة"),  # silah, asliha; su'al, as'ila
        (r"(.)(.)اء", "ا{0}{1}ية"),  # ghidha', aghdhiya
        (r"(.)(.)ية", "{0}{1}ايا"),  # hadiyya, hadaya
        (r"(.)(.)وي", "{0}{1}اوي"),  # fatwa, fatawa
        (rf"{_C}(ي)ي{_C}", "{0}و{2}اء"),  # ra'is, ru'asa'
    )
)

_LISTED = (
    "كتاب:كتب رجل:رجال جبل:جبال طريق:طرق مدينة:مدن بلد:بلدان دولة:دول قصة:قصص صورة:صور فرصة:فرص غرفة:غرف "
    "امراة:نساء طالب:طلاب عامل:عمال تاجر:تجار حاكم:حكام زائر:زوار ساكن:سكان بحر:بحار كلب:كلاب طفل:اطفال "
    "يد:ايادي عين:عيون اخ:اخوة اب:اباء ابن:ابناء بنت:بنات ام:امهات شعب:شعوب رسول:رسل خطة:خطط ازمة:ازمات "
    "قمة:قمم هدف:اهداف حل:حلول خبر:اخبار صديق:اصدقاء طبيب:اطباء نبي:انبياء غني:اغنياء قوي:اقوياء "
    "كبير:كبار صغير:صغار طويل:طوال جديد:جدد قرية:قرى مستشفى:مستشفيات سفينة:سفن لغة:لغات سنة:سنوات "
    "شهر:اشهر عضو:اعضاء جزء:اجزاء يوم:ايام فيلم:افلام الم:الام اثر:اثار بلد:بلاد سمكة:اسماك صحيفة:صحف "
    "جزيرة:جزر استاذ:اساتذة راس:رؤوس كاس:كؤوس فم:افواه يد:ايدي مراة:مرايا زاوية:زوايا خريطة:خرائط "
    "سؤال:اسئلة سنة:سنين شهر:شهور "
    # fu'la and fi'la lose their ending, by which so many others differ (sharika, sharak) that no pattern can say it
    "ورشة:ورش رخصة:رخص حصة:حصص نسخة:نسخ تحفة:تحف منحة:منح مهنة:مهن حرفة:حرف خيمة:خيم شقة:شقق سلعة:سلع نكتة:نكت "
    "مدة:مدد نسبة:نسب قطعة:قطع علبة:علب شنطة:شنط فكرة:افكار نقطة:نقاط "
    "خدعة:خدع لعبة:العاب حفرة:حفر قبة:قبب شعبة:شعب كتلة:كتل جملة:جمل"
)
_PLURALS = frozenset((fold(one), fold(many)) for one, many in (pair.split(":") for pair in _LISTED.split()))
_ADJECTIVES = frozenset((
    "جديد", "قديم", "كبير", "صغير", "طويل", "قصير", "عميق", "كثير", "قليل", "جميل", "بسيط", "سريع", "بطيء",
    "خفيف", "ثقيل", "رخيص", "ثمين", "قريب", "بعيد", "سهل", "صعب", "حديث", "مهم", "واسع", "ضيق", "عريض", "رفيع",
    "سميك", "نظيف", "حار", "بارد", "دافئ", "لذيذ", "مفيد", "ضار", "صحيح", "خاطئ", "كامل", "ناقص", "قوي",
    "ضعيف", "غني", "فقير", "سعيد", "حزين", "شهير", "مشهور", "معروف", "مجاني", "ممتاز", "رائع", "مميز", "مناسب",
    "متقدم", "متوسط", "مبتدئ", "ذكي", "امن", "خطير", "حقيقي", "مباشر", "مختلف", "متكامل", "شامل", "دقيق",
    "مستعمل", "متاح",
))  # fmt: skip
"""Adjectives, folded, whose feminine is the masculine with an ending; of nouns it may be another word (library)."""
_MARKED = late_pattern("[اويةىء]")
_LEADING = frozenset("وفبلكسم")
"""Letters that begin a word as particles, or as the sign of a place, a tool or a doer."""


@lru_cache(maxsize=16_000)
def skeleton(folded: str) -> str:
    """What all forms of a word have in common, for an index: two of its consonants, past any that may be particles."""
    bases = _bases(folded)
    singular = next((_PLURALS_BACK[base] for base in sorted(bases) if base in _PLURALS_BACK), "")
    base = singular or min(_stripped(folded), key=lambda b: (len(b), b))
    consonants = _MARKED.sub("", base)
    start = 0
    while len(consonants) - start > 2 and consonants[start] in _LEADING:
        start += 1
    return consonants[start : start + 2] or base[:2]


@lru_cache(maxsize=16_000)
def same_word(a: str, b: str) -> bool:
    """Whether two folded words are forms of one."""
    mine, theirs = _bases(a), _bases(b)
    if mine & theirs:
        return True
    if any(f"{base}ة" in other for one, other in ((mine, theirs), (theirs, mine)) for base in one & _ADJECTIVES):
        return True
    return any(_is_plural(x, y) or _is_plural(y, x) for x in mine for y in theirs)


def _bases(word: str) -> set[str]:
    """A word without the particles before it and the endings after it, in every way that leaves enough."""
    bases = {word}
    article = next((p for p in _ARTICLE if word.startswith(p) and len(word) - len(p) >= 2), "")
    if article:
        bases.add(word[len(article) :])
    else:
        for letters, least in ((_CONJUNCTIONS, 3), (_PREPOSITIONS, 4), (_TO, 3), (_VERBAL, 3)):
            bases.update(word[len(p) :] for p in letters if word.startswith(p) and len(word) - len(p) >= least)
    return {bare for base in bases for bare in _without_endings(base)}


def _without_endings(word: str) -> set[str]:
    """A word, and what is left of it without each ending that leaves enough."""
    owned = {word[: -len(owner)] for owner in _OWNERS if word.endswith(f"ات{owner}")}
    return {
        word,
        *(
            each[: -len(ending)] + bare
            for each in (word, *owned)
            for ending, bare in _ENDINGS
            if each.endswith(ending) and len(each) - len(ending) >= 3
        ),
    }


def _stripped(word: str) -> set[str]:
    """What is left of a word when endings are taken off again and again, so that the last letters of a loan word, which
    look like one (buffeh, "his buff"), are taken off its plural, too."""
    found, new = {word}, {word}
    while new:
        new = {bare for each in new for bare in _without_endings(each)} - found
        found |= new
    return found


def _is_plural(singular: str, plural: str) -> bool:
    if (singular, plural) in _PLURALS:
        return True
    for pattern, form in _BROKEN:
        match = pattern.fullmatch(singular)
        if match and form.format(*match.groups()) == plural:
            return True
    return False


_PLURALS_BACK = {plural: singular for singular, plural in sorted(_PLURALS)}
