"""Between a file's bytes and its text, in its own encoding."""

from __future__ import annotations

import codecs

from seocheck.edit.written import RefusedError
from seocheck.model.article import Source
from seocheck.readers import decode
from seocheck.readers.formats import by_path

_MARKS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}


def opened(data: bytes, path: str) -> Source:
    """A file as text. Raises UnreadableError if it isn't text, RefusedError if the text doesn't encode back to the same
    bytes: then a character was cut, or isn't valid in the encoding."""
    known = by_path(path)
    if known is not None and known.unpack:
        raise RefusedError(f"{known.in_words} is only read, and can't be changed here")
    source = decode(data, path)
    try:
        whole = encoded(source) == data
    except RefusedError:
        whole = False
    if not whole:
        raise RefusedError(f"some of its bytes aren't valid in its encoding ({source.encoding})")
    return source


def encoded(source: Source) -> bytes:
    """The bytes of a text in its encoding, with its byte order mark. Raises RefusedError if it lacks a character."""
    mark = _MARKS.get(source.encoding, b"") if source.byte_order_mark else b""
    try:
        return mark + source.text.encode(source.encoding)
    except UnicodeEncodeError as error:
        what = source.text[error.start]
        raise RefusedError(f"“{what}” can't be written in the file's encoding ({source.encoding})") from None


def reencoded(source: Source) -> bytes:
    """The same, read again: raises RefusedError if these bytes would be read as a different text."""
    data = encoded(source)
    again = decode(data, source.path)
    if again.text != source.text or again.byte_order_mark != source.byte_order_mark:
        raise RefusedError(f"the file would no longer be read as {source.encoding}")
    return data
