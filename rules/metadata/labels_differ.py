"""Label lines that declare something else than the metadata do, or than other label lines.

What it finds
-------------
A block of labels in a draft whose title, description or keywords aren't those that count: front
matter and the head of a page come before labels, and the first label before a later one of the
same name.

Why it matters
--------------
Somebody changed one place and not the other. Whoever publishes the draft takes the values from
one of the two, and not always from the one that was meant.

Evidence
--------
Class: declared.
Source: the article itself, which declares the same field twice.
Read: 2026-11-30.

Example
-------
    == draft.md
    # Rye bread in a day

    **Meta description:** Rye bread in a day, from the starter to the loaf, without kneading.

    ---

    Feed the starter in the morning, and bake in the evening.

    ---

    **Meta description:** Everything about rye bread: flours, ovens, recipes and bakers.

Use instead
-----------
    == draft.md
    # Rye bread in a day

    **Meta description:** Rye bread in a day, from the starter to the loaf, without kneading.

    ---

    Feed the starter in the morning, and bake in the evening.

Not flagged
-----------
The same words with other capitals or punctuation; a title tag beside a title, which may differ;
an excerpt beside a meta description; a focus keyword beside a list of others.
"""

from __future__ import annotations

import re

from seocheck.rulekit.api import Analysis, Field, Finding, Findings, LabelLine, Rule, Text

RULE = Rule(weight=0, severity="warning", evidence="declared")


EACH = 3
"""Labels of one name that are reported one by one; the last one gives the number of those that are left."""


def check(analysis: Analysis) -> Findings:
    """One finding for each label that something else contradicts."""
    found: dict[tuple[str, str], list[tuple[LabelLine, str, Text]]] = {}
    first: dict[tuple[str, str], LabelLine] = {}
    for block in analysis.article.label_blocks:
        for label in block.labels:
            if label.value.text:
                called = (label.field, _name(label.value.key))
                counts = _contradicted(analysis, label, first.get(called))
                first.setdefault(called, label)
                if counts is not None:
                    found.setdefault(called, []).append((label, *counts))
    shown = [(*each, len(all_of) - EACH if number == EACH - 1 else 0)
             for all_of in found.values() for number, each in enumerate(all_of[:EACH])]  # fmt: skip
    for label, key, text, left in sorted(shown, key=lambda each: each[0].span):
        more = f" (and {left:,} more like it)" if left else ""
        says = f"“{label.value.key}” says “{_short(label.value.text)}”"
        yield Finding(
            label.span,
            f"{says}; {key} says “{_short(text)}”, and that counts{more}.",
            hint="Decide which of them is right, and delete the other.",
            loss=0.0,
            subject=label.field,
            measured=label.value.text.value[:60],
            target=text.value[:60],
            related=(text.span(),),
        )


def _contradicted(analysis: Analysis, label: LabelLine, first: LabelLine | None) -> tuple[str, Text] | None:
    """What counts instead of a label: its name and its words; None where the label counts or says the same.

    first: the first label of the same name above it.
    """
    if first is not None:
        return None if _same(first, label) else ("the one above it", first.value.text)
    article = analysis.article
    field = {"title": article.title, "description": article.description}.get(label.field)
    if field is not None and _is_metadata(analysis, field.text) and (label.plain or _asks_for(label, field)):
        return None if _plain(field.text.value) == _plain(label.value.text.value) else (_named(field.key), field.text)
    if label.field in ("keywords", "focus_keyword") and article.keywords:
        keyword = article.keywords[0]
        declared = {_plain(other.text.value) for other in article.keywords}
        if _is_metadata(analysis, keyword.text) and any(_plain(text.value) not in declared for text in label.texts):
            return _named(keyword.key), keyword.text
    return None


def _asks_for(label: LabelLine, field: Field) -> bool:
    """Whether a label with a vague name means this field: a summary isn't always the description."""
    return label.field == "title" or _name(field.key) == _name(label.value.key)


def _named(key: str) -> str:
    return f"“{key}” in the metadata"


def _is_metadata(analysis: Analysis, text: Text) -> bool:
    """Whether a text is in the front matter, or the head of a page."""
    return bool(text) and text.origin.kind == "source" and text.span().end <= analysis.article.metadata_end


def _same(one: LabelLine, other: LabelLine) -> bool:
    if one.texts or other.texts:
        return {_plain(text.value) for text in one.texts} == {_plain(text.value) for text in other.texts}
    if one.field not in ("title", "seo_title", "description"):
        return True
    return _plain(one.value.text.value) == _plain(other.value.text.value)


def _name(key: str) -> str:
    return re.sub(r"[\W_]+", "", key.casefold())


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def _short(text: Text) -> str:
    words = " ".join(text.value.split())
    return words if len(words) <= 60 else words[:60].rstrip() + "…"
