"""Blocks of labels -> what they declare, and an article that has it where its metadata doesn't say it already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span, Text, meets
from seocheck.model.article import Article, Block, Field, Ignored, Keyword, LabelBlock, LabelLine
from seocheck.readers.comma_keyword import is_one_with_comma
from seocheck.readers.fields import make_keywords, plain
from seocheck.readers.label_values.heading_marks import finished
from seocheck.readers.label_values.keyword_lists import is_list_in_brackets, keywords_in
from seocheck.readers.label_values.meant import is_unfilled
from seocheck.readers.label_values.working_titles import WORKING_TITLE
from seocheck.readers.labelled.entry import LabelEntry
from seocheck.readers.labelled.lines import Line
from seocheck.readers.labelled.runs import LabelRun, spans
from seocheck.readers.labelled.subject import has_half_of
from seocheck.readers.labelled.title_pages import title_heading, title_line

_REMARK = late_pattern(r"[*_`\s]*[(（]([^()（）\n]{1,40})[)）]")
"""What tells two labels of one name apart: "Keywords (primary)", "Keywords (secondary)"; not a count."""
_MIN_LIST = 2
WORKING, HEADING_MARK = "working title", "mark of a heading"
"""Why words of a heading don't count."""
_PATH = late_pattern(r"[^\s`<>]+")


def label_blocks(runs: Iterable[LabelRun], lines: Sequence[Line]) -> tuple[LabelBlock, ...]:
    """The blocks as the article has them."""
    found: list[LabelBlock] = []
    for run in runs:
        places = spans(run, lines)
        span = Span(places[0].start, places[-1].end)
        printed = not any(lines[e.first].inside == "comment" for e in run.entries) and not _is_header(run, lines)
        labels = tuple(_label(entry, lines) for entry in run.entries if entry.field and not entry.choices)
        if run.translated:
            labels = tuple(replace(label, field="other", texts=()) for label in labels)
        found.append(LabelBlock(span, labels, printed))
    return tuple(found)


def _is_header(run: LabelRun, lines: Sequence[Line]) -> bool:
    """Whether a block is the header of MultiMarkdown, which Pelican and MkDocs read: plain lines at the very top, up to
    the first empty one."""
    rows = lines[: run.last + 1]
    ends = run.last + 1 == len(lines) or lines[run.last + 1].kind == "blank"
    plain = all(row.kind == "text" and row.text.value[:1].isalnum() for row in rows)
    return ends and plain and len({entry.first for entry in run.entries}) == len(run.entries)


def _label(entry: LabelEntry, lines: Sequence[Line]) -> LabelLine:
    span = Span(entry.at.name.span().start, lines[entry.last].text.span().end)
    end = max(span.end, *(part.span().end for part in entry.parts)) if entry.parts else span.end
    value = entry.value
    if entry.field == "slug" and (path := _PATH.search(value.value)):
        value = value.slice(*path.span())
    if entry.field in ("title", "seo_title", "description") and entry.told:
        value = Text("", anchor=entry.at.name.span())
    if is_unfilled(value.value) and not (entry.field in _LISTS and is_list_in_brackets(value.value)):
        value = Text("", anchor=entry.at.name.span())
    texts = _of_bullets(entry.parts) if entry.bullets else keywords_in(value)
    field = Field(entry.at.name.value, value, entry.at.name.span())
    name, line = entry.at.name.value, lines[entry.first].text.value
    remark = _REMARK.match(line, line.find(name) + len(name))
    return LabelLine(
        entry.field,
        field,
        Span(span.start, end),
        tuple(texts) if entry.field in _LISTS else (),
        entry.plain,
        remark[1] if remark and not any(c.isdigit() for c in remark[1]) else "",
    )


def _of_bullets(parts: Sequence[Text]) -> list[Text]:
    return [keyword for part in parts for keyword in keywords_in(part, among=len(parts) > 1)]


_FIELDS = frozenset({"title", "seo_title", "description", "keywords", "focus_keyword", "taxonomy", "other", "h1"})
"""What an article has fields of its own for, or doesn't have at all."""
EXCERPTS = ("excerpt", "summary", "deck")
"""Fields of front matter for readers of a list, before which a label for search results counts."""
_LISTS = ("keywords", "focus_keyword", "taxonomy", "categories")


def with_labels(article: Article, blocks: tuple[LabelBlock, ...], *, title_from_h1: bool) -> Article:
    """The article with what the blocks declare and it doesn't declare itself; the first block that says it counts.

    title_from_h1: whether its H1 is its title where neither gives one.
    """
    blocks = _with_commas(article, blocks)
    labels = [label for block in blocks for label in block.labels]
    seo_title, title = _first(labels, "seo_title"), _first(labels, "title")
    given = seo_title or title
    headed = _with_h1(article, labels, title=given)
    own = article.title if article.title and article.title.text else None
    if own is not None and given is not None and WORKING_TITLE.match(own.text.value):
        own = None
    declared = own or given or article.title
    if declared is None and title_from_h1:
        h1 = title_heading(headed.blocks) or title_line(headed, blocks)
        declared = Field("h1", h1, h1.span()) if h1 else None
    description = article.description if article.description and article.description.text else None
    if description is not None and plain(description.key) in EXCERPTS:
        description = next(
            (v.value for v in labels if v.field == "description" and v.plain and v.value.text), description
        )
    keywords = article.keywords or _keywords(blocks)
    tags = next((label for label in labels if label.field == "taxonomy" and label.texts), None)
    slug = _first([label for label in labels if "://" not in label.value.text.value], "slug") or _first(labels, "slug")
    language = _first(labels, "language")
    return replace(
        headed,
        title=declared,
        description=description or _first(labels, "description") or article.description,
        keywords=keywords,
        keywords_declared=bool(keywords),
        taxonomy=article.taxonomy or (_tags(tags) if tags else ()),
        slug=article.slug or (slug.text if slug else None),
        declared_language=article.declared_language or (language.text.value.strip() if language else ""),
        shown_title=article.shown_title or (seo_title.text if seo_title else None),
        metadata={**_others(labels), **article.metadata},
        label_blocks=blocks,
    )


def _first(labels: Sequence[LabelLine], field: str) -> Field | None:
    """The first value of a field, before all of a label that is plain about it; an empty one where none has words."""
    ordered = sorted(labels, key=lambda label: not label.plain)
    found = [label.value for label in ordered if label.field == field]
    return next((value for value in found if value.text), found[0] if found else None)


def _with_commas(article: Article, blocks: tuple[LabelBlock, ...]) -> tuple[LabelBlock, ...]:
    """The blocks with each focus keyword in one piece whose comma a title or a description has too."""
    labels = [label for block in blocks for label in block.labels]
    if not any(label.field == "focus_keyword" and len(label.texts) == 2 for label in labels):
        return blocks
    said = [label.value.text.value for label in labels if label.field in ("seo_title", "title", "description", "h1")]
    said += [field.text.value for field in (article.title, article.description) if field]
    said += [block.text.value for block in article.headings if block.level == 1]
    slug = next((label.value.text.value for label in labels if label.field == "slug"), "")
    listed = any(label.field == "keywords" and label.texts for label in labels)

    def whole(label: LabelLine) -> LabelLine:
        text = label.value.text
        if label.field != "focus_keyword" or not is_one_with_comma(text.value, label.texts, said, slug, listed=listed):
            return label
        return replace(label, texts=(text,))

    return tuple(replace(block, labels=tuple(whole(label) for label in block.labels)) for block in blocks)


def counted_labels(blocks: Sequence[LabelBlock]) -> list[LabelLine]:
    """The labels whose keywords count: a list that doesn't say which keywords it has gives way to those of a block
    before it that says so."""
    found: list[LabelLine] = []
    listed = 0
    for block in blocks:
        vague = [label for label in block.labels if label.field == "keywords" and not label.plain]
        found.extend(label for label in block.labels if listed < _MIN_LIST or label not in vague)
        named = [label for label in block.labels if label.field in ("keywords", "focus_keyword")]
        if any(label.field == "focus_keyword" or label.plain for label in named):
            listed += sum(len(label.texts) for label in named)
    return found


def _keywords(blocks: Sequence[LabelBlock]) -> tuple[Keyword, ...]:
    """The focus keyword and those of all lists; of a label that comes again the first counts."""
    first: list[Text] = []
    listed: list[Text] = []
    key = ""
    said: set[str] = set()
    before: set[str] = set()  # a second list may say again what the first says
    for label in counted_labels(blocks):
        name = plain(label.value.key + label.remark)
        if label.field not in ("keywords", "focus_keyword") or not label.texts or name in said:
            continue
        said.add(name)
        key = key or label.value.key
        if label.field == "focus_keyword":
            first.extend(label.texts)
        else:
            listed.extend(text for text in label.texts if text.value.casefold() not in before)
            before.update(text.value.casefold() for text in label.texts)
    if not first:
        return make_keywords(listed, key)
    unique: dict[str, Text] = {}
    for text in (*first, *listed):
        unique.setdefault(text.value.casefold(), text)
    made = make_keywords(list(unique.values()), key)
    return tuple(replace(k, primary=k.rank == 0, focus=k.rank == 0) for k in made)


def _tags(label: LabelLine) -> tuple[Keyword, ...]:
    return tuple(replace(tag, primary=False) for tag in make_keywords(label.texts, label.value.key))


def _others(labels: Sequence[LabelLine]) -> dict[str, tuple[Field, ...]]:
    """All other metadata, by field."""
    found: dict[str, tuple[Field, ...]] = {}
    for label in labels:
        if label.field not in (
            "title",
            "seo_title",
            "description",
            "keywords",
            "focus_keyword",
            "taxonomy",
            "other",
            "h1",
        ):
            found[label.field] = (*found.get(label.field, ()), label.value)
    return found


def _is_headline(rest: Text, title: Field) -> bool:
    """Whether what a working title has behind its number is a heading for readers: "Article 5: Bees above the town".
    It begins with a capital, where its script has any, and the title says half of it too."""
    return bool(rest) and not rest.value[0].islower() and has_half_of(title.text.value, rest.value)


def _with_h1(article: Article, labels: Sequence[LabelLine], *, title: Field | None) -> Article:
    """The article with the H1 of its labels, and without one that is the draft's working title. title: that of the
    labels."""
    given = next((label.value.text for label in labels if label.field == "h1" and label.value.text), None)
    marked = [finished(b.text, b.level) if b.kind == "heading" else None for b in article.blocks]
    h1s = [m for b, m in zip(article.blocks, marked, strict=True) if m is not None and b.level == 1]
    working = [m for m in h1s if m.working is not None]
    other = bool(given or len(h1s) > len(working))
    gone = [m for m in working if other or (title is not None and not _is_headline(m.text, title))]
    blocks: list[Block] = []
    ignored = list(article.ignored)
    for block, found in zip(article.blocks, marked, strict=True):
        if found is None:
            blocks.append(block)
            continue
        if found in gone:
            ignored.append(Ignored(block.text.span(), block.text.value, WORKING))
            continue
        if found.text and found.text is not block.text:
            ignored += [Ignored(mark.span(), mark.value, HEADING_MARK) for mark in found.marks]
            ignored += [Ignored(found.working.span(), found.working.value, WORKING)] if found.working else []
            block = replace(block, text=found.text)
        blocks.append(block)
    if given and len(h1s) == len(gone):
        at = next((i for i, b in enumerate(blocks) if b.text.span() > given.span()), len(blocks))
        blocks.insert(at, Block("heading", given, 1))
    return replace(article, blocks=tuple(blocks), ignored=tuple(ignored))


def without_ranges(article: Article, ranges: Sequence[Span]) -> Article:
    """The article without the words in these ranges, as a page that was read whole must lose them."""

    def inside(span: Span) -> bool:
        return meets(ranges, span.start, span.end)

    blocks: list[Block] = []
    for block in article.blocks:
        span = block.text.span()
        if not inside(span):
            blocks.append(block)
            continue
        last = max((r.end for r in ranges if r.start < span.end), default=0)
        rest = next((s.start for s in block.text.segments if s.source_start >= last), None)
        if rest is not None:  # text behind a line break below the labels
            blocks.append(Block(block.kind, block.text.slice(rest, len(block.text.value)).strip(), block.level))
    return replace(
        article,
        blocks=tuple(blocks),
        links=tuple(link for link in article.links if not inside(link.span)),
        images=tuple(image for image in article.images if not inside(image.span)),
    )


def ignored_blocks(blocks: Iterable[LabelBlock], source: str) -> tuple[Ignored, ...]:
    """The blocks as parts of the file that don't count as the article's words."""
    return tuple(Ignored(b.span, " ".join(source[slice(*b.span)].split())[:60], "label lines") for b in blocks)
