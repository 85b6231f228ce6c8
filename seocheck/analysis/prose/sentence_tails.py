"""What may be between the stop of a sentence and the next one: closing marks, footnote marks, emoji, smileys.

Also the words that say who spoke, which belong to the sentence of the speech before them.
"""

from __future__ import annotations

from typing import NamedTuple

from seocheck.base.late_pattern import late_pattern

CLOSERS = frozenset("\"'”’»›)]}」』）】〉》〕*_¹²³⁰⁴⁵⁶⁷⁸⁹")
_CLOSERS_BEFORE_BLANK = frozenset("“‘«‹")
"""Marks that open in one language and close in another („so“, »so«): after a stop and before a space they close."""
QUOTES = frozenset("\"'”’»›「」『』“‘«‹")
_PAIRS = {
    ")": "(", "]": "[", "}": "{", "）": "（", "】": "【", "〕": "〔", "》": "《", "〉": "〈",
    "」": "「", "』": "『", "”": "“", "»": "«", "›": "‹",
}  # fmt: skip
_FOOTNOTE = late_pattern(r"(?:\[\d{1,3}\]){1,8}")
_SPACED_GUILLEMET = late_pattern(r"[ \u00a0\u202f][»›](?=[\s,;.)\]]|$)")
_BLANKS = " \u00a0\u202f"

# Faces and cheers are at the end of what they comment on; pictures of things mean words, or mark items.
_CHEER = (
    "\U0001f600-\U0001f64f\U0001f910-\U0001f92f\U0001f970-\U0001f97a\U0001f389\U0001f38a\U0001f44d\U0001f44f\U0001f4aa"
)
_HEART = "\u2764\u2665\U0001f493-\U0001f49f\U0001f90d\U0001f90e\U0001f9e1\u263a\u2639"
_MORE = "\ufe0f\u200d\U0001f3fb-\U0001f3ff"
_SMILEY = r"[:;]-?[)D(P](?=\s|$)"
_TAIL = late_pattern(rf"[{_BLANKS}]?(?:[{_CHEER}{_HEART}][{_CHEER}{_HEART}{_MORE}]{{0,20}}|(?<=\s){_SMILEY})")
CHEER = late_pattern(rf"[{_CHEER}][{_CHEER}{_HEART}{_MORE}]{{0,20}}|(?<=\s){_SMILEY}")
"""An emoji or a smiley that may end a sentence without any stop: "We won 🎉 Now we rest."."""

_PICTURE = late_pattern("[\U0001f389-\U0001f97a]")
_MOUTH = late_pattern(r"[:;]-?[)D(P]")

LONGEST_QUOTE = 120
"""Characters before a closing mark in which its opening mark is looked for."""

_SPEECH = {
    "en": late_pattern(
        r"\s(I|[^\W\d_a-z][\w’'-]{0,30}\.?)(?:\s[^\W\d_a-z][\w’'-]{0,30}){0,2}\s(?:said|asked|answered|replied|cried|"
        r"shouted|called|whispered|murmured|muttered|exclaimed|demanded|wondered|screamed|yelled|added|begged|"
        r"inquired|enquired|repeated|snapped|growled|sighed|laughed|groaned|gasped|says|asks|shouts|cries)"
        # not: “Where to?” Tom said, “Home.”
        r"(?=[.;]|,\s[^\s\"“‘]|\s)(?!\sth(?:is|at)\b)"
    ),
    "zh": late_pattern(
        r"[^\s。！？…，；“”「」]{1,8}?(?:说|問|问|喊|叫|答|嚷|吼|笑道|喝道|叹道|说道|問道|说着|說)道?(?=[。，：；！…])"
    ),
    "ar": late_pattern(
        r"\s(?:قال|قالت|سأل|سألت|صاح|صاحت|أجاب|أجابت|رد|ردت|صرخ|صرخت|همس|همست|هتف|هتفت|تساءل|تساءلت|أضاف|أضافت)\s"
    ),
    "hi": late_pattern(r"\s(?:\S{1,20}\s){1,3}(?:पूछा|कहा|बोला|बोली|बोले|चिल्लाया|चिल्लाई|फुसफुसाया|फुसफुसाई)(?=[\s।,])"),
}
"""Who spoke, where the speech before has its own stop and no comma or small letter shows that the sentence goes on."""
_SPOKEN = late_pattern(
    "(?!とても|ところ|とにかく|とりあえず|とう|でも|では|はい|はじ|もう|もし|もっと|やっ|やは|やが|がん|のち|にこ|への)"
    "(?:と|って|っ|を|は|が|も|に|の|で|へ|や|か|など|なん|だ|じゃ)"
)
"""Particles of Japanese that tie a quotation into the sentence: 「止まれ！」と言った。"""


class Tail(NamedTuple):
    """What follows a stop. end: after all of it. closed: after its closing marks, if there are any."""

    end: int
    closed: int


def may_cheer(value: str) -> bool:
    """Whether it is worth while to look for `CHEER`: most texts have neither, and this is several times as fast."""
    if not value.isascii() and _PICTURE.search(value):
        return True
    return (":" in value or ";" in value) and _MOUTH.search(value) is not None


def tail_of(value: str, end: int) -> Tail:
    """The closing marks, footnote marks and smileys after a stop that ends at `end`."""
    if value[end : end + 1] == " " and value[end + 1 : end + 2].isalnum():
        return Tail(end, end)  # as most stops are
    closed = end
    while closed < len(value):
        character = value[closed]
        if character in CLOSERS or (character in _CLOSERS_BEFORE_BLANK and _before_blank(value, closed + 1)):
            closed += 1
        elif character in _BLANKS and _SPACED_GUILLEMET.match(value, closed):
            closed += 2  # « Non ! »
        else:
            break
    note = _FOOTNOTE.match(value, closed)
    last = note.end() if note else closed
    cheer = _TAIL.match(value, last)
    return Tail(cheer.end() if cheer else last, closed)


def _before_blank(value: str, at: int) -> bool:
    return at == len(value) or value[at].isspace() or value[at] in ",;.)]"


def opener(value: str, start: int, closer: int) -> int:
    """Where the mark opens that closes at `closer`, if words of the sentence from `start` on are before it; else -1.

    Looks back at most `LONGEST_QUOTE` characters.
    """
    mark = _PAIRS.get(value[closer])
    if mark is None:
        return -1
    at = value.rfind(mark, max(start, closer - LONGEST_QUOTE), closer)
    return at if any(c.isalnum() for c in value[max(start, at - 3) : max(at, 0)]) else -1


def says_who_spoke(value: str, at: int, language: str, function_words: frozenset[str]) -> bool:
    """Whether after a quotation that ends at `at` the words follow that say who spoke."""
    pattern = _SPEECH.get(language)
    found = pattern.match(value, at) if pattern else None
    if found is None:
        return False
    # “Why?” She said nothing.
    return not found.re.groups or found[1] == "I" or found[1].lower() not in function_words


def takes_particle(value: str, at: int) -> bool:
    """Whether a particle of Japanese ties what is before `at` into the sentence."""
    return _SPOKEN.match(value, at) is not None
