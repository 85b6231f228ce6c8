"""What a format needs to show an article's text: blocks of segments that know what they are part of."""

from __future__ import annotations

from seocheck.model.article import BlockKind
from seocheck.model.report import Struct


class SegmentView(Struct, frozen=True):
    """A run of characters all of which are part of the same things.

    keywords: indexes of the report's keywords that are said here. tier: how closely, of the one said closest; "" for
    none. findings: indexes of the report's findings that are about
    these words. long_end: how many words the long sentence has that ends here, 0 for none.
    """

    text: str
    keywords: tuple[int, ...] = ()
    tier: str = ""
    findings: tuple[int, ...] = ()
    is_long: bool = False
    is_hard: bool = False
    is_code: bool = False
    long_end: int = 0


class BlockView(Struct, frozen=True):
    """A paragraph, heading, item, ... level: 1 to 6 for headings, else 0. findings: those that begin here. is_hard:
    whether it is the paragraph that makes the article hardest."""

    kind: BlockKind
    level: int
    segments: tuple[SegmentView, ...]
    findings: tuple[int, ...]
    is_hard: bool = False


class SentenceView(Struct, frozen=True):
    """A sentence of the prose. length: in words; in scripts without spaces in characters. block: index of its block."""

    length: int
    is_long: bool
    block: int


class HeadView(Struct, frozen=True):
    """What the head tells of the page. host, trail: its address, as steps; host is "" where no address is declared.
    date: of publication, as results show it. social_title, social_description, image, image_alt: of the card."""

    host: str
    trail: tuple[str, ...]
    site: str
    date: str
    social_title: str
    social_description: str
    image: str
    image_alt: str


class ArticleView(Struct, frozen=True):
    """An article's text.

    head: what results and social networks show of it besides title and description. shown_title: the title as a
    browser has it, with the name of the site where a template or the page adds that.
    elsewhere: indexes of findings that are about no block: of the metadata, or of the article as a whole.
    long_from: the length above which a sentence is long, 0 where nothing is known of that. characters_counted: whether
    lengths are characters. left_out: blocks that are not here, for the article is too long to be shown whole.
    """

    head: HeadView
    shown_title: str
    blocks: tuple[BlockView, ...]
    sentences: tuple[SentenceView, ...]
    elsewhere: tuple[int, ...]
    long_from: int
    characters_counted: bool
    left_out: int
