"""Compiled patterns of earlier runs, kept in a file of the cache: a run that checks one article takes them from there.

Python compiles a pattern to numbers, which takes it a seventh of such a run, and has no way of its own to keep them;
to take them back takes a thirtieth of that time. The file is good for one version of Python alone, and is a courtesy:
whatever is wrong with it or with Python's own parts used here, the pattern is compiled as usual.

It holds nothing that could run, and Python checks the numbers of a pattern before it takes them. But what they match is
taken on trust, and patterns also keep escape sequences out of logs. So the file lies in the user's own folder for
caches and nowhere else, and a run whose cache somebody may have filled (a folder that was named, a build server that
restores one) compiles its patterns itself.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from array import array
from typing import Any

from seocheck.base.digest import SIZE, digest

MOST = 2000
"""Patterns in a file; seocheck has six hundred, and those of earlier versions are in it too."""
MOST_BYTES = 4_000_000
FEW = 8
"""New patterns below which the file is not written again: to compile them takes less."""

_Entry = tuple[int, bytes, int, dict[str, int]]
"""All flags, the numbers, how many groups there are, and which have names."""

_known: dict[bytes, _Entry] = {}
"""By pattern and flags, as `_key` has them."""
_new = 0
_folder: str | None = None
_is_read = True


def keep_patterns_in(folder: str | None) -> None:
    """Take patterns from a folder of the user's own from now on, and keep them there; None for nowhere."""
    global _folder, _is_read
    _folder, _is_read = folder, folder is None


def patterns_in() -> str | None:
    """The folder given to `keep_patterns_in`."""
    return _folder


def compiled(pattern: str | bytes, flags: int) -> re.Pattern[Any]:
    """What `re.compile` gives. Raises re.error."""
    if _folder is not None:
        if not _is_read:
            _read(_folder)
        key = _key(pattern, flags)
        try:
            return _made(pattern, _known.get(key) or _parsed(pattern, flags, key))
        except Exception:  # for a fault of the pattern itself this raises again
            _known.pop(key, None)
    return re.compile(pattern, flags)


def write_patterns() -> None:
    """Keep what was compiled in this process."""
    global _new
    if _new < FEW or _folder is None:
        return
    import msgspec

    from seocheck.base.atomic import opened_atomically

    data = msgspec.msgpack.encode(dict(list(_known.items())[-MOST:]))
    _new = 0
    with contextlib.suppress(OSError):
        os.makedirs(_folder, mode=0o700, exist_ok=True)
        with opened_atomically(_file(_folder)) as file:
            file.write(digest(data) + data)


def _read(folder: str) -> None:
    global _is_read
    _is_read = True
    try:
        import msgspec

        with open(_file(folder), "rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) <= MOST_BYTES and digest(data[SIZE:]) == data[:SIZE]:
            _known.update(msgspec.msgpack.decode(data[SIZE:], type=dict[bytes, _Entry]))
    except (OSError, ValueError, ImportError):
        return


def remove_patterns(folder: str) -> None:
    """Remove what any version of Python kept in a folder, as far as it can be removed."""
    _known.clear()
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith("patterns-") and name.endswith(".bin"):
                with contextlib.suppress(OSError):
                    os.unlink(os.path.join(folder, name))


def _file(folder: str) -> str:
    import _sre  # type: ignore[import-not-found]

    version = digest(repr((sys.version, sys.byteorder, _sre.MAGIC, _sre.CODESIZE)).encode()).hex()[:16]
    return os.path.join(folder, f"patterns-{version}.bin")


def _key(pattern: str | bytes, flags: int) -> bytes:
    text = pattern if isinstance(pattern, bytes) else pattern.encode("utf-8", "surrogatepass")
    return b"%d %c " % (int(flags), b"b" if isinstance(pattern, bytes) else b"t") + text


def _parsed(pattern: str | bytes, flags: int, key: bytes) -> _Entry:
    """As Python's own `re` compiles a pattern, up to the numbers."""
    global _new
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, int(flags))
    numbers = array("I", _compiler._code(parsed, int(flags))).tobytes()
    state = parsed.state
    entry = _known[key] = (int(flags | state.flags), numbers, int(state.groups) - 1, dict(state.groupdict))
    _new += 1
    return entry


def _made(pattern: str | bytes, entry: _Entry) -> re.Pattern[Any]:
    import _sre

    flags, numbers, groups, names = entry
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    found: re.Pattern[Any] = _sre.compile(
        pattern, flags, memoryview(numbers).cast("I").tolist(), groups, names, tuple(by_number)
    )
    return found
