"""Keywords that an article says by a variable of its template: {{ site.product.long }} may stand for a product's name.

What a variable holds is not in the file. Where its name spells out what the text never says, the article says it as far
as anybody can tell.
"""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import accumulate

from msgspec import structs

from seocheck.analysis.keywords.asked import asked
from seocheck.analysis.keywords.parts import is_telling
from seocheck.analysis.keywords.support import Support
from seocheck.analysis.words.folding import fold
from seocheck.analysis.words.tokens import cut
from seocheck.analysis.words.zones import Words
from seocheck.base.late_pattern import late_pattern
from seocheck.model.article import Article

_EXPRESSION = late_pattern(
    r"\{\{[<%]?([^{}<>%]{2,200})[>%]?\}\}"  # Liquid, Jinja, Handlebars, Vue; {{< param name >}} of Hugo
    r"|(?<![\w{$])\$?\{([\w.-]{2,60})\}"  # {name} of MDX
    r"|\$\[([\w.-]{2,60})\]"
)
_NAME = late_pattern(r"[^\W\d]\w*(?:[-.]\w+)*")
_HUMP = late_pattern(r"(?<=[^\W\d_A-Z])(?=[A-Z])|[_-]+")
"""Where a part of a name ends: stone_mill, stoneMill."""
_TAILS = "(?:short|long|full)(?:name)?|names?|notm|plural|title|service|es|s|e?n"
"""What may be joined to a name: containershort."""
_LEAST = 3
"""Letters of a word that are looked for within a name."""
_ANYWHERE = 8
"""So many letters of a keyword in a row are no accident within a longer name; "rust" is one in "trusted"."""
_MOST = 200_000
"""Characters of a file that are looked at."""


def template_names(article: Article) -> frozenset[str]:
    """What the variables of a template are called, in small letters with spaces between the parts; of
    `site.product.long` the last one, since the others are the generator's own."""
    source = article.source.text[:_MOST]
    if "{" not in source and "$[" not in source:
        return frozenset()
    found: set[str] = set()
    for match in _EXPRESSION.finditer(source):
        said = next(filter(None, match.groups()))
        found.update(fold(_HUMP.sub(" ", name.rpartition(".")[2])) for name in _NAME.findall(said))
    return frozenset(found)


def met_in_templates(support: Support, names: frozenset[str], words: Words) -> Support:
    """A keyword's support, if names of variables spell out all that the text doesn't say of it: then it's said, and
    apart."""
    wanted = asked(support.keyword.text.value, words.language)
    contents = [wanted.texts[own] for own in wanted.content]
    if support.tier == "partial":
        missing = {token.text for part in support.missing for token in cut(part)}
    else:
        missing = {word for word in contents if words.stems(word) not in words.by_stem.forms}
    letters = set(map(_letters, missing))
    if any(len(word) < _LEAST for word in letters) or not any(is_telling(word, words) for word in missing):
        return support
    spelled = "|".join(sorted(map(re.escape, {*letters, *map(_letters, contents)} - {""}), key=len, reverse=True))
    run = re.compile(rf"((?:{spelled})+)(?:{_TAILS})?")
    if not any(_spells(name, letters, run) for name in names):
        return support
    zones = {**support.zones, "code": ("apart", 1)}
    return structs.replace(support, tier="apart", zones=zones, said=(), missing=(), unsaid=0.0)


def _letters(word: str) -> str:
    return fold(word).replace("-", "")


def _spells(name: str, letters: Set[str], run: re.Pattern[str]) -> bool:
    """Whether a name has all these words in runs of the keyword's words that make up whole parts of it, or are long."""
    parts = name.split(" ")
    edges = {0, *accumulate(map(len, parts))}
    runs = [
        found[1]
        for found in run.finditer("".join(parts))
        if len(found[1]) >= _ANYWHERE or (found.start() in edges and not edges.isdisjoint({found.end(1), found.end()}))
    ]
    return all(any(word in each for each in runs) for word in letters)
