"""Front matter to write a value into: whether that is possible, what its markers enclose, which module does it."""

from __future__ import annotations

import re
from types import ModuleType

from seocheck.base.text import Span
from seocheck.config import Plan
from seocheck.edit import front_matter_json, front_matter_toml, front_matter_yaml
from seocheck.edit.written import TEMPLATE, Located, RefusedError, line_start
from seocheck.model.article import Article, Source
from seocheck.readers.formats import named
from seocheck.readers.front_matter.reader import read_front_matter
from seocheck.readers.front_matter.values import FrontMatter

EDITORS: dict[str, ModuleType] = {
    "yaml": front_matter_yaml,
    "toml": front_matter_toml,
    "json": front_matter_json,
}
"""Kind of front matter -> the module that finds values as they are written."""


def writable_front_matter(source: Source, article: Article) -> FrontMatter:
    """The front matter of an article, if it can be written to; its kind may be "none". Raises RefusedError."""
    kind = named(article.format)
    if not kind.has_front_matter:
        raise RefusedError(f"only front matter can be written, and this is {kind.in_words}")
    front = read_front_matter(source.text, byte_order_mark=source.byte_order_mark)
    if front.invalid:
        raise RefusedError(next((p.message for p in front.problems if p.kind == "invalid"), "front matter is invalid"))
    duplicate = next((p for p in front.problems if p.kind == "duplicate-key"), None)
    if duplicate is not None:
        raise RefusedError(duplicate.message)
    return front


def content_of(text: str, front: FrontMatter) -> Span:
    """What is between the lines that open and close the front matter."""
    if front.kind == "json":
        return front.span
    opening = re.compile(r"(?:---|\+\+\+)[ \t]*(?:\r\n|\n|\r)").match(text, front.span.start)
    end = front.span.end
    if text.endswith("\r\n", 0, end):
        end -= 2
    elif end > 0 and text[end - 1] in "\r\n":
        end -= 1
    if opening is None and not text.startswith(("---", "+++"), front.span.start):  # its first line is missing
        return Span(front.span.start, line_start(text, end))
    if opening is None:
        raise RefusedError("the front matter isn't closed")
    return Span(opening.end(), max(line_start(text, end), opening.end()))


def check_template(source: Source, found: Located) -> None:
    """Raise RefusedError for a value that a template fills in."""
    value = found.entry.value
    span = getattr(value, "span", None)
    if not isinstance(span, tuple):
        text = value.text  # type: ignore[union-attr]
        span = text.span() if text.segments else text.anchor
    if TEMPLATE.search(source.text, found.entry.key_span.end, max(span[1], found.entry.key_span.end)):
        raise RefusedError(f"“{found.entry.key}” is filled in by a template")


def from_settings(name: str, file: str) -> str:
    """Why a value that comes from the settings can't be written."""
    verb = "come" if name == "keywords" else "comes"
    return f"the {name} {verb} from the settings{f' ({file})' if file else ''}, not from this file"


def names_from(plan: Plan) -> dict[str, tuple[str, ...]]:
    """The names of fields that the settings add."""
    return {k: (v,) if isinstance(v, str) else tuple(v) for k, v in plan.settings.fields.items()}
