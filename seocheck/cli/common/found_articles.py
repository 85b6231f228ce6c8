"""The articles that a command's paths name, for commands that show articles and judge none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from seocheck.cli.common.output import notify
from seocheck.errors import UnreadableError
from seocheck.formats.people.styled import safe
from seocheck.model.result import PassedOver
from seocheck.runs.run import Candidate, Run, discover
from seocheck.runs.within import holds_many


class FoundArticles:
    """Files by name, and the articles in folders as `seocheck check` finds them.

    failed: whether a file couldn't be read, or a folder has no article; each is told on stderr. many: whether a path
    may hold several.
    """

    def __init__(self, run: Run, paths: Iterable[str]) -> None:
        self._run = run
        self._paths = tuple(dict.fromkeys(paths))
        self.failed = False
        self.many = any(holds_many(path) for path in self._paths)

    def __iter__(self) -> Iterator[Candidate]:
        found = False
        left_out: list[PassedOver] = []
        for candidate in discover(self._paths, left_out.append, self.fail, self._run.exclusion()):
            found = True
            yield candidate
        if not found and not self.failed:
            if left_out:
                notify(f"warning: no article found in {safe(', '.join(self._paths))}")
                return
            self.failed = True
            notify(f"no article found in {safe(', '.join(self._paths))}")

    def fail(self, error: UnreadableError) -> None:
        """Tell what couldn't be read, and remember that something couldn't."""
        self.failed = True
        notify(safe(str(error)))
