"""Where the items of an export are: found in one pass in flat memory, so that each can be read by itself.

WXR is RSS with what WordPress knows besides, in namespaces of its own. A file is known by these, not by its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

import msgspec

from seocheck.base.files import NotRegularError, open_regular
from seocheck.base.late_pattern import late_pattern
from seocheck.errors import UnreadableError

_KNOWN = late_pattern(rb"xmlns:wp\s*=\s*[\"']https?://wordpress\.org/export/")
HEAD = 16_384
"""Bytes in which the namespace of an export is looked for."""
CHUNK = 1 << 20
_HEAD_ENDS = ("item", "wp:author", "wp:category", "wp:tag", "wp:term", "image")
"""Elements of the channel before which all is told that an article needs of it."""

NO_ARTICLES = frozenset(
    ["attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request",
     "wp_block", "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family",
     "wp_font_face", "feedback", "acf-field", "acf-field-group", "elementor_library"]
)  # fmt: skip
"""Types of items that are no articles."""
UNPUBLISHED = {
    "draft": "a draft",
    "auto-draft": "a draft",
    "pending": "a draft",
    "private": "private",
    "trash": "trash",
}


class Item(msgspec.Struct, frozen=True):
    """An item. id: its number in WordPress. start, end: its bytes. skipped: why it isn't read, "" if it is."""

    id: str
    start: int
    end: int
    skipped: str


class Export(msgspec.Struct, frozen=True):
    """The items of an export, and how many bytes at its beginning tell of the site."""

    head: int
    items: tuple[Item, ...]


def is_export(path: str) -> bool:
    """Whether a file is an export of WordPress. False for what can't be read."""
    try:
        with open_regular(path) as file:
            return _KNOWN.search(file.read(HEAD)) is not None
    except (NotRegularError, OSError, ValueError):
        return False


def find_items(path: str) -> Export:
    """The items of an export. Raises UnreadableError for XML that is broken or declares entities."""
    finder = _Finder()
    try:
        with Path(path).open("rb") as file:
            while chunk := file.read(CHUNK):
                finder.parser.Parse(chunk, False)
        finder.parser.Parse(b"", True)
    except expat.ExpatError as error:
        said = expat.ErrorString(error.code) or "a fault"
        raise UnreadableError(
            path, f"broken XML in line {error.lineno}, column {error.offset + 1}: {said}; "
            f"{len(finder.items):,} items were whole"
        ) from None  # fmt: skip
    except EntityDeclaredError:
        raise UnreadableError(path, "declares entities, which exports don't") from None
    except OSError as error:
        raise UnreadableError(path, (error.strerror or str(error)).lower()) from None
    return Export(finder.head, tuple(finder.items))


def item_bytes(path: str, head: int, start: int, end: int, most: int) -> bytes:
    """An export with one item: what the file says of the site, and the item. At most `most` bytes of it and one more.

    Raises OSError.
    """
    with open(path, "rb") as file:
        before = file.read(head)
        file.seek(start)
        return before + file.read(min(end - start, most + 1)) + b"</channel></rss>"


class EntityDeclaredError(Exception):
    """The document declares an entity."""


def refuse_entities(*_: object) -> None:
    """The handler of declarations."""
    raise EntityDeclaredError


class _Finder:
    """Notes where items begin and end, and of each the little that says whether it is an article."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.EntityDeclHandler = refuse_entities
        self.items: list[Item] = []
        self.head = 0
        self._path: list[str] = []
        self._start = 0
        self._told: dict[str, str] = {}
        self._heard: list[str] | None = None

    def _begin(self, name: str, _: dict[str, str]) -> None:
        if len(self._path) == 2 and not self.head and name in _HEAD_ENDS:
            self.head = self.parser.CurrentByteIndex
        if len(self._path) == 2 and name == "item":
            self._start = self.parser.CurrentByteIndex
            self._told = {}
        if len(self._path) == 3 and name in ("wp:post_id", "wp:post_type", "wp:status"):
            self._heard = []
            self.parser.CharacterDataHandler = self._heard.append
        self._path.append(name)

    def _end(self, name: str) -> None:
        self._path.pop()
        if self._heard is not None:
            self._told[name] = "".join(self._heard).strip()
            self._heard = None
            self.parser.CharacterDataHandler = None
        if len(self._path) == 2 and name == "item":
            number = self._told.get("wp:post_id") or str(len(self.items) + 1)
            end = self.parser.CurrentByteIndex + len(b"</item>")
            self.items.append(Item(number, self._start, end, self._skipped()))

    def _skipped(self) -> str:
        kind = self._told.get("wp:post_type", "post")
        if kind in NO_ARTICLES:
            return f"a {kind.replace('_', ' ')}" if kind[0] not in "aeo" else f"an {kind.replace('_', ' ')}"
        return UNPUBLISHED.get(self._told.get("wp:status", "publish"), "")


def listed(path: str, export: Export) -> Iterator[tuple[str, Item]]:
    """The items with the paths of their articles: the file and the number in WordPress."""
    seen: dict[str, int] = {}
    for item in export.items:
        seen[item.id] = again = seen.get(item.id, 0) + 1
        yield f"{path}#{item.id}" if again == 1 else f"{path}#{item.id}-{again}", item
