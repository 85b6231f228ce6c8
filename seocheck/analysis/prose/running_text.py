"""Which blocks of an article are running text, and how it reads without code.

Paragraphs are, and list items that are sentences. Headings, quotations, captions, table cells, bare list items, filler
text and titles that are links are no sentences, and inline code is not words.
"""

from __future__ import annotations

from seocheck.analysis.prose.filler_text import is_filler_text
from seocheck.base.late_pattern import late_pattern
from seocheck.model.article import Block

CODE = "\ufffc"
"""Stands for inline code: neither a letter nor white space."""
_SENTENCE_END = late_pattern(r"[.!?…؟۔।॥。！？｡．][\"'”’»›)\]」』）*_]*\s*$")
_TRAILING = late_pattern(
    r"(?<!\s)(?:\s*[\[(][^\[\]()]{1,40}[\])]|\s+#\d+|\s+[:;]-?[)D(P]"
    r"|\s*[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f]{1,9})\s*$"
)
"""What may be after the last stop of a list item: a reference, the number of an issue, a smiley."""
_TRAILING_END = late_pattern(r"[\])\dD(P\u2600-\u27bf\U0001f300-\U0001faff\ufe0f]")
"""Its last character."""
_IDENTIFIER = late_pattern(r"\b[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+\b|\b[A-Za-z][a-z0-9]+(?:[A-Z][a-z0-9]+){2,}\b")
"""MAX_XMIT_SIZE and MaxXmitSize: names of code, which nobody reads out syllable by syllable."""
_SIGN = late_pattern(r"_|[A-Z](?<=[a-z0-9][A-Z])")
_HUMP = late_pattern(r"[A-Z](?<=[a-z0-9][A-Z])")
"""An underline or a capital inside a word, which every such name has. Found much faster than the whole."""
_INNER_END = late_pattern(r"[^\W\d_]{2}[.!?…。！？][\"'”’)]* ")
_LINE = 40  # characters
_LONG_QUOTATION = 300  # characters; shorter ones are dialogue
_CHATTED = 3
"""Lines of a chat; fewer are quoted in prose."""
_NICK = late_pattern(r"(?:^|\s)<[^\W\d][\w|^\[\]+-]{1,24}>\s")
_OPENING = '"“„«‹「『‘'
_CLOSING = '"”“»›」』’'


def is_running_text(block: Block) -> bool:
    """Whether a block holds sentences of the author's, in the language of the article."""
    if block.language:
        return False
    value = block.text.value
    if block.kind == "item":
        if _TRAILING_END.match(value.rstrip()[-1:]):
            value = _TRAILING.sub("", value)
        if _SENTENCE_END.search(value, max(0, len(value) - 40)) is not None:
            return True
        # "Build it. Then run the following command:", over a block of code
        return value.endswith(":") and len(value) > _LINE and _INNER_END.search(value) is not None
    if block.kind != "paragraph" or _is_quoted(value) or is_chat_log(value) or is_filler_text(value):
        return False
    if block.links and _is_all_links(block) and _SENTENCE_END.search(value) is None:
        return False
    # A kicker, a name, a label: a short line that ends as no sentence does.
    return len(value) > _LINE or _SENTENCE_END.search(value) is not None


def is_chat_log(value: str) -> bool:
    """Whether a paragraph is the log of a chat: several lines that each begin with a name in angle brackets."""
    return value.count("<") >= _CHATTED and len(_NICK.findall(value)) >= _CHATTED


def _is_all_links(block: Block) -> bool:
    """Whether a paragraph says nothing outside its links: titles of what they lead to, and no sentence."""
    text, last = block.text.value, 0
    for start, end in block.links:
        if any(map(str.isalnum, text[last:start])):
            return False
        last = max(last, end)
    return not any(map(str.isalnum, text[last:]))


def _is_quoted(value: str) -> bool:
    """Whether a paragraph is one long quotation, in quotation marks from end to end: somebody else's sentences."""
    if len(value) < _LONG_QUOTATION or value[0] not in _OPENING or value[-1] not in _CLOSING:
        return False
    inner = value[1:-1]
    return not any(mark in inner for mark in (value[0], value[-1]) if mark not in "'’")


def without_code(block: Block) -> str:
    """The block's text with its inline code blotted out, every offset kept."""
    text = _without_identifiers(block.text.value)
    if not block.code:
        return text
    pieces: list[str] = []
    last = 0
    for start, end in sorted(block.code):
        start = max(start, last)
        pieces.append(text[last:start])
        pieces.append(CODE * max(end - start, 0))
        last = max(last, end)
    pieces.append(text[last:])
    return "".join(pieces)


def _without_identifiers(text: str) -> str:
    """The text with names in code blotted out; only the text around a sign of one, up to a space, is tried."""
    pieces: list[str] = []
    last = 0
    for sign in _SIGN.finditer(text) if "_" in text else _HUMP.finditer(text):
        if sign.start() < last:
            continue
        start = text.rfind(" ", last, sign.start()) + 1 or last
        end = text.find(" ", sign.end())
        end = len(text) if end < 0 else end
        pieces += text[last:start], _IDENTIFIER.sub(lambda found: CODE * len(found.group()), text[start:end])
        last = end
    return "".join([*pieces, text[last:]]) if pieces else text
