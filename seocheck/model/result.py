"""What checking a file comes to, and the same as bytes: for the cache, and for the way from a worker process."""

from __future__ import annotations

import zlib
from functools import cache

import msgspec

from seocheck.errors import UnreadableError
from seocheck.model.report import Report


class PassedOver(msgspec.Struct, frozen=True):
    """A file that was found and not checked, and why."""

    path: str
    reason: str


Result = Report | PassedOver | UnreadableError
"""A report; a file that isn't an article; one that could not be read or checked."""

_REPORT, _DEFLATED, _PASSED_OVER, _FAILED = b"r", b"R", b"P", b"F"


def encode_result(result: Result, *, deflated: bool = True) -> bytes:
    """A result as bytes: one that tells the kind, then MessagePack, deflated unless it is read again at once.

    Raises UnicodeEncodeError for half a surrogate pair, which a file's name or an escape may bring.
    """
    if isinstance(result, Report):
        data = _encoder().encode(result)
        return _DEFLATED + zlib.compress(data, 1) if deflated else _REPORT + data
    kind = _FAILED if isinstance(result, UnreadableError) else _PASSED_OVER
    return kind + _encoder().encode((result.path, result.reason))


def decode_result(data: bytes, *, most: int | None = None) -> Result:
    """The result of `encode_result`. Raises ValueError for other bytes.

    most: bytes that it may unpack to, where a stranger may have written it.
    """
    kind, rest = data[:1], data[1:]
    try:
        if kind == _REPORT and most is None:
            return _report_decoder().decode(rest)
        if kind == _DEFLATED:
            return _report_decoder().decode(zlib.decompress(rest) if most is None else _inflated(rest, most))
        path, reason = _pair_decoder().decode(rest)
    except (zlib.error, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(f"no result: {error}") from None
    if kind == _FAILED:
        return UnreadableError(path, reason)
    if kind == _PASSED_OVER:
        return PassedOver(path, reason)
    raise ValueError("no result")


def _inflated(data: bytes, most: int) -> bytes:
    stream = zlib.decompressobj()
    found = stream.decompress(data, most)
    if not stream.eof:
        raise ValueError("no result: it is cut off, or unpacks to more than it may")
    return found


@cache
def _encoder() -> msgspec.msgpack.Encoder:
    return msgspec.msgpack.Encoder()


@cache
def _report_decoder() -> msgspec.msgpack.Decoder[Report]:
    return msgspec.msgpack.Decoder(Report)


@cache
def _pair_decoder() -> msgspec.msgpack.Decoder[tuple[str, str]]:
    return msgspec.msgpack.Decoder(tuple[str, str])
