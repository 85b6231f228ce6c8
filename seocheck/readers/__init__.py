"""bytes -> Article: decode, choose the reader, settle title, language and slug."""

from __future__ import annotations

from msgspec.structs import replace

from seocheck.errors import UnreadableError
from seocheck.model.article import Article, Format, Source
from seocheck.readers.formats import Aliases, by_path, named, refusal
from seocheck.readers.labelled.settings import READ, LabelSettings


def decode(data: bytes, path: str, *, listing: bool = False) -> Source:
    """Decode a file. Raises UnreadableError if it isn't text, or of a kind that no reader knows.

    listing: whether it is a sitemap or a feed, which no reader of articles has to know.
    """
    known = by_path(path)
    if known is not None and known.unpack:
        return known.decode(data, path)
    source = decode_text(data, path)
    if known is None and not listing and (reason := refusal(source.text, path)):
        raise UnreadableError(path, reason)
    return source


def decode_text(data: bytes, path: str) -> Source:
    """Decode a file that is text. Raises UnreadableError if it isn't."""
    from seocheck.readers.html.encoding import decode as decode_html

    known = by_path(path)
    if data[:4] in (b"PK\x03\x04", b"%PDF", b"\x89PNG") or data[:3] == b"\xff\xd8\xff" or data[:2] == b"\x1f\x8b":
        raise UnreadableError(path, refusal("", path) or "not a text file")
    html = known is not None and known.is_page
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")) or html or b"<meta" in data[:4096].lower():
        text, encoding, mark = decode_html(data)
    else:
        try:
            text, encoding, mark = data.decode("utf-8"), "utf-8", False
        except UnicodeDecodeError:
            text, encoding, mark = _legacy(data, path)
    if text.count("\0", 0, 8192) > 8 and text.count("\0", 0, 8192) > len(text[:8192]) // 20:
        raise UnreadableError(path, refusal("", path) or "not a text file (it contains NUL bytes)")
    return Source(path, text, encoding, mark)


def _legacy(data: bytes, path: str) -> tuple[str, str, bool]:
    """A file that isn't UTF-8 and declares no encoding: Windows-1252 if it looks like text, else an error."""
    control = sum(byte < 9 or 13 < byte < 32 for byte in data[:8192])
    if control > len(data[:8192]) // 50:
        raise UnreadableError(path, refusal("", path) or "not a text file")
    return data.decode("cp1252", "replace"), "cp1252", False


def read(
    source: Source,
    format: Format,  # noqa: A002
    *,
    aliases: Aliases | None = None,
    labels: LabelSettings = READ,
) -> Article:
    """Read a decoded file as an article of this format. Any text gives an article."""
    return with_suppressions(named(format).read(source, aliases=aliases, labels=labels))


def with_suppressions(article: Article) -> Article:
    """The article with the requests to suppress that its comments make."""
    if "seocheck-" not in article.source.text or not named(article.format).comments:
        return article
    from seocheck.readers.suppressions.comments import suppression_comments

    found, problems = suppression_comments(article)
    return replace(
        article,
        suppressions=(*article.suppressions, *found),
        problems=(*article.problems, *problems),
    )
