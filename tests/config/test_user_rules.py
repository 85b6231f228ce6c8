"""Rules of somebody's own: run where somebody at the keyboard names them, and nowhere else."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

import seocheck
from seocheck.cli import main
from seocheck.errors import SeocheckError, SettingsError
from seocheck.rulekit.rule_set import built_in, rule_set
from tests.support import BODY, ROOT, markdown, new_cache, python_process, run_command, seocheck_process, write

PADDLE = '''\
"""A text that speaks of rowing where its boat is paddled.

What it finds
-------------
The word "rowing".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from seocheck.rulekit.api import Analysis, Between, Finding, Findings, Rule

RULE = Rule(weight=0, severity="warning", evidence="declared", needs=("body",))


@dataclass
class Said:
    word: str


def check(analysis: Analysis, *, word: str = "rowing", most: Annotated[int, Between(0, 9)] = 0) -> Findings:
    """word: the word that nobody is to write.
    most: how often it is fine.
    """
    said = Said(word)
    for block in analysis.article.blocks:
        for match in list(re.finditer(said.word, block.text.value))[most:]:
            span = block.text.span(*match.span())
            yield Finding(span, f"A canoe knows no “{word}”.", hint="Write “paddling”.", subject=word)
'''

RULE = """\
from seocheck.rulekit.api import Finding, Rule, Span
RULE = Rule(weight=0, severity='note', evidence='declared')
"""
"""How a short rule begins."""

CANOE = markdown(
    keywords="[sourdough bread, starter]", body=f"{BODY}\nWe went rowing on the lake. Then rowing again.\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article; the rules lie beside it, in `../own`."""
    monkeypatch.setenv("SEOCHECK_CACHE_DIR", new_cache())
    write(tmp_path, {"own/boats/rowing_word.py": PADDLE, "site/a.md": CANOE})
    monkeypatch.chdir(tmp_path / "site")
    return tmp_path / "site"


OWN = "../own"


def run(*args: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(args))
    return int(ended.value.code or 0)


def found(report: seocheck.Report, group: str = "boats/") -> list[str]:
    return [finding.rule for finding in report.findings if finding.rule.startswith(group)]


def test_without_being_named_nothing_is_loaded(folder: Path) -> None:
    assert not found(seocheck.check_file("a.md"))
    with pytest.raises(SettingsError, match="unknown rule or group “boats/rowing-word”"):
        seocheck.check_file("a.md", select=["boats/rowing-word"])


def test_a_folder_named_in_python(folder: Path) -> None:
    for report in (
        seocheck.check_file("a.md", rules=OWN),
        seocheck.check_text(CANOE, rules=[Path(OWN)]),
        next(seocheck.check_paths("a.md", rules=OWN)),
    ):
        assert found(report) == ["boats/rowing-word"] * 2
        finding = next(f for f in report.findings if f.rule == "boats/rowing-word")
        assert finding.quote == "rowing"
        assert finding.severity == "warning"
        assert finding.message == "A canoe knows no “rowing”."


def test_its_findings_cost_no_points_and_fail_by_their_severity(folder: Path) -> None:
    with_own, without = seocheck.check_file("a.md", rules=OWN), seocheck.check_file("a.md")
    assert (with_own.score, with_own.groups, with_own.weights) == (without.score, without.groups, without.weights)
    assert not with_own.partial
    assert all(f.points == f.gain == f.loss == 0 for f in with_own.findings if f.rule == "boats/rowing-word")
    assert run("check", "a.md", "--rules", OWN, "--fail-on", "warning", "-q") == 1
    assert run("check", "a.md", "--fail-on", "warning", "-q") == 0


def test_the_rules_list_says_where_it_comes_from(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "--rules", OWN) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("boats/rowing-word "))
    assert "A text that speaks of rowing where its boat is paddled (from ../own)" in line
    assert run("rule", "boats/rowing-word", "--rules", OWN) == 0
    shown = capsys.readouterr().out
    assert "from ../own" in shown
    assert "word: the word that nobody is to write. Default: rowing." in shown
    assert run("rule", "boats", "--rules", OWN) == 0
    assert "boats/rowing-word" in capsys.readouterr().out
    assert run("rule", "boats") == 2


def test_settings_set_its_options_and_severity(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"seocheck.yml": "rules: {boats/rowing-word: {most: 1}}\nseverities: {boats: error}\n"})
    report = seocheck.check_file("a.md", rules=OWN)
    assert [(f.rule, f.severity) for f in report.findings if f.rule.startswith("boats")] == [
        ("boats/rowing-word", "error")
    ]
    assert run("show-config", "a.md", "--rules", OWN) == 0
    shown = capsys.readouterr().out
    assert "boats/rowing-word: error" in shown
    assert "most: 1  # seocheck.yml:1" in shown


def test_settings_in_overrides_and_in_python(folder: Path) -> None:
    off = {"severities": {"boats/rowing-word": "off"}}
    assert not found(seocheck.check_file("a.md", rules=OWN, settings=off))
    write(folder, {"seocheck.yml": "overrides: [{files: a.md, rules: {boats/rowing-word: {word: lake}}}]\n"})
    report = seocheck.check_file("a.md", rules=OWN)
    assert [f.quote for f in report.findings if f.rule == "boats/rowing-word"] == ["lake"]
    loaded = seocheck.load_settings("seocheck.yml", rules=OWN)
    assert found(seocheck.check_file("a.md", rules=OWN, settings=loaded)) == ["boats/rowing-word"]


def test_settings_that_speak_of_it_need_it_to_be_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"seocheck.yml": "severities:\n  boats/rowing-word: error\n"})
    assert run("check", "a.md") == 2
    assert "seocheck.yml:2: severities: unknown rule or group “boats/rowing-word”" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [("check", "a.md"), ("site", "."), ("keywords", "a.md"), ("suggest", "a.md"), ("show-config",), ("rules",)],
    ids=str,
)
def test_every_command_takes_settings_that_speak_of_it(folder: Path, command: tuple[str, ...]) -> None:
    write(folder, {"seocheck.yml": "severities: {boats/rowing-word: note}\n"})
    assert run(*command, "--rules", OWN) == 0


def test_it_may_say_that_it_cannot_judge(folder: Path) -> None:
    code = RULE.replace("Rule, Span", "NotAssessedError, Rule, Span")
    write(
        folder,
        {"../own/boats/shy.py": f"{code}def check(analysis):\n    raise NotAssessedError('no oar')\n    yield\n"},
    )
    report = seocheck.check_file("a.md", rules=OWN)
    assert [each.reason for each in report.not_assessed if each.subject == "boats/shy"] == ["no oar"]
    assert not report.failures


def test_no_setting_loads_code(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"seocheck.yml": "rules: [../own]\n"})
    assert run("check", "a.md") == 2
    write(folder, {"seocheck.yml": "plugins: [../own]\n"})
    assert run("check", "a.md") == 2
    assert "unknown key “plugins”" in capsys.readouterr().err


def test_wrong_options_are_named_with_their_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"seocheck.yml": "rules:\n  boats/rowing-word:\n    most: 12\n"})
    assert run("check", "a.md", "--rules", OWN) == 2
    assert "seocheck.yml:3: rules: boats/rowing-word: most: expected a whole number <= 9" in capsys.readouterr().err


def test_the_schema_of_settings_knows_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema", "settings", "--rules", OWN) == 0
    schema = json.loads(capsys.readouterr().out)
    options = schema["properties"]["rules"]["properties"]["boats/rowing-word"]["properties"]
    assert options["most"] == {"description": "how often it is fine.", "type": "integer", "minimum": 0, "maximum": 9,
                               "default": 0}  # fmt: skip
    assert "boats" in schema["properties"]["severities"]["properties"]
    assert run("schema", "report", "--rules", OWN) == 2


def test_authors_and_settings_can_suppress_it(folder: Path) -> None:
    asks = CANOE.replace("We went", "<!-- seocheck-disable-next-line boats/rowing-word -- it was a race -->\nWe went")
    report = seocheck.check_text(asks, rules=OWN)
    assert not found(report)
    assert [(s.finding.rule, s.reason) for s in report.suppressed] == [("boats/rowing-word", "it was a race")] * 2
    report = seocheck.check_text(CANOE, rules=OWN, settings={"suppress": {"*": ["boats"]}})
    assert not found(report)
    assert len(report.suppressed) == 2
    assert found(report, "suppressions/") == []


def test_a_suppression_of_a_rule_that_is_not_loaded_is_of_no_use(folder: Path) -> None:
    asks = CANOE.replace("We went", "<!-- seocheck-disable-next-line boats/rowing-word -->\nWe went")
    assert found(seocheck.check_text(asks), "suppressions/") == ["suppressions/unused"]


def test_a_baseline_knows_its_findings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    args = ["check", "a.md", "--rules", OWN, "--fail-on", "warning", "-q", "--baseline", "known.json"]
    assert run(*args, "--write-baseline") == 0
    assert json.loads((folder / "known.json").read_text())["files"]["a.md"]["boats/rowing-word"] == 2
    assert run(*args) == 0
    write(folder, {"a.md": f"{CANOE}\nAnd rowing once more.\n"})
    assert run(*args) == 1


SHOWING = ("text", "json", "jsonl", "concise", "github", "gitlab", "sarif", "junit", "rdjson", "checkstyle", "markdown",
           "html")  # fmt: skip


def test_every_format_shows_it(folder: Path) -> None:
    written = [part for name in SHOWING for part in ("-f", f"{name}=out-{name}")]
    assert run("check", "a.md", "--rules", OWN, *written) == 0
    without = [name for name in SHOWING if "boats/rowing-word" not in (folder / f"out-{name}").read_text("utf-8")]
    assert without == []


def test_tables_count_its_findings_in_one_column(folder: Path) -> None:
    assert run("check", "a.md", "--rules", OWN, "-f", "csv=out.csv") == 0
    header, row = (folder / "out.csv").read_text(encoding="utf-8").splitlines()
    assert (header.split(",")[-1], row.split(",")[-1]) == ("own_rules", "2")


def test_workers_run_the_same_rules(folder: Path) -> None:
    write(folder, {f"{n:02}.md": CANOE.replace("lake", f"lake {n}") for n in range(20)})
    done = [
        run_command("check", "--workers", n, "--no-cache", "-f", "json", "--rules", OWN, ".", cwd=folder)
        for n in ("1", "3")
    ]
    assert done[0].stdout == done[1].stdout
    assert done[0].stdout.count(b'"boats/rowing-word"') == 42
    assert done[0].stderr == done[1].stderr


def test_workers_get_what_this_process_read(folder: Path) -> None:
    """The file may change while a run is under way: all articles are judged by the same text."""
    write(folder, {f"{n}.md": CANOE for n in range(4)})
    known = rule_set(OWN)
    write(folder, {"../own/boats/rowing_word.py": "raise SystemExit('not this')\n"})
    from seocheck.config import SettingsFinder
    from seocheck.runs.run import Candidate, Run
    from seocheck.runs.schedule import Checker

    checker = Checker(Run(SettingsFinder(rules=known)), workers=2)
    reports = [report for _, report in checker.results([Candidate(f"{n}.md", True) for n in range(4)])]
    assert [found(report) for report in reports] == [["boats/rowing-word"] * 2] * 4  # type: ignore[arg-type]


def test_a_rule_that_only_this_process_can_load_is_one_line(folder: Path) -> None:
    """A script's own folder is not searched in workers."""
    write(folder, {"../own/boats/beside.py": f"import helper_of_script\n{RULE}def check(analysis): yield from ()\n"})
    write(folder, {"../bin/helper_of_script.py": "", "../bin/go.py": (
        "import seocheck\ntry:\n    list(seocheck.check_paths(['a.md', 'b.md'], rules='../own', workers=2))\n"
        "except seocheck.SettingsError as error:\n    print(error)\n"
    ), "b.md": CANOE})  # fmt: skip
    done = python_process("import runpy, sys; sys.path.insert(0, '../bin'); sys.argv[0] = '../bin/go.py'; "
                          "runpy.run_path('../bin/go.py', run_name='__main__')", cwd=folder)  # fmt: skip
    assert "not a rule: ModuleNotFoundError in line 1" in done.stdout
    assert "Traceback" not in done.stderr


def test_the_cache_knows_one_text_of_a_rule_from_another(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def messages() -> set[str]:
        run("check", "a.md", "--rules", OWN, "-f", "json")
        report = json.loads(capsys.readouterr().out)["reports"][0]
        return {f["message"] for f in report["findings"] if f["rule"] == "boats/rowing-word"}

    assert messages() == messages() == {"A canoe knows no “rowing”."}
    write(folder, {"../own/boats/rowing_word.py": PADDLE.replace("A canoe knows", "Canoes know")})
    assert messages() == {"Canoes know no “rowing”."}
    run("check", "a.md", "-f", "json")
    assert "rowing-word" not in capsys.readouterr().out


def test_the_folder_of_rules_gets_no_files(folder: Path) -> None:
    seocheck.check_file("a.md", rules=OWN)
    assert sorted(path.name for path in (folder.parent / "own").rglob("*")) == ["boats", "rowing_word.py"]


def test_a_comparison_runs_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "a.md", "-f", "json=before.json") == 0
    assert run("compare", "before.json", "a.md", "--rules", OWN, "-f", "json") == 0
    (article,) = json.loads(capsys.readouterr().out)["articles"]
    assert {finding["rule"] for finding in article["worse"]} == {"boats/rowing-word"}


def test_a_rule_of_a_site(folder: Path) -> None:
    code = (
        'from seocheck.rulekit.api import Rule\nfrom seocheck.site.api import SiteFinding\n'
        'RULE = Rule(weight=0, severity="warning", evidence="declared", scope="site")\n'
        'def check(site):\n    for number, page in enumerate(site.index.pages()):\n'
        '        yield SiteFinding(number, page.summary.title_place, f"Page {number}.", "", "page")\n'
    )  # fmt: skip
    write(folder, {"../own/site/every_page.py": code, "b.md": CANOE})
    reports = list(seocheck.check_paths(".", rules=OWN, site=True))
    assert [found(report, "site/every") for report in reports] == [["site/every-page"]] * 2
    assert run("site", ".", "--rules", OWN, "--select", "site/every-page", "--fail-on", "warning", "-q") == 1


BAD = {
    "no rule": ("x = 1\n", "it has no RULE"),
    "no Python": ("def check(:\n", "SyntaxError in line 1"),
    "an import that isn't there": (f"{RULE}\nimport no_such_module\n", "ModuleNotFoundError in line 4"),
    "an end of the process": ("import sys\nsys.exit(3)\n", "it ends the process in line 2 (SystemExit: 3)"),
    "an end with no word": ("import os\nos._exit(0)\n", "it ends the process in line 2 (os._exit: 0)"),
    "an end that is no Exception": (
        "class End(BaseException): pass\nraise End('oar\\nlost')\n",
        "it ends the process in line 2 (End: oar lost)",
    ),
    "points": (
        f"{RULE.replace('weight=0', 'weight=2')}def check(analysis): yield\n",
        "a rule of your own costs no points: give it weight=0",
    ),
    "what others carry": (
        RULE.replace("weight=0", "weight=0, reports=('title',)") + "def check(analysis): yield\n",
        "drop “reports”",
    ),
    "an article's rule of a site": (
        RULE.replace("weight=0", "weight=0, scope='site'") + "def check(analysis): yield\n",
        "is for rules of the group “site”",
    ),
    "options without a type": (f"{RULE}def check(analysis, *, most=2): yield\n", "“most” needs a type"),
    "null bytes": ("\0", "in line"),
}


@pytest.mark.parametrize(("code", "why"), BAD.values(), ids=BAD)
def test_what_is_not_a_rule_is_one_line(folder: Path, code: str, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"../own/boats/wrong.py": code})
    assert run("check", "a.md", "--rules", OWN) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "own/boats/wrong.py: not a rule: " in said.err
    assert why in said.err or code == "\0"


def test_names_that_are_taken(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"../own/title/missing.py": PADDLE})
    assert run("check", "a.md", "--rules", OWN) == 2
    assert "“title/missing” is a rule of seocheck; give yours another name" in capsys.readouterr().err
    (folder / "../own/title/missing.py").unlink()
    write(folder, {"../more/boats/rowing_word.py": PADDLE})
    assert run("check", "a.md", "--rules", OWN, "--rules", "../more") == 2
    assert "“boats/rowing-word” is also a rule of " in capsys.readouterr().err


def test_a_group_of_seocheck_may_have_more_rules(folder: Path) -> None:
    write(folder, {"../own/title/rowing_word.py": PADDLE})
    assert found(seocheck.check_file("a.md", rules=OWN), "title/rowing") == ["title/rowing-word"] * 2


def test_a_folder_named_twice_counts_once(folder: Path) -> None:
    assert len(found(seocheck.check_file("a.md", rules=[OWN, f"{OWN}/."]))) == 2


@pytest.mark.parametrize(
    ("files", "given", "why"),
    [
        ({}, "../none", "../none: no such folder of rules"),
        ({"../flat/word.py": PADDLE}, "../flat", "no rule in this folder; a rule is"),
        ({"../odd/boats/Über.py": PADDLE}, "../odd", "can't be a rule's name"),
        ({"../odd/house/word.py": PADDLE}, "../odd", "the group “house” is for rules in settings"),
        ({"../odd/boats/word.py/x": ""}, "../odd", "can't be read: a folder, not a file"),
    ],
)
def test_folders_that_hold_no_rules(
    folder: Path, files: dict[str, str], given: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, files)  # type: ignore[arg-type]
    assert run("check", "a.md", "--rules", given) == 2
    assert why in capsys.readouterr().err
    with pytest.raises(SeocheckError):
        seocheck.check_file("a.md", rules=given)


FAILING = {
    "raises": ("    raise ValueError('no oar')\n    yield\n", "ValueError: no oar"),
    "yields text": ("    yield 'a finding'\n", "TypeError: check yields str, not Finding"),
    "points outside": (
        "    yield Finding(Span(5, 10**9), 'Outside.')\n",
        "ValueError: a finding is at 5 to 1000000000",
    ),
    "has no message": ("    yield Finding(Span(0, 1), 3)\n", "ValidationError: Expected `str`, got `int`"),
    "gives nothing to iterate": ("    return None\n", "TypeError"),
    "says nothing": ("    yield Finding(Span(0, 1), ' ')\n", "ValueError: a finding has no message"),
    "loses no number": (
        "    yield Finding(Span(0, 1), 'x', loss=float('nan'))\n",
        "ValueError: a finding has a loss of nan, which isn't from 0 to 1",
    ),
    "loses less than nothing": (
        "    yield Finding(Span(0, 1), 'x', loss=-0.5)\n",
        "ValueError: a finding has a loss of -0.5",
    ),
    "loses too much": ("    yield Finding(Span(0, 1), 'x', loss=1.5)\n", "ValueError: a finding has a loss of 1.5"),
    "points backwards": ("    yield Finding(Span(5, 3), 'x')\n", "ValueError: a finding is at 5 to 3"),
    "points before the text": ("    yield Finding(Span(-5, 3), 'x')\n", "ValueError: a finding is at -5 to 3"),
    "is related to what is outside": (
        "    yield Finding(Span(0, 1), 'x', related=(Span(1, 10**9),))\n",
        "ValueError: a finding is at 1 to 1000000000",
    ),
    "says several lines": ("    raise ValueError('no\\n  oar')\n    yield\n", "ValueError: no oar\n"),
    "raises what has no words": (
        "    class Mute(Exception):\n        def __str__(self): raise ValueError\n    raise Mute\n    yield\n",
        "Mute\n",
    ),
    "leaves": ("    raise SystemExit\n    yield\n", "it ends the process (SystemExit)\n"),
    "leaves with a code": ("    import sys; sys.exit(0)\n    yield\n", "it ends the process (SystemExit: 0)\n"),
    "leaves without a word": ("    import os; os._exit(0)\n    yield\n", "it ends the process (os._exit: 0)\n"),
    "becomes another program": (
        "    import os; os.execvp('true', ['true'])\n    yield\n",
        "it ends the process (os.execv",
    ),
    "interrupts": ("    raise KeyboardInterrupt\n    yield\n", "it ends the process (KeyboardInterrupt)\n"),
    "is cancelled": (
        "    import asyncio; raise asyncio.CancelledError('x')\n    yield\n",
        "it ends the process (CancelledError: x)\n",
    ),
}


def test_rules_that_fail_cost_themselves_and_nothing_else(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All of them in one run: none keeps another from its turn, whatever it does."""
    rules = {f"boats/{how.replace(' ', '-')}": (body, why) for how, (body, why) in FAILING.items()}
    for name, (body, _) in rules.items():
        write(folder, {f"../own/{name.replace('-', '_')}.py": f"{RULE}def check(analysis):\n{body}"})
    assert run("check", "a.md", "--rules", OWN, "-f", "json", "--no-cache") == 2
    said = capsys.readouterr()
    assert [name for name, (_, why) in rules.items() if f"a.md: rule {name} failed: {why}" not in said.err] == []
    assert said.err.count(" failed: ") == len(rules)
    report = json.loads(said.out)["reports"][0]
    assert report["score"] == seocheck.check_file("a.md").score
    assert sum(f["rule"] == "boats/rowing-word" for f in report["findings"]) == 2


@pytest.mark.parametrize("how", ["raises", "leaves without a word"])
def test_a_rule_that_fails_alone(folder: Path, how: str, capsys: pytest.CaptureFixture[str]) -> None:
    body, why = FAILING[how]
    write(folder, {"../own/boats/fails.py": f"{RULE}def check(analysis):\n{body}"})
    assert run("check", "a.md", "--rules", OWN, "-f", "json", "--no-cache") == 2
    said = capsys.readouterr()
    assert f"a.md: rule boats/fails failed: {why}" in said.err
    report = json.loads(said.out)["reports"][0]
    assert report["score"] == seocheck.check_file("a.md").score
    assert sum(f["rule"] == "boats/rowing-word" for f in report["findings"]) == 2


def test_a_finding_at_the_end_of_the_text_is_fine(folder: Path) -> None:
    code = (
        f"{RULE}def check(analysis):\n    end = len(analysis.article.source.text)\n"
        "    yield Finding(Span(end, end), 'x', loss=0.0)\n    yield Finding(Span(0, end), 'y', loss=1.0)\n"
    )
    write(folder, {"../own/boats/last.py": code})
    report = seocheck.check_file("a.md", rules=OWN)
    assert found(report, "boats/last") == ["boats/last"] * 2
    assert not report.failures


@pytest.mark.skipif(os.name != "posix", reason="the C library is another one")
@pytest.mark.parametrize("workers", ["1", "2", "0"])
def test_a_rule_that_ends_its_process_costs_an_article_and_never_the_exit_code(folder: Path, workers: str) -> None:
    """However it does that: `os._exit` is heard, and nothing else that ends a process at once."""
    code = (
        "import ctypes\n" + RULE + "def check(analysis):\n    if 'last word' in analysis.article.source.text:\n"
        "        ctypes.CDLL(None)._exit(0)\n    yield from ()\n"
    )
    write(folder, {"../own/boats/ends.py": code, "b.md": f"{CANOE}\nA last word.\n", "c.md": CANOE})
    done = seocheck_process("check", "a.md", "b.md", "c.md", "-q", "--rules", OWN, "--workers", workers, cwd=folder)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[0] == (
        "seocheck: b.md: the process that checked it ended while the rule boats/ends was running"
    )
    assert b"a.md" in done.stdout
    assert b"c.md" in done.stdout
    assert b"Traceback" not in done.stderr


def test_a_process_that_a_thread_of_a_rule_ends(folder: Path) -> None:
    code = (
        "import os, threading\n" + RULE + "def check(analysis):\n    threading.Timer(0, os._exit, [0]).start()\n"
        "    import time; time.sleep(20)\n    yield from ()\n"
    )
    write(folder, {"../own/boats/ends.py": code})
    done = seocheck_process("check", "a.md", "-q", "--rules", OWN, cwd=folder)
    assert done.returncode == 2
    assert b"the process that checked it ended while the rule boats/ends was running" in done.stderr


ONE, TWO, STDIN, SITE = ("check", "--workers", "1"), ("check", "--workers", "2"), ("check", "-"), ("site",)


@pytest.mark.parametrize(
    ("how", "args"),
    [
        *((how, ONE) for how in ("raise SystemExit(0)", "os._exit(0)", "raise KeyboardInterrupt", "sys.exit()")),
        *((how, args) for how in ("os._exit(0)", "raise KeyboardInterrupt") for args in (TWO, STDIN, SITE)),
        ("raise SystemExit(0)", SITE),
    ],
)
def test_a_rule_that_leaves_never_gives_success(folder: Path, how: str, args: tuple[str, ...]) -> None:
    site = args[0] == "site"
    scope = "scope='site', " if site else ""
    code = f"import os, sys\n{RULE.replace('Rule(', f'Rule({scope}')}def check(analysis):\n    {how}\n    yield\n"
    name = "site/ends" if site else "boats/ends"
    write(folder, {f"../own/{name}.py": code, "b.md": CANOE})
    paths = () if "-" in args else ("a.md", "b.md")
    done = seocheck_process(*args, "-f", "json", "--rules", OWN, "--no-cache", *paths, cwd=folder, stdin=CANOE.encode())
    if "Keyboard" in how and (site or "-" in args):
        assert (done.returncode, done.stderr.strip()) == (130, b"seocheck: interrupted")
        return
    assert done.returncode == 2
    assert f"rule {name} failed: it ends the process (".encode() in done.stderr
    assert b"Traceback" not in done.stderr
    assert len(json.loads(done.stdout)["reports"]) >= 1


def test_an_endless_rule_is_named(folder: Path) -> None:
    code = f"{RULE}def check(analysis):\n    while True:\n        pass\n    yield\n"
    write(folder, {"../own/boats/endless.py": code, "seocheck.yml": "max_seconds: 0.3\n", "b/c.md": CANOE})
    write(folder, {"b/seocheck.yml": "severities: {boats/endless: off}\n"})
    for workers in ("1", "2"):
        done = seocheck_process("check", "a.md", "b/c.md", "-q", "--rules", OWN, "--workers", workers, cwd=folder)
        assert done.returncode == 2
        assert done.stderr.decode().splitlines()[0] == (
            "seocheck: a.md: takes longer than 0.3 s (setting max_seconds); the rule boats/endless was running"
        )
        assert b"b/c.md" in done.stdout
    done = seocheck_process("check", "-", "-q", "--rules", OWN, "--workers", workers, cwd=folder, stdin=CANOE.encode())
    assert b"-: takes longer than 0.3 s (setting max_seconds); the rule boats/endless was running" in done.stderr


def test_loading_has_a_time(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("seocheck.rulekit.sources.LOAD_SECONDS", 0.2)
    write(folder, {"../own/boats/endless.py": "while True: pass\n"})
    assert run("check", "a.md", "--rules", OWN) == 2
    said = capsys.readouterr()
    assert "own/boats/endless.py: not a rule: loading it takes longer than 0.2 s\n" in said.err
    assert run("test-rule", f"{OWN}/boats/endless.py", "cases.yml") == 2
    assert "not a rule: loading it takes longer than 0.2 s" in capsys.readouterr().err


def test_what_a_rule_imports_may_take_its_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Near miss: a large library, imported at the top."""
    monkeypatch.setattr("seocheck.rulekit.sources.LOAD_SECONDS", 0.2)
    slow = "import time\nend = time.thread_time() + 0.5\nwhile time.thread_time() < end: pass\n"
    write(folder, {"../libraries/slow_library.py": slow, "../own/boats/fine.py": (
        f"import slow_library\n{RULE}def check(analysis):\n    yield from ()\n"
    )})  # fmt: skip
    monkeypatch.syspath_prepend(str(folder.parent / "libraries"))
    monkeypatch.setenv("PYTHONPATH", str(folder.parent / "libraries"))
    assert run("check", "a.md", "--rules", OWN, "-q") == 0
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as on POSIX")
@pytest.mark.parametrize("at", ["load", "check"])
def test_who_is_terminated_blames_no_rule(folder: Path, at: str) -> None:
    """The signal comes while a rule is loaded or runs."""
    ends = "os.kill(os.getpid(), signal.SIGTERM); time.sleep(5)"
    code = "import os, signal, time\n" + (f"{ends}\n{RULE}" if at == "load" else RULE)
    code += f"def check(analysis):\n    {ends if at == 'check' else 'pass'}\n    yield from ()\n"
    write(folder, {"../own/boats/slow.py": code})
    done = seocheck_process("check", "-", "--rules", OWN, cwd=folder, stdin=CANOE.encode())
    assert (done.returncode, done.stderr) == (143, b"seocheck: terminated\n")


SITE_RULE = """\
from seocheck.rulekit.api import Rule, Span
from seocheck.site.api import SiteFinding
RULE = Rule(weight=0, severity="warning", evidence="declared", scope="site")
def check(site):
    yield SiteFinding(0, None, "Fine.", "", "x")
    yield {}
"""


@pytest.mark.parametrize(
    ("yields", "why"),
    [
        ("SiteFinding(0, None, ' ', '', 'x')", "ValueError: a finding has no message"),
        ("SiteFinding(7, None, 'x', '', 'x')", "ValueError: a finding is in article 7, but there are only 2"),
        ("SiteFinding(0, Span(9, 2), 'x', '', 'x')", "ValueError: a finding is at 9 to 2"),
        ("SiteFinding(0, None, 'x', '', 'x', listing=4)", "ValueError: a finding is in sitemap or feed 4"),
        ("3", "TypeError: check yields int, not SiteFinding"),
        ("SiteFinding(0, None, 3, '', 'x')", "ValidationError: Expected `str`, got `int`"),
    ],
)
def test_a_rule_of_a_site_that_fails(folder: Path, yields: str, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"../own/site/wrong.py": SITE_RULE.format(yields), "b.md": CANOE})
    assert run("site", ".", "--rules", OWN, "-f", "json", "--no-cache") == 2
    said = capsys.readouterr()
    assert f"rule site/wrong failed: {why}" in said.err
    assert "Fine." not in said.out


def test_nothing_is_shared_between_calls(folder: Path) -> None:
    before = dict(built_in().group_by_rule)
    seocheck.check_file("a.md", rules=OWN)
    assert dict(built_in().group_by_rule) == before
    assert not found(seocheck.check_file("a.md"))


def test_watch_reads_changed_rules_again(folder: Path) -> None:
    from tests.cli.test_watch import Watched

    watched = Watched(folder, rules=(OWN,))
    write(folder, {"../own/boats/rowing_word.py": PADDLE.replace("A canoe knows", "Canoes know")})
    assert "Canoes know no “rowing”." in watched.saw("../own/boats/rowing_word.py")


def package(site: Path, name: str = "canoes", *, value: str = "canoes.rules", code: str = PADDLE) -> None:
    """An installed package with a rule, as pip leaves it."""
    write(site, {
        f"{name}/__init__.py": "raise SystemExit('a package is not imported to find its rules')\n",
        f"{name}/rules/__init__.py": "", f"{name}/rules/boats/rowing_word.py": code,
        f"{name}-1.2.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n",
        f"{name}-1.2.dist-info/entry_points.txt": f"[seocheck.rules]\nboats = {value}\n",
    })  # fmt: skip


def test_rules_of_an_installed_package(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    package(folder.parent / "packages")
    monkeypatch.syspath_prepend(str(folder.parent / "packages"))
    assert found(seocheck.check_file("a.md")) == ["boats/rowing-word"] * 2
    assert run("rules") == 0
    assert "(from canoes 1.2)" in capsys.readouterr().out


def test_a_package_in_the_working_folder_is_not_used(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    package(folder / "venv" / "packages")
    monkeypatch.syspath_prepend(str(folder / "venv" / "packages"))
    assert not found(seocheck.check_file("a.md"))
    assert run("check", "a.md", "-q") == 0
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert "the rules of the package canoes 1.2 are not used: it lies in the working folder (" in said[0]
    monkeypatch.chdir(folder.parent)
    monkeypatch.syspath_prepend(os.curdir)
    assert not found(seocheck.check_file("site/a.md"))


def test_a_package_whose_code_lies_in_the_working_folder_is_not_used(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editable install: the metadata lies with the others, the code where it is written."""
    package(folder / "src")
    write(folder.parent, {
        f"packages/canoes-1.2.dist-info/{name}": (folder / "src" / "canoes-1.2.dist-info" / name).read_text()
        for name in ("METADATA", "entry_points.txt")
    })  # fmt: skip
    for name in ("METADATA", "entry_points.txt"):
        (folder / "src" / "canoes-1.2.dist-info" / name).unlink()
    monkeypatch.syspath_prepend(str(folder / "src"))
    monkeypatch.syspath_prepend(str(folder.parent / "packages"))
    assert not found(seocheck.check_file("a.md"))
    monkeypatch.chdir(folder.parent / "own")
    assert found(seocheck.check_file(folder / "a.md")) == ["boats/rowing-word"] * 2


def test_a_package_without_the_folder_it_names(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    package(folder.parent / "packages", value="canoes.nothing")
    monkeypatch.syspath_prepend(str(folder.parent / "packages"))
    assert run("check", "a.md") == 2
    assert "canoes 1.2: the entry point “boats” in seocheck.rules names no package" in capsys.readouterr().err


def test_the_cache_knows_what_a_package_imports_of_its_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from seocheck.rulekit.installed import installed_rules

    package(folder.parent / "packages")
    monkeypatch.syspath_prepend(str(folder.parent / "packages"))
    (before,), _ = installed_rules()
    write(folder.parent, {"packages/canoes/rules/words.py": "WORD = 'oar'\n"})
    monkeypatch.syspath_prepend(str(folder.parent / "more"))  # as another process has it
    (after,), _ = installed_rules()
    assert before.code == after.code
    assert before.beside != after.beside


CASES = """\
- name: a canoe that is rowed
  is: fail
  article: |
    # Canoes

    We went rowing on the lake.
  findings:
    - {at: rowing, says: knows no, hint: paddling, severity: warning}

- name: a canoe that is paddled
  is: pass
  article: "We went paddling."

- name: a row of canoes
  is: near-miss
  article: "A row of canoes lies on the shore."
"""


def test_cases_of_a_rule(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"cases.yml": CASES})
    assert run("test-rule", f"{OWN}/boats/rowing_word.py", "cases.yml") == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("boats/rowing-word: 3 cases, all as expected\n", "")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("at: rowing", "at: row", "expected at: “row”, got:\n  warning at “rowing”: A canoe knows no “rowing”."),
        ("knows no", "has no", "expected says: “has no”"),
        ("hint: paddling", "hint: sailing", "hint: Write “paddling”."),
        ("severity: warning", "severity: error", "expected severity: “error”"),
        ("A row of", "A rowing of", "cases.yml:14: a row of canoes: expected no findings, got:"),
        ("We went rowing", "We went sailing", "expected 1 finding, got: nothing"),
    ],
)
def test_cases_that_are_not_as_expected(
    folder: Path, old: str, new: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, {"cases.yml": CASES.replace(old, new)})
    assert run("test-rule", f"{OWN}/boats/rowing_word.py", "cases.yml") == 1
    said = capsys.readouterr().out
    assert why in said
    assert said.endswith("boats/rowing-word: 3 cases, 1 not as expected\n")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("name: x", "cases.yml: expected a list of cases"),
        ("- {name: x, is: maybe}", "cases.yml:1: not a case: Invalid enum value 'maybe' - at `$.is`"),
        ("- {name: x, is: pass, artikel: y}", "unknown field `artikel`"),
        ("- {name: x, is: fail, article: y}", "cases.yml:1: a case that fails has findings"),
        ("\n- [", "cases.yml:3: not valid YAML"),
        ("- {name: x, is: pass, files: {../../a.md: x}}", "files lie in the case's own folder"),
        ("- {name: x, is: pass, article: y, settings: {langauge: en}}", "unknown key “langauge”; did you mean"),
    ],
)
def test_files_of_cases_that_are_none(folder: Path, text: str, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"cases.yml": text})
    assert run("test-rule", f"{OWN}/boats/rowing_word.py", "cases.yml") == 2
    assert why in capsys.readouterr().err


def test_a_rule_of_seocheck_is_taken_as_it_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rule, cases = "rules/headings/too_long.py", "tests/rules/headings/too_long.yml"
    assert run("test-rule", str(ROOT / rule), str(ROOT / cases)) == 0
    assert "headings/too-long: " in capsys.readouterr().out
    write(folder, {"../own/headings/too_long.py": (ROOT / rule).read_text()})
    assert run("test-rule", f"{OWN}/headings/too_long.py", str(ROOT / cases)) == 2
    assert "is a rule of seocheck; give yours another name" in capsys.readouterr().err


def test_a_kind_of_case_that_is_missing_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"cases.yml": CASES.partition("- name: a row")[0]})
    assert run("test-rule", f"{OWN}/boats/rowing_word.py", "cases.yml") == 0
    assert "no case of the kind “near-miss”" in capsys.readouterr().err
    assert run("test-rule", "missing.py", "cases.yml") == 2
    assert run("test-rule", "a.md", "cases.yml") == 2


def test_a_rule_that_fails_in_a_case(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"cases.yml": CASES, "../own/boats/fails.py": f"{RULE}def check(analysis):\n    yield 1 / 0\n"})
    assert run("test-rule", f"{OWN}/boats/fails.py", "cases.yml") == 1
    assert "the rule failed: ZeroDivisionError: division by zero" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("raise SystemExit(0)", "the rule failed: it ends the process (SystemExit: 0)"),
        ("import os; os._exit(0)", "the rule failed: it ends the process (os._exit: 0)"),
        ("raise ValueError('no\\n oar')", "the rule failed: ValueError: no oar"),
        ("while True: pass", "the rule failed: it takes longer than 0.3 s (setting max_seconds)"),
    ],
)
def test_a_rule_that_ends_or_never_ends_in_a_case(folder: Path, body: str, why: str) -> None:
    write(folder, {
        "cases.yml": CASES.partition("- name: a canoe that is paddled")[0] + "  settings: {max_seconds: 0.3}\n",
        "../own/boats/fails.py": f"{RULE}def check(analysis):\n    {body}\n    yield\n",
    })  # fmt: skip
    done = seocheck_process("test-rule", f"{OWN}/boats/fails.py", "cases.yml", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.decode().splitlines() == [
        f"cases.yml:1: a canoe that is rowed: {why}", "boats/fails: 1 case, 1 not as expected"
    ]  # fmt: skip


def diagnostics(folder: Path, **options: Any) -> list[str]:
    from tests.lsp.client import Client

    with Client(folder, **options) as client:
        return [each["code"] for each in client.open("a.md", CANOE.replace("description:", "about:"))]


def test_an_editor_runs_them_where_its_own_settings_name_them(folder: Path) -> None:
    pytest.importorskip("pygls")
    own = str((folder / OWN).resolve())
    for options in (
        {"command": ("-m", "seocheck", "lsp", "--rules", OWN)},
        {"initialization_options": {"rules": [own]}},
    ):
        assert diagnostics(folder, **options).count("boats/rowing-word") == 2


@pytest.mark.parametrize("given", [{"rules": ["own"]}, {"rules": "own"}, {"rules": [3]}, {"rules": ["/none/x"]}, 3])
def test_an_editor_takes_none_from_the_open_folder(folder: Path, given: object) -> None:
    pytest.importorskip("pygls")
    write(folder, {"own/boats/rowing_word.py": PADDLE, ".vscode/settings.json": '{"seocheck.rules": ["own"]}'})
    codes = diagnostics(folder, initialization_options=given)
    assert "description/missing" in codes
    assert "boats/rowing-word" not in codes


def test_a_server_with_rules_that_are_none_ends_with_a_line(folder: Path) -> None:
    pytest.importorskip("pygls")
    done = seocheck_process("lsp", "--rules", "../none", cwd=folder)
    assert done.returncode == 2
    assert done.stderr == b"seocheck: ../none: no such folder of rules\n"


def test_the_example_in_the_documentation_is_a_rule_with_cases(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")

    def block(name: str) -> str:
        return page.partition(f"<!-- own {name}: begin -->\n```")[2].partition("\n")[2].partition("```\n")[0]

    write(folder, {"house-rules/boats/rowing_word.py": block("rule"), "cases.yml": block("cases")})
    assert run("test-rule", "house-rules/boats/rowing_word.py", "cases.yml") == 0
    assert capsys.readouterr().out == "boats/rowing-word: 3 cases, all as expected\n"
    assert found(seocheck.check_file("a.md", rules="house-rules")) == ["boats/rowing-word"] * 2
