"""The gate against regressions: what it calls slower, and what not. Times here are made, none is measured."""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import regression
from measuring.gate import OTHERS, judged, least, reference, slower
from measuring.pipeline import default_plan, needed_facts, rule_stages

BASELINE = {"words": 1.0, "prose": 0.5, "salience": 8.0, "tiny/a": 0.004, "tiny/b": 0.006}


def measured(**changes: float) -> dict[str, float]:
    return {name: value * changes.get(name.replace("/", "_"), 1.0) for name, value in BASELINE.items()}


def test_the_same_is_not_slower() -> None:
    assert slower(BASELINE, BASELINE) == []


@pytest.mark.parametrize("stage", ["words", "prose", "salience"])
def test_a_stage_that_takes_two_fifths_longer_is_slower(stage: str) -> None:
    (told,) = slower(BASELINE, measured(**{stage: 1.4}))
    assert told.stage == stage
    assert told.factor == pytest.approx(1.4)


def test_a_fifth_more_is_not() -> None:
    assert slower(BASELINE, measured(words=1.2, prose=1.25, salience=1.3)) == []


def test_small_stages_are_judged_together() -> None:
    assert slower(BASELINE, measured(tiny_a=1.5)) == []
    (told,) = slower(BASELINE, measured(tiny_a=1.5, tiny_b=1.5))
    assert told.stage == OTHERS


def test_the_worst_comes_first() -> None:
    assert [told.stage for told in slower(BASELINE, measured(words=1.5, prose=3.0))] == ["prose", "words"]


def test_new_and_lost_stages_are_no_regressions() -> None:
    found = {"words": 1.0, "prose": 0.5, "another": 99.0}
    assert slower(BASELINE, found) == []


def test_noise_in_one_measurement_is_forgiven() -> None:
    answers = iter([measured(words=2.0), measured(prose=1.9), BASELINE])
    found, worse = judged(lambda: next(answers), BASELINE)
    assert worse == []
    assert found == least(measured(words=2.0), measured(prose=1.9))


def test_what_is_always_slower_fails_after_all_attempts() -> None:
    asked = itertools.count()

    def measure() -> dict[str, float]:
        return measured(words=1.4 + 0.2 * (next(asked) % 2))

    _, worse = judged(measure, BASELINE, attempts=4)
    assert [told.stage for told in worse] == ["words"]
    assert worse[0].factor == pytest.approx(1.4)
    assert next(asked) == 4


def test_the_reference_does_the_same_every_time() -> None:
    assert reference() == reference() > 0


# -- the measurement itself, with a clock that says what the test wants --------------------------------


class Clock:
    """Every stage takes a second, except those that are slowed, and whatever spins gets on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 0.001
        return self.now


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, float]]:
    def run(**slow: float) -> dict[str, float]:
        clock = Clock()

        def timed(case: object, **_: object) -> Iterator[tuple[object, float]]:
            for stage in (*needed_facts(default_plan()), *rule_stages(default_plan())[:3]):
                clock.now += 1
                yield stage, 1.0

        monkeypatch.setattr(regression, "timed", timed)
        monkeypatch.setattr(regression, "cases", lambda: [("a.md", b"# A\n\nThe text.\n")])
        monkeypatch.setattr(regression, "check", lambda *_: setattr(clock, "now", clock.now + 1))
        monkeypatch.setattr(regression.time, "process_time", clock)
        monkeypatch.setattr(regression, "forget_words", lambda: None)
        return regression.Measure({name.replace("_", " "): factor for name, factor in slow.items()})()

    return run


def test_a_stage_made_slower_is_what_the_gate_tells(fake: Callable[..., dict[str, float]]) -> None:
    baseline = fake()
    assert slower(baseline, fake()) == []
    (told,) = slower(baseline, fake(stems=1.4))
    assert told.stage == "stems"
    assert told.factor == pytest.approx(1.4, rel=0.02)


def test_new_words_made_slower_are_told(fake: Callable[..., dict[str, float]]) -> None:
    (told,) = slower(fake(), fake(words_never_met=1.5))
    assert told.stage == regression.NEW_WORDS


def test_baseline_is_written_as_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    regression.write({"b": 0.123456789, "a": 2.0}, path)
    kept = json.loads(path.read_text("utf-8"))
    assert kept == {"python": regression.version(), "stages": {"a": 2.0, "b": 0.12346}}


def test_what_is_new_is_added_and_nothing_else_changes(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    regression.write({"a": 2.0}, path, python="3.99")
    assert regression.add({"a": 3.0, "c": 1.0, "b": 1.0}, path) == ["b", "c"]
    assert json.loads(path.read_text("utf-8")) == {"python": "3.99", "stages": {"a": 2.0, "b": 1.0, "c": 1.0}}
    assert regression.add({"a": 3.0}, path) == []


def test_the_baseline_here_names_the_stages_there_are() -> None:
    stages = set(json.loads(regression.BASELINE.read_text("utf-8"))["stages"])
    plan = default_plan()
    new = {stage.name for stage in (*rule_stages(plan), *needed_facts(plan))} - stages
    assert not new, "python benchmarks/regression.py --add writes what is new into the baseline"


def test_words_are_forgotten() -> None:
    from seocheck.analysis.words.folding import fold

    fold("Überschriften")
    assert sum(map(_kept, _word_caches())) > 0
    regression.forget_words()
    assert sum(map(_kept, _word_caches())) == 0


def _word_caches() -> list[Any]:
    modules = [module for name, module in sys.modules.items() if name.startswith("seocheck")]
    caches = [value for module in modules for value in vars(module).values() if hasattr(value, "cache_info")]
    return [value for value in caches if (value.cache_info().maxsize or 10**9) >= 1000]


def _kept(cache: Any) -> int:
    return int(cache.cache_info().currsize)
