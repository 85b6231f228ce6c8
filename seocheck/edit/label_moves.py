"""Label lines of a draft into front matter, and front matter back into label lines for those who hand drafts on.

Nothing is guessed: the result is read again, and unless it declares and says the same, it isn't given out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from seocheck.base.late_pattern import late_pattern
from seocheck.base.text import Span
from seocheck.check.reporter import read_article
from seocheck.config import Plan
from seocheck.edit import front_matter_yaml
from seocheck.edit.front_matter import EDITORS, content_of, names_from, writable_front_matter
from seocheck.edit.label_values import Entries, entries_of, heading_marks, heading_of, working_titles
from seocheck.edit.written import Edit, RefusedError, edited, line_end_of, line_start, located_text, plainly
from seocheck.model.article import Article, Source
from seocheck.readers.fields import aliases, plain
from seocheck.readers.front_matter.reader import read_front_matter
from seocheck.readers.front_matter.values import FrontMatter
from seocheck.readers.labelled.declared import EXCERPTS

_RULE = late_pattern(r"[ \t]*(?:[-*_][ \t]*){3,}$")
_OPENS = late_pattern(r"[ \t]*(?:`{3,}|~{3,}|<!--)[^`\r\n]*$")
_CLOSES = late_pattern(r"[ \t]*(?:`{3,}|~{3,}|-->)[ \t]*$")
_LINE = late_pattern(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_NAMES = {
    "title": "Title",
    "seo_title": "SEO title",
    "description": "Meta description",
    "focus_keyword": "Focus keyword",
    "keywords": "Keywords",
    "taxonomy": "Tags",
    "slug": "Slug",
    "language": "Language",
}
"""Field -> its label in a draft. Other keys keep their name."""


def into_front_matter(source: Source, article: Article, plan: Plan) -> list[Edit]:
    """The edits that move all label lines of a Markdown article into front matter. Raises RefusedError."""
    if not article.label_blocks:
        raise RefusedError("there are no label lines")
    front = writable_front_matter(source, article)
    entries = _new(entries_of(article), front, plan, article)
    text = source.text
    head = _with_entries(
        replace(source, text=text[: front.body_start] if front.kind != "none" else ""), entries, line_end_of(text)
    )
    cuts = [_cut(text, block.span, front.body_start) for block in article.label_blocks]
    cuts += [_cut_heading(text, span, front.body_start) for span, _ in working_titles(article)]
    cuts += heading_marks(article)
    end = line_end_of(text)
    if front.kind == "none":
        head += end
    if heading := heading_of(article):
        head += f"# {heading}{end}{end}"
    edits = [Edit(0, _body_start(text, front, cuts), head), *(Edit(*cut, "") for cut in cuts)]
    _verify(source, edits, article, plan, front.kind if front.kind != "none" else "yaml")
    return edits


def into_label_lines(source: Source, article: Article, plan: Plan) -> list[Edit]:
    """The edits that turn the front matter of a Markdown article into label lines at its top. Raises RefusedError."""
    front = writable_front_matter(source, article)
    if front.kind == "none":
        raise RefusedError("there is no front matter")
    end = line_end_of(source.text)
    fields = {plain(name): field for field, names in aliases(names_from(plan)).items() for name in names}
    named = {plain(entry.key) for entry in front.values.entries if fields.get(plain(entry.key)) == "description"}
    lines: list[str] = []
    for entry in front.values.entries:
        value = plainly(entry.value)
        if isinstance(value, dict) or (isinstance(value, list) and not all(isinstance(item, str) for item in value)):
            raise RefusedError(f"“{entry.key}” has values within values, which label lines can't say")
        words = ", ".join(value) if isinstance(value, list) else " ".join(str(value or "").split())
        name = _NAMES.get(fields.get(plain(entry.key), "")) or _label(entry.key)
        if plain(entry.key) in EXCERPTS and named - {plain(entry.key)}:
            name = _label(entry.key)  # another text than the description beside it
        if words:
            lines.append(f"**{name}:** {words}")
    block = f"  {end}".join(lines)
    after = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*").match(source.text, front.body_start)
    stop = after.end() if after else front.body_start
    edits = [Edit(0, stop, f"{block}{end}{end}---{end}{end}")]
    _verify(source, edits, article, plan, "none")
    return edits


def _label(key: str) -> str:
    """A key as a label: search_intent is "Search intent"."""
    words = " ".join(key.split("_")).strip() or key
    return words[0].upper() + words[1:]


def _body_start(text: str, front: FrontMatter, cuts: Sequence[Span]) -> int:
    """Where the body begins that stays: below front matter, or behind the blank lines at the top."""
    if front.kind != "none":
        return front.body_start
    blank = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*").match(text)
    start = blank.end() if blank else 0
    return min([start, *(cut.start for cut in cuts)])


def _new(entries: Entries, front: FrontMatter, plan: Plan, article: Article) -> Entries:
    """The entries that the front matter lacks. Raises RefusedError where it says something else."""
    if front.kind == "none":
        return entries
    names = aliases(names_from(plan))
    fields = {"tags": "taxonomy"}
    kept: Entries = {}
    for key, value in entries.items():
        found = located_text(front.values, names.get(fields.get(key, key), (key,)))
        if found and plain(found.entry.key) in EXCERPTS and key == "description" and _is_labelled(article):
            found = None  # what a list of articles shows beside what search results show
        said = plainly(found.entry.value) if found else None
        if not said:
            if found is not None:
                raise RefusedError(f"“{found.entry.key}” is empty in the front matter; delete it first")
            kept[key] = value
        elif _words(said) != _words(value):
            assert found is not None
            raise RefusedError(f"the front matter says something else for “{found.entry.key}”; delete what is wrong")
    return kept


def _is_labelled(article: Article) -> bool:
    """Whether the article's description is that of its label lines."""
    description = article.description
    return any(
        description is not None and label.value == description for b in article.label_blocks for label in b.labels
    )


def _words(value: object) -> Counter[str]:
    listed = value if isinstance(value, (list, tuple)) else [value]
    return Counter(part.casefold() for each in listed for part in re.findall(r"\w+", str(each)))


def _with_entries(source: Source, entries: Entries, end: str) -> str:
    """The text of front matter with these entries added in their order."""
    text = source.text
    last: tuple[str, ...] = ()
    for key, value in entries.items():
        if not text:
            text = front_matter_yaml.created(key, value, end, gap=False)
        else:
            front = read_front_matter(text)
            editor = EDITORS[front.kind]
            text = edited(text, [editor.insertion(text, front, content_of(text, front), key, value, last)])
        last = (key,)
    return text


def _cut(text: str, span: Span, limit: int) -> Span:
    """The lines of a block with the fence or comment around it, a rule that sets it off, and the blank lines left."""
    start, end = line_start(text, span.start), _after(text, span.end)
    before, after = _line_before(text, start, limit), _line_after(text, end)
    if before and after and _OPENS.match(text[slice(*before)].rstrip()) and _CLOSES.match(text[slice(*after)].rstrip()):
        start, end = before.start, after.end
    before, after = _line_before(text, start, limit), _line_after(text, end)
    if after and _RULE.match(text[slice(*after)].rstrip()):
        end = after.end
    elif before and after is None and _RULE.match(text[slice(*before)].rstrip()):
        start = before.start
    blank = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*").match(text, end)
    return Span(start, blank.end() if blank else end)


def _cut_heading(text: str, span: Span, limit: int) -> Span:
    """A heading with the blank lines around it, or only its first words where others stay."""
    rest = text[span.end : _after(text, span.end)]
    if rest.strip(" \t\r\n#*_"):
        return Span(span.start, span.end + len(rest) - len(rest.lstrip()))
    return _cut(text, span, limit)


def _after(text: str, at: int) -> int:
    """Where the line after the one that ends at or behind an offset begins."""
    match = _LINE.match(text, at)
    return match.end() if match else len(text)


def _line_before(text: str, at: int, limit: int) -> Span | None:
    """The last line with words before a line's start, not before `limit`."""
    while at > limit:
        start = line_start(text, at - 1 if text[at - 1] != "\n" or text[at - 2 : at - 1] != "\r" else at - 2)
        if text[start:at].strip():
            return Span(start, at)
        at = start
    return None


def _line_after(text: str, at: int) -> Span | None:
    while at < len(text):
        end = _after(text, at)
        if text[at:end].strip():
            return Span(at, end)
        at = end
    return None


def _verify(source: Source, edits: Sequence[Edit], before: Article, plan: Plan, kind: str) -> None:
    after_source = replace(source, text=edited(source.text, edits))
    now = read_front_matter(after_source.text, byte_order_mark=source.byte_order_mark)
    after = read_article(after_source, plan)
    sound = not now.invalid and now.kind == kind and bool(after.label_blocks) == (kind == "none")
    sound = sound and _said(before) == _said(after)
    sound = sound and {p.kind for p in after.problems} <= {p.kind for p in before.problems}
    if not sound:
        raise RefusedError("the label lines can't be moved so that the article reads the same")


def _said(article: Article) -> object:
    """What an article declares and says, wherever it is written."""
    shown = article.shown_title or (article.title.text if article.title else None)
    return (
        shown.value if shown else None,
        article.description.text.value if article.description else None,
        [" ".join(k.text.value.split()) for k in article.keywords],
        next((k.text.value for k in article.keywords if k.focus), None),
        sorted(tag.text.value for tag in article.taxonomy),
        article.slug.value if article.slug else None,
        article.declared_language,
        [(b.kind, b.level, b.text.value) for b in article.blocks],
    )
