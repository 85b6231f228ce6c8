"""A repository is asked, never obeyed: no program that its configuration names is run."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from seocheck.cli import main
from seocheck.gates.git import GitError, Repository
from tests.cli.test_git import Site
from tests.support import environment, markdown, run_command

CANARY = "canary"
COMMANDS = {
    "changed": ["check", "--changed", "HEAD", "--", "."],
    "changed lines": ["check", "--changed-lines", "--", "."],
    "compare": ["compare", "HEAD", "."],
    "compare with an earlier commit": ["compare", "HEAD~1", "."],
    "history": ["check", "--history", "../runs.db", "--", "."],
}


class Hostile(Site):
    """A repository with two commits, an article that differs from both, and a program that leaves a mark."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.canary = root.parent / CANARY
        mark = f'#!/bin/sh\necho "$0 $@" >> {shlex.quote(str(self.canary))}\n'
        self.trap = self.program("trap", f"{mark}exit 1\n")
        self.filter = self.program("filter", f"{mark}cat\n")  # gives git no reason to stop
        self.write("a.md", markdown())
        self.commit("article")
        self.write("a.md", markdown(title="Sourdough bread and rye"))
        self.write("new.md", markdown(title="Oats"))
        os.utime(self.root / "b.md", (1, 1))  # git has to look inside to know that it is as it was

    def program(self, name: str, script: str) -> Path:
        file = self.root.parent / name
        file.write_text(script, encoding="utf-8")
        file.chmod(0o755)
        return file

    def config(self, key: str, value: str) -> None:
        self.git("config", key, value)

    def sprung(self) -> str:
        """What ran since last asked."""
        said = self.canary.read_text(encoding="utf-8") if self.canary.exists() else ""
        self.canary.unlink(missing_ok=True)
        return said


def fsmonitor(site: Hostile) -> None:
    site.config("core.fsmonitor", str(site.trap))


def filters(name: str, key: str) -> Callable[[Hostile], None]:
    def setup(site: Hostile) -> None:
        site.config(f"filter.{name}.{key}", str(site.filter))
        site.config(f"filter.{name}.required", "true")
        attributes = site.root / ".git" / "info" / "attributes"
        attributes.parent.mkdir(exist_ok=True)
        attributes.write_text(f"*.md filter={name}\n", encoding="utf-8")

    return setup


def filter_of_another_file(site: Hostile) -> None:
    (site.root / ".git" / "more").write_text(f'[filter "far"]\n\tclean = {site.trap}\n', encoding="utf-8")
    site.config("include.path", "more")
    site.write(".gitattributes", "*.md filter=far\n")


def filter_of_a_worktree(site: Hostile) -> None:
    site.config("extensions.worktreeConfig", "true")
    (site.root / ".git" / "config.worktree").write_text(f"[filter.Old]\n\tclean = {site.trap}\n", encoding="utf-8")
    site.write(".gitattributes", "*.md filter=old\n")


def filter_by_attributes_of_the_configuration(site: Hostile) -> None:
    (site.root / ".git" / "attributes").write_text("*.md filter=x\n", encoding="utf-8")
    site.config("core.attributesFile", str(site.root / ".git" / "attributes"))
    site.config("filter.x.clean", str(site.trap))


def diff_driver(key: str) -> Callable[[Hostile], None]:
    def setup(site: Hostile) -> None:
        site.config("diff.external" if key == "external" else f"diff.x.{key}", str(site.trap))
        site.write(".gitattributes", "*.md diff=x\n")

    return setup


def submodule(site: Hostile) -> None:
    inner = Site(site.root.parent / "inner")
    allowed = ["-c", "protocol.file.allow=always"]
    site.git(*allowed, "submodule", "--quiet", "add", str(inner.root), "inner")
    site.git("commit", "-q", "-m", "submodule")
    subprocess.run(["git", "config", "core.fsmonitor", str(site.trap)], cwd=site.root / "inner", check=True)
    for key, value in (
        ("submodule.recurse", "true"), ("diff.ignoreSubmodules", "none"), ("submodule.inner.ignore", "none"),
        ("diff.submodule", "diff"), ("status.submoduleSummary", "true"),
    ):  # fmt: skip
        site.config(key, value)
    (site.root / "inner" / "a.md").write_text("other\n", encoding="utf-8")


def partial(settings: Callable[[Hostile], dict[str, str]]) -> Callable[[Hostile], None]:
    """A clone without the contents of files: git fetches what it needs from wherever its configuration says."""

    def setup(site: Hostile) -> None:
        source = Path(f"{site.root}-source")
        site.git("stash", "-q", "-u")
        site.root.rename(source)
        subprocess.run(["git", "config", "uploadpack.allowFilter", "true"], cwd=source, check=True)
        clone = ["git", "clone", "-q", "--filter=blob:none", source.as_uri(), str(site.root)]
        subprocess.run(clone, check=True, capture_output=True)
        site.write("a.md", markdown(title="Sourdough bread and rye"))
        for key, value in settings(site).items():
            site.config(key, value)

    return setup


def hooks(site: Hostile) -> None:
    for name in ("post-index-change", "reference-transaction", "pre-auto-gc", "fsmonitor-watchman", "post-checkout"):
        (site.root / ".git" / "hooks").mkdir(exist_ok=True)
        (site.root / ".git" / "hooks" / name).symlink_to(site.trap)
    site.config("gc.auto", "1")
    site.config("maintenance.auto", "true")


def pagers_and_editors(site: Hostile) -> None:
    for key in (
        "core.pager", "pager.diff", "pager.config", "pager.ls-files", "core.editor", "core.askPass", "core.gitProxy",
        "core.sshCommand", "gpg.program", "gpg.ssh.program", "interactive.diffFilter", "core.alternateRefsCommand",
        "uploadpack.packObjectsHook", "sequence.editor", "difftool.x.cmd", "trace2.eventTarget",
        "core.virtualFilesystem",
    ):  # fmt: skip
        site.config(key, str(site.trap))
    site.config("credential.helper", f"!{site.trap}")
    site.config("log.showSignature", "true")
    for name in ("diff", "rev-parse", "config", "ls-files", "cat-file", "merge-base"):
        site.config(f"alias.{name}", f"!{site.trap}")


# Each trap, with a command of git that springs it; "" for one that no command here would.
TRAPS: dict[str, tuple[Callable[[Hostile], None], str]] = {
    "core.fsmonitor": (fsmonitor, "diff HEAD"),
    "filter.clean": (filters("x", "clean"), "diff HEAD"),
    "filter.process": (filters("x", "process"), "diff HEAD"),
    "filter.smudge": (filters("x", "smudge"), "checkout-index -f a.md"),
    "filter of an odd name": (filters("X.y-Ü'$(x)", "clean"), "diff HEAD"),
    "filter in an included file": (filter_of_another_file, "diff HEAD"),
    "filter in config.worktree": (filter_of_a_worktree, "diff HEAD"),
    "core.attributesFile": (filter_by_attributes_of_the_configuration, "diff HEAD"),
    "diff.external": (diff_driver("external"), "diff HEAD"),
    "diff.command": (diff_driver("command"), "diff HEAD"),
    "diff.textconv": (diff_driver("textconv"), "diff HEAD"),
    "submodule": (submodule, "diff HEAD"),
    "uploadpack": (partial(lambda s: {"remote.origin.uploadpack": str(s.trap)}), "diff HEAD~1"),
    "ext": (partial(lambda s: {"remote.origin.url": f"ext::{s.trap}", "protocol.ext.allow": "always"}), "diff HEAD~1"),
    "ssh": (partial(lambda s: {"remote.origin.url": "ssh://x/y", "core.sshCommand": str(s.trap)}), "diff HEAD~1"),
    "gitProxy": (partial(lambda s: {"remote.origin.url": "git://x/y", "core.gitProxy": str(s.trap)}), "diff HEAD~1"),
    "insteadOf": (
        partial(lambda s: {f"url.ext::{s.trap} .insteadOf": "file://", "protocol.ext.allow": "always"}), "diff HEAD~1",
    ),
    "another promisor": (
        partial(lambda s: {"remote.o.url": f"ext::{s.trap}", "remote.o.promisor": "true",
                           "remote.origin.url": "/nowhere", "protocol.allow": "always",
                           "protocol.ext.allow": "always", "extensions.partialClone": "o"}), "diff HEAD~1",
    ),
    "hooks": (hooks, "status"),
    "core.hooksPath": (lambda site: (hooks(site), site.config("core.hooksPath", ".git/hooks"))[0], "status"),
    "pagers, editors, aliases": (pagers_and_editors, ""),
}  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Hostile:
    return Hostile(tmp_path / "site")


@pytest.mark.parametrize("trap", [name for name, (_, springs) in TRAPS.items() if springs])
def test_git_itself_walks_into_the_trap(site: Hostile, trap: str) -> None:
    """Else the tests below would show nothing."""
    setup, springs = TRAPS[trap]
    setup(site)
    site.sprung()
    subprocess.run(["git", *springs.split()], cwd=site.root, capture_output=True, check=False, timeout=60)
    assert site.sprung()


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("trap", TRAPS)
def test_no_program_of_the_repository_is_run(
    site: Hostile, trap: str, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    TRAPS[trap][0](site)
    site.sprung()
    monkeypatch.chdir(site.root)
    with pytest.raises(SystemExit) as stopped:
        main(COMMANDS[command])
    out, said = capsys.readouterr()
    assert site.sprung() == ""
    if stopped.value.code == 2:
        assert "fetch the rest (git fetch --refetch --no-filter)" in said, said
        assert said.count("\n") == 1
    else:
        assert "a.md" in out


def test_a_filter_whose_name_cannot_be_overridden_is_refused(site: Hostile) -> None:
    filters("a=b", "clean")(site)
    site.sprung()
    done = run_command(*COMMANDS["changed"], cwd=site.root)
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert "a filter with “=” in its name" in done.stderr.decode()
    assert site.sprung() == ""


def test_a_working_tree_elsewhere_is_refused(site: Hostile) -> None:
    """Else git would list the files of the whole machine."""
    site.config("core.worktree", str(site.root.parent))
    done = run_command(*COMMANDS["changed"], cwd=site.root)
    assert done.returncode == 2
    assert "core.worktree" in done.stderr.decode()
    assert done.stderr.decode().count("\n") == 1


def test_a_submodule_has_its_files_where_its_configuration_says(site: Hostile) -> None:
    submodule(site)
    assert [change.path for change in Repository(site.root / "inner").changes("HEAD")] == ["a.md"]
    assert site.sprung() == ""


def test_the_revision_asks_no_submodule(site: Hostile) -> None:
    submodule(site)
    site.git("add", "a.md", "new.md")
    site.git("commit", "-q", "-m", "all but the submodule")
    site.sprung()
    site.git("describe", "--always", "--dirty")
    assert site.sprung()
    assert Repository(site.root).revision() == site.git("rev-parse", "--short", "HEAD")
    assert site.sprung() == ""


def test_a_working_tree_that_the_caller_names(site: Hostile, monkeypatch: pytest.MonkeyPatch) -> None:
    (site.root / ".git").rename(site.root.parent / "elsewhere.git")
    monkeypatch.setenv("GIT_DIR", str(site.root.parent / "elsewhere.git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(site.root))
    assert [change.path for change in Repository(site.root).changes("HEAD")] == ["a.md", "new.md"]


def test_a_folder_of_articles_that_looks_like_a_repository_is_none(site: Hostile) -> None:
    """Files of a pull request: HEAD, objects, refs and a configuration, but no .git."""
    bare = site.root / "content"
    subprocess.run(["git", "init", "-q", "--bare", str(bare)], check=True)
    (bare / "config").write_text(
        f"[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = {bare}\n\tfsmonitor = {site.trap}\n",
        encoding="utf-8",
    )
    subprocess.run(["git", "status"], cwd=bare, capture_output=True, check=False)
    assert site.sprung()
    run_command("check", "--changed", "--", ".", cwd=bare)
    assert site.sprung() == ""


@pytest.mark.parametrize("path", ["", ".", "bin"])
def test_git_is_not_looked_for_in_the_checkout(site: Hostile, path: str) -> None:
    (site.root / "bin").mkdir()
    for name in ("git", "bin/git"):
        (site.root / name).symlink_to(site.trap)
    search = os.pathsep.join([path, os.environ["PATH"]])
    run_command(*COMMANDS["changed"], cwd=site.root, PATH=search)
    assert site.sprung() == ""


def test_another_file_of_settings_hides_no_filter(site: Hostile) -> None:
    filters("x", "clean")(site)
    site.sprung()
    run_command(*COMMANDS["changed"], cwd=site.root, GIT_CONFIG="/dev/null")
    assert site.sprung() == ""


# -- what is left of what the settings were for ---------------------------------------------------------


def clean_filter(site: Site) -> None:
    """A filter that keeps files in another form, as Git LFS does, set up by the user."""
    site.git("config", "filter.form.clean", "tr a-z A-Z")
    site.git("config", "filter.form.smudge", "tr A-Z a-z")
    site.write(".gitattributes", "form.md filter=form\n")
    site.write("form.md", "bread\n")
    os.utime(site.root / "form.md", (9, 9))  # older than the index, so that git need not look inside
    site.commit("in another form")
    assert site.git("show", "HEAD:form.md") == "BREAD"


def test_a_file_kept_in_another_form_is_unchanged_as_long_as_nobody_writes_it(tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    clean_filter(site)
    assert Repository(site.root).changes("HEAD") == []
    os.utime(site.root / "form.md", (1, 1))
    assert [change.path for change in Repository(site.root).changes("HEAD")] == ["form.md"]  # and then it is checked


@pytest.mark.parametrize("setting", ["autocrlf", "eol"])
def test_line_ends_that_git_converts_are_no_changes(tmp_path: Path, setting: str) -> None:
    site = Site(tmp_path / "site")
    if setting == "autocrlf":
        site.git("config", "core.autocrlf", "true")
    else:
        site.write(".gitattributes", "*.md text eol=crlf\n")
        site.commit("attributes")
    site.write("a.md", (site.root / "a.md").read_text(encoding="utf-8").replace("\n", "\r\n"))
    assert Repository(site.root).changes("HEAD") == []
    assert Repository(site.root).changed_lines("HEAD") == {}


@pytest.mark.parametrize("touch", [False, True])
def test_the_revision_says_whether_files_differ(tmp_path: Path, touch: bool) -> None:
    site = Site(tmp_path / "site")
    commit = site.git("rev-parse", "--short", "HEAD")
    if touch:
        os.utime(site.root / "a.md", (1, 1))
    assert Repository(site.root).revision() == commit
    site.write("new.md", "x")
    assert Repository(site.root).revision() == commit
    site.write("a.md", "other\n")
    assert Repository(site.root).revision() == f"{commit}-dirty"


def test_a_partial_clone_works_with_what_is_here(tmp_path: Path) -> None:
    source = Hostile(tmp_path / "source")
    source.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    command = ["git", "clone", "-q", "--filter=blob:none", source.root.as_uri(), str(clone)]
    subprocess.run(command, check=True, capture_output=True)
    (clone / "a.md").write_text(markdown(title="Rye"), encoding="utf-8")
    repository = Repository(clone)
    assert [change.path for change in repository.changes("HEAD")] == ["a.md"]
    assert repository.changed_lines("HEAD")["a.md"].touch(2, 2)
    with pytest.raises(GitError, match="this clone is partial"):
        repository.changed_lines("HEAD~1")
    advised = ["git", "fetch", "--refetch", "--no-filter"]
    subprocess.run(advised, cwd=clone, check=True, capture_output=True, env=environment())
    assert repository.changed_lines("HEAD~1")["a.md"].touch(2, 2)
