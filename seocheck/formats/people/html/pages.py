"""The folder of an article's pages each, beside an index that is too large to hold them."""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from urllib.parse import quote

from seocheck.base.atomic import write_atomically
from seocheck.base.late_pattern import late_pattern
from seocheck.errors import SeocheckError, why

MARK = b'<meta name="generator" content="seocheck '
"""What is near the beginning of each page of ours; other files are never touched."""
MARK_WITHIN = 400

_UNFIT = late_pattern(r"[^A-Za-z0-9._-]+")
LONGEST_NAME = 80


class PagesFolder:
    """`report_files/` beside `report.html`. Raises SeocheckError where it cannot be written."""

    def __init__(self, file: str) -> None:
        path = Path(os.path.abspath(file))
        self._folder = path.with_name(f"{path.stem}_files")
        self._written: set[str] = set()
        self.back = f"../{quote(path.name)}"
        """The index as pages in the folder address it."""

    def put(self, path: str, page: str) -> str:
        """Write an article's page, whole or not at all; what the index is to address it by."""
        name = self._name(path)
        try:
            self._folder.mkdir(exist_ok=True)
            write_atomically(self._folder / name, page.encode("utf-8", "replace"))
        except OSError as error:
            raise SeocheckError(f"{self._folder}: cannot be written: {why(error)}") from None
        self._written.add(name)
        return f"{quote(self._folder.name)}/{quote(name)}"

    def close(self) -> None:
        """Remove the pages of earlier runs whose articles are gone; and the folder, when nothing is left in it."""
        try:
            found = sorted(os.listdir(self._folder))
        except OSError:
            return
        try:
            for name in found:
                file = self._folder / name
                if name not in self._written and name.endswith(".html") and _is_ours(file):
                    file.unlink()
            if not self._written:
                self._folder.rmdir()
        except OSError:
            return  # what is left there misleads nobody: no index names it

    def _name(self, path: str) -> str:
        """The same for the same article in every run."""
        stem = _UNFIT.sub("-", path)[-LONGEST_NAME:].strip("-.")
        return f"{stem}-{zlib.crc32(path.encode('utf-8', 'surrogatepass')):08x}.html"


def _is_ours(file: Path) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as opened:
        return MARK in opened.read(MARK_WITHIN)
