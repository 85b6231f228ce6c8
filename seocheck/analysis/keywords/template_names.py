"""Keywords that an article says by a variable of its template: {{ site.product.long }} may stand for a product's name.

What a variable holds is not in the file. Where its name spells out what the text never says, the article says it as far
as anybody can tell.
"""

from __future__ import annotations

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
    r"\{\{[<%]?-?\s*([^{}<>%]{2,200}?)\s*-?[>%]?\}\}"  # Liquid, Jinja, Handlebars, Vue; {{< param name >}} of Hugo
    r"|(?<![\w{$])\$?\{([\w.-]{2,60})\}"  # {name} of MDX
    r"|\$\[([\w.-]{2,60})\]"
)
_NAME = late_pattern(r"[^\W\d]\w*(?:[-.]\w+)*")
_LEAST = 3
"""Letters of a word that are looked for within a name."""
_MOST = 200_000
"""Characters of a file that are looked at."""


def template_names(article: Article) -> frozenset[str]:
    """What the variables of a template are called, by their letters alone; of `site.product.long` the last part, since
    the others are the generator's own."""
    source = article.source.text[:_MOST]
    if "{" not in source and "$[" not in source:
        return frozenset()
    found: set[str] = set()
    for match in _EXPRESSION.finditer(source):
        said = next(filter(None, match.groups()))
        found.update(fold(name.rpartition(".")[2].replace("_", "").replace("-", "")) for name in _NAME.findall(said))
    return frozenset(found)


def met_in_templates(support: Support, names: frozenset[str], words: Words) -> Support:
    """A keyword's support, if names of variables spell out all that the text doesn't say of it: then it's said, and
    apart."""
    wanted = asked(support.keyword.text.value, words.language)
    if support.tier == "partial":
        missing = {token.text for part in support.missing for token in cut(part)}
    else:
        contents = (wanted.texts[own] for own in wanted.content)
        missing = {word for word in contents if words.stems(word) not in words.by_stem.forms}
    letters = {fold(word).replace("-", "") for word in missing}
    if any(len(word) < _LEAST for word in letters) or not any(is_telling(word, words) for word in missing):
        return support
    if not any(all(word in name for word in letters) for name in names):
        return support
    zones = {**support.zones, "code": ("apart", 1)}
    return structs.replace(support, tier="apart", zones=zones, said=(), missing=(), unsaid=0.0)
