"""What the page of an article shows, made from its report and its view."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.base.plural import plural
from seocheck.formats.findings import RANK
from seocheck.formats.people.for_people import in_numbers
from seocheck.formats.people.html.plots import Bars, bars
from seocheck.formats.people.html.snippet import Snippet, SocialCard, snippets, social_card
from seocheck.formats.people.view.article_view import ArticleView, BlockView
from seocheck.model.report import Fix, KeywordResult, Report, ReportedFinding, Struct, ZoneSupport

MARKS = {
    "exact": "=", "inflected": "~", "variant": "≈", "reordered": "+", "apart": "&", "partial": "/", "related": "?",
    "absent": "–",
}  # fmt: skip
"""A mark for each tier, so that they differ not only in colour."""
TIER_WORDS = {
    "exact": "word for word", "inflected": "in another form", "variant": "in another spelling",
    "reordered": "all words, in another order", "apart": "all words, apart", "partial": "some of the words",
    "related": "a related word", "absent": "not at all",
}  # fmt: skip
ZONES = {
    "title": "title", "description": "description", "h1": "H1", "introduction": "opening", "headings": "headings",
    "body": "body", "alt": "alt texts", "link": "links", "form": "forms", "quotation": "quotations", "code": "code",
    "slug": "address",
}  # fmt: skip
"""The zones of the keyword map, and their names."""
ALWAYS = ("title", "description", "h1", "introduction", "headings", "body")
"""Zones that have a column even if no keyword is there."""

_TAG = late_pattern(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")

MOST_SENTENCES = 1_200
"""Sentences with a bar."""
TALLEST = 60
"""Words of a sentence whose bar is as high as the plot."""


class NumberedFinding(Struct, frozen=True):
    """A finding with its number on the page, from 1, which the text refers to."""

    number: int
    finding: ReportedFinding
    in_text: bool


class RuleFindings(Struct, frozen=True):
    """The findings of one rule on the page. points: what they cost together. severity: the most severe of theirs."""

    rule: str
    severity: str
    points: float
    entries: tuple[NumberedFinding, ...]


class FixLine(Struct, frozen=True):
    """A finding to fix first. before, after: the score before and after the fix."""

    entry: NumberedFinding
    before: float
    after: float


class KeywordCell(Struct, frozen=True):
    """A keyword in a zone. mark: one sign. words: the same for a screen reader."""

    tier: str
    mark: str
    count: int
    words: str


class KeywordRow(Struct, frozen=True):
    """A keyword in the map. strip: how often it is said in each tenth of the text."""

    keyword: KeywordResult
    mark: str
    words: str
    cells: tuple[KeywordCell, ...]
    strip: Bars


class KeywordMap(Struct, frozen=True):
    """Keywords and zones. title: of the table. sums: how many are said, in part, and not."""

    title: str
    sums: str
    zones: tuple[str, ...]
    rows: tuple[KeywordRow, ...]


class OutlineEntry(Struct, frozen=True):
    """A heading. block: its number in the view. faults: what is wrong with it."""

    level: int
    text: str
    block: int
    faults: tuple[NumberedFinding, ...]


class ArticlePage(Struct, frozen=True):
    """All that the template shows. key: makes the anchors of this page unique if several pages share a file. lang: the
    language of the article's words, for the browser."""

    key: str
    lang: str
    report: Report
    view: ArticleView | None
    rules: tuple[RuleFindings, ...]
    by_index: dict[int, NumberedFinding]
    elsewhere: tuple[int, ...]
    fixes: tuple[FixLine, ...]
    snippets: tuple[Snippet, ...]
    card: SocialCard
    maps: tuple[KeywordMap, ...]
    outline: tuple[OutlineEntry, ...]
    sentences: Bars | None
    long_sentences: int
    has_hard_paragraph: bool
    not_assessed: tuple[tuple[str, str], ...]


def article_page(report: Report, view: ArticleView | None, key: str) -> ArticlePage:
    """The page of one article."""
    in_text = {index for block in view.blocks for index in block.findings} if view is not None else set()
    order = [index for group in _by_rule(report) for index in group]
    by_index = {
        index: NumberedFinding(number=number, finding=report.findings[index], in_text=index in in_text)
        for number, index in enumerate(order, 1)
    }
    blocks = view.blocks if view is not None else ()
    lengths = view.sentences[:MOST_SENTENCES] if view is not None else ()
    return ArticlePage(
        key=key, lang=language_tag(report), report=report,
        view=view, rules=tuple(_rule_findings(report, by_index)), by_index=by_index,
        elsewhere=tuple(sorted(view.elsewhere, key=lambda index: by_index[index].number)) if view is not None else (),
        fixes=tuple(_fixes(report, by_index)),
        snippets=tuple(snippets(report, view)), card=social_card(report, view),
        maps=tuple(
            _map(title, keywords)
            for title, keywords in (("Declared keywords", report.keywords), ("Tags", report.taxonomy)) if keywords
        ),
        outline=tuple(_outline(blocks, by_index)),
        sentences=_sentence_bars(view) if view is not None and len(lengths) > 1 else None,
        long_sentences=sum(sentence.is_long for sentence in lengths),
        has_hard_paragraph=any(block.is_hard for block in blocks),
        not_assessed=tuple(_not_assessed(report)),
    )  # fmt: skip


def _by_rule(report: Report) -> list[list[int]]:
    """The findings of each rule, by number; rules in the order of the report, those with something new first."""
    found: dict[str, list[int]] = {}
    for index, finding in enumerate(report.findings):
        found.setdefault(finding.rule, []).append(index)
    for group in found.values():
        group.sort(key=lambda index: report.findings[index].known)
    return sorted(found.values(), key=lambda group: all(report.findings[index].known for index in group))


def _rule_findings(report: Report, by_index: dict[int, NumberedFinding]) -> list[RuleFindings]:
    return [
        RuleFindings(
            rule=report.findings[group[0]].rule,
            severity=min((report.findings[index].severity for index in group), key=RANK.__getitem__),
            points=sum(report.findings[index].points for index in group),
            entries=tuple(by_index[index] for index in group),
        )
        for group in _by_rule(report)
    ]


def language_tag(report: Report) -> str:
    """The article's language as a browser and a screen reader take it: "pt-BR", "de"; "und" if it is unknown."""
    language = report.language
    if _TAG.fullmatch(language.tag) and language.tag.partition("-")[0].lower() == language.code:
        return language.tag
    return language.code if language.name and _TAG.fullmatch(language.code) else "und"


def _fixes(report: Report, by_index: dict[int, NumberedFinding]) -> list[FixLine]:
    before = report.score or 0.0
    lines = []
    fix: Fix
    for fix in report.fix_first:
        lines.append(FixLine(entry=by_index[fix.finding], before=before, after=fix.score_after))
        before = fix.score_after
    return lines


def _map(title: str, keywords: Sequence[KeywordResult]) -> KeywordMap:
    zones = tuple(zone for zone in ZONES if zone in ALWAYS or any(zone in k.zones for k in keywords))
    highest = max((count for keyword in keywords for count in keyword.spread), default=0)
    rows = tuple(
        KeywordRow(
            keyword=keyword, mark=MARKS.get(keyword.tier, ""), words=_tier_words(keyword),
            cells=tuple(_cell(keyword.zones.get(zone)) for zone in zones),
            strip=bars(
                keyword.spread, most=max(highest, 3), step=9, gap=1, height=18, least=4,
                label="times in each tenth of the text: " + ", ".join(map(str, keyword.spread)),
            ),
        )
        for keyword in keywords
    )  # fmt: skip
    return KeywordMap(title=title, sums=in_numbers(keywords), zones=zones, rows=rows)


def _tier_words(keyword: KeywordResult) -> str:
    """How closely a keyword is said, and what of it never is."""
    if keyword.tier == "apart" and [z for z, said in keyword.zones.items() if said.tier == "apart"] == ["code"]:
        return "only in code"
    never = f"; never {', '.join(f'“{part}”' for part in keyword.missing)}" if keyword.missing else ""
    return TIER_WORDS.get(keyword.tier, keyword.tier) + never


def _cell(support: ZoneSupport | None) -> KeywordCell:
    if support is None or support.tier == "absent":
        return KeywordCell(tier="absent", mark="", count=0, words="not at all")
    times = "once" if support.count == 1 else f"{support.count} times"
    return KeywordCell(
        tier=support.tier, mark=MARKS.get(support.tier, ""), count=support.count,
        words=f"{TIER_WORDS.get(support.tier, support.tier)}, {times}" if support.count else TIER_WORDS[support.tier],
    )  # fmt: skip


def _outline(blocks: Sequence[BlockView], by_index: dict[int, NumberedFinding]) -> list[OutlineEntry]:
    return [
        OutlineEntry(
            level=block.level, text="".join(segment.text for segment in block.segments), block=number,
            faults=tuple(by_index[i] for i in block.findings if by_index[i].finding.rule.startswith("headings/")),
        )
        for number, block in enumerate(blocks) if block.kind == "heading"
    ]  # fmt: skip


def _sentence_bars(view: ArticleView) -> Bars:
    shown = view.sentences[:MOST_SENTENCES]
    lengths = [sentence.length for sentence in shown]
    most = max(TALLEST * (3 if view.characters_counted else 1), 1)
    mean = sum(lengths) / len(lengths)
    unit = "characters" if view.characters_counted else "words"
    label = f"{plural(len(lengths), 'sentence')} of {min(lengths)} to {max(lengths)} {unit}, {mean:.0f} on average"
    if view.long_from:
        label += f"; {sum(s.is_long for s in shown)} have over {view.long_from}"
    step = max(min(14.0, 840 / len(lengths)), 0.7)
    drawn = bars(
        lengths, most=most, step=round(step, 2), gap=round(min(2.0, step * 0.25), 2), height=90, least=1,
        marked=[sentence.is_long for sentence in shown], label=label,
    )  # fmt: skip
    line = drawn.height * (1 - view.long_from / most) if 0 < view.long_from < most else 0.0
    return msgspec.structs.replace(drawn, line=round(line, 1))


def _not_assessed(report: Report) -> list[tuple[str, str]]:
    """By reason, with what can't be assessed because of it."""
    by_reason: dict[str, list[str]] = {}
    for item in report.not_assessed:
        by_reason.setdefault(item.reason, []).append(item.subject)
    return [(reason, ", ".join(subjects)) for reason, subjects in by_reason.items()]
