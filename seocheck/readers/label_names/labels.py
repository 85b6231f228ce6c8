"""What label lines are called, from labels.yml: `Meta Description:`, `Meta-Titel:`, `Słowa kluczowe:`."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from seocheck.base.late_pattern import late_pattern
from seocheck.base.own_yaml import load_own_yaml
from seocheck.readers.label_names.label_parts import Composer, key_of, keys_of, parts

FILE = os.path.join(os.path.dirname(__file__), "labels.yml")
_WORDS = os.path.join(os.path.dirname(__file__), "label_words.yml")
_MEANS = {"meta_description": "description", "more_keywords": "keywords"}
"""Entries of the file whose names are plain about a field that has vaguer names too."""
_PLAIN = frozenset({"seo_title", "meta_description", "focus_keyword", "more_keywords"})
_UNSPACED_FROM = "\u0e00"
"""The first letter of the scripts that write words together, but for a few."""
_SHORT = 3
"""Letters of words that are others without their accents: thẻ, the."""
_FIRST_WORD = late_pattern(
    r"^(?:[^\w\n]|_)*(?:[xX]\](?:[^\w\n]|_)+)?(?:(?:(?:strong|b|sub|sup|small|span|p|div|center|font)\b[^<>\n]*>\W*)+"
    r"|(?:\d{1,3}|[a-zA-Z])(?:[.)]|\s*\|)(?:[^\w\n]|_)+)?(\w+)",
    re.MULTILINE,
)
_WORD = late_pattern(r"^\w+", re.MULTILINE)
_NOTE = late_pattern(r"<!--[^\n]{1,300}?[.;|]\s+([^\W\d_][^|.:：;\n]{2,40}?)\s?[:：]\s")
"""A label among the notes of a comment."""
_FIRST_WORD_OF_HTML = late_pattern(r">[^\w<>]*(\w+)")
_UP_TO_MARK = late_pattern(r"[^\n:：|*`(（\[<{}=\"–—→⇒]{1,80}?(?=[\n:：|*`(（\[<{}=\"–—→⇒]|\s->?\s|-\*|\Z)")
_ENDS_HTML = late_pattern(
    r"\s*(?:[(（][^()（）<]{0,80}[)）]\s*)?(?:[:：]|</(?:td|th|dt|h[1-6]|b|strong)>)", re.IGNORECASE
)
_JOINED = late_pattern(r"\s*[/&+|,]\s*|\s(?:and|or|und|oder|et|ou|y|o|e|i|en|och|og|a|и|ve)\s", re.IGNORECASE)
_LONGEST_NUMBERED = 60
_NUMBERED = late_pattern(r"(?:\d|(?<!\w)[A-Da-d])\s*$")
_SEVERAL = late_pattern(r"[ /&+|,]")
_GROUPS = (
    ("seo_title", "title", "h1"),
    ("description",),
    ("focus_keyword", "keywords", "taxonomy"),
    ("slug", "canonical"),
    ("categories", "taxonomy"),
)
"""Fields that one label may name together, the first of which counts."""
_COMPOSED = ("seo_title", "title", "meta_description", "description", "focus_keyword", "more_keywords", "keywords")
"""Entries whose names may have words beside them."""
_META = tuple(map(key_of, ("meta", "мета", "μετα", "メタ", "메타", "元")))
"""How names of metadata begin in many languages."""
_DECLARING = ("seo_title", "title", "description", "focus_keyword", "keywords")
_UNSPACED = late_pattern("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Label(NamedTuple):
    """What a label declares ("seo_title", "keywords", ... "other" for nothing). plain: its name can hardly mean
    anything else, as "Meta description" can't and "Description" can."""

    field: str
    plain: bool


@lru_cache(maxsize=2)
def _file(path: str = FILE) -> Mapping[str, tuple[str, ...]]:
    with open(path, encoding="utf-8") as file:
        raw = load_own_yaml(file.read())
    return {
        field: tuple([name.strip() for names in languages.values() for name in names.split("|")])
        for field, languages in raw.items()
    }


@lru_cache(maxsize=1)
def labels() -> Mapping[str, Label]:
    """All labels by their keys; where two languages use one word for two things, the first in the file counts."""
    found: dict[str, Label] = {}
    for entry, names in _file().items():
        if entry != "ambiguous":
            label = Label(_MEANS.get(entry, entry), entry in _PLAIN)
            found.update((key, label) for key in keys_of(names) if key not in found)
    for key in _ambiguous() & found.keys():
        found[key] = found[key]._replace(plain=False)
    return found


def is_ambiguous(name: str) -> bool:
    """Whether a name is that of a field only beside plainer ones: "Primary"."""
    return key_of(name) in _ambiguous()


@lru_cache(maxsize=1)
def _ambiguous() -> frozenset[str]:
    return frozenset(keys_of(_file()["ambiguous"]))


def find_label(name: str, extra: Mapping[str, str] | None = None) -> Label | None:
    """The label of this name, which may have a word like "suggested" beside it, or be two that mean the same ("Title /
    H1"). extra: further labels by their keys."""
    key = key_of(name)
    if extra and key in extra:
        return Label(extra[key], True)
    if name[:4].lower() == "the ":  # without its accent a Vietnamese tag ("thẻ") would be the same
        return None
    found = labels().get(key)
    if found is None and key:
        found = _composed(name)
        if found is None and _SEVERAL.search(name):
            found = _one_of_two(name)
        if found is None and len(name) <= _LONGEST_NUMBERED and _NUMBERED.search(name):
            found = _numbered(name)
    return found


def _numbered(name: str) -> Label | None:
    """The label of a name that has a number or a letter, as one of several: "Meta title B", "Keyword 2", "Meta
    description - option 1"."""
    bare = _choice().sub("", name)
    found = _single(bare) if bare != name else None
    return found if found is not None and (found.plain or found.field in ("keywords", "focus_keyword")) else None


@lru_cache(maxsize=1)
def _choice() -> re.Pattern[str]:
    """What makes a label one of several."""
    called = "|".join(map(re.escape, words("choices")))
    return re.compile(rf"[\s,–—-]*(?:(?<!\w)(?:{called})\.?)?\s*#?\s*(?:\d{{1,2}}|(?<!\w)[A-D])\s*$", re.IGNORECASE)


def _composed(name: str) -> Label | None:
    """The label of a name with words beside it."""
    entry = _composer().field_of(name)
    return Label(_MEANS.get(entry, entry), entry in _PLAIN) if entry else None


@lru_cache(maxsize=1)
def _composer() -> Composer:
    nouns: dict[str, str] = {}
    for entry in (*_COMPOSED, "slug"):
        for key in keys_of(_file()[entry]):
            nouns.setdefault(key, entry)
    return Composer.of({key: entry for key, entry in nouns.items() if key not in _ambiguous()})


def _single(name: str) -> Label | None:
    return labels().get(key_of(name)) or _composed(name)


def _all_of(name: str) -> list[Label]:
    """The labels that a name joins; empty unless each of two and more is known."""
    parts = [part for part in _JOINED.split(name) if part.strip()]
    last = name.split()[-1]
    found = [_single(part) or _single(f"{part} {last}") for part in parts]
    known = [label for label in found if label is not None]
    return known if 1 < len(parts) == len(known) else []


def names_several(name: str) -> bool:
    """Whether a heading is made of labels, of which one is plain: "Meta title & description"; or of one and a name that
    heads blocks."""
    if " " not in name:
        return False
    parts = [part for part in _JOINED.split(name) if part.strip()]
    heads = [key_of(part) in section_names() for part in parts]
    if len(parts) > 1 and any(heads):
        return all(head or find_label(part) is not None for head, part in zip(heads, parts, strict=True))
    return any(label.plain for label in _all_of(name))


def _one_of_two(name: str) -> Label | None:
    """The label of a name that is two for one thing: "Primary & secondary keywords"."""
    known = _all_of(name)
    if any(label.field == "other" for label in known):
        return Label("other", False)
    for group in _GROUPS:
        if known and all(label.field in group for label in known):
            field = next(field for field in group if any(label.field == field for label in known))
            return Label(field, any(label.plain for label in known))
    return None


@lru_cache(maxsize=32)
def words(entry: str) -> tuple[str, ...]:
    """What isn't a label ("examples", "nothing", "units"), in lower case; read from its file when it's needed."""
    of_fields = _file().get(entry)
    return tuple(dict.fromkeys(name.casefold() for name in of_fields or _file(_WORDS)[entry]))


@lru_cache(maxsize=1)
def section_names() -> frozenset[str]:
    """The keys of headings below which a block is (SEO, Meta-Daten)."""
    return frozenset(keys_of(_file(_WORDS)["sections"]))


def heads_metadata(name: str) -> bool:
    """Whether a name is that of a heading below which a block is: "SEO", or "Search metadata" of two words for it."""
    return key_of(name) in section_names() or _section_composer().field_of(name) == "section"


@lru_cache(maxsize=1)
def _section_composer() -> Composer:
    return Composer.of({key: "section" for key in section_names() if key.startswith(_META) and key not in _META})


@lru_cache(maxsize=1)
def abstract_names() -> frozenset[str]:
    """The keys of headings of abstracts (Abstract, Kurzfassung)."""
    return frozenset(map(key_of, _file(_WORDS)["abstracts"]))


@lru_cache(maxsize=1)
def field_nouns() -> tuple[str, ...]:
    """How languages call titles, descriptions and keywords, for instructions that name them."""
    names = (
        name.casefold() for entry in ("title", "description", "keywords", "focus_keyword") for name in _file()[entry]
    )
    return tuple(name for name in dict.fromkeys(names) if len(name) > 2 or _UNSPACED.search(name))


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """The words with which a label may begin that declares a title, a description or keywords."""
    names = [name.casefold() for name in _words_of_labels()]
    # Without its accents a short word would be another one.
    long = [name for name in names if not name.isascii() and len(name.split(" ")[0]) > _SHORT]
    found: set[str] = set()
    for name in {*names, *_without_marks("\n".join(long)).split("\n")}:
        if name.isalnum():
            found.add(name)
        else:
            words = name.replace("-", " ")
            found.update(_WORD.findall("\n".join((words, words.replace(" ", "_"), words.replace(" ", "")))))
    return frozenset(found)


def _without_marks(text: str) -> str:
    """A text as it is written without accents."""
    apart = unicodedata.normalize("NFKD", text)
    return apart.translate(dict.fromkeys(ord(c) for c in set(apart) if unicodedata.combining(c)))


@lru_cache(maxsize=1)
def _last_letters() -> frozenset[str]:
    """How words end that are joined of several: Hauptkeyword, 記事タイトル案."""
    nouns = {name.casefold() for field in _COMPOSED for name in _file()[field] if name.isalpha()}
    unspaced = {name for name in _words_of_labels() if name[-1] >= _UNSPACED_FROM}
    return frozenset(_end_of(name) for name in (*nouns, *unspaced) if len(name) > 1)


def _words_of_labels() -> list[str]:
    """All names that may be taken together, and the words beside them."""
    beside = (word for kind, words_of in parts().items() if kind != "between" for word in words_of)
    return [*(name for field in _COMPOSED for name in _file()[field]), *beside]


def _end_of(word: str) -> str:
    return word[-2:] if word[-1] >= _UNSPACED_FROM else word[-4:]


def may_have_labels(text: str, *, html: bool = False, extra: Mapping[str, str] | None = None) -> bool:
    """Whether a line begins with a label that declares something: a cheap look before the thorough one."""
    pattern = _FIRST_WORD_OF_HTML if html else _FIRST_WORD
    own = extra or {}
    known, ends = _first_words(), _last_letters()
    for match in pattern.finditer(text):
        word = match[1].casefold()
        if not (own or word in known or word[-4:] in ends or (word[-1] >= _UNSPACED_FROM and word[-2:] in ends)):
            continue
        if begins := _UP_TO_MARK.match(text, match.start(1)):
            label = find_label(begins.group(), own)
            if label is not None and label.field in _DECLARING and (not html or _ENDS_HTML.match(text, begins.end())):
                return True
    if not html and "<meta name=" in text:
        return True
    notes = _NOTE.finditer(text) if not html and "<!--" in text else ()
    return any((label := find_label(match[1], own)) is not None and label.plain for match in notes)
