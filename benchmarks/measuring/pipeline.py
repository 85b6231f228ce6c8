"""The check of one article, cut into the stages whose time is measured.

The stages stand in the order in which a fact is first needed, so that each is timed alone: what a stage needs of
earlier ones is there already. That is what makes the times of rules comparable; in the check itself a fact is computed
when the first rule asks for it, and that rule would be charged with what all share.

Stages of kind "part" are pieces of the stage before them, timed apart; their time is in that stage's as well.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from seocheck.analysis import Analysis
from seocheck.analysis.prose.hardest import hardest
from seocheck.base.positions import LineIndex
from seocheck.base.text import Span
from seocheck.check.complete import settle
from seocheck.check.facts import keyword_result
from seocheck.check.reporter import _Reporter, check_article, read_article
from seocheck.check.run_rules import Outcome, run_rules
from seocheck.check.summary import summarise
from seocheck.config import Plan, Settings, make_plan
from seocheck.formats.people.styled import plain
from seocheck.formats.people.text import article_lines
from seocheck.model.article import Article, Format, Source
from seocheck.model.report import Place, Report
from seocheck.readers import decode, read
from seocheck.readers.formats import choose
from seocheck.readers.front_matter.declared import declared_fields
from seocheck.readers.front_matter.reader import read_front_matter
from seocheck.readers.markdown.body import read_body
from seocheck.readers.markdown.templating import hide

Kind = Literal["read", "facts", "rule", "report", "part"]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage: its name, what it belongs to, and what it does with a case."""

    name: str
    kind: Kind
    run: Callable[[Case], object]


class Case:
    """One article on its way through the stages: what each leaves for the next."""

    def __init__(self, path: str, data: bytes, plan: Plan) -> None:
        self.path = path
        self.data = data
        self.plan = plan
        self.source: Source = Source(path, "")
        self.body_start = 0
        self.raw: Article = Article(self.source, "markdown")
        self.article: Article = self.raw
        self.analysis: Analysis = Analysis(self.raw)
        self.outcome: Outcome = Outcome()
        self.report: Report | None = None

    @property
    def format(self) -> Format:
        """By the file's name and what it holds."""
        return choose(self.source.text, self.path).name


def default_plan(*, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Plan:
    """The rules that are on by default."""
    return make_plan(Settings(), select=select, ignore=ignore)


def every_rule() -> Plan:
    """All rules, those that are off by default too."""
    from seocheck.rulekit.registry import load_rules

    return make_plan(Settings(), select=tuple(load_rules()))


def check(path: str, data: bytes, plan: Plan) -> Report:
    """The whole check, as a run does it."""
    return check_article(read_article(decode(data, path), plan), plan)


# -- reading --------------------------------------------------------------------------------------


def _decode(case: Case) -> None:
    case.source = decode(case.data, case.path)


def _front_matter(case: Case) -> None:
    if case.format == "markdown":
        front = read_front_matter(case.source.text, byte_order_mark=case.source.byte_order_mark)
        declared_fields(front.values, None)
        case.body_start = front.body_start


def _body(case: Case) -> None:
    if case.format == "markdown":
        read_body(case.source.text, case.body_start, mdx=case.path.lower().endswith(".mdx"))
    else:
        read(case.source, case.format)


def _hide(case: Case) -> None:
    if case.format == "markdown":
        hide(case.source.text[case.body_start :], mdx=case.path.lower().endswith(".mdx"))


def _parse(case: Case) -> None:
    if case.format == "markdown":
        from seocheck.readers.markdown.walker import _PARSER

        for _ in _PARSER.events_with_range(case.source.text[case.body_start :]):
            pass


def _settle(case: Case) -> None:
    case.article = settle(case.raw, case.plan.settings)


# -- facts ----------------------------------------------------------------------------------------


def _fact(name: str) -> Callable[[Case], object]:
    def compute(case: Case) -> object:
        return getattr(case.analysis, name)

    return compute


# -- report ---------------------------------------------------------------------------------------


def _report(case: Case) -> None:
    case.report = _Reporter(case.analysis, case.plan, case.outcome).report()


def _summary(case: Case) -> object:
    return summarise(case.analysis, LineIndexed(case.source.text).place, "")


def _hardest(case: Case) -> object:
    return hardest(case.analysis.prose, case.analysis.language) if case.analysis.ease is not None else ()


def _keyword_map(case: Case) -> object:
    place = LineIndexed(case.source.text).place
    return [keyword_result(case.analysis, s, place) for s in case.analysis.support]


class LineIndexed:
    """Places in a text whose lines are counted once."""

    def __init__(self, text: str) -> None:
        self._lines = LineIndex(text)

    def place(self, span: Span) -> Place:
        """The range in lines and columns."""
        return Place(start=self._lines.position(span.start), end=self._lines.position(max(span.end, span.start)))


def _text(case: Case) -> object:
    assert case.report is not None
    return io.StringIO().write(plain(article_lines(case.report, width=100)))


def _json(case: Case) -> object:
    assert case.report is not None
    return case.report.to_json()


READING = (
    Stage("decode", "read", _decode),
    Stage("front matter", "read", _front_matter),
    Stage("body to blocks", "read", _body),
    Stage("the parser's events", "part", _parse),
    Stage("template code", "part", _hide),
    Stage("language, slug", "read", _settle),
)

FACTS = (
    Stage("words of all zones", "facts", _fact("words")),
    Stage("stems", "facts", lambda case: case.analysis.words.by_stem),
    Stage("keywords looked up", "facts", _fact("support")),
    Stage("tags looked up", "facts", _fact("taxonomy_support")),
    Stage("where keywords stand", "facts", _fact("spread")),
    Stage("sentences, counts", "facts", _fact("prose")),
    Stage("reading ease", "facts", _fact("ease")),
    Stage("school grades", "facts", _fact("school_grades")),
    Stage("repeated keywords", "facts", _fact("repeated_words")),
    Stage("salience (YAKE)", "facts", _fact("salience")),
)

REPORT = (
    Stage("report", "report", _report),
    Stage("hardest passages", "part", _hardest),
    Stage("keyword map", "part", _keyword_map),
    Stage("summary, signature", "part", _summary),
)

OUTPUT = (
    Stage("text output", "report", _text),
    Stage("JSON output", "report", _json),
)


def needed_facts(plan: Plan) -> tuple[Stage, ...]:
    """The facts that a plan's check computes: salience only where a rule asks for it."""
    salience = any("salience" in rule.loaded.rule.needs for rule in plan.rules)
    return tuple(stage for stage in FACTS if salience or not stage.name.startswith("salience"))


def rule_stages(plan: Plan) -> tuple[Stage, ...]:
    """One stage for each rule of the plan, run as the check runs it."""

    def alone(rule: Any) -> Callable[[Case], object]:
        single = Plan(settings=plan.settings, rules=(rule,), weights_hash=plan.weights_hash, partial=plan.partial)
        return lambda case: run_rules(case.analysis, single)

    return tuple(Stage(rule.loaded.id, "rule", alone(rule)) for rule in plan.rules)


def timed(
    case: Case, *, rules: tuple[Stage, ...], output: bool = True, clock: Callable[[], float] = time.process_time
) -> Iterator[tuple[Stage, float]]:
    """Send a case through all stages; each with its seconds of this process's own time."""

    def run(stages: tuple[Stage, ...]) -> Iterator[tuple[Stage, float]]:
        for stage in stages:
            start = clock()
            stage.run(case)
            yield stage, clock() - start

    yield from run(READING[:-1])
    case.raw = read(case.source, case.format)
    yield from run(READING[-1:])
    settings = case.plan.settings
    case.analysis = Analysis(case.article, title_template=settings.title_template)
    yield from run(needed_facts(case.plan))
    yield from run(rules)
    case.outcome = run_rules(case.analysis, case.plan)
    yield from run(REPORT)
    if output:
        yield from run(OUTPUT)
