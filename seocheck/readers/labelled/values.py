"""What the value of a label says: without marks, quotation marks, counts and remarks around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, Text, TextBuilder
from seocheck.readers.fields import split_keywords
from seocheck.readers.labelled.labels import field_nouns, find_label, words

_PAIRS = {
    "``": "``", "**": "**", "__": "__", "*": "*", "_": "_", "`": "`", '"': '"', "'": "'", "“": "”", "„": "“", "«": "»", "‘": "’",
    "「": "」", "『": "』", "”": "”", "»": "«", "‹": "›",
}  # fmt: skip
_OTHER_ENDS = {"„": "”"}
_WITH_REMARK = late_pattern(
    r"`(?P<code>[^`\n]+)`\s*[*_]*(?:[(（][^()（）`\n]{1,80}[)）][*_.]*\s*)?(?:[—–-]\s[^`\n]*)?$"
    r"|[\"“„«](?P<quoted>[^\"“”„«»\n]+)[\"”“»]\s*[(（][^()（）\n]{1,80}[)）]$"
)
_CODES = late_pattern(r"(?:`[^`\n]+`\s+)+`[^`\n]+`")
_BREAK = late_pattern(r"<br\s?/?>$", re.IGNORECASE)
_MAX_WRAPS = 8
_VERDICT = late_pattern("(?<!\\s)\\s*[✅☑✔✓🟢👍✨]\ufe0f?\\s*$")
"""What says at the end of a value that it is as long as it may be."""
_LONGEST_COUNT = 120
"""Letters at the end of a value that a length in brackets may take."""
_LENGTH = late_pattern(r"(?<!\s)\s*[(（](\d{2,3})[)）]$")
_LONGEST_LENGTH, _MISCOUNTED = 12, 0.1
_UNFILLED = late_pattern(r"[\[<{(（【][^\])}>）】]*[\])}>）】]+[.\s]*$|[\W_x]*$", re.IGNORECASE)
_PLACEHOLDER = late_pattern(r"\{[^\W\d_][^{}\n]{0,60}\}")
_NAMED_GAP = late_pattern(
    r"\[(?:your |primary |main |secondary |target )?(?:brand|product|service|category|topic|keyword|industry|city|location"
    r"|name|company|year|number|audience|action|problem|benefit|tool|client)[^\]\n]{0,30}\](?!\()",
    re.IGNORECASE,
)
"""What a template has in brackets where a name is to be: [Brand] plans and prices."""
_FIGURE = late_pattern(r"[~≈<>+]?\d[\d.,\s]*[kKmM%+]?")
_FIGURE_WORDS = frozenset(
    {
        "kd", "sd", "vol", "volume", "volumen", "sv", "msv", "search", "searches", "suchvolumen", "recherches", "mo", "month",
        "monthly", "monat", "monatlich", "difficulty", "cpc", "competition", "intent", "high", "medium", "low",
        "primary", "secondary", "supporting", "main", "focus", "lsi", "long-tail", "longtail", "principal", "principale",
        "secondaire", "secundaria", "secundária", "secondaria", "haupt", "neben", "hauptkeyword", "nebenkeyword", "per", "used", "times", "usd", "$", "€", "-", "–", "—", "~", "×", "x", "suchanfragen", "recherche",
        "mois", "búsquedas", "mes", "buscas", "pesquisas", "mês", "ricerche", "mese", "zoekopdrachten", "maand",
        "sökningar", "månad", "søgninger", "måned", "wyszukiwań", "mies", "miesięcznie", "hledání", "měsíc", "запросов",
        "мес", "месяц", "arama", "ay", "検索", "月", "搜索量", "검색량", "tháng",
    }
)  # fmt: skip
_IN_BRACKETS = late_pattern(r"(?<!\s)\s*[(（\[]([^()（）\[\]]{1,60})[)）\]]")
_SENTENCE = late_pattern(r"[.!?。！？।]['\"”»)]*$")
_FEW_WORDS = 9
_SENTENCE_LETTERS = 15  # of scripts without spaces
_HAN = late_pattern("[\u3040-\u30ff\u3400-\u9fff]{4}")
_ITEM_MARKS = ("；", " · ", "·", " • ", "•", " / ", "\t", " → ")
_DASHES = (" - ", " – ", " — ")
"""What separates three keywords and more; in "rye bread – a guide" it separates nothing."""
_LINE_BREAK = late_pattern(r"(?<!\s)\s*<br\s?/?>\s*", re.IGNORECASE)
_TAGGED = late_pattern(r"<(b|strong|i|em|u|code|span|mark)\b[^<>]*>(.*)</\1>", re.IGNORECASE | re.DOTALL)
_NUMBER = late_pattern(r"(?:^|[,;]\s+|(?<![\s,;])\s+)(\d{1,2})(?P<mark>[.)])\s+")
_HASHTAGS = late_pattern(r"(?:#[\w-]+[\s,;]*){2,}")
_STOPPED = late_pattern(r"(?:[^.,;:!?\n]{2,40}\.\s+){2,}[^.,;:!?\n]{2,40}\.?")
_MAX_STOPPED = 5  # words
_LIST_IN_BRACKETS = late_pattern(r"[\[{]([^\[\]{}]+)[\]}]")
_LISTED = late_pattern(r"[,;，、；|]")
_NAMED_LIST = late_pattern(r"([^()（）:：]+)[(（]([^()（）:：]{2,40})[:：]([^()（）]+)[)）][*_.\s]*")
"""The list of further keywords in parentheses: rye (secondary: crust, crumb)."""
LINK = late_pattern(r"\[([^\]\n]*)\]\([^)\n]*\)")


@lru_cache(maxsize=1)
def _units() -> str:
    return "|".join(re.escape(unit) for unit in sorted(words("units"), key=len, reverse=True))


@lru_cache(maxsize=1)
def _count() -> re.Pattern[str]:
    """A length in brackets at the end of a value."""
    return re.compile(
        rf"(?<![\s*_])[\s*_]*[(（\[][^()（）\[\]]*\d\s*-?(?:{_units()})[^()（）\[\]]*[)）\]][*_.\s]*$"
        rf"|(?<!\s)\s+[—–-]\s*~?\d+\s*(?:{_units()})[*_.\s]*$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _limit() -> re.Pattern[str]:
    """A length that a text is to have."""
    return re.compile(rf"\d{{2,3}}\s*(?:[-–—]\s*\d{{2,3}}\s*)?(?:{_units()})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _allowed() -> re.Pattern[str]:
    """A range of lengths at the beginning of brackets."""
    return re.compile(rf"[(（]\s*~?\d{{2,3}}\s*[-–—~〜]\s*\d{{2,3}}\s*(?:{_units()})", re.IGNORECASE)


def clean(text: Text) -> Text:
    """A value without what is around it and no part of it."""
    for _ in range(_MAX_WRAPS):
        value = text.value
        trimmed = value.rstrip().removesuffix("\\").rstrip()
        trimmed = trimmed[: -len(tag[0])] if (tag := _BREAK.search(trimmed[-8:])) else trimmed
        trimmed = trimmed[: verdict.start()] if (verdict := _VERDICT.search(trimmed)) else trimmed
        end = len(trimmed)
        start = end - len(trimmed.lstrip())
        counted = _count().search(trimmed, max(start, end - _LONGEST_COUNT))
        if counted and counted.start() > start:
            end = counted.start()
        end = _without_length(value, start, end)
        for opening, closing in _PAIRS.items():
            inner = _inner(value, start, end, opening, closing)
            if inner is None and opening in _OTHER_ENDS:
                inner = _inner(value, start, end, opening, _OTHER_ENDS[opening])
            if inner is not None:
                start, end = inner
                break
        if (remarked := _quoted_with_remark(value, start, end)) is not None:
            start, end = remarked
        if (tagged := _TAGGED.fullmatch(value, start, end)) is not None:
            start, end = tagged.span(2)
        if (start, end) == (0, len(value)):
            return text
        text = text.slice(start, max(start, end))
    return text


def _quoted_with_remark(value: str, start: int, end: int) -> tuple[int, int] | None:
    """What is in backticks or quotation marks at the beginning of a value, where but a remark is behind it."""
    found = _WITH_REMARK.match(value, start, end)
    if found is None or found.end() != end:
        return None
    return found.span("code") if found["code"] else found.span("quoted")


def _without_length(value: str, start: int, end: int) -> int:
    """Where a value ends without its own length in parentheses."""
    found = _LENGTH.search(value, max(start, end - _LONGEST_LENGTH), end)
    if found is None:
        return end
    length = len(value[start : found.start()].strip())
    return found.start() if abs(int(found[1]) - length) <= max(4, _MISCOUNTED * length) else end


def _inner(value: str, start: int, end: int, opening: str, closing: str) -> tuple[int, int] | None:
    a, b = start + len(opening), end - len(closing)
    if b <= a or not value.startswith(opening, start) or not value.startswith(closing, b):
        return None
    inside = value[a:b]
    return None if opening in inside or closing in inside else (a, b)


def joined(parts: Sequence[Text], between: str = " ") -> Text:
    """Several texts as one; each keeps its places."""
    if len(parts) == 1:
        return parts[0]
    builder = TextBuilder()
    for part in parts:
        if len(builder):
            builder.fill(between)
        for segment in part.segments:
            words_of = part.value[segment.start : segment.end]
            builder.add(words_of, segment.source_start, segment.source_end, same=segment.verbatim)
    spans = [part.span() for part in parts]
    return builder.build(anchor=Span(spans[0].start, spans[-1].end) if spans else Span(0, 0))


def keywords_in(text: Text) -> list[Text]:
    """The keywords of a value: split, and without quotation marks, numbers and figures."""
    behind = _NAMED_LIST.fullmatch(text.value)
    if behind and _lists_more(behind[2].strip()):
        return [*keywords_in(text.slice(*behind.span(1))), *keywords_in(text.slice(*behind.span(3)))]
    found: list[Text] = []
    if is_list_in_brackets(text.value):
        text = text.strip()
        text = text.slice(1, len(text.value) - 1)
    parts = _split(_without_figures(text))
    if len(parts) > 1 and all(_in_brackets(part.value) for part in parts):
        parts = [part.slice(1, len(part.value) - 1).strip() for part in parts]
    for part in parts:
        word = clean(part)
        dot = word.value.rstrip().rstrip(".") if len(word.value.split()) > 1 else word.value
        word = word.slice(0, len(dot)) if dot and word.value.endswith(".") and not word.value.endswith("..") else word
        if word and not (_is_gap(word.value) or (len(parts) == 1 and is_unfilled(word.value))):
            found.append(word)
    return found


def _lists_more(name: str) -> bool:
    """Whether further keywords follow a name in parentheses."""
    named = find_label(name)
    return name.casefold() in words("variants") or (named is not None and named.field in ("keywords", "focus_keyword"))


def is_list_in_brackets(value: str) -> bool:
    """Whether a value is a list as YAML has it: [rye, crust]; not a template: [primary keyword, related keyword]."""
    match = _LIST_IN_BRACKETS.fullmatch(value.strip())
    return match is not None and _LISTED.search(match[1]) is not None and not names_field(match[1])


def _in_brackets(value: str) -> bool:
    return value[:1] + value[-1:] in ("[]", "()", "{}") and not any(c in "[](){}" for c in value[1:-1])


def _split(text: Text) -> list[Text]:
    value = text.value
    numbers = list(_NUMBER.finditer(value))
    counted = [int(n[1]) for n in numbers] == list(range(1, len(numbers) + 1)) and value[:1] == "1"
    if counted and (len(numbers) > 2 or (len(numbers) == 2 and numbers[0]["mark"] == ")")):
        ends = [*(n.start() for n in numbers[1:]), len(value)]
        return [text.slice(n.end(), end).strip() for n, end in zip(numbers, ends, strict=True)]
    if _HASHTAGS.fullmatch(value.strip()):
        return [text.slice(*match.span(1)) for match in re.finditer(r"#([\w-]+)", value)]
    if is_list_with_stops(value):
        return _cut(text, [match.span() for match in re.finditer(r"\.\s+|\.$", value)])
    if _CODES.fullmatch(value.strip()):
        return [text.slice(*match.span()) for match in re.finditer(r"`[^`\n]+`", value)]
    lines = _cut(text, [match.span() for match in _LINE_BREAK.finditer(value)])
    if len(lines) > 1:
        return [part for line in lines for part in _split(line)]
    parts = split_keywords(text)
    if len(parts) > 1:
        return parts
    for mark in (*_ITEM_MARKS, *_DASHES):
        places = [match.span() for match in re.finditer(re.escape(mark), value)]
        if len(places) > (mark in _DASHES):
            return _cut(text, places)
    return parts


def is_list_with_stops(value: str) -> bool:
    """Whether a value is a list with a full stop behind each keyword, as abstracts in Portuguese have it."""
    parts = re.split(r"\.\s+", value.strip())
    return _STOPPED.fullmatch(value.strip()) is not None and max(len(p.split()) for p in parts) <= _MAX_STOPPED


def _cut(text: Text, places: Sequence[tuple[int, int]]) -> list[Text]:
    """What is between these places; nothing that is empty."""
    starts, ends = [0, *(end for _, end in places)], [*(start for start, _ in places), len(text.value)]
    return [part for part in (text.slice(a, b).strip() for a, b in zip(starts, ends, strict=True)) if part]


def _without_figures(text: Text) -> Text:
    """Without search volumes and the like behind keywords: how to bake rye (880 / KD 21)."""
    kept: list[Text] = []
    at = 0
    for match in _IN_BRACKETS.finditer(text.value):
        if _only_figures(match[1]):
            kept.append(text.slice(at, match.start()))
            at = match.end()
    return joined([part for part in [*kept, text.slice(at, len(text.value))] if part.value], "") if at else text


def _only_figures(inside: str) -> bool:
    if re.fullmatch(r"\s*(?:19|20)\d\d\s*", inside):
        return False  # a year
    rest = _FIGURE.sub(" ", inside)
    bare = [word for word in re.split(r"[\s/|:,;·]+", rest.casefold()) if word]
    if rest != inside and any(word in _FIGURE_WORDS for word in bare):
        return True
    return all(word in _FIGURE_WORDS for word in bare) and (rest != inside or bool(bare))


def is_unfilled(value: str) -> bool:
    """Whether a value is empty, in brackets, or says that it is still to come."""
    words_of = value.casefold().strip(" .*_`\"'()")
    if _is_gap(value):
        return True
    return any(words_of == name or (name.endswith("*") and words_of.startswith(name[:-1])) for name in words("nothing"))


def _is_gap(value: str) -> bool:
    """Whether a value is empty, or what a template has where one is to be."""
    return any(p.search(value) for p in (_PLACEHOLDER, _NAMED_GAP)) or _UNFILLED.fullmatch(value) is not None


def is_instruction(value: str) -> bool:
    """Whether a value tells the writer what to write: a length, or "Enter your title"."""
    if len(value) <= 120 and _limit().search(value):
        return True
    lower = value.casefold()
    begins = any(lower.startswith(name) and not lower[len(name) :][:1].isalpha() for name in words("instructions"))
    return begins and names_field(value)


def is_about_descriptions(value: str) -> bool:
    """Whether a value says in a few words what a description is for: "Page description for search results"."""
    if len(value.split()) > _FEW_WORDS or _SENTENCE.search(value) is not None:
        return False
    return any(name in value.casefold() for name in words("description") if len(name) > 4)


def is_limit_of_field(value: str) -> bool:
    """Whether a value says what a field is for and, in brackets, how long it may be: "the title (50-60 characters)"."""
    return _allowed().search(value) is not None and names_field(value)


def is_advice(value: str) -> bool:
    """Whether a value tells how to write a field, in however many words."""
    return is_instruction(value) or (_limit().search(value) is not None and names_field(value))


def names_field(value: str) -> bool:
    """Whether a value speaks of titles, descriptions or keywords."""
    lower = value.casefold()
    return any(noun in lower for noun in field_nouns())


def is_sentence(value: str, *, at_least: int = 5) -> bool:
    """Whether a value is a sentence, as those of a glossary are."""
    if _SENTENCE.search(value) is None:
        return False
    return len(value.split()) >= at_least or (len(value) >= _SENTENCE_LETTERS and _HAN.search(value) is not None)


def is_mostly_links(value: str) -> bool:
    """Whether a value is made of links, as a line of tags is that leads to other articles."""
    linked = sum(len(match.group()) for match in LINK.finditer(value))
    return linked > 0.6 * max(len(value), 1)
