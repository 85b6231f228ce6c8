"""Between a file's bytes and its text, in the encoding that it is written in."""

from __future__ import annotations

import codecs

from seocheck.edit.written import RefusedError
from seocheck.model.article import Source
from seocheck.readers import decode

_MARKS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}


def opened(data: bytes, path: str) -> Source:
    """A file as text. Raises UnreadableError for what is no text, RefusedError where the text does not give the bytes
    back: then a character was cut, or means nothing in the encoding."""
    source = decode(data, path)
    try:
        whole = encoded(source) == data
    except RefusedError:
        whole = False
    if not whole:
        raise RefusedError(f"some of its bytes mean nothing in its encoding ({source.encoding})")
    return source


def encoded(source: Source) -> bytes:
    """The bytes of a text in its encoding, with its byte order mark. Raises RefusedError for what has none there."""
    mark = _MARKS.get(source.encoding, b"") if source.byte_order_mark else b""
    try:
        return mark + source.text.encode(source.encoding)
    except UnicodeEncodeError as error:
        what = source.text[error.start]
        raise RefusedError(f"“{what}” cannot be written in the file's encoding ({source.encoding})") from None


def reencoded(source: Source) -> bytes:
    """The same, read again: raises RefusedError where another text would be read from these bytes."""
    data = encoded(source)
    again = decode(data, source.path)
    if again.text != source.text or again.byte_order_mark != source.byte_order_mark:
        raise RefusedError(f"another encoding than {source.encoding} would be taken for the file's")
    return data
