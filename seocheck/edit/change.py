"""Writing one declared value into front matter: a function from bytes to bytes that refuses rather than guesses.

Nothing is dumped. The one value is replaced where it is, and the result is read again: unless every other value,
the body and every other byte are what they were, it is not given out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace

from seocheck.base.text import Span
from seocheck.check.reporter import read_article
from seocheck.config import Plan
from seocheck.edit import front_matter_yaml
from seocheck.edit.front_matter import (
    EDITORS,
    check_template,
    content_of,
    from_settings,
    names_from,
    writable_front_matter,
)
from seocheck.edit.lists import change_list, replaced_in_list, texts_of
from seocheck.edit.verify import all_but, problems, same_but, value_at
from seocheck.edit.written import Edit, Located, RefusedError, edited, line_end_of, locate, located_text, plainly
from seocheck.model.article import Article, Source
from seocheck.readers.fields import aliases
from seocheck.readers.front_matter.reader import read_front_matter
from seocheck.readers.front_matter.values import FrontMatter

Field = Literal["description", "keywords"]

_MARK = b"\xef\xbb\xbf"


class Change(msgspec.Struct, frozen=True):
    """What is to be written.

    description: the new one, or None. add: keywords to add to the list. drop: the offsets, in code points of the
    text, at which the keywords to take out begin. create: whether a file without front matter gets one.
    instead: such offsets, each with the words to put in place of that keyword; then none is added or taken out.
    """

    description: str | None = None
    add: tuple[str, ...] = ()
    drop: frozenset[int] = frozenset()
    create: bool = False
    instead: tuple[tuple[int, str], ...] = ()


def changed(data: bytes, path: str, plan: Plan, change: Change) -> bytes:
    """The file's bytes with the change made. Raises RefusedError, and nothing else, if it can't be made safely."""
    source = _decoded(data, path)
    # The keywords first: the offsets of those to drop refer to the text as it is.
    if change.add or change.drop or change.instead:
        source = _with_keywords(source, plan, change)
    if change.description is not None:
        source = _with_description(source, plan, change.description, create=change.create)
    return (_MARK if source.byte_order_mark else b"") + source.text.encode("utf-8")


def _decoded(data: bytes, path: str) -> Source:
    mark = data.startswith(_MARK)
    try:
        return Source(path, data[len(_MARK) if mark else 0 :].decode("utf-8"), "utf-8", mark)
    except UnicodeDecodeError:
        raise RefusedError("the file isn't UTF-8") from None


def _with_description(source: Source, plan: Plan, text: str, *, create: bool) -> Source:
    text = " ".join(text.split())
    if not text:
        raise RefusedError("the new description is empty")
    article, front = _readable(source, plan, create=create)
    declared = article.description
    if declared is not None and declared.text.origin.kind == "inherited":
        raise RefusedError(from_settings("description", declared.text.origin.file))
    names = aliases(names_from(plan))["description"]
    found = located_text(front.values, names) if front.kind != "none" else None
    if found is None:
        return _inserted(source, plan, article, front, "description", text)
    check_template(source, found)
    written = EDITORS[front.kind].find(source.text, front, content_of(source.text, front), found.path)
    if written.form == "list":
        raise RefusedError(f"“{found.entry.key}” is a list, not a text")
    span: Span = written.span
    new = _made(source, [Edit(span.start, span.end, written.write(text))])
    _verify(source, new, plan, article, "description", found.path, [text])
    return new


def _with_keywords(source: Source, plan: Plan, change: Change) -> Source:
    article, front = _readable(source, plan, create=change.create)
    inherited = next((k.text.origin.file for k in article.keywords if k.text.origin.kind == "inherited"), None)
    if inherited is not None:
        raise RefusedError(from_settings("keywords", inherited))
    table = aliases(names_from(plan))
    found = None
    if front.kind != "none":
        found = located_text(front.values, table["keywords"])
        if found is None and plan.settings.tags_are_keywords:
            found = located_text(front.values, table["taxonomy"])
    add = tuple(" ".join(word.split()) for word in change.add)
    if found is None:
        if not add:
            return source
        return _inserted(source, plan, article, front, "keywords", add)
    check_template(source, found)
    value = found.entry.value
    texts = texts_of(value)
    if change.instead:
        return _with_others_instead(source, plan, article, front, found, dict(change.instead))
    known = {text.value.casefold() for text in texts}
    add = tuple(word for word in dict.fromkeys(add) if word and word.casefold() not in known)
    expected = [text.value for text in texts if text.span().start not in change.drop] + list(add)
    if len(expected) == len(texts) and not add:
        return source
    written = EDITORS[front.kind].find(source.text, front, content_of(source.text, front), found.path)
    limit = content_of(source.text, front).end
    new = _made(source, change_list(source.text, written, value, add, change.drop, limit))
    _verify(source, new, plan, article, "keywords", found.path, expected)
    return new


def _with_others_instead(
    source: Source, plan: Plan, article: Article, front: FrontMatter, found: Located, instead: dict[int, str]
) -> Source:
    """The source with some keywords replaced where they are."""
    texts = texts_of(found.entry.value)
    expected = [instead.get(text.span().start, text.value) for text in texts]
    written = EDITORS[front.kind].find(source.text, front, content_of(source.text, front), found.path)
    new = _made(source, replaced_in_list(written, found.entry.value, instead))
    _verify(source, new, plan, article, "keywords", found.path, expected)
    return new


def _readable(source: Source, plan: Plan, *, create: bool) -> tuple[Article, FrontMatter]:
    """The article and its front matter, if it is of a kind that can be written to."""
    article = read_article(source, plan)
    front = writable_front_matter(source, article)
    if front.kind == "none" and not create:
        raise RefusedError("there is no front matter; --create adds it")
    return article, front


def _inserted(
    source: Source, plan: Plan, article: Article, front: FrontMatter, name: Field, value: str | Sequence[str]
) -> Source:
    """The source with a field that it did not have."""
    text = source.text
    if front.kind == "none":
        block = front_matter_yaml.created(name, value, line_end_of(text), gap=not re.match(r"[\r\n]|\Z", text))
        edit = Edit(0, 0, block)
    else:
        title = locate(front.values, article.title.key) if article.title is not None else None
        content = content_of(text, front)
        edit = EDITORS[front.kind].insertion(text, front, content, name, value, title.path if title else ())
    new = _made(source, [edit])
    _verify(source, new, plan, article, name, (name,), [value] if isinstance(value, str) else list(value))
    return new


def _made(source: Source, edits: Sequence[Edit]) -> Source:
    return replace(source, text=edited(source.text, edits))


def _verify(
    old: Source, new: Source, plan: Plan, before: Article, field: Field, path: Sequence[str], expected: Sequence[str]
) -> None:
    """Read the new text like any article: the one value must be as intended, and everything else unchanged."""
    was = read_front_matter(old.text, byte_order_mark=old.byte_order_mark)
    now = read_front_matter(new.text, byte_order_mark=new.byte_order_mark)
    value = value_at(now, path)
    # If the kind "none" has become YAML, front matter was added.
    sound = not now.invalid and value is not None and (was.kind in (now.kind, "none"))
    sound = sound and all_but(was, path) == all_but(now, path)
    sound = sound and old.text[was.body_start :].lstrip("\r\n") == new.text[now.body_start :].lstrip("\r\n")
    if sound and value is not None:
        found = [text.value for text in texts_of(value)] if field == "keywords" else [plainly(value)]
        sound = found == list(expected)
    if sound:
        after = read_article(new, plan)
        sound = same_but(before, after, field, path[-1]) and problems(after) <= problems(before)
        if field == "description":
            sound = sound and after.description is not None and after.description.text.value == expected[0]
        else:
            declared = {k.text.value for k in (*after.keywords, *after.taxonomy)}
            sound = sound and declared >= set(expected)
    if not sound:
        raise RefusedError(f"the {field} can't be written so that it reads back as intended")
