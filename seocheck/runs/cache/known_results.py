"""What earlier runs found, for the settings, rules and profile of this one."""

from __future__ import annotations

from seocheck.base.digest import digest
from seocheck.errors import UnreadableError
from seocheck.house.values import TOO_SLOW
from seocheck.model.report import Report
from seocheck.model.result import Result, decode_result, encode_result
from seocheck.runs.cache.key import article_key, code_mark, plan_key
from seocheck.runs.cache.plausible import plausible
from seocheck.runs.cache.store import ResultCache
from seocheck.runs.run import Candidate, Run

MOST = 64 * 1024 * 1024
"""Bytes that a result may unpack to."""


class Remembered:
    """Results by file and content. The cache is closed when a run is over, and opens itself for the next."""

    def __init__(self, cache: ResultCache, run: Run) -> None:
        self._cache = cache
        self._run = run
        self._mark = b""
        self._plans: dict[int, tuple[object, bytes]] = {}

    def key(self, candidate: Candidate, data: bytes) -> bytes:
        """Under what the result for a file with these bytes is kept. Raises SettingsError."""
        return self.key_of(candidate, digest(data))

    def key_of(self, candidate: Candidate, content: bytes) -> bytes:
        """The same, where the bytes are known by their digest."""
        settings = self._run.settings_for(candidate.path)
        known = self._plans.get(id(settings))
        if known is None or known[0] is not settings:
            self._mark = self._mark or code_mark(self._cache)
            how = (*self._run.asked, self._run.built, self._run.rules.digest)
            known = self._plans[id(settings)] = (settings, plan_key(self._mark, settings, how))
        return article_key(known[1], candidate.path, candidate.named, content)

    def result(self, key: bytes, candidate: Candidate, size: int) -> Result | None:
        """What is kept under a key; None for nothing, and for what cannot be the result of this file, which is made
        anew. size: of the file, in bytes."""
        data = self._cache.get(key)
        if data is None:
            return None
        try:
            found = decode_result(data, most=MOST)
        except ValueError:
            return None
        return found if plausible(found, candidate.path, named=candidate.named, size=size) else None

    def keep(self, key: bytes, result: Result, encoded: bytes | None = None) -> None:
        """Keep what depends on the article alone: no failure, which time, memory or a fault may have caused.

        encoded: the result as bytes, if available.
        """
        if isinstance(result, UnreadableError) or (
            isinstance(result, Report) and (result.failures or _timed_out(result))
        ):
            return
        try:
            self._cache.put(key, encode_result(result) if encoded is None else encoded)
        except UnicodeEncodeError:
            return  # half a surrogate pair in a name or an escape: rare enough to be checked each time

    def close(self) -> None:
        """Write what is new."""
        self._cache.close()


def _timed_out(report: Report) -> bool:
    """Whether a pattern took too long, which it may not on another day."""
    return any(each.reason.startswith(TOO_SLOW) for each in report.not_assessed)
