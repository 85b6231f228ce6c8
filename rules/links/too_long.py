"""A link in a sentence whose text is very long.

What it finds
-------------
Links in running text with more than 15 words, where the link is only a part of its paragraph.

Why it matters
--------------
A link names its target; a long one buries the name among words that could be outside it.

Evidence
--------
Class: documented, bound: convention.
Source: Google's best practices for links call a link over most of a sentence weirdly long, and ask for
a text that is descriptive and reasonably concise; where that ends is our choice,
https://developers.google.com/search/docs/crawling-indexing/links-crawlable.
Read: 2026-11-30.

Example
-------
    Next week the [Old Mill invites everybody in the valley to its grand opening with free rye bread and butter for
    all who come early](/mill) by bus or on foot.

Use instead
-----------
    Next week the [Old Mill](/mill) invites everybody in the valley to its grand opening, with free rye bread and
    butter for all who come early by bus or on foot.

Not flagged
-----------
Links that are a whole paragraph, item or heading; titles of papers and articles, in quotation marks or
with capitals that the sentence doesn't ask for (see The road to the mill: by bus or on foot);
languages written without spaces.
"""

from __future__ import annotations

from typing import Annotated

from seocheck.rulekit.api import Analysis, Between, Findings, Rule, function_words, is_word, over

RULE = Rule(weight=0.5, severity="note", evidence="documented", bound="convention", needs=("links", "body"))

OTHER_WORDS = 3
"""Words of the paragraph outside the link; with fewer the link is the paragraph."""
TITLE_CASE = 0.5
"""The part of the words with a capital that only titles have."""
_SENTENCE_END = tuple('.!?…;)"”»')
_QUOTES = "\"'“”„«»‘’「『"


def check(analysis: Analysis, *, max_words: Annotated[int, Between(3, 100)] = 15) -> Findings:
    """max_words: the words of a link that are still fine."""
    for block in analysis.article.blocks if analysis.language.spaced else ():
        if block.kind != "paragraph":
            continue
        text = block.text.value
        links = ((start, end, text[start:end].replace("\u200b", "").split()) for start, end in block.links)
        long = [each for each in links if len(each[2]) > max_words]
        all_words = len(text.split()) if long else 0
        for start, end, words in long:
            if all_words - len(words) < OTHER_WORDS or words[0][0] in _QUOTES or words[0][0].isdigit():
                continue
            if _is_title(words, text[:start].rstrip(" \u200b*_"), analysis.language.code):
                continue
            yield from over(
                block.text.slice(start, end), len(words), max_words, "words", full=15.0,
                says="This link is {value} words long; aim for {limit} or fewer.",
                hint="Link the words that name the target, and leave the rest outside.",
            )  # fmt: skip


def _is_title(words: list[str], before: str, code: str) -> bool:
    """Whether a link is the title of what it leads to: it begins with a capital in the middle of a sentence, and has
    more of them, two parts, or a small word for its first."""
    if not before or before.endswith(_SENTENCE_END) or not words[0][0].isupper():
        return False
    capitals = sum(word[0].isupper() for word in words)
    in_parts = any(word.endswith(":") or word in ("-", "–", "—", "|") for word in words[1:])
    if in_parts or capitals >= TITLE_CASE * len(words):
        return True
    first = words[0].lower().replace("’", "'").split("'")[0]
    # English writes words of a name with a capital, too, and German each noun.
    plain = code not in ("en", "de") and is_word(first, code)
    return not before.endswith(":") and (plain or first in function_words(code))
