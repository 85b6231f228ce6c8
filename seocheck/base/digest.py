"""Sums of bytes that tell one content from another.

The module `hashlib` loads OpenSSL before anything else, which takes longer than looking up an article that is known
from before; BLAKE2 is part of Python itself, and as fast.
"""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b
try:
    from _sha2 import sha256  # type: ignore[import-not-found]  # from Python 3.12 on
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found]
    except ImportError:
        from hashlib import sha256

__all__ = ["SIZE", "blake2b", "digest", "sha256"]

SIZE = 32
"""Bytes of a digest."""


def digest(data: bytes) -> bytes:
    """The digest of bytes."""
    return blake2b(data, digest_size=SIZE).digest()
