"""The bytes of a .docx -> a document of python-docx, with the traps of the library and of zip files kept out."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from seocheck.errors import NotInstalledError, UnreadableError

if TYPE_CHECKING:
    from docx.document import Document

_OLE = b"\xd0\xcf\x11\xe0"
"""The beginning of a .doc, and of a .docx with a password."""
_STRICT = b"http://purl.oclc.org/ooxml/"
MOST_TEXT = 60_000_000
"""Bytes that the XML of a document may have; a book of a million words has about 40 MB."""
MOST_IN_ALL = 1_000_000_000
"""Bytes that all parts may have, pictures among them."""
MOST_PARTS = 20_000


def open_document(data: bytes, path: str) -> Document:
    """The document. Raises UnreadableError for what is damaged, encrypted, or unpacks to too much."""
    try:
        import docx
        from docx.opc.exceptions import OpcError
        from lxml.etree import LxmlError  # type: ignore[import-untyped]
    except ImportError:
        raise NotInstalledError(path, "python-docx") from None
    if data.startswith(_OLE):
        raise UnreadableError(path, "has a password, or is an old Word file: save it as .docx without a password")
    _check_size(data, path)
    try:
        document = docx.Document(io.BytesIO(data))
        _ = document.element.body.tag  # a part of another kind has none
        return document
    except (OpcError, LxmlError, zipfile.BadZipFile, KeyError, ValueError, AttributeError, OSError) as error:
        reason = " ".join(str(error).split())[:120]
        raise UnreadableError(path, f"a damaged Word file: {reason}" if reason else "a damaged Word file") from None


def _check_size(data: bytes, path: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            relations = archive.read("_rels/.rels")[:20_000] if "_rels/.rels" in archive.namelist() else b""
    except (zipfile.BadZipFile, OSError, ValueError, zlib.error, RuntimeError, NotImplementedError):
        raise UnreadableError(path, "not a Word file, or damaged") from None
    if _STRICT in relations:
        raise UnreadableError(path, "saved as Strict Open XML, which isn't read: save it as an ordinary .docx")
    text = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    whole = sum(part.file_size for part in parts)
    if text > MOST_TEXT or whole > MOST_IN_ALL or len(parts) > MOST_PARTS:
        raise UnreadableError(
            path, f"unpacks to {whole / 1_000_000:,.0f} MB in {len(parts):,} parts, which is more than is read"
        )
