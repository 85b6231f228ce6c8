"""What changed compared with a commit, asked of a real repository."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from seocheck.gates.git import ChangedFile, GitError, Lines, Repository, default_base


class Site:
    """A repository with three articles and a branch."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")
        for name in ("a.md", "b.md", "sub/ü b.md"):
            self.write(name, "".join(f"{name} line {n}\n" for n in range(1, 11)))
        self.commit("first")

    def git(self, *arguments: str) -> str:
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        done = subprocess.run(["git", *who, *arguments], cwd=self.root, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def write(self, name: str, text: str) -> None:
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "site")


def names(changes: list[ChangedFile]) -> list[tuple[str, str, str]]:
    return [(c.status, c.old_path, c.path) for c in changes]


def test_a_clean_tree_has_no_changes(site: Site) -> None:
    assert Repository(site.root).changes("HEAD") == []
    assert Repository(site.root).changed_lines("HEAD") == {}


def test_every_kind_of_change(site: Site) -> None:
    site.write("a.md", "other\n")
    site.git("mv", "b.md", "c.md")
    (site.root / "sub" / "ü b.md").unlink()
    site.write("sub/new 文.md", "x\n")
    assert names(Repository(site.root).changes("HEAD")) == [
        ("modified", "a.md", "a.md"),
        ("renamed", "b.md", "c.md"),
        ("added", "", "sub/new 文.md"),
        ("deleted", "sub/ü b.md", "sub/ü b.md"),
    ]


def test_ignored_files_are_no_changes(site: Site) -> None:
    site.write(".gitignore", "build/\n")
    site.commit("ignore")
    site.write("build/a.md", "x\n")
    assert Repository(site.root).changes("HEAD") == []


def test_only_what_the_branch_did(site: Site) -> None:
    site.git("switch", "-q", "-c", "branch")
    site.write("a.md", "mine\n")
    site.commit("mine")
    site.git("switch", "-q", "main")
    site.write("b.md", "theirs\n")
    site.commit("theirs")
    site.git("switch", "-q", "branch")
    repository = Repository(site.root)
    assert names(repository.changes(repository.merge_base("main"))) == [("modified", "a.md", "a.md")]


def test_from_a_folder_below_and_whatever_the_configuration(site: Site) -> None:
    for key, value in (("diff.relative", "true"), ("diff.noprefix", "true"), ("color.ui", "always")):
        site.git("config", key, value)
    site.write("a.md", "other\n")
    site.write("n.md", "x\n")
    repository = Repository(site.root / "sub")
    assert [c.path for c in repository.changes("HEAD")] == ["a.md", "n.md"]
    assert repository.changed_lines("HEAD")["a.md"].touch(1, 1)


def test_changed_lines(site: Site) -> None:
    lines = [f"a.md line {n}\n" for n in range(1, 11)]
    lines[2:3] = ["third\n", "and more\n"]  # 3 and 4
    del lines[8]  # what was line 8
    site.write("a.md", "".join(lines))
    changed = Repository(site.root).changed_lines("HEAD")["a.md"]
    assert [n for n in range(1, 12) if changed.touch(n, n)] == [3, 4]
    assert not changed.touch(8, 9)
    assert changed.touch_or_shrink(8, 9)
    assert changed.touch(1, 3)


def test_changed_lines_of_several_files(site: Site) -> None:
    site.git("mv", "b.md", "c.md")
    site.write("c.md", "first\n" + "".join(f"b.md line {n}\n" for n in range(1, 11)))
    site.write("sub/ü b.md", "@@ -1 +1 @@\ndiff --git a/x b/x\n")
    changed = Repository(site.root).changed_lines("HEAD")
    assert changed["c.md"] == Lines(((1, 1),))
    assert changed["sub/ü b.md"].touch(2, 2)


def test_the_content_of_a_commit(site: Site) -> None:
    site.write("a.md", "other\n")
    assert Repository(site.root).content("HEAD", "sub/ü b.md").decode().startswith("sub/ü b.md line 1\n")
    assert b"line 10" in Repository(site.root).content("HEAD", "a.md")
    with pytest.raises(GitError):
        Repository(site.root).content("HEAD", "none.md")


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GitError, match="isn't in a git repository"):
        Repository(tmp_path)


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="git is not installed"):
        Repository(tmp_path)


@pytest.mark.parametrize("ref", ["nowhere", "-h", "--output=x", "HEAD~9", ""])
def test_a_commit_that_is_not_there(site: Site, ref: str) -> None:
    with pytest.raises(GitError, match="git knows no commit"):
        Repository(site.root).merge_base(ref)


def test_a_shallow_clone_says_what_to_do(site: Site, tmp_path: Path) -> None:
    site.write("a.md", "other\n")
    site.commit("second")
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", site.root.as_uri(), str(tmp_path / "shallow")],
        check=True,
        capture_output=True,
    )
    repository = Repository(tmp_path / "shallow")
    with pytest.raises(GitError, match=r"this clone is shallow: fetch its history .*fetch-depth: 0"):
        repository.merge_base("HEAD~1")


def test_branches_without_a_common_commit(site: Site) -> None:
    site.git("switch", "-q", "--orphan", "alone")
    site.write("z.md", "x\n")
    site.commit("alone")
    with pytest.raises(GitError, match="no common commit"):
        Repository(site.root).merge_base("main")


def test_a_repository_without_commits(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    with pytest.raises(GitError, match="git knows no commit"):
        Repository(tmp_path).merge_base("HEAD")


def test_a_worktree_with_a_detached_head(site: Site, tmp_path: Path) -> None:
    site.git("worktree", "add", "-q", "--detach", str(tmp_path / "tree"))
    (tmp_path / "tree" / "a.md").write_text("other\n", encoding="utf-8")
    repository = Repository(tmp_path / "tree")
    assert names(repository.changes(repository.merge_base("HEAD"))) == [("modified", "a.md", "a.md")]


def test_no_external_program_is_started(site: Site, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n", encoding="utf-8")
    trap.chmod(0o755)
    for key in ("diff.external", "core.pager", "diff.x.textconv"):
        site.git("config", key, str(trap))
    site.write(".gitattributes", "*.md diff=x\n")
    site.write("a.md", "other\n")
    repository = Repository(site.root)
    repository.changes("HEAD")
    repository.changed_lines("HEAD")
    assert not (tmp_path / "sprung").exists()


def test_the_base_in_ci() -> None:
    assert default_base([]) == "HEAD"
    assert default_base([("GITHUB_BASE_REF", "main")]) == "origin/main"
    assert default_base([("CI_MERGE_REQUEST_DIFF_BASE_SHA", "abc")]) == "abc"
    assert default_base([("GITHUB_BASE_REF", "")]) == "HEAD"


def test_a_path_relative_to_the_root(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.root / "sub")
    assert Repository().relative("ü b.md") == "sub/ü b.md"
    assert Repository().relative(os.fspath(site.root / "a.md")) == "a.md"
