"""What a rule of the house style says: plain values, as settings hold them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

import msgspec

from seocheck.model.article import BlockKind
from seocheck.model.rule import Severity

Kind = Literal["existence", "substitution", "occurrence"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Zone = Literal["title", "description", "headings", "body", "alt"]
ZONES: tuple[Zone, ...] = get_args(Zone)
Per = Literal["article", "block", "sentence"]
TOO_SLOW = "the patterns of the house style take too long"
"""How the reason begins for which a rule isn't assessed then."""

PLACEHOLDERS: Mapping[Kind, tuple[str, ...]] = {
    "existence": ("word",),
    "substitution": ("word", "instead"),
    "occurrence": ("word", "count", "max", "min"),
}
"""Names in braces that are filled in in a message and a hint."""

Count = Annotated[int, msgspec.Meta(ge=0)]


class HouseEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A rule of the house style as a settings file has it.

    kind: existence (words to avoid), substitution (words with better ones) or occurrence (how often a word is said).
    words: of existence: the words to avoid; of occurrence: the words that are counted, together.
    swap: of substitution: words -> what to write instead; several ways are separated by “|”.
    max: of occurrence: how often is fine; 0 for no limit.
    min: of occurrence: how often is needed; 0 for no limit.
    per: of occurrence: what is counted by itself: article, block (a paragraph, a heading, a list item) or sentence.
    zones: where to look: title, description, headings, body, alt; all by default.
    regex: whether the words are regular expressions.
    ignore_case: whether capitals make no difference.
    whole_words: whether only whole words count.
    exceptions: what is fine all the same.
    message: what to say; {word} is filled in, in a substitution {instead}, in an occurrence {count}, {max} and {min}.
    hint: what to do; with the same names.
    severity: error, warning, note or suggestion.
    """

    kind: Kind
    words: tuple[str, ...] = ()
    swap: Mapping[str, str] = {}
    max: Count = 0
    min: Count = 0
    per: Per = "article"
    zones: tuple[Zone, ...] = ZONES
    regex: bool = False
    ignore_case: bool = True
    whole_words: bool = True
    exceptions: tuple[str, ...] = ()
    message: str = ""
    hint: str = ""
    severity: Severity = "warning"


class HouseRule(HouseEntry, frozen=True, omit_defaults=True, kw_only=True):
    """The same, and what only a file of Vale says. It is complete: no file is read any more.

    file: where it is said. before, after: patterns around those of the words. blocks: the kinds of blocks of `body`,
    none for all. levels: of headings, none for all. limit: findings in an article, 0 for no limit. link: an address
    that explains it. quotes: put quotation marks around what to write. vale: whether it is one of
    Vale's, whose message has %s for what is filled in.
    """

    file: str = ""
    before: str = ""
    after: str = ""
    blocks: tuple[BlockKind, ...] = ()
    levels: tuple[int, ...] = ()
    limit: int = 0
    link: str = ""
    quotes: bool = False
    vale: bool = False


class HouseStyle(msgspec.Struct, frozen=True, omit_defaults=True):
    """All rules by name. left_out: files of Vale's that are not used, each with the reason."""

    rules: Mapping[str, HouseRule] = {}
    left_out: tuple[str, ...] = ()

    @classmethod
    def of(cls, rules: Mapping[str, HouseRule | str]) -> HouseStyle:
        """A style from its rules and, under the names of those left out, the reasons."""
        left_out = tuple(each for each in rules.values() if isinstance(each, str))
        return cls({name: rule for name, rule in rules.items() if isinstance(rule, HouseRule)}, left_out)
