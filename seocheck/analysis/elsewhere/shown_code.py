"""Keywords that an article says only in code that it shows: one on checkboxes may have them in its listings alone.

Code is no prose, and says nothing more closely than prose does. So it is looked at only for what the text never says.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import structs

from seocheck.analysis.keywords.asked import asked
from seocheck.analysis.keywords.support import Support
from seocheck.analysis.keywords.tagged import without_ending
from seocheck.analysis.words.capitals import all_capitals
from seocheck.analysis.words.folding import fold
from seocheck.analysis.words.tokens import cut
from seocheck.base.late_pattern import late_pattern
from seocheck.languages import LanguageData, function_words
from seocheck.model.article import Article
from seocheck.readers.formats import named
from seocheck.readers.markdown.fences import fences

_ELEMENT = late_pattern(r"<(?P<end>/?)(?P<name>pre|code|samp|kbd)\b[^<>]{0,2000}>", re.IGNORECASE)
_PRE = late_pattern(r"<(?P<end>/?)(?P<name>pre)\b[^<>]{0,2000}>")
_LINE_END = late_pattern(r"<(?:br|/div|/li|/tr|/p)\b[^>]*>", re.IGNORECASE)
_TAG = late_pattern(r"</?[a-z][^<>]{0,2000}>", re.IGNORECASE)
"""The tags that colour a listing; what a listing shows of tags itself is written with &lt;."""
_SHORTCODE = late_pattern(
    r"(?:\{%-?|\{\{[<%])\s{0,9}(?P<end>end|/)?\s{0,9}(?P<name>highlight|code|mermaid|plantuml)\b[^%{}]{0,300}(?:%\}|[>%]\}\})"
)
"""Listings and diagrams as Jekyll and Hugo write them."""
_TEMPLATE = late_pattern(r"\{`([^`]{0,20000})`\}")
"""What MDX hands to a component: a diagram, a listing."""
_LEAST = 3
"""Letters of a part of a dotted word; shorter ones are mostly endings of files."""
_MOST = 200_000
"""Characters of code that are looked at."""


def words_in_code(article: Article) -> Mapping[str, int]:
    """How often each word, folded, is in the listings of an article; words in capitals as they are written, too.

    What full stops tie is one word (Node.js), and each of its parts is one: button.addEventListener.
    """
    counts: Counter[str] = Counter()
    for word, times in Counter([token[0] for token in cut("\n".join(_listings(article))[:_MOST])]).items():
        counts[fold(word)] += times
        parts = [part for part in word.split(".") if len(part) >= _LEAST] if "." in word[1:-1] else ()
        for part in parts:
            counts[fold(part)] += times
        for part in (word, *parts):
            if part.isupper() and all_capitals(part):
                counts[part] += times
    return counts


def _listings(article: Article) -> Iterator[str]:
    source = article.source.text
    if not named(article.format).is_page:
        yield from (source[start:end] for start, end in (*fences(source), *article.indented_code))
        if "{%" in source or "{{" in source:
            yield from _between(_SHORTCODE, source)
        if "{`" in source:
            yield from (match[1] for match in _TEMPLATE.finditer(source))
    # Inline code of Markdown is text that has been read.
    elements = _ELEMENT if named(article.format).is_page else _PRE
    if "<pre" in source or elements is _ELEMENT:
        shown = "\n".join(_between(elements, source))[:_MOST]
        yield html.unescape(_TAG.sub("", _LINE_END.sub("\n", shown)))


def _between(tags: re.Pattern[str], source: str) -> Iterator[str]:
    """What is between an opening tag and the first closing one of its name."""
    opening: re.Match[str] | None = None
    for tag in tags.finditer(source):
        if opening is None:
            opening = None if tag["end"] else tag
        elif tag["end"] and tag["name"].lower() == opening["name"].lower():
            yield source[opening.end() : tag.start()]
            opening = None


def met_in_code(support: Support, code: Mapping[str, int], language: LanguageData) -> Support:
    """A keyword's support, if code says what the text doesn't: then its words are said, and apart."""
    wanted = asked(support.keyword.text.value, language)
    if support.tier == "partial":
        missing = {token.text for part in support.missing for token in cut(part)}
    else:
        missing = {wanted.texts[own] for own in wanted.content}
    times = [_times(word, code, language) for word in missing]
    if not times or not all(times):
        return support
    zones = {**support.zones, "code": ("apart", min(times))}
    return structs.replace(support, tier="apart", zones=zones, said=(), missing=(), unsaid=0.0)


def _times(word: str, code: Mapping[str, int], language: LanguageData) -> int:
    """How often code has a word. it("works") is no IT, but `aws s3` is AWS."""
    if all_capitals(word) and fold(word) in function_words(language.code):
        return code.get(word, 0)
    folded = fold(word)
    return code.get(folded, 0) or code.get(without_ending(folded), 0)  # the command of Node.js is node
