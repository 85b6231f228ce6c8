"""The Report of one article: plain, frozen values that are complete in themselves.

Nothing in it depends on an output format, and no format needs the article's file again: positions are
resolved in every unit and the source lines shown are kept. `schema()` publishes the JSON form.
"""

# Annotations are real types here: as texts they would be read one by one when the decoder of cached reports is made.

from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec

from seocheck.base.late_pattern import late_pattern
from seocheck.base.positions import Position
from seocheck.model.rule import Severity

SCHEMA_VERSION = 2
"""Raised when a key of the JSON form is renamed or removed, or its meaning changes."""


_SURROGATE = late_pattern("[\ud800-\udfff]")


class Struct(msgspec.Struct, frozen=True, kw_only=True):
    """A plain frozen record."""


class Place(Struct, frozen=True, kw_only=True):
    """A range of the source: from `start` up to, not including, `end`."""

    start: Position
    end: Position


class SourceLine(Struct, frozen=True, kw_only=True):
    """A line of the source as shown with a finding, or the part of a long one around the finding.

    first_column: the column, from 1, of the first character of `text`.
    """

    number: int
    text: str
    first_column: int = 1


class ReportedFinding(Struct, frozen=True, kw_only=True):
    """A fault with its place, what it costs, and what to do.

    id: stable under edits elsewhere: rule, subject and ordinal.
    known: whether it is not new: it is in a baseline, or outside the changed lines. Then it fails no gate,
    but still costs its points.
    quote: the source's words at the place, at most 200 characters.
    loss: its share of the rule's weight, 0 to 1. points: what it costs of 100; all points
    add up to 100 − score. gain: what the score would rise by if it alone were fixed.
    count: the faults of one rule that it stands for; the places of the others are `related`.
    """

    rule: str
    severity: Severity
    message: str
    hint: str
    subject: str
    measured: str
    target: str
    place: Place
    quote: str
    line: SourceLine | None
    loss: float
    points: float
    gain: float
    id: str
    related: tuple[Place, ...] = ()
    count: int = 1
    known: bool = False


class SuppressedFinding(Struct, frozen=True, kw_only=True):
    """A finding that the author, or the settings, asked not to be told of: it costs nothing and fails nothing.

    by: a comment in the text, the front matter, or a setting. reason: what they gave for it, "" for none.
    place: of the comment or the front matter's entry; None for a setting.
    """

    finding: ReportedFinding
    by: Literal["comment", "front matter", "settings"]
    reason: str = ""
    place: Place | None = None


class GroupResult(Struct, frozen=True, kw_only=True):
    """A pillar of the score, such as "keywords": its score, 0 to 100, and its part of the whole, 0 to 1."""

    group: str
    score: float
    share: float


class Fix(Struct, frozen=True, kw_only=True):
    """A finding to fix first and the score once it and those before are fixed.

    finding: its index among the findings. rule, message: what it says.
    """

    finding: int
    score_after: float
    rule: str = ""
    message: str = ""


class NotAssessed(Struct, frozen=True, kw_only=True):
    """A rule, or a figure of the report, that could not be judged, and why."""

    subject: str
    reason: str


class IgnoredPart(Struct, frozen=True, kw_only=True):
    """A part of the file that was not counted as the article's words."""

    text: str
    reason: str
    place: Place


class DeclaredField(Struct, frozen=True, kw_only=True):
    """A declared value: the name it was declared under, where it comes from, and its place."""

    key: str
    text: str
    origin: str
    place: Place


class ZoneSupport(Struct, frozen=True, kw_only=True):
    """The best tier of a keyword in one zone, and how often it is met there."""

    tier: str
    count: int


class Evidence(Struct, frozen=True, kw_only=True):
    """The words that support a keyword, and their place."""

    tier: str
    zone: str
    words: str
    place: Place


class KeywordResult(Struct, frozen=True, kw_only=True):
    """A declared keyword and how the article supports it.

    tier: the best over the article itself (title, description and slug are declarations and do not count).
    count: exact and inflected occurrences in prose and headings. spread: the same in each tenth of the
    words of prose and headings; ten numbers. missing: the parts of a partly said keyword that the article never says;
    empty where only what nobody misses isn't said ("tutorial").
    """

    text: str
    rank: int
    primary: bool
    key: str
    place: Place
    tier: str
    count: int
    zones: Mapping[str, ZoneSupport]
    evidence: Evidence | None
    stems: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    spread: Annotated[tuple[Annotated[int, msgspec.Meta(ge=0)], ...], msgspec.Meta(min_length=10, max_length=10)] = (
        0,
    ) * 10


class ReadingEaseResult(Struct, frozen=True, kw_only=True):
    """Reading ease by the language's published formula."""

    value: float
    band: str
    formula: str
    source: str


class SchoolGradesResult(Struct, frozen=True, kw_only=True):
    """US school grades as textstat defines them; `consensus` is the median of the grades."""

    grades: Mapping[str, float]
    consensus: float


class HardPassage(Struct, frozen=True, kw_only=True):
    """A sentence or a paragraph that lowers the reading ease.

    quote: its words as they read, at most 300 characters. words: how many it has. gain: points, on the formula's own
    scale, by which the rest of the article reads easier without it; above 0.
    """

    kind: Literal["sentence", "paragraph"]
    place: Place
    quote: str
    words: int
    gain: Annotated[float, msgspec.Meta(gt=0)]


class Readability(Struct, frozen=True, kw_only=True):
    """Counts of the prose and what follows from them; None where it was not assessed.

    words: in scripts without spaces only what spaces and punctuation separate, which is of no use; `characters`, the
    letters and digits, count there. hardest: up to three sentences and then up to one paragraph that lower the
    ease most, each kind from the worst; none where the ease was not assessed.
    """

    words: int
    sentences: int
    words_per_sentence: float | None
    ease: ReadingEaseResult | None
    school_grades: SchoolGradesResult | None
    characters: int = 0
    hardest: tuple[HardPassage, ...] = ()


class LanguageResult(Struct, frozen=True, kw_only=True):
    """The language: ISO code, tag as declared, name in English, and how it is known."""

    code: str
    tag: str
    name: str
    source: str


class SummaryKeyword(Struct, frozen=True, kw_only=True):
    """A keyword as rules over many articles see it.

    focus: it is declared as the one that the article is about, and not only the first of a list.
    """

    text: str
    stems: tuple[str, ...]
    primary: bool
    focus: bool = False
    tier: str
    zones: tuple[str, ...]
    place: Place


class SummaryLink(Struct, frozen=True, kw_only=True):
    """A link with its place."""

    href: str
    place: Place


class Summary(Struct, frozen=True, kw_only=True):
    """The little of an article that rules over many articles need.

    signature: the smallest hashes of the text's four-word shingles, sorted: two articles that share most
    of them share most of their text. content_hash: equal for texts with the same words. addresses: where the article
    says that it is to be found: its slug, permalink, aliases, as written. fields_unknown: the metadata could not be
    parsed, so that title, description and keywords are not known. alternates: the addresses of its hreflang links for
    a language; fallbacks: those for all other languages (x-default).
    """

    path: str
    language: str
    site: str
    canonical: str
    translation_key: str
    title: str
    description: str
    keywords: tuple[SummaryKeyword, ...]
    content_hash: str
    signature: tuple[int, ...]
    links: tuple[SummaryLink, ...]
    anchors: tuple[str, ...]
    title_place: Place | None
    description_place: Place | None
    addresses: tuple[str, ...] = ()
    fields_unknown: bool = False
    alternates: tuple[str, ...] = ()
    fallbacks: tuple[str, ...] = ()


class RuleFailure(Struct, frozen=True, kw_only=True):
    """A rule that raised, and what it raised; the rest of the report is valid."""

    rule: str
    error: str


class Report(Struct, frozen=True, kw_only=True):
    """All that seocheck has to say about one article.

    score: 0 to 100, None when nothing could be assessed. grade: A to E, or "–".
    scale, profile, weights: reports compare only where all three agree. partial: rules were left out on
    the command line, so the score is not that of the article.
    format: what the file was read as. A sitemap or a feed isn't an article: its report holds what the rules of a site
    find.
    """

    schema_version: int = SCHEMA_VERSION
    seocheck_version: str
    path: str
    format: str
    encoding: str
    language: LanguageResult
    score: float | None
    grade: str
    scale: int
    profile: str
    weights: str
    partial: bool
    groups: tuple[GroupResult, ...]
    findings: tuple[ReportedFinding, ...]
    suppressed: tuple[SuppressedFinding, ...] = ()
    score_unsuppressed: float | None = None
    fix_first: tuple[Fix, ...]
    metadata: Place | None = None
    title: DeclaredField | None
    description: DeclaredField | None
    keywords: tuple[KeywordResult, ...]
    taxonomy: tuple[KeywordResult, ...]
    readability: Readability
    not_assessed: tuple[NotAssessed, ...]
    ignored: tuple[IgnoredPart, ...]
    failures: tuple[RuleFailure, ...]
    summary: Summary

    @property
    def is_article(self) -> bool:
        """Whether this is the report of an article, and not of a sitemap or feed."""
        return self.format not in ("sitemap", "feed")

    @property
    def is_of_site_alone(self) -> bool:
        """Whether it holds what the rules of a site find, and nothing of the article itself was assessed."""
        return self.partial and self.score is None and not self.readability.words and not self.keywords

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity == severity for finding in self.findings)

    def to_json(self, *, indent: int | None = None) -> str:
        """The report as JSON."""
        data = encode_json(self)
        if indent is not None:
            data = msgspec.json.format(data, indent=indent)
        return data.decode()

    def _repr_html_(self) -> str:
        """The report as a notebook shows it."""
        from seocheck.model.notebook import report_html

        return report_html(self)

    @classmethod
    def from_json(cls, text: str | bytes) -> "Report":
        """A report from its JSON. Raises msgspec.ValidationError where it does not fit the schema."""
        return msgspec.json.decode(text, type=cls)


def encode_json(value: Any) -> bytes:
    """`value` as JSON. Half a surrogate pair, which a file name or an escape may bring, becomes U+FFFD."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(_encodable(msgspec.to_builtins(value)))


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_encodable(key): _encodable(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_encodable(item) for item in value]
    return value


class RunResult(Struct, frozen=True, kw_only=True):
    """Many reports in one JSON document: what `--format json` writes."""

    schema_version: int = SCHEMA_VERSION
    seocheck_version: str
    reports: tuple[Report, ...]
    passed_over: tuple[NotAssessed, ...] = ()
    failures: tuple[NotAssessed, ...] = ()


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `--format json`."""
    from seocheck.base.documentation import described_schema

    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"seocheck report, version {SCHEMA_VERSION}",
        **described_schema(RunResult),
    }
