"""What is imported when, and what still works without it. Each case in a process of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support import ROOT, markdown, python_process

LISTING = """\
import sys
from seocheck.cli import main
try:
    main(sys.argv[1:])
finally:
    heavy = {"yake", "textstat", "nltk", "numpy", "rich"}
    print("MODULES", sorted({m.partition(".")[0] for m in sys.modules} & heavy))
"""


@pytest.mark.parametrize(
    "args",
    [
        ["--version"],
        ["--help"],
        ["rules"],
        ["rule", "title/missing"],
        ["schema"],
        ["check", "--select", "headings", "a.md"],
    ],
    ids=" ".join,
)
def test_light_commands_import_nothing_heavy(tmp_path: Path, args: list[str]) -> None:
    (tmp_path / "a.md").write_text(markdown())
    done = python_process(LISTING, *args, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.splitlines()[-1].removeprefix("MODULES ")
    assert loaded == "[]"


def test_a_whole_check_imports_no_rich_without_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(markdown())
    done = python_process(LISTING, "check", "a.md", cwd=tmp_path)
    assert "rich" not in done.stdout.splitlines()[-1]
    assert "nltk" not in done.stdout.splitlines()[-1]


CHECKING = """\
import sys, socket, json
def refuse(*_, **__):
    raise AssertionError("the network was asked for")
socket.socket.connect = socket.socket.connect_ex = refuse
socket.create_connection = socket.getaddrinfo = refuse
blocked = set(filter(None, sys.argv[1].split(",")))
class Block:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in blocked:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Block())
import seocheck
print(seocheck.check_text(open("a.md", encoding="utf-8").read()).to_json())
"""


def checked(folder: Path, blocked: str = "", **environment: str) -> dict[str, object]:
    # Twice the text, so that there is enough of it for a phrase to stand out.
    phrase = (
        "\n\n## Baskets\n\nThe proving basket stands in the cold. A proving basket keeps it warm.\n\n## Why\n\n"
        "No proving basket, no loaf. Any proving basket will do, but wash the proving basket.\n"
    )
    article = markdown(title="Sourdough bread from a proving basket", keywords="[starter, rye crispbread]")
    (folder / "a.md").write_text(article + markdown().split("---")[2] + phrase)
    done = python_process(CHECKING, blocked, cwd=folder, **environment)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    report: dict[str, object] = json.loads(done.stdout)
    return report


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """The report where nothing is missing."""
    return checked(tmp_path_factory.mktemp("whole"))


def reasons(report: dict[str, object]) -> dict[str, str]:
    return {n["subject"]: n["reason"] for n in report["not_assessed"]}  # type: ignore[attr-defined]


def test_without_yake_everything_else_works(tmp_path: Path, whole: dict[str, object]) -> None:
    without = checked(tmp_path, "yake")
    assert "keywords/undeclared-topic" not in reasons(whole)
    assert "yake is not installed" in reasons(without)["keywords/undeclared-topic"]
    assert without["score"] == whole["score"]
    assert without["readability"] == whole["readability"]
    scored = [f for f in whole["findings"] if f["rule"] != "keywords/undeclared-topic"]  # type: ignore[attr-defined]
    assert without["findings"] == scored
    assert scored != whole["findings"]


def test_without_textstat_everything_else_works(tmp_path: Path, whole: dict[str, object]) -> None:
    without = checked(tmp_path, "textstat")
    assert whole["readability"]["school_grades"] is not None  # type: ignore[index]
    assert without["readability"]["school_grades"] is None  # type: ignore[index]
    assert reasons(without)["school grades"].startswith("textstat ")
    assert without["score"] == whole["score"]
    assert without["findings"] == whole["findings"]


def test_without_either_or_rich(tmp_path: Path, whole: dict[str, object]) -> None:
    assert checked(tmp_path, "yake,textstat,nltk,numpy,rich")["score"] == whole["score"]


def test_nltk_and_its_data_change_no_number(tmp_path: Path, whole: dict[str, object]) -> None:
    for corpus in ("cmudict", "words"):
        folder = tmp_path / "data" / "corpora" / corpus
        folder.mkdir(parents=True)
        (folder / corpus).write_text("BREAD 1 B R EH1 D AH0 D AH0 D AH0\nSTARTER 1 S\n")
    assert checked(tmp_path, NLTK_DATA=str(tmp_path / "data")) == whole
    assert checked(tmp_path, "nltk") == whole


def test_only_one_module_each_names_yake_textstat_and_rich() -> None:
    """What may be missing, or is slow to import, is imported in one place."""
    homes: dict[str, set[str]] = {"yake": set(), "textstat": set(), "rich": set()}
    for path in (ROOT / "seocheck").rglob("*.py"):
        for line in path.read_text(encoding="utf-8").splitlines():
            words = line.split()
            if len(words) > 1 and words[0] in ("import", "from"):
                top = words[1].partition(".")[0]
                if top in homes:
                    homes[top].add(path.name)
    assert homes["yake"] <= {"yake_library.py"}
    assert homes["textstat"] <= {"school_grades.py"}
    assert homes["rich"] <= {"terminal.py"}
