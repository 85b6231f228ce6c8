"""The files that other tools read: the action, the hooks, and what docs/ci.md tells to copy."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from seocheck.cli import cli
from seocheck.cli.check import command as check_command
from tests.cli.test_changes import BREAD
from tests.cli.test_git import Site
from tests.support import environment, run_command

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
CI = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
FAULTY = BREAD.replace("title: Winter bread from the old mill\n", "title: Bread\ntitle: Winter bread\n")


def options() -> set[str]:
    return {name for parameter in check_command.params for name in parameter.opts}


# -- the action -------------------------------------------------------------------------------------


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """A folder as a runner gives it, with seocheck where the first step would install it."""
    tool = tmp_path / "runner" / "seocheck" / "bin" / "seocheck"
    tool.parent.mkdir(parents=True)
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m seocheck "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    return tmp_path / "runner"


def step(name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(s for s in ACTION["runs"]["steps"] if s["name"] == name)
    return found


def run_step(name: str, runner: Path, cwd: Path, **inputs: str) -> tuple[int, str, str]:
    """A step as a runner would run it; exit code, what it printed, what it gave out."""
    out = runner / "output"
    out.write_text("", encoding="utf-8")
    given = {variable: inputs.get(variable.lower(), default_of(value)) for variable, value in step(name)["env"].items()}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step(name)["run"]],
        cwd=cwd, capture_output=True, text=True, check=False,
        env=environment(**given, RUNNER_TEMP=str(runner), GITHUB_OUTPUT=str(out), GITHUB_ACTIONS="true"),
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr, out.read_text(encoding="utf-8")


def default_of(expression: str) -> str:
    match = re.search(r"inputs\.([\w-]+)", expression)
    return str(ACTION["inputs"][match[1]]["default"]) if match else ""


def test_the_check_passes(runner: Path, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text(BREAD, encoding="utf-8")
    code, printed, given = run_step("Check the articles", runner, tmp_path, paths="content", args="--profile=default\n")
    assert (code, given) == (0, "exit-code=0\n")
    assert "::notice file=content/a.md,line=10" in printed
    assert "content/a.md" in printed.splitlines()[0]


def test_the_check_fails_and_writes_sarif(runner: Path, tmp_path: Path) -> None:
    (tmp_path / "a b.md").write_text(FAULTY, encoding="utf-8")
    code, printed, given = run_step("Check the articles", runner, tmp_path, sarif="out.sarif")
    assert (code, given) == (1, "exit-code=1\n")
    assert "::error file=a b.md" in printed
    assert '"version":"2.1.0"' in (tmp_path / "out.sarif").read_text(encoding="utf-8").replace(" ", "")


def test_inputs_are_words_and_no_shell(runner: Path, tmp_path: Path) -> None:
    run_step("Check the articles", runner, tmp_path, paths="$(touch sprung) `touch sprung` ; touch sprung")
    assert not (tmp_path / "sprung").exists()


def test_the_comparison_and_only_what_changed(runner: Path, tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    site.write("content/a.md", BREAD)
    site.commit("article")
    site.git("update-ref", "refs/remotes/origin/main", "HEAD")
    site.write("content/a.md", BREAD.replace("# Winter", "#### Winter"))
    site.commit("work")
    name = "Compare with the base of the pull request"
    code, printed, _ = run_step(name, runner, site.root, paths="content", compare="comment.md", base="origin/main")
    assert code == 0, printed
    assert "| content/a.md |" in (site.root / "comment.md").read_text(encoding="utf-8")
    code, printed, _ = run_step("Check the articles", runner, site.root, paths="content", changed="true")
    assert code == 0
    assert "no changed article" in printed  # against HEAD, where no pull request is named


def test_paths_may_hold_spaces(runner: Path, tmp_path: Path) -> None:
    for name in ("our articles", "more"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a b.md").write_text(BREAD, encoding="utf-8")
    paths = "our articles\n\nmore/a b.md\n"
    code, printed, _ = run_step("Check the articles", runner, tmp_path, paths=paths, args="--quiet")
    assert code == 0, printed
    assert "our articles/a b.md" in printed
    assert "more/a b.md" in printed


def test_the_gates_of_the_action(runner: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FAULTY, encoding="utf-8")
    name = "Check the articles"
    assert run_step(name, runner, tmp_path)[0] == 1
    assert run_step(name, runner, tmp_path, fail_on="never")[0] == 0
    code, printed, _ = run_step(name, runner, tmp_path, fail_on="never", min_score="100")
    assert (code, "is below 100" in printed) == (1, True)
    run_command("check", "--write-baseline", "--baseline", "known.json", "a.md", cwd=tmp_path)
    assert run_step(name, runner, tmp_path, baseline="known.json")[0] == 0


GH = """#!/bin/sh
# Answers as `gh api` would, and notes what it was asked.
echo "$*" >> "$GH_LOG"
case "$*" in
  *--paginate*) [ -z "$GH_REFUSES" ] || exit 1; printf '%s' "$GH_COMMENTS" ;;
  *) for each in "$@"; do case "$each" in body=@*) cat "${each#body=@}" >> "$GH_LOG" ;; esac; done ;;
esac
"""


@pytest.mark.parametrize(
    ("comments", "target"),
    [("", "--method POST repos/o/r/issues/7/comments"), ("41\n52\n", "--method PATCH repos/o/r/issues/comments/41")],
)
def test_a_pull_request_has_one_comment(
    runner: Path, tmp_path: Path, comments: str, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools, log = tmp_path / "tools", tmp_path / "log"
    tools.mkdir()
    (tools / "gh").write_text(GH, encoding="utf-8")
    (tools / "gh").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("GH_LOG", str(log))
    monkeypatch.setenv("GH_COMMENTS", comments)
    (runner / "seocheck-comment.md").write_text("<!-- seocheck -->\nScores.\n", encoding="utf-8")
    given = {"repository": "o/r", "number": "7"}
    code, printed, _ = run_step("Comment on the pull request", runner, tmp_path, **given)
    assert code == 0, printed
    asked, sent, *body = log.read_text(encoding="utf-8").splitlines()
    assert "--paginate repos/o/r/issues/7/comments" in asked
    assert target in sent
    assert body == ["<!-- seocheck -->", "Scores."]
    monkeypatch.setenv("GH_REFUSES", "1")
    code, printed, _ = run_step("Comment on the pull request", runner, tmp_path, **given)
    assert (code, "::warning::seocheck could not read the comments" in printed) == (0, True)


def test_the_comment_is_known_by_its_first_line(runner: Path, tmp_path: Path) -> None:
    site = odd_site(tmp_path / "site")
    name = "Compare with the base of the pull request"
    code, printed, _ = run_step(name, runner, site.root, paths=ODD, base="origin/main")
    assert code == 0, printed
    written = (runner / "seocheck-comment.md").read_text(encoding="utf-8")
    assert written.startswith("<!-- seocheck -->")


ODD = "-oREADME.md"
"""A file whose name is an option that writes over another one."""


def odd_site(root: Path) -> Site:
    site = Site(root)
    site.write("README.md", "keep me\n")
    site.write(ODD, BREAD)
    site.commit("odd")
    site.git("update-ref", "refs/remotes/origin/main", "HEAD")
    site.write(ODD, BREAD.replace("# Winter", "#### Winter"))
    site.commit("work")
    return site


def test_the_action_takes_no_name_for_an_option(runner: Path, tmp_path: Path) -> None:
    site = odd_site(tmp_path / "site")
    code, printed, _ = run_step("Check the articles", runner, site.root, paths=ODD)
    assert code == 0, printed
    assert ODD in printed
    name = "Compare with the base of the pull request"
    code, printed, _ = run_step(name, runner, site.root, paths=ODD, compare="comment.md", base="origin/main")
    assert code == 0, printed
    assert f"| {ODD} |" in (site.root / "comment.md").read_text(encoding="utf-8")
    assert (site.root / "README.md").read_text(encoding="utf-8") == "keep me\n"


@pytest.mark.parametrize("path", ["", "."])
def test_the_action_imports_nothing_of_the_checkout(
    runner: Path, tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = odd_site(tmp_path / "site")
    for name in ("yaml", "click", "msgspec", "multiprocessing", "sitecustomize", "pickle", "json"):
        site.write(f"{name}.py", f"open({str(tmp_path / 'sprung')!r}, 'w').close()\n")
    subprocess.run([sys.executable, "-c", "import yaml"], cwd=site.root, check=False, capture_output=True)
    assert (tmp_path / "sprung").exists()  # the trap is one
    (tmp_path / "sprung").unlink()
    if path:
        monkeypatch.setenv("PYTHONPATH", path)
    arguments = "--workers=2\n--no-cache\n--exit-zero"
    code, printed, _ = run_step("Check the articles", runner, site.root, paths=".", args=arguments)
    assert code == 0, printed
    name = "Compare with the base of the pull request"
    code, printed, _ = run_step(name, runner, site.root, paths=".", compare="comment.md", base="origin/main")
    assert code == 0, printed
    assert not (tmp_path / "sprung").exists()


def test_nothing_of_an_event_is_in_a_script() -> None:
    for each in ACTION["runs"]["steps"]:
        assert "${{" not in each.get("run", ""), "an expression in a script is code from whoever opens a pull request"


# -- pre-commit ---------------------------------------------------------------------------------------


def test_hooks_call_options_that_there_are() -> None:
    for hook in HOOKS:
        words = hook["entry"].split()
        assert words[:2] == ["seocheck", "check"]
        assert {word for word in words if word.startswith("--")} <= options()


def run_hook(hook: dict[str, Any], cwd: Path, *names: str, **config: list[str]) -> subprocess.CompletedProcess[str]:
    """A hook as pre-commit calls it: the entry, its arguments or those of the user, the names of files."""
    words = [*shlex.split(hook["entry"])[1:], *config.get("args", hook.get("args", [])), *names]
    command = [sys.executable, "-P", "-m", "seocheck", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=environment(), check=False)


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
@pytest.mark.parametrize(
    "config", [{}, {"args": ["--fail-on", "warning", "--"]}, {"args": []}], ids=["given", "own", "open"]
)
def test_hooks_take_no_name_for_an_option(hook: dict[str, Any], tmp_path: Path, config: dict[str, list[str]]) -> None:
    site = odd_site(tmp_path / "site")
    (site.root / ODD).write_text(FAULTY, encoding="utf-8")
    done = run_hook(hook, site.root, ODD, "a.md", **config)
    assert (site.root / "README.md").read_text(encoding="utf-8") == "keep me\n"
    if config.get("args") == []:
        assert done.returncode == 2
        assert f"“{ODD}” is an option, but there is also a file of that name" in done.stderr
    else:
        assert ODD in done.stdout + done.stderr
        assert done.returncode in (0, 1)


@pytest.mark.parametrize("name", ["a.md", "content/a.mdx", "a.html", "a.htm", "x/a.markdown"])
def test_hooks_take_articles(name: str) -> None:
    assert re.search(HOOKS[0]["files"], name)


@pytest.mark.parametrize("name", ["a.txt", "a.py", "md", "a.mdc", "a.html.j2"])
def test_hooks_leave_other_files(name: str) -> None:
    assert not re.search(HOOKS[0]["files"], name)


# -- docs/ci.md ---------------------------------------------------------------------------------------


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", CI, re.DOTALL)


def test_every_example_in_yaml_can_be_read() -> None:
    assert len(blocks("yaml")) >= 6
    for block in blocks("yaml"):
        assert yaml.safe_load(block)


def recipes() -> list[str]:
    """The commands that name files, in what docs tell to copy into CI."""
    found = []
    for name in ("ci.md", "formats.md"):
        text = (ROOT / "docs" / name).read_text(encoding="utf-8")
        for fence in re.findall(r"```(?:sh|yaml|make)\n(.*?)```", text, re.DOTALL):
            found += re.findall(r"\bseocheck (?:check|compare|site) [^|#\n]*", fence)
    return [command.strip() for command in found]


@pytest.mark.parametrize("recipe", recipes())
def test_recipes_end_their_options(recipe: str) -> None:
    _, name, *words = shlex.split(recipe)
    assert "--" in words
    named = words[words.index("--") + 1 :]
    group = cli.make_context("seocheck", [], resilient_parsing=True)
    command = cli.get_command(group, name)
    assert command is not None
    given = command.make_context(name, words).params
    assert [*filter(None, [given.get("base")]), *given["paths"]] == named != []


def test_every_command_there_exists() -> None:
    known = options()
    for line in re.findall(r"seocheck check([^|`\n#]*)", CI):
        for word in re.findall(r"(?<!\S)--[\w-]+", line):
            assert word in known, f"seocheck check {line}"
    commands = set(re.findall(r"\bseocheck (check|compare|init|show-config|\w+) [a-z.-]", CI)) & {"compare", "init"}
    context = cli.make_context("seocheck", [], resilient_parsing=True)
    for name in commands:
        assert cli.get_command(context, name) is not None


def test_two_hundred_articles_adopt_it_in_three_commands(tmp_path: Path) -> None:
    """What the first section promises, on articles of which many have faults."""
    words = "Rye bread from the old mill keeps for a week, and the crust stays crisp. "
    for number in range(200):
        title = f"Loaf number {number} of the winter bread from the old mill"
        lines = ["---", f"title: {title}"]
        lines += [f"title: Again {number}"] if number % 50 == 0 else []
        lines += ["description: Rye bread from the old mill that keeps for a week."] if number % 3 else []
        lines += ["keywords: [rye bread, umbrella]"] if number % 5 else []
        lines += ["---", "", "## The oven", "", words * (2 + number % 7), ""]
        lines += ["#### Too deep", "", f"See [here](https://example.org/{number}).", ""] if number % 4 else []
        file = tmp_path / "content" / f"{number % 10}" / f"{number}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(lines), encoding="utf-8")

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        return run_command(*arguments, cwd=tmp_path, SEOCHECK_CACHE_DIR=str(tmp_path / ".cache"))

    assert run("check", "content", "--quiet").returncode == 1
    init = run("init")
    assert init.returncode == 0, init.stderr
    assert "200 articles in content" in init.stdout.decode()
    wrote = run("check", "content", "--write-baseline")
    assert wrote.returncode == 0, wrote.stderr
    gate = ("check", "content", "--baseline", "seocheck-baseline.json", "--fail-on", "note", "--quiet")
    assert run(*gate).returncode == 0
    article = tmp_path / "content" / "1" / "1.md"
    article.write_text(article.read_text(encoding="utf-8") + "\n###### Far too deep\n\nText.\n", encoding="utf-8")
    failed = run(*gate)
    assert failed.returncode == 1
    assert b"content/1/1.md" in failed.stdout
    os.unlink(tmp_path / "content" / "0" / "0.md")
    pruned = run(*gate, "--prune-baseline")
    assert b"removed or lowered" in pruned.stderr
