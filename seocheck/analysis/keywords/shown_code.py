"""Keywords that an article says only in code that it shows: one on checkboxes may have them in its listings alone.

Code is no prose, and says nothing more closely than prose does. So it is looked at only for what the text never says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from msgspec import structs

from seocheck.analysis.keywords.asked import asked
from seocheck.analysis.keywords.support import Support
from seocheck.analysis.words.folding import fold
from seocheck.analysis.words.tokens import cut
from seocheck.languages import LanguageData
from seocheck.model.article import Article
from seocheck.readers.formats import named
from seocheck.readers.markdown.fences import fences

_PRE = re.compile(r"<(pre|code|samp|kbd)\b[^>]*>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_MOST = 200_000
"""Characters of code that are looked at."""


def words_in_code(article: Article) -> Mapping[str, int]:
    """How often each word, folded, is in the listings of an article."""
    source = article.source.text
    if named(article.format).is_page:
        pieces = [match[2] for match in _PRE.finditer(source)]
    else:
        pieces = [source[start:end] for start, end in (*fences(source), *article.indented_code)]
    return Counter(fold(token.text) for token in cut("\n".join(pieces)[:_MOST]))


def met_in_code(support: Support, code: Mapping[str, int], language: LanguageData) -> Support:
    """A keyword's support, if code says what the text doesn't: then its words are said, and apart."""
    wanted = asked(support.keyword.text.value, language)
    if support.tier == "partial":
        missing = {fold(token.text) for part in support.missing for token in cut(part)}
    else:
        missing = {wanted.folded[own] for own in wanted.content}
    if not missing or not all(code.get(word) for word in missing):
        return support
    zones = {**support.zones, "code": ("apart", min(code[word] for word in missing))}
    return structs.replace(support, tier="apart", zones=zones, said=(), missing=(), unsaid=0.0)
