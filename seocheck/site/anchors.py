"""The names of places in an article that a link can lead to."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from seocheck.base.late_pattern import late_pattern
from seocheck.readers.markdown.fences import fences
from seocheck.site.heading_ids import ids_of, is_spelled_out, letters_of, nameless

_ELEMENT = late_pattern(
    r"""\b(?:id|name)\s*=\s*[\\"'{]*([^\\"'{}\s>]+)"""  # <a id="x">, id={'x'}
    r"|\{[^{}\n#]*#([\w:.+-]++)[^{}\n]*\}"  # {#x}, {: .c #x}, {/* #x */}
    r"|<!--\s*#?([\w:.+-]+)\s*-->"  # Docusaurus, and what DITA is converted to
    r"|\[#([\w:.+-]++)[^\[\]\n]*\]|\[\[([^\[\]\n,]++)(?:,[^\[\]\n]*)?\]\]|\banchor:([^\s\[\]]+)\["  # Nextra, AsciiDoc
    r"|^\[\^?([^\]\n]+)\]:"
    r"|^[ \t]*\(([^()\n]+)\)=[ \t]*$"  # MyST
    r"|^[ \t]*:(?:name|label|id):[ \t]*(\S+)|^[ \t]*\.\. _`?([^:`\n]+)`?:|\\label\{([^{}\n]+)\}"
    r"|(?<=\s)\^([\w-]+)[ \t]*$"  # a block of Obsidian's
    r"|^[ \t]*={3}[!+]{0,2}[ \t]+\"([^\"\n]+)\"[ \t]*$",  # a tab of MkDocs
    re.MULTILINE,
)
_HOOK = late_pattern(r"<!--\s*[a-z][\w.-]*:[a-z]([^<>\n]{0,300})-->")
"""A comment that a hook of MkDocs fills: the words in it may be names."""
_HEADING = late_pattern(r"^[ \t>]*#{1,6}[ \t]+([^\n]+)$", re.MULTILINE)
_ATTRIBUTES = late_pattern(r"\\?\{[^{}\n]*\}|\[#[^\[\]\n]*\]|<!--[^<>\n]*-->")
_CODE = late_pattern(r"`[^`\n]+`")
_MADE_ELSEWHERE = late_pattern(
    r"\{\{|\{%|<%|--8<--|<include\b"
    r"|:::[ \t]*\{(?:include|mdinclude|glossary|eval-rst|auto\w+|py:\w+)\}"  # MyST
    r"|^:::[ \t]+\w+(?:\.\w+)+[ \t]*$",  # mkdocstrings
    re.MULTILINE,
)
"""Marks of templates, which may bring headings that the file does not hold."""
_BRINGING = late_pattern(
    r"^[ \t]*`{3,}[ \t]*\{(?:include|mdinclude|glossary|eval-rst|auto\w+|py:\w+|r\b[^}\n]*child)", re.M
)
_IMPORT = late_pattern(r"^import\b[^\n]*?['\"]([^'\"\n]+)['\"]", re.MULTILINE)
_KNOWN_MODULE = late_pattern(
    r"@theme(?:-original)?/|@docusaurus/|@astrojs/|astro:|vue$|react|next/|nextra|vitepress|gatsby"
)
"""Modules whose components bring no headings with ids."""
_OF_LAYOUT = frozenset((
    "comments", "comment", "respond", "disqusthread", "content", "main", "maincontent", "header", "footer", "nav",
    "navigation", "markdowntoc", "contents", "sidebar", "search", "bottom", "backtotop", "pagetop", "totop",
))  # fmt: skip
_MOST = 4_000_000  # bytes of a file that are looked at
_POSTS = frozenset(("_posts", "_drafts"))
LEAST = 5
"""Letters of a heading beside an emoji, to which a longer name may belong."""
_COUNTED = late_pattern(r"^(.*?)[-_]?(\d+)$", re.DOTALL)


def is_no_anchor(fragment: str) -> bool:
    """Whether a fragment means something else than a named place of the article: nothing, the top, a text, a footnote,
    a line, a tab, or what the layout of a page has (comments, the footer)."""
    plain = fragment.casefold()
    return (
        plain in ("", "top", "_top")
        or plain.startswith((":~:", "/", "!", "fn", "footnote", "ref-", "__", "comment-", "tab/"))
        or letters_of(plain) in _OF_LAYOUT
        or re.fullmatch(r"l\d+(-l?\d+)?|\d+", plain) is not None
    )


class Anchors:
    """headings: the texts of an article's headings. path: its file, read only for a name that no heading has.

    title: its declared title, which many templates print as a heading.
    """

    def __init__(self, headings: Iterable[str], path: str, title: str = "") -> None:
        self._headings = [*headings, *([title] if title else [])]
        self._path = path

    def has(self, fragment: str) -> bool:
        """Whether there may be such a place; True where the file does not tell."""
        parts = [part.removeprefix("user-content-") for part in fragment.split("#") if part]  # Obsidian nests them
        return all(self._has(part) for part in parts)

    def _has(self, fragment: str) -> bool:
        wanted = letters_of(fragment)
        if not wanted or self._is_heading(self._ids, fragment, wanted):
            return True
        if any(is_spelled_out(heading, fragment) for heading in self._headings):
            return True
        if any(_beside_emoji(heading, wanted) for heading in self._headings):
            return True
        elements = self._elements
        if elements is None or wanted in elements or letters_of(fragment.rpartition("__")[2]) in elements:
            return True
        # A tab of MkDocs may have the heading above it before its name.
        if any(name and wanted.endswith(name) and wanted[: -len(name)] in self._ids for name in elements):
            return True
        return self._is_heading(self._written_ids, fragment, wanted)

    @staticmethod
    def _is_heading(ids: Counter[str], fragment: str, wanted: str) -> bool:
        if wanted in ids or (wanted in nameless() and ids[""]):
            return True
        counted = _COUNTED.match(fragment)
        if counted is None:
            return False
        base, number = letters_of(counted[1]), int(counted[2][:6])
        return (base in nameless() and number <= ids[""]) or (ids[base] > 1 and number <= ids[base])

    @cached_property
    def _ids(self) -> Counter[str]:
        return Counter(made for heading in self._headings for made in ids_of(heading))

    @cached_property
    def _written_ids(self) -> Counter[str]:
        """Those of headings as they are in the file, with the emoji, icons and marks that their texts lack."""
        found: Counter[str] = Counter()
        for match in _HEADING.finditer(_without_code(self._text or "")):
            plain = _ATTRIBUTES.sub("", match[1])
            found.update(ids_of(plain) | ids_of(match[1]) | {letters_of(plain), letters_of(match[1])})
        for made, count in self._ids.items():
            found[made] = max(found[made], count)
        for name in self._elements or ():  # a heading is numbered where an element has its name, too
            if name in found:
                found[name] += 1
        return found

    @cached_property
    def _text(self) -> str | None:
        try:
            with open(self._path, "rb") as file:
                return file.read(_MOST).decode("utf-8", "replace")
        except (OSError, ValueError):
            return None

    @cached_property
    def _elements(self) -> frozenset[str] | None:
        """The names of elements; None where a template or component may bring others."""
        text = self._text
        if text is None:
            return None
        if _BRINGING.search(text) or _MADE_ELSEWHERE.search(plain := _without_code(text)):
            return None
        if any(not _KNOWN_MODULE.match(match[1]) for match in _IMPORT.finditer(plain)):
            return None
        names = {letters_of(name) for match in _ELEMENT.finditer(text) for name in match.groups() if name}
        names.update(letters_of(word) for match in _HOOK.finditer(text) for word in match[1].split())
        return frozenset(names)


def is_part(path: str) -> bool:
    """Whether a path is that of a part which other pages include: its name, or that of a folder, begins with _."""
    *folders, name = path.split("/")
    return (name[:1] == "_" and not name.startswith("_index")) or any(
        folder[:1] == "_" and folder not in _POSTS for folder in folders
    )


def _without_code(text: str) -> str:
    parts: list[str] = []
    at = 0
    for fence in fences(text):
        parts.append(text[at : fence.start])
        at = fence.end
    return _CODE.sub("", "".join((*parts, text[at:])))


def _beside_emoji(heading: str, wanted: str) -> bool:
    """Whether a name is that of a heading with the name of an emoji before or after it."""
    if not any(unicodedata.category(character) == "So" for character in heading):
        return False
    letters = letters_of(heading)
    return len(letters) >= LEAST and (wanted.startswith(letters) or wanted.endswith(letters))
