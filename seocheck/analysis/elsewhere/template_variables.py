"""Variables that a template prints, which may stand for a keyword: {{ product.name }}, {% data variables.product %}."""

from __future__ import annotations

from functools import lru_cache

from seocheck.analysis import Analysis
from seocheck.analysis.inflection.stems import is_word
from seocheck.analysis.keywords.parts import is_telling
from seocheck.analysis.words.splitting import split
from seocheck.base.late_pattern import late_pattern

_VARIABLE = late_pattern(
    r"\{\{[<%]?-?\s*(?:\$?\.)?([A-Za-z][\w.-]{1,80})\s*(?:\|[^{}\n]{0,80})?-?[>%]?\}\}"
    r"|\{%-?\s*data\s+([A-Za-z][\w.-]{1,80})\s*-?%\}"
)
"""{{ site.product }}, {{< product >}}, {% data variables.product %}."""
_NOT_SHOWN = late_pattern(r"(?:\]\(|[=\"'/])[^\s()\"']*$")
"""What stands before a variable in an address or an attribute, where nobody reads it."""
_CODE = late_pattern(r"(?ms)^[ \t]*(```|~~~).*?^[ \t]*\1|`[^`\n]*`")
_LINE = 120
"""Characters before a variable that are looked at."""
_JOINED = 8
"""Letters of words side by side that are no accident within a longer name: stone mill in stonemillshort."""
_SPACES = frozenset(
    [
        "site",
        "data",
        "page",
        "variables",
        "keyword",
        "keywords",
        "vars",
        "var",
        "params",
        "param",
        "config",
        "env",
        "props",
        "post",
        "this",
        "item",
    ]
)
_PARTS = late_pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def may_stand_for(keyword: str, words: list[str], analysis: Analysis) -> bool:
    """Whether a variable may stand for a keyword: it is called after one of its words, or they are names."""
    variables = shown_variables(analysis)
    if not variables:
        return False
    named = {part.lower() for name in variables for part in _PARTS.findall(name)} - _SPACES
    whole = {"".join(filter(str.isalnum, piece.lower())) for name in variables for piece in name.split(".")}
    asked = [token.text.lower() for token in split(keyword, analysis.language)]
    runs = {"".join(asked[at : at + size]) for size in (2, 3) for at in range(len(asked) - size + 1)}
    joined = "".join(asked)
    if any(len(word) > 2 and word in named for word in asked) or runs & named:
        return True
    if any(joined and joined in name for name in whole):
        return True
    telling = [word.lower() for word in words if is_telling(word, analysis.words)] or words
    joins = (run for run in runs if len(run) >= _JOINED and all(word in run for word in telling))
    if any(run in name for run in joins for name in whole):
        return True
    return all(not is_word(word.lower(), analysis.language.code) for word in words)


def shown_variables(analysis: Analysis) -> tuple[str, ...]:
    """The names of the variables that are printed in the text, in order."""
    article = analysis.article
    text = article.source.text
    if "{{" not in text and "{%" not in text:
        return ()
    span = article.metadata_span
    return _variables(text, span.start, span.end)


@lru_cache(maxsize=4)
def _variables(text: str, start: int, end: int) -> tuple[str, ...]:
    """Those of a text outside code and addresses, without those between two offsets."""
    text = _CODE.sub(" ", text[:start] + text[end:])
    found = []
    for match in _VARIABLE.finditer(text):
        line = text[max(match.start() - _LINE, 0) : match.start()].rpartition("\n")[2]
        if not _NOT_SHOWN.search(line):
            found.append(match[1] or match[2])
    return tuple(found)
