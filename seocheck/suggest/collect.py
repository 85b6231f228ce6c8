"""Suggestions for one article: read it, ask each part, and tell what each suggestion would gain."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from seocheck.analysis import Analysis
from seocheck.analysis.declared.own_words import is_from_text
from seocheck.base.plural import plural
from seocheck.base.positions import LineIndex
from seocheck.base.text import Span, Text
from seocheck.check.reporter import check_article, read_article
from seocheck.config import Plan, Settings, SettingsFinder, load_settings, make_plan, settings_from
from seocheck.model.article import Article, Field, Keyword, Source
from seocheck.model.report import NotAssessed, Place
from seocheck.readers import decode
from seocheck.runs.run import Run, read_bytes
from seocheck.suggest import headings, keywords
from seocheck.suggest.sentences import descriptions
from seocheck.suggest.suggestions import DescriptionCandidate, DroppableKeyword, SuggestedKeyword, Suggestions

GAINS = 10
"""Keywords to drop for which the gain is worked out: each takes a check of the whole article."""

SettingsLike = Settings | Mapping[str, Any] | str | Path | None


def suggest(path: str | Path, *, settings: SettingsLike = None) -> Suggestions:
    """Suggestions for the article in a file, whatever it is named.

    settings: without it the closest `seocheck.yml` above the file holds.

    Raises UnreadableError for a file that cannot be read, SettingsError for settings that cannot be used.
    """
    name = os.fspath(path)
    plan = plan_for(name, settings)
    return suggestions_of(read_bytes(name, plan.settings), name.replace(os.sep, "/"), plan)


def suggestions_of(data: bytes, path: str, plan: Plan) -> Suggestions:
    """Suggestions for the article that these bytes are. Raises UnreadableError for what isn't text."""
    return suggestions(read_article(decode(data, path), plan), plan)


def suggest_text(text: str, *, path: str = "<text>", settings: SettingsLike = None) -> Suggestions:
    """Suggestions for an article given as text; no file is read.

    path: a name whose ending tells the format. settings: without it the defaults hold.
    """
    plan = make_plan(_settings(settings) or Settings())
    mark = text.startswith("\ufeff")
    source = Source(path.replace(os.sep, "/"), text[1:] if mark else text, "utf-8", mark)
    return suggestions(read_article(source, plan), plan)


def plan_for(path: str, settings: SettingsLike = None) -> Plan:
    """The plan that holds for an article at this path. Raises SettingsError."""
    return Run(SettingsFinder(_settings(settings))).plan_for(path)


def suggestions(article: Article, plan: Plan) -> Suggestions:
    """Suggestions for an article that has been read and settled."""
    analysis = Analysis.of(article, plan.settings)
    lines = LineIndex(article.source.text, article.source.marks)

    def place(span: Span) -> Place:
        return Place(start=lines.position(span.start), end=lines.position(max(span.end, span.start)))

    worth = list(keywords.worth_declaring(analysis, place))
    drop = list(keywords.worth_dropping(analysis, place))
    found = list(descriptions.candidates(analysis, place, bounds_of(plan)))
    gains = _Gains(article, plan)
    return Suggestions(
        path=article.source.path,
        language=article.language.code,
        score=None if gains.score is None else round(gains.score, 4),
        description=article.description.text.value if article.description else "",
        description_from_text=is_from_text(article),
        keywords=tuple(msgspec.structs.replace(k, gain=gains.of_keyword(k)) for k in worth),
        drop=(*(msgspec.structs.replace(k, gain=gains.of_drop(k)) for k in drop[:GAINS]), *drop[GAINS:]),
        shorten=tuple(keywords.worth_shortening(analysis, place)),
        headings=tuple(headings.could_carry(analysis, place)),
        descriptions=tuple(msgspec.structs.replace(d, gain=gains.of_description(d)) for d in found),
        not_assessed=tuple(_not_assessed(analysis)),
    )


def bounds_of(plan: Plan) -> descriptions.Widths:
    """The widths that the site's own settings ask for, or the defaults."""
    options = {rule.loaded.id: rule.options for rule in plan.rules}
    least = getattr(options.get("description/too-short"), "min_pixels", descriptions.MIN_PIXELS)
    most = getattr(options.get("description/too-long"), "max_pixels", descriptions.MAX_PIXELS)
    return descriptions.Widths(least, max(least, most))


def _not_assessed(analysis: Analysis) -> Iterable[NotAssessed]:
    article = analysis.article
    if article.fields_unknown:
        reason = "the front matter can't be read"
        yield NotAssessed(subject="declared fields", reason=reason)
    why = analysis.unavailable("body") or analysis.unavailable("salience")
    if why:
        yield NotAssessed(subject="keywords worth declaring", reason=why)
    elif analysis.word_count < keywords.ENOUGH and analysis.keywords:
        few = f"too little text: {plural(analysis.word_count, 'word')} of prose, at least {keywords.ENOUGH} are needed"
        yield NotAssessed(subject="keywords worth dropping", reason=few)


class _Gains:
    """What the score would be with one suggestion taken."""

    def __init__(self, article: Article, plan: Plan) -> None:
        self._article = article
        # Neither changes a score, and both take longer than all the rest.
        settings = msgspec.structs.replace(plan.settings, school_grades=False)
        rules = tuple(rule for rule in plan.rules if rule.loaded.id != "keywords/undeclared-topic")
        self._plan = replace(plan, settings=settings, rules=rules)
        self.score = self._score(article)

    def _score(self, article: Article) -> float | None:
        return check_article(article, self._plan).score

    def _gain(self, article: Article) -> float:
        after = self._score(article)
        return 0.0 if after is None or self.score is None else round(after - self.score, 4)

    def of_description(self, candidate: DescriptionCandidate) -> float:
        declared = self._article.description
        text = Text(candidate.text, (), anchor=declared.key_span if declared else self._article.metadata_span)
        key = declared.key if declared else "description"
        return self._gain(replace(self._article, description=Field(key, text, text.anchor)))

    def of_keyword(self, keyword: SuggestedKeyword) -> float:
        declared = self._article.keywords
        text = Text(keyword.text, (), anchor=self._article.metadata_span)
        more = Keyword(text, len(declared), primary=not declared)
        return self._gain(replace(self._article, keywords=(*declared, more), keywords_declared=True))

    def of_drop(self, keyword: DroppableKeyword) -> float:
        start = keyword.place.start.offset
        kept = [k for k in self._article.keywords if k.text.span().start != start]
        renumbered = tuple(replace(k, rank=rank) for rank, k in enumerate(kept))
        return self._gain(replace(self._article, keywords=renumbered, keywords_declared=bool(renumbered)))


def _settings(given: SettingsLike) -> Settings | None:
    if given is None or isinstance(given, Settings):
        return given
    if isinstance(given, (str, Path)):
        return load_settings(given)
    return settings_from(given)
