"""Removes a keyword that is declared a second time; one that is only another form of an earlier one stays."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from seocheck.base.text import Span, Text, verbatim
from seocheck.check.run_rules import Found
from seocheck.edit.front_matter import from_settings
from seocheck.edit.lists import change_list
from seocheck.edit.written import Edit, RefusedError, Written
from seocheck.fix.examine import Examined
from seocheck.fix.listed import check_nothing_lost, list_with
from seocheck.fix.proposal import Kind, Proposal, Proposed
from seocheck.model.article import Keyword
from seocheck.readers.fields import split_keywords
from seocheck.readers.formats import named
from seocheck.readers.front_matter.values import Scalar


def propose(state: Examined, findings: Sequence[Found]) -> Proposed:
    """Remove every keyword that has the same letters as an earlier one."""
    proposed = Proposed()
    certain: list[tuple[Found, Keyword]] = []
    for found in findings:
        try:
            certain.append((found, _repeated(state, found)))
        except RefusedError as error:
            proposed.refused.append((found, str(error)))
    if not certain:
        return proposed
    keys = {keyword.key for _, keyword in certain}
    if len(keys) > 1:  # each is verified alone: only one value may change at a time
        raise RefusedError("the keywords are in several lists")
    gone = frozenset(keyword.text.span().start for _, keyword in certain)
    edits, path = _edits(state, next(iter(keys)), gone)
    kept = tuple(
        k.text.value
        for k in (*state.article.keywords, *state.article.taxonomy)
        if not (k.key in keys and k.text.span().start in gone)
    )
    fixes = tuple((found, f"removed the second “{keyword.text.value}”") for found, keyword in certain)
    proposed.proposal = Proposal(fixes, (edits,), "keywords", kept, path)
    return proposed


def _repeated(state: Examined, found: Found) -> Keyword:
    """The keyword of a finding. Raises RefusedError if only its author can tell that it is superfluous."""
    keywords = (*state.article.keywords, *state.article.taxonomy)
    at = next((i for i, k in enumerate(keywords) if k.text.span() == found[2].span), None)
    if at is None:
        raise RefusedError("its place is unknown")
    keyword = keywords[at]
    if keyword.text.origin.kind == "inherited":
        raise RefusedError(from_settings("keywords", keyword.text.origin.file))
    if keyword.also:
        raise RefusedError(f"“{keyword.text.value}” has synonyms of its own")
    alike = [k.text.value for k in keywords[:at] if _letters(k.text.value) == _letters(keyword.text.value)]
    if not alike:
        raise RefusedError(f"“{keyword.text.value}” is written differently from the one it repeats; choose one")
    if not any(_capitals(word) == _capitals(keyword.text.value) for word in alike):
        raise RefusedError(f"“{keyword.text.value}” and “{alike[0]}” differ in capitals; choose one")
    return keyword


def _letters(word: str) -> str:
    return " ".join(unicodedata.normalize("NFC", word).casefold().split())


def _capitals(word: str) -> list[bool]:
    """Which words are written in capitals, as AIDS is and aid is not."""
    return [len(part) > 1 and part.isupper() for part in word.split()]


def _edits(state: Examined, key: str, gone: frozenset[int]) -> tuple[list[Edit], tuple[str, ...]]:
    """What removes the keywords that begin at these offsets, and the path of the list."""
    source = state.source.text
    if named(state.article.format).has_front_matter:
        listed = list_with(state, min(gone))
        if listed is None:
            raise RefusedError("its place is unknown")
        edits = change_list(source, listed.written, listed.value, (), gone, listed.limit)
        spans, path = [text.span() for text in listed.texts], listed.path
    else:
        spans = sorted(k.text.span() for k in state.article.keywords if k.key == key)
        whole: Text = verbatim(source, spans[0].start, spans[-1].end)
        if [text.span() for text in split_keywords(whole)] != spans:
            raise RefusedError("the way the keywords are written can't be kept")
        written = Written(Span(*whole.span()), "text", str, str)
        edits = change_list(source, written, Scalar(whole), (), gone, len(source))
        path = (key,)
    for edit in edits:
        check_nothing_lost(source, Span(edit.start, edit.end), [s for s in spans if edit.start <= s.start < edit.end])
    return [edit for edit in edits if edit.start < edit.end or edit.new], path


KIND = Kind("keywords/duplicate", propose)
