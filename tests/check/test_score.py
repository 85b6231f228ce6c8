"""The score: its arithmetic alone, and as reports show it."""

from __future__ import annotations

import pytest

import seocheck
from seocheck.check.score import PILLARS, SCALE, RuleLoss, combined, grade_of, pillar_of, score_rules
from seocheck.model.report import Report
from tests.support import BODY, PROSE, markdown

TEXTS = {
    "decent": markdown(),
    "nothing declared": BODY,
    "no keywords": markdown(keywords=None),
    "empty": "",
    "broken front matter": "---\ntitle: [open\n---\n\n" + BODY,
    "keywords nobody supports": markdown(keywords="[trains, boats, planes, mountain bikes]"),
    "every fault": markdown(
        title="x " * 90,
        description="Short.",
        keywords="[a; b, a; b]",
        body=f"Slug: x\n\n#### Deep\n\n{BODY}\n# One\n\n# Two\n",
    ),
}


@pytest.fixture(params=TEXTS)
def report(request: pytest.FixtureRequest) -> Report:
    return seocheck.check_text(TEXTS[request.param])


def test_points_add_up_to_what_the_score_lacks(report: Report) -> None:
    assert report.score is not None
    assert sum(f.points for f in report.findings) == pytest.approx(100 - report.score, abs=0.01)


def test_groups_make_up_the_score(report: Report) -> None:
    assert report.score == pytest.approx(sum(g.score * g.share for g in report.groups), abs=0.01)
    assert sum(g.share for g in report.groups) == pytest.approx(1, abs=1e-4)


def test_errors_come_first_then_what_gains_most(report: Report) -> None:
    order = [(f.severity != "error", -f.gain) for f in report.findings]
    assert order == sorted(order)
    assert all(0 <= f.gain <= f.points + 0.01 for f in report.findings)


def test_what_to_fix_first_is_an_error_or_the_greatest_gain(report: Report) -> None:
    if not report.fix_first:
        return
    first = report.fix_first[0]
    assert report.score is not None
    errors = [f for f in report.findings if f.severity == "error" and f.gain >= 0.05]
    greatest = max(f.gain for f in errors or report.findings)
    assert report.findings[first.finding].gain == pytest.approx(greatest, abs=1e-3)
    assert first.score_after == pytest.approx(report.score + report.findings[first.finding].gain, abs=1e-3)
    after = [fix.score_after for fix in report.fix_first]
    assert after == sorted(after)
    assert after[-1] <= 100.0001


# -- the arithmetic -------------------------------------------------------------------------------


def test_losses_combine_with_falling_cost() -> None:
    assert combined([]) == 0
    assert combined([0.5]) == 0.5
    assert combined([0.5, 0.5]) == 0.75
    assert combined([1.0, 0.5]) == 1
    assert combined([2.0, -1.0]) == 1  # what is out of range is brought into it


RULES = [
    RuleLoss("keywords/one", "keywords", 20, (0.5, 0.2, 0.1)),
    RuleLoss("keywords/two", "keywords", 14, (0.9,)),
    RuleLoss("keywords/holds", "keywords", 5, ()),
    RuleLoss("title/three", "title", 8, (1.0, 0.4)),
    RuleLoss("description/four", "description", 6, (0.5,)),
    RuleLoss("links/five", "links", 4, (0.3,)),
    RuleLoss("links/informs", "links", 0, (0.9,)),
]


def recomputed(rules: list[RuleLoss], fixed: set[tuple[str, int]]) -> float:
    """The score by its definition, without the findings in `fixed`."""
    lost = {"keywords": 0.0, "title and description": 0.0, "everything else": 0.0}
    for rule in rules:
        kept = [loss for i, loss in enumerate(rule.losses) if (rule.rule, i) not in fixed]
        lost[pillar_of(rule.group)] += rule.weight * combined(kept)
    shares = {name: PILLARS[name] for name in lost}
    return 100 * (1 - sum(min(shares[name], lost[name]) for name in lost) / sum(shares.values()))


def test_score_points_and_gains_by_hand() -> None:
    scored = score_rules(RULES)
    assert scored.score == pytest.approx(recomputed(RULES, set()))
    assert sum(scored.points.values()) == pytest.approx(100 - (scored.score or 0))
    assert ("links/informs", 0) not in scored.points
    for key, gain in scored.gains.items():
        assert gain == pytest.approx(recomputed(RULES, {key}) - (scored.score or 0)), key
    # Two faults of which either would cost everything: to fix one gains little, to fix both gains all.
    assert scored.gains["title/three", 0] == pytest.approx(100 * (8 * 0.6) / 65)
    assert scored.gains["title/three", 1] == pytest.approx(0)


def test_a_pillar_loses_its_share_at_most() -> None:
    whole = [RuleLoss(rule, "keywords", 30, (1.0,)) for rule in ("keywords/a", "keywords/b")]
    scored = score_rules([*whole, RuleLoss("title/c", "title", 5)])
    assert scored.score == pytest.approx(100 * 25 / 55)
    assert scored.points["keywords/a", 0] == pytest.approx(scored.points["keywords/b", 0])
    assert scored.gains["keywords/a", 0] == 0
    assert [(group.group, group.score) for group in scored.groups] == [("keywords", 0), ("title and description", 100)]


def test_a_rule_that_holds_dilutes_none_that_fails() -> None:
    failing = [RuleLoss("title/a", "title", 4, (0.5,))]
    assert score_rules(failing).score == score_rules([*failing, RuleLoss("title/b", "title", 20)]).score


def test_a_pillar_that_counts_in_part() -> None:
    rules = [RuleLoss("readability/a", "readability", 10, (1.0,)), RuleLoss("title/b", "title", 5)]
    whole, half = score_rules(rules), score_rules(rules, parts={"readability": 0.5})
    assert whole.score == pytest.approx(100 * (1 - 10 / 45))
    assert half.score == pytest.approx(100 * (1 - 5 / 35))
    assert score_rules(rules, parts={"readability": 0.0}).score == 100


def test_points_are_shared_in_proportion() -> None:
    scored = score_rules([RuleLoss("a/one", "a", 1, (0.6, 0.3))])
    assert scored.points["a/one", 0] == pytest.approx(2 * scored.points["a/one", 1])


def test_fix_first_is_greedy_and_truthful() -> None:
    scored = score_rules(RULES)
    fixed: set[tuple[str, int]] = set()
    for key, after in scored.fix_first:
        others = [k for k in scored.gains if k not in fixed]
        best = max(recomputed(RULES, fixed | {k}) for k in others)
        assert after == pytest.approx(best)
        fixed.add(key)
        assert after == pytest.approx(recomputed(RULES, fixed))
    assert len(scored.fix_first) == 3


def test_what_is_urgent_is_fixed_first() -> None:
    least = min(
        (key for key, gain in score_rules(RULES).gains.items() if gain >= 0.05),
        key=score_rules(RULES).gains.__getitem__,
    )
    scored = score_rules(RULES, urgent={least})
    assert scored.fix_first[0][0] == least
    assert scored.fix_first[1][0] == score_rules(RULES).fix_first[0][0]


def test_fixes_that_gain_nothing_are_not_named() -> None:
    assert score_rules([RuleLoss("a/one", "a", 1, (0.5,)), RuleLoss("a/two", "a", 1)]).fix_first == (
        (("a/one", 0), 100.0),
    )
    assert score_rules([RuleLoss("a/two", "a", 1)]).fix_first == ()


def test_nothing_assessed_gives_no_score() -> None:
    for rules in ([], [RuleLoss("a/informs", "a", 0, (0.5,))]):
        scored = score_rules(rules)
        assert (scored.score, scored.groups) == (None, ())


def test_thousands_of_findings_are_scored_at_once() -> None:
    scored = score_rules([RuleLoss("a/one", "a", 5, (0.01,) * 20_000), RuleLoss("a/two", "a", 1)])
    assert scored.score == pytest.approx(50)
    assert len(scored.gains) == 20_000


@pytest.mark.parametrize(
    ("score", "grade"),
    [(100, "A"), (90, "A"), (89.99, "B"), (80, "B"), (70, "C"), (60, "D"), (59.9, "E"), (0, "E"), (None, "–")],
)
def test_grades(score: float | None, grade: str) -> None:
    assert grade_of(score) == grade
    assert grade_of(score, error=True) == max(grade, "C" if score is not None else grade)


# -- in reports -----------------------------------------------------------------------------------


def of(report: Report, rule: str) -> seocheck.Finding:
    (finding,) = [f for f in report.findings if f.rule == rule]
    return finding


@pytest.mark.parametrize(
    ("field", "rule", "costs"),
    [("title", "title/missing", 8), ("description", "description/missing", 8), ("keywords", "keywords/missing", 2.4)],
)
def test_a_missing_declaration_costs_what_its_rule_says(field: str, rule: str, costs: float) -> None:
    report = seocheck.check_text(markdown(**{field: None}))
    missing = of(report, rule)
    assert missing.points == missing.gain == pytest.approx(costs * 100 / shares_of(report), abs=0.01)
    assert any(n.subject.startswith(f"{field}/") for n in report.not_assessed)


def shares_of(report: Report) -> float:
    """The points that all pillars assessed have together; readability has part of its own where the text is short."""
    others = sum(PILLARS[group.group] for group in report.groups if group.group != "readability")
    return others / (1 - sum(group.share for group in report.groups if group.group == "readability"))


def test_front_matter_that_cannot_be_read_says_nothing_of_its_fields() -> None:
    report = seocheck.check_text("---\ntitle: [open\n---\n\n" + BODY)
    rules = {f.rule for f in report.findings}
    assert "front-matter/invalid" in rules
    assert not {"title/missing", "description/missing", "keywords/missing"} & rules
    assert report.findings[0].rule == "front-matter/invalid"
    assert not {"keywords", "title and description"} & {group.group for group in report.groups}
    assert report.grade not in ("A", "B")


def test_readability_fades_in_with_the_words() -> None:
    def share(words: int) -> float:
        text = markdown(lang="en", body="Bread is good today. " * (words // 4))
        report = seocheck.check_text(text, select=["readability/long-sentences", "headings/no-h1"])
        return next((g.share for g in report.groups if g.group == "readability"), 0.0)

    assert share(148) == 0
    assert 0 < share(160) < share(200) < share(300)
    assert share(300) == share(400) == pytest.approx(20 / 35)


def test_the_weights_hash_names_the_scale() -> None:
    plain = seocheck.check_text(markdown())
    assert plain.scale == SCALE
    assert plain.weights == seocheck.check_text(PROSE).weights  # of the rules, not of the article
    others = [
        {"ignore": ["headings"]},
        {"profile": "docs"},
        {"severities": {"headings/no-h1": "off"}},
    ]
    hashes = {seocheck.check_text(markdown(), settings=s).weights for s in others}
    assert len({plain.weights, *hashes}) == 4
    same = [{"severities": {"headings/no-h1": "note"}}, {"ignore": ["keywords/undeclared-topic"]}, {"language": "en"}]
    assert {seocheck.check_text(markdown(), settings=s).weights for s in same} == {plain.weights}
    assert seocheck.check_text(markdown(), select=["title"]).weights == plain.weights


@pytest.mark.parametrize(
    ("select", "ignore", "partial"),
    [
        ((), (), False),
        (("headings",), (), True),
        ((), ("headings/no-h1",), True),
        ((), ("keywords/undeclared-topic",), False),  # weighs nothing
    ],
)
def test_partial(select: tuple[str, ...], ignore: tuple[str, ...], partial: bool) -> None:
    assert seocheck.check_text(markdown(), select=select, ignore=ignore).partial == partial


def test_suggestions_cost_nothing() -> None:
    report = seocheck.check_text(markdown(keywords="[starter]"))
    suggestions = [f for f in report.findings if f.severity == "suggestion"]
    assert all(f.points == f.gain == f.loss == 0 for f in suggestions)


def test_more_easy_keywords_do_not_dilute_an_empty_one() -> None:
    few = seocheck.check_text(markdown(keywords="[trains, bread, starter]"))
    many = seocheck.check_text(markdown(keywords="[trains, bread, starter, dough, flour, water, salt, oven, pot, lid]"))
    assert of(few, "keywords/unsupported").points == pytest.approx(of(many, "keywords/unsupported").points)


def test_a_keyword_costs_less_the_later_it_is_declared() -> None:
    def points(keywords: str) -> float:
        return of(seocheck.check_text(markdown(keywords=keywords)), "keywords/unsupported").points

    assert points("[trains, starter, bread]") > points("[starter, trains, bread]") > points("[starter, bread, trains]")
