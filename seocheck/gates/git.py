"""What git says about files and commits. Nothing here writes, and no program that a repository names is run."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Literal

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.gates.git_process import GitError, GitProcess, check_working_tree

__all__ = ["ChangedFile", "GitError", "Lines", "Repository", "default_base"]

_HUNK = late_pattern(rb"^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_SECTION = late_pattern(rb"^diff --git ", re.MULTILINE)
_DIFF = (
    "diff",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--find-renames",
    "--ignore-submodules=all",
    "--no-relative",
)


class ChangedFile(msgspec.Struct, frozen=True):
    """A file that differs from a commit. Paths are relative to the repository's root, with slashes.

    status: a file that git does not know yet is added. old_path: its name in the commit, "" where it was not there.
    """

    path: str
    status: Literal["added", "modified", "renamed", "deleted"]
    old_path: str = ""


class Lines(msgspec.Struct, frozen=True):
    """The changed lines of a file: ranges from 1, both ends among them.

    Where lines were only deleted, the range ends before it begins: it is in front of its first line. `whole` for a
    file that is new.
    """

    ranges: tuple[tuple[int, int], ...] = ()
    whole: bool = False

    def touch(self, first: int, last: int) -> bool:
        """Whether any of the lines from `first` to `last` was changed."""
        return self.whole or any(first <= end and start <= min(last, end) for start, end in self.ranges)

    def touch_or_shrink(self, first: int, last: int) -> bool:
        """The same, with lines deleted among them."""
        return self.touch(first, last) or any(end < start and first < start <= last for start, end in self.ranges)


class Repository:
    """The repository that a folder lies in. Raises GitError if there isn't one, or no git."""

    def __init__(self, folder: str | Path = ".") -> None:
        self._folder = os.fspath(folder)
        self._git = GitProcess(self._folder)
        self._run = self._git.run
        try:
            top = self._run("rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape")
        except GitError as error:
            if "not a git repository" in str(error):
                raise GitError(f"{os.path.abspath(self._folder)} isn't in a git repository") from None
            raise
        self.root = top.rstrip("\r\n")
        if not self.root:
            raise GitError("the git repository has no working tree")
        check_working_tree(self._folder, self.root)

    def has_commit(self, ref: str) -> bool:
        """Whether a name means a commit that is here."""
        return self._resolve(ref) is not None

    def revision(self) -> str:
        """The commit of HEAD, shortened, with `-dirty` where files differ from it; "" if there isn't one yet."""
        try:
            commit = self._run("rev-parse", "--verify", "--short", "HEAD").decode().strip()
            # `git describe --dirty` would ask submodules, which have a configuration of their own.
            return commit if self._git.succeeds(*_DIFF, "--quiet", "HEAD", "--") else f"{commit}-dirty"
        except GitError:
            return ""

    def date(self) -> str:
        """The day of HEAD's commit, as 2026-03-09; "" if there isn't one yet."""
        try:
            return self._run("show", "--no-patch", "--no-show-signature", "--format=%cs", "HEAD").decode().strip()
        except GitError:
            return ""

    def merge_base(self, ref: str) -> str:
        """The commit where HEAD branched off from `ref`. Raises GitError, with what to do about a shallow clone."""
        commit = self._resolve(ref)
        if commit is None:
            raise GitError(f"git knows no commit “{ref}”{self._shallow_hint()}")
        if self._resolve("HEAD") is None:
            raise GitError("the repository has no commit yet")
        try:
            return self._run("merge-base", commit, "HEAD").decode().strip()
        except GitError:
            raise GitError(f"HEAD and “{ref}” have no common commit here{self._shallow_hint()}") from None

    def changes(self, base: str) -> list[ChangedFile]:
        """The files of the working tree that differ from a commit, untracked ones among them, in order of path."""
        fields = iter(self._run(*_DIFF, "--name-status", "-z", base, "--").split(b"\0"))
        found: list[ChangedFile] = []
        for status in fields:
            if not status:
                break
            path = _text(next(fields))
            if status[:1] in (b"R", b"C"):
                found.append(ChangedFile(_text(next(fields)), "renamed" if status[:1] == b"R" else "added", path))
            elif status[:1] == b"A":
                found.append(ChangedFile(path, "added"))
            elif status[:1] == b"D":
                found.append(ChangedFile(path, "deleted", path))
            else:
                found.append(ChangedFile(path, "modified", path))
        known = {change.path for change in found if change.status != "deleted"}
        others = self._run("ls-files", "--others", "--exclude-standard", "--full-name", "-z", ":/").split(b"\0")
        found += [ChangedFile(_text(name), "added") for name in others if name and _text(name) not in known]
        return sorted(found, key=lambda change: change.path)

    def changed_lines(self, base: str) -> dict[str, Lines]:
        """For each file that git knows and that differs from a commit, which of its lines do."""
        names = list(self._tracked(base))
        patch = self._run(*_DIFF, "--unified=0", "--src-prefix=a/", "--dst-prefix=b/", base, "--")
        starts = [match.start() for match in _SECTION.finditer(patch)]
        sections = [patch[start:end] for start, end in pairwise([*starts, len(patch)])]
        if len(sections) != len(names):  # a file changed while git looked
            return {name: Lines(whole=True) for name in names}
        return {name: Lines(tuple(_ranges(section))) for name, section in zip(names, sections, strict=True)}

    def content(self, commit: str, path: str) -> bytes:
        """A file's bytes as they are in a commit. Raises GitError where it is not there."""
        return self._run("cat-file", "blob", f"{commit}:{path}")

    def relative(self, path: str) -> str:
        """A path of this machine relative to the repository's root, with slashes."""
        return os.path.relpath(os.path.realpath(path), os.path.realpath(self.root)).replace(os.sep, "/")

    def _tracked(self, base: str) -> Iterator[str]:
        fields = iter(self._run(*_DIFF, "--name-status", "-z", base, "--").split(b"\0"))
        for status in fields:
            if not status:
                return
            path = next(fields)
            yield _text(next(fields) if status[:1] in (b"R", b"C") else path)

    def _resolve(self, ref: str) -> str | None:
        if ref.startswith("-"):
            return None
        try:
            return self._run("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}").decode().strip()
        except GitError:
            return None

    def _shallow_hint(self) -> str:
        if self._run("rev-parse", "--is-shallow-repository").strip() != b"true":
            return ""
        return "; this clone is shallow: fetch its history (git fetch --unshallow; in CI fetch-depth: 0)"


def default_base(environment: Iterable[tuple[str, str]] | None = None) -> str:
    """The commit to compare with when none is given: where a pull or merge request starts in CI, else HEAD.

    GITHUB_BASE_REF is set by GitHub Actions for pull requests, CI_MERGE_REQUEST_DIFF_BASE_SHA by GitLab CI.
    """
    known = dict(os.environ.items() if environment is None else environment)
    if known.get("GITHUB_BASE_REF"):
        return f"origin/{known['GITHUB_BASE_REF']}"
    return known.get("CI_MERGE_REQUEST_DIFF_BASE_SHA") or "HEAD"


def _text(name: bytes) -> str:
    return os.fsdecode(name)


def _ranges(section: bytes) -> Iterator[tuple[int, int]]:
    """The ranges of new lines of one file's patch; those of a deletion end before they begin."""
    for match in _HUNK.finditer(section):
        start, count = int(match[3]), int(match[4] or 1)
        yield (start, start + count - 1) if count else (start + 1, start)
