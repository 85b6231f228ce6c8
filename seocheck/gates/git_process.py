"""Running git in a repository that nobody vouches for: its configuration may name programs, and none of them is run.

What a repository configures is overridden on the command line, and in the environment where git has a variable for it.
Programs that only a transfer would start (`uploadpack`, `core.sshCommand`, credential helpers, `ext::` addresses) need
a protocol, and none is allowed.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence

from seocheck.base.bounds import repository_of
from seocheck.errors import SeocheckError

_OVERRIDDEN = (
    "core.quotePath=off",
    "core.fsmonitor=",  # older versions take "false" for a program
    f"core.hooksPath={os.devnull}",
    "core.alternateRefsCommand=",
    "core.virtualFilesystem=",  # a program, in Microsoft's git
    "fetch.bundleURI=",
    "submodule.recurse=false",
    "safe.bareRepository=explicit",  # a folder of articles that looks like a repository isn't one
)
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ALLOW_PROTOCOL": "none",  # overrides what a configuration allows
    "GIT_NO_LAZY_FETCH": "1",  # newer versions do not even try
}
_FILTER_KEYS = ("clean", "smudge", "process")
_HERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR")
"""Variables with which the caller says where the repository is."""


class GitError(SeocheckError):
    """Git is missing, there is no repository, or a commit is unknown."""


class GitProcess:
    """Runs git in a folder. Raises GitError if there is no git, or if it fails."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._program = _program()
        self._filters: tuple[str, ...] | None = None

    def run(self, *arguments: str) -> bytes:
        """What a command prints."""
        return self._run(arguments, self._overridden())[1]

    def succeeds(self, *arguments: str) -> bool:
        """Whether a command that tells yes from no by its exit code says yes."""
        return self._run(arguments, self._overridden(), accepted=(0, 1))[0] == 0

    def _overridden(self) -> Sequence[str]:
        if self._filters is None:
            self._filters = tuple(self._without_filters())
        return self._filters

    def _without_filters(self) -> list[str]:
        """Settings that empty each filter that is configured, wherever: those of a user read the repository's settings
        in turn. An emptied filter changes nothing."""
        listed = self._run(["config", "--list", "--name-only", "-z"], ())[1]
        names = set()
        for key in listed.decode("utf-8", "surrogateescape").split("\0"):
            section, _, rest = key.partition(".")
            name, _, last = rest.rpartition(".")
            if section == "filter" and name and last in (*_FILTER_KEYS, "required"):
                names.add(name)
        if any("=" in name for name in names):
            raise GitError("the git configuration has a filter with “=” in its name, which can't be switched off")
        settings = [f"filter.{name}.{key}=" for name in sorted(names) for key in _FILTER_KEYS]
        return settings + [f"filter.{name}.required=false" for name in sorted(names)]

    def _run(
        self, arguments: Sequence[str], settings: Sequence[str], accepted: Sequence[int] = (0,)
    ) -> tuple[int, bytes]:
        command = [self._program, "--no-pager", "--no-optional-locks"]
        for setting in (*_OVERRIDDEN, *settings):
            command += ["-c", setting]
        environment = {key: value for key, value in os.environ.items() if key != "GIT_CONFIG"} | _ENVIRONMENT
        try:
            done = subprocess.run(
                [*command, *arguments],
                cwd=self._folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False,
            )  # fmt: skip
        except FileNotFoundError:
            raise GitError(f"{self._folder}: no such folder") from None
        except OSError as error:
            raise GitError(f"git cannot be run: {(error.strerror or str(error)).lower()}") from None
        if done.returncode not in accepted:
            raise GitError(_said(done.stderr, done.returncode))
        return done.returncode, done.stdout


def check_working_tree(folder: str, top: str) -> None:
    """Raise GitError where the configuration, and not the caller, has git look at files elsewhere (core.worktree)."""
    if any(os.environ.get(name) for name in _HERE):
        return
    above: str | None = repository_of(os.path.realpath(folder))
    while above is not None and not _is_repository(os.path.join(above, ".git")):
        parent = os.path.dirname(above)
        above = repository_of(parent) if parent != above else None
    if above is None or not _is_same(above, top):
        raise GitError(f"the git configuration places the files outside {above or folder} (core.worktree)")


def _is_same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


def _is_repository(path: str) -> bool:
    return os.path.isfile(path) or os.path.lexists(os.path.join(path, "HEAD"))


def _program() -> str:
    """Git on the PATH, without entries that depend on the working folder, which may hold a file of that name."""
    names = ["git.exe", "git.cmd"] if os.name == "nt" else ["git"]
    for folder in os.get_exec_path():
        if os.path.isabs(folder):
            for name in names:
                path = os.path.join(folder, name)
                if os.path.isfile(path) and os.access(path, os.X_OK):
                    return path
    raise GitError("git is not installed, or not on the PATH")


def _said(stderr: bytes, code: int) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    said = next((line for line in lines if line.startswith("fatal:")), lines[0] if lines else "")
    if "promisor remote" in stderr.decode("utf-8", "replace"):
        return "this clone is partial and an object is not here: fetch the rest (git fetch --refetch --no-filter)"
    return f"git: {said.removeprefix('fatal: ') or f'exit code {code}'}"
