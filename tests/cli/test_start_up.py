"""What a start costs: modules imported and patterns compiled, counted, since seconds differ between machines."""

from __future__ import annotations

import gc
import pickle
import pkgutil
import re
from importlib import import_module

import pytest

import seocheck
from seocheck.base.late_pattern import _LatePattern, late_pattern
from seocheck.rulekit.registry import SITE, load_rules
from seocheck.rulekit.rule_set import built_in
from tests.support import markdown, python_process

COUNTING = """\
import os, re._compiler, sys
os.environ.pop("SEOCHECK_CACHE_DIR", None)
os.environ.pop("CI", None)
compiled, real = [], re._compiler.compile
def noted(*given):
    compiled.append(given)
    return real(*given)
re._compiler.compile = noted
from seocheck.cli import main
try:
    main(sys.argv[1:])
finally:
    print("COUNTED", len(compiled), len(sys.modules), *sorted({m.partition(".")[0] for m in sys.modules}))
"""

PATTERNS = {"changed": 190, "unchanged": 30}
"""How many patterns a check of one English article may compile, most of them for its text."""
MODULES = {"changed": 600, "unchanged": 245}
"""How many modules it may have imported."""
NEVER = {"yake", "networkx", "segtok", "numpy", "jellyfish", "regex", "simplemma", "rich", "jinja2", "nltk"}


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What was counted for an article that is new to the cache, and for the same again."""
    folder = tmp_path_factory.mktemp("start")
    (folder / "a.md").write_text(markdown())
    found = {}
    home = str(folder / "home")
    for run in ("first", "changed", "unchanged"):
        if run == "changed":
            (folder / "a.md").write_text(markdown() + "\nOne more line about the bread.\n")
        done = python_process(COUNTING, "check", "a.md", cwd=folder, HOME=home, XDG_CACHE_HOME=home)
        assert done.returncode == 0, done.stderr
        found[run] = done.stdout.splitlines()[-1].split()[1:]
    return found


@pytest.mark.parametrize("run", ["changed", "unchanged"])
def test_a_check_stays_within_its_budget(counted: dict[str, list[str]], run: str) -> None:
    patterns, modules, *packages = counted[run]
    assert int(patterns) <= PATTERNS[run]
    assert int(modules) <= MODULES[run]
    assert not NEVER & set(packages)


def test_what_is_known_from_before_needs_no_reader_and_no_rule(counted: dict[str, list[str]]) -> None:
    assert not {"yaml", "hashlib", "pathlib"} & set(counted["unchanged"])
    assert "seocheck_rules" not in counted["unchanged"]
    assert "seocheck_rules" in counted["changed"]


def test_every_late_pattern_compiles() -> None:
    for module in pkgutil.walk_packages(seocheck.__path__, "seocheck."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    gc.unfreeze()  # what tests/conftest.py has it leave alone is not found
    late = [found for found in gc.get_objects() if type(found) is _LatePattern]
    gc.freeze()
    assert len(late) > 300
    for pattern in late:
        re.compile(pattern.pattern, pattern._given)


def test_a_late_pattern_is_like_another() -> None:
    late, at_once = late_pattern(r"(?P<word>\w+) b", re.IGNORECASE), re.compile(r"(?P<word>\w+) b", re.IGNORECASE)
    assert late.pattern == at_once.pattern
    assert late.flags == at_once.flags
    assert late.groupindex == at_once.groupindex
    assert late.sub(r"\1", "A B, a b") == at_once.sub(r"\1", "A B, a b")
    assert late.findall("A B") == at_once.findall("A B")
    match = pickle.loads(pickle.dumps(late)).search("x A B")
    assert match is not None
    assert match["word"] == "A"
    with pytest.raises(AttributeError):
        late.nothing  # noqa: B018
    with pytest.raises(re.error):
        late_pattern("(").search("")


def test_the_rules_that_see_a_site_are_those_of_its_folder() -> None:
    for name, loaded in load_rules().items():
        assert (loaded.rule.scope == "site") == (loaded.group == SITE), name
    assert set(built_in().in_scope("article")) | set(built_in().in_scope("site")) == set(load_rules())
