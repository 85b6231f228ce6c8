"""Lines that pages print around an article whatever element they are in: recognized by their words alone.

Bylines, dates, photo credits, tags, share buttons and their counts, links to further articles. Each pattern
must match the whole line, and no line that ends like a sentence is taken for one of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from seocheck.base.late_pattern import late_pattern
from seocheck.model.article import Block

_MAX_LINE = 200  # characters
_LINES = {
    "share buttons": "share|share this|share this (?:article|story|page|post)|tweet this|text size"
    "|(?:leave|post|add) a comment|copy link|click to share|teilen|partager|compartir|condividi",
    "related articles": "related(?: articles?| stories)?|see more|continue reading|read more|play video"
    "|(?:hide|show) caption|view full[ -]size(?: image)?|loading photo gallery",
}
_LINE = {reason: late_pattern(rf"(?:{words})\s*[:»›>…]?", re.IGNORECASE) for reason, words in _LINES.items()}
_NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}"
_BYLINE = late_pattern(
    rf"[Bb]y {_NAME}(?:(?:,| and| &) {_NAME}){{0,3}}"
    r"(?:\s*(?:[|/,•·–—-]|\bon\b)?\s*(?:(?:Published|Updated)\b.{0,40}"
    r"|(?:[A-Z][a-z]{2,8}\.?,? ?)?[\d/.:-]+\b.{0,30}|.{0,12}\b(?:19|20)\d\d\b.{0,30}))?"
)
_MAX_BYLINE = 120  # characters

# A date is a line of nothing but these words and numbers, with a year or a month and a day among them.
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril"
    "|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
    "|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre"
)
_DATE_WORD = late_pattern(
    rf"(?:(?P<month>{_MONTHS})"
    r"|(?P<day>mon|tue|wed|thu|fri|sat|sun)(?:s?day|nesday|rsday|urday)?"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica"
    r"|(?P<label>posted|published|updated|last|modified|created|first|veröffentlicht|aktualisiert|publié|publicado)"
    r"|on|at|um|uhr|den|am|le|à|el|a\.?m|p\.?m|de|edt|est|et|pst|pdt|pt|cst|cdt|gmt|utc|bst|cet|cest"
    r"|(?P<number>\d{1,4}(?:st|nd|rd|th)?(?:[./:h-]\d{1,4}){0,2}))(?!\w)[.,:|•·–—-]*",
    re.IGNORECASE,
)
_SPACES = late_pattern(r"[\s()]*")

_CREDIT = late_pattern(
    r"(?:©|\(c\)\s|(?:photos?|photographs?|pictures?|images?|illustrations?|fotos?|bild(?:er)?|crédits?|credits?)"
    r"(?: credits?| courtesy)?\s*(?:\bby\b|:|©|/|\bvon\b|\bof\b)).{1,90}",
    re.IGNORECASE,
)
_AGENCY = late_pattern(
    r"\(?(?:[\w.&'’-]+[ /,]+){0,5}?(?:via )?"
    r"(?:Getty(?: Images)?|AFP|Reuters|(?:The )?Associated Press|Shutterstock|iStock(?:photo)?|Unsplash|Alamy|dpa"
    r"|Wikimedia Commons|Flickr|EPA|Bloomberg)\)?"
)
_TAGS = late_pattern(
    r"(?:(?:article |post )?tags?|tagged(?: with| as| in)?|topics?|filed under|posted in|categor(?:y|ies)|more on"
    r"|schlagw[oö]rte?r?|themen|mots[- ]clés|sujets|etiquetas|temas|argomenti)\s*:",
    re.IGNORECASE,
)
_LABEL = late_pattern(
    r"(?:by|author(?:s|\(s\))?|written by|credits?|photo credits?|tags?|topics?|more on|filed under|published|updated"
    r"|share|share this|follow(?: us)?)\s*:",
    re.IGNORECASE,
)
_ACTIONS = r"share[ds]?|tweet[s]?|e-?mail|print|pin(?: it)?|save|comments?|reply|replies|likes?|views?|votes?"
_PLACES = (
    r"facebook|twitter|whatsapp|linkedin|pinterest|reddit|tumblr|stumble(?:upon)?|digg|pocket|telegram|mastodon|bluesky"
)
_BUTTON = late_pattern(
    rf"(?:(?P<action>{_ACTIONS})|(?P<place>{_PLACES}|google\s?\+)|(?P<count>\d{{1,7}}(?:[.,]\d{{1,3}})?[kKmM]?)|on|via|[|/•·,+-])\s*",
    re.IGNORECASE,
)
_COUNTER = late_pattern(
    r"\(?\d{1,4}\s*(?:[-–/]|of|von|de)\s*\d{1,4}(?:\s*(?:[/]|of|von|de)\s*\d{1,4})?\)?", re.IGNORECASE
)
_WORKS = r"(?:stories|articles?|posts|news|videos|content|topics|links|artikel|beiträge|themen|nachrichten)"
# "Recommended books" or "See also" may well head links that the author chose; those stay.
_FURTHER = late_pattern(
    r"(?:(?:more (?:from|in|on|about|stories|news|like this)|best of|most (?:read|popular|viewed|shared|commented)"
    r"|read (?:more|also|next)|you (?:may|might) (?:also )?(?:like|enjoy)|don['’]t miss|top stories"
    r"|mehr (?:zum|aus|von|über)|lesen sie|lese-?empfehlung|das könnte|meistgelesen"
    r"|à lire|lire aussi|sur le même|te puede|lee también|leggi anche"
    rf"|potrebbe)\b.{{0,60}}|(?:related|recommended|trending|popular|latest|weitere)(?: {_WORKS}| now)?\s*:?)",
    re.IGNORECASE,
)
_CAPITALS_MORE = late_pattern(r"MORE [A-Z][A-Z &]{2,40}")
_LINKED = 0.9  # of a line's characters that are link text in a line that is nothing but a link
_TAGS_LINKED = 0.6  # of what follows "Tags:" that must be links
_REPEATS = 4
_MAX_REPEATED = 80  # characters
_MAX_KICKER = 60
_SENTENCE_END = (".", "!", "?", "。", "！", "？", "…", ".”", '."')


def line_reason(line: str, *, heading: bool = False) -> str | None:
    """What a line of the article is, where its words alone say that it is page furniture; None where it is text."""
    if len(line) > _MAX_LINE:
        return None
    for reason, pattern in _LINE.items():
        if heading and reason == "related articles":  # a heading has its text below it
            continue
        if pattern.fullmatch(line):
            return reason
    if _LABEL.fullmatch(line):
        return "byline"
    if heading:
        return None
    if len(line) <= _MAX_BYLINE and _BYLINE.fullmatch(line) and not line.endswith(("!", "?")):
        return "byline"
    if _is_date(line):
        return "date"
    if line.endswith(_SENTENCE_END) and not line.endswith("Inc."):
        return None
    if _CREDIT.fullmatch(line) or ((line[0].isupper() or line[0] == "(") and _AGENCY.fullmatch(line)):
        return "photo credit"
    if _is_buttons(line) or _COUNTER.fullmatch(line):
        return "share buttons"
    return None


def _is_date(line: str) -> bool:
    """Whether a line is a date, with a time or a label or not, and nothing else."""
    at = _SPACES.match(line).end()  # type: ignore[union-attr]
    month = year = False
    numbers = 0
    while at < len(line):
        word = _DATE_WORD.match(line, at)
        if word is None:
            return False
        if word["number"]:
            numbers += 1
            year = year or re.search(r"(?:19|20)\d\d(?!\d)", word["number"]) is not None
        month = month or word["month"] is not None
        at = _SPACES.match(line, word.end()).end()  # type: ignore[union-attr]
    return (year and (month or numbers > 1 or any(c in line for c in "./-"))) or (month and numbers > 0)


def _is_buttons(line: str) -> bool:
    """Whether a line is the labels of buttons that share or print, with or without their counts; or a count."""
    at = 0
    found: Counter[str] = Counter()
    while at < len(line):
        word = _BUTTON.match(line, at)
        if word is None:
            return False
        if word.lastgroup:
            found[word.lastgroup] += 1
        at = word.end()
    return bool(found["action"] or found["place"] > 1 or found["count"])


def furniture(blocks: Sequence[Block]) -> dict[int, str]:
    """Which blocks of an article are page furniture by their words and their neighbours: index -> reason."""
    found: dict[int, str] = {}
    times = Counter(b.text.value for b in blocks if b.kind == "paragraph" and len(b.text.value) <= _MAX_REPEATED)
    main = next((index for index, block in enumerate(blocks) if block.level == 1), 0)
    for index, block in enumerate(blocks):
        value = block.text.value
        reason = None
        if block.kind in ("paragraph", "heading") and block.level != 1:
            reason = line_reason(value, heading=block.kind == "heading")
        elif block.kind == "caption" and len(value) <= _MAX_LINE and _CREDIT.fullmatch(value):
            reason = "photo credit"
        if reason is None and block.kind == "paragraph":
            if index < main and len(value) <= _MAX_KICKER and _linked(block) >= _LINKED:
                reason = "navigation"
            elif _is_tags(block):
                reason = "tags"
            elif times[value] >= _REPEATS and not value.endswith(_SENTENCE_END):
                reason = "repeated line"
        if reason is not None:
            found[index] = reason
    for index in _button_items(blocks):
        found[index] = "share buttons"
    _further_articles(blocks, found)
    return found


def _linked(block: Block, start: int = 0) -> float:
    """The share of a block's characters from `start` on that are link text, without spaces and commas."""
    value = block.text.value
    linked = sum(_letters(value[max(a, start) : b]) for a, b in block.links if b > start)
    return linked / max(_letters(value[start:]), 1)


def _letters(value: str) -> int:
    return sum(c.isalnum() for c in value)


def _is_tags(block: Block) -> bool:
    """Whether a paragraph is a label such as "Tags:" and links, or only such a label."""
    label = _TAGS.match(block.text.value)
    return label is not None and (label.end() == len(block.text.value) or _linked(block, label.end()) >= _TAGS_LINKED)


def _button_items(blocks: Sequence[Block]) -> list[int]:
    """The items of lists of buttons to share, where one of them says so and isn't a network's name."""
    found: list[int] = []
    at = 0
    while at < len(blocks):
        stop = at
        while stop < len(blocks) and blocks[stop].kind == "item":
            stop += 1
        run = [blocks[i].text.value for i in range(at, stop)]
        if len(run) > 1 and all(len(v) <= 40 and _is_button_or_place(v) for v in run) and any(map(_is_buttons, run)):
            found += range(at, stop)
        at = max(stop, at + 1)
    return found


def _is_button_or_place(value: str) -> bool:
    return _is_buttons(value) or re.fullmatch(_PLACES, value, re.IGNORECASE) is not None


def _further_articles(blocks: Sequence[Block], found: dict[int, str]) -> None:
    """Headings and lines such as "More from ..." with nothing but links to articles below them."""
    for index, block in enumerate(blocks):
        value = block.text.value
        if block.kind not in ("heading", "paragraph") or block.level == 1 or len(value) > _MAX_REPEATED:
            continue
        if not (_FURTHER.fullmatch(value) or (block.level and _CAPITALS_MORE.fullmatch(value))) or value.endswith("."):
            continue
        stop = index + 1
        while stop < len(blocks) and blocks[stop].kind in ("paragraph", "item") and _linked(blocks[stop]) >= _LINKED:
            stop += 1
        ends = (
            stop == len(blocks) or blocks[stop].kind == "heading" or stop in found or blocks[index].kind == "paragraph"
        )
        if stop > index + 1 and (ends or stop > index + 2):
            for at in range(index, stop):
                found[at] = "related articles"
        elif (
            block.level
            and stop < len(blocks)
            and stop == index + 1
            and blocks[stop].kind == "heading"
            and (_CAPITALS_MORE.fullmatch(value))
        ):
            found[index] = "related articles"
