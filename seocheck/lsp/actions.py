"""Quick fixes: what `--fix` can fix, one finding at a time or all at once, what is suggested instead, and comments that
suppress a finding."""

from __future__ import annotations

import contextlib
from collections.abc import Container, Iterator, Sequence

from lsprotocol import types

from seocheck.base.limits import OverBudgetError, time_limit
from seocheck.errors import SeocheckError
from seocheck.fix import FIXABLE, FixOutcome, TextEdit, fixes_for
from seocheck.lsp import suppressing
from seocheck.lsp.action_kinds import FIX_ALL
from seocheck.lsp.diagnostics import diagnostic
from seocheck.lsp.documents import Checked
from seocheck.lsp.suggesting import Suggesting
from seocheck.model.report import ReportedFinding
from seocheck.readers import decode
from seocheck.readers.formats import named

MOST = 10
"""Findings at a place for which comments are offered at most: the article is read again for each."""


class Actions:
    """The actions for one checked document. What can be fixed is computed once, when it is first needed.

    versioned: whether the editor takes edits that name the version they are made for.
    """

    def __init__(self, checked: Checked, *, versioned: bool) -> None:
        self._checked = checked
        self._versioned = versioned
        self._outcome: FixOutcome | None = None
        self._suggesting = Suggesting(checked)

    def at(self, where: types.Range, only: Sequence[str] | None = None) -> list[types.CodeAction]:
        """The actions for the findings that touch a range; only of these kinds if the editor names any.

        Nothing where the article takes too long: a fix is checked by reading the article again.
        """
        found: list[types.CodeAction] = []
        with contextlib.suppress(OverBudgetError), time_limit(self._checked.plan.settings.max_seconds):
            found = self._at(where, only)
        return found

    def _at(self, where: types.Range, only: Sequence[str] | None) -> list[types.CodeAction]:
        found: list[types.CodeAction] = []
        if _wanted(types.CodeActionKind.QuickFix, only):
            start, end = self._checked.places.offset(where.start), self._checked.places.offset(where.end)
            touched = [
                f
                for f in self._checked.report.findings
                if f.place.start.offset <= max(end, start) and start <= f.place.end.offset
            ]
            found += (fixes := list(self._fixes(touched)))
            fixed = {each.data for action in fixes for each in action.diagnostics or ()}
            found += self._suggested(touched[:MOST], fixed)
            found += self._comments(touched[:MOST])
        # Editors give the kind when they fix on save; without it, a command that belongs to no place only distracts.
        if only and _wanted(FIX_ALL, only):
            found += self._all()
        return found

    def _mended(self) -> FixOutcome | None:
        if self._outcome is None:
            data = self._data()
            if data is None:
                return None
            try:
                self._outcome = fixes_for(data, self._checked.source.path, self._checked.plan)
            except SeocheckError:
                return None
        return self._outcome

    def _data(self) -> bytes | None:
        """The text as bytes of a file. Uses the encoding that a page declares if UTF-8 would be read as another text;
        None if neither gives the text back."""
        source = self._checked.source
        for encoding in ("utf-8", None):
            try:
                if encoding is None:
                    encoding = decode(source.text.encode("ascii", "replace"), source.path).encoding
                data = self._checked.document.text.encode(encoding)
                if decode(data, source.path).text == source.text:
                    return data
            except (SeocheckError, UnicodeError, LookupError):
                continue
        return None

    def _fixes(self, findings: Sequence[ReportedFinding]) -> Iterator[types.CodeAction]:
        wanted = {f.id: f for f in findings if f.rule in FIXABLE}
        outcome = self._mended() if wanted else None
        if outcome is None:
            return
        for fixed in outcome.fixed:
            if fixed.finding in wanted and fixed.edits and not fixed.drops_byte_order_mark:
                title = f"Fix {fixed.rule}: {fixed.done}"
                yield self._action(title, fixed.edits, wanted[fixed.finding], preferred=True)

    def _suggested(self, findings: Sequence[ReportedFinding], fixed: Container[object]) -> Iterator[types.CodeAction]:
        text = self._checked.source.text
        for finding in findings:
            for title, after in self._suggesting.fixes(finding, fixed=finding.id in fixed):
                yield self._action(title, [difference(text, after)], finding)

    def _all(self) -> Iterator[types.CodeAction]:
        outcome = self._mended()
        if outcome is None or not outcome.fixed:
            return
        before, after = outcome.text_before.removeprefix("\ufeff"), outcome.text_after.removeprefix("\ufeff")
        if before == after or before != self._checked.source.text:
            return
        edit = difference(before, after)
        yield types.CodeAction(title="Fix everything seocheck can fix", kind=FIX_ALL, edit=self._edit([edit]))

    def _comments(self, findings: Sequence[ReportedFinding]) -> Iterator[types.CodeAction]:
        if not named(self._checked.article.format).comments:
            return  # plain text has no comments
        whole: set[str] = set()
        for finding in findings:
            if finding.rule.startswith("suppressions/"):
                continue
            made = suppressing.here(self._checked, finding)
            if made is not None:
                yield self._action(f"Suppress {finding.rule} here", [_text_edit(made)], finding)
            if finding.rule not in whole:
                whole.add(finding.rule)
                made = suppressing.everywhere(self._checked, finding)
                if made is not None:
                    yield self._action(f"Suppress {finding.rule} in this article", [_text_edit(made)], finding)

    def _action(
        self, title: str, edits: Sequence[TextEdit], finding: ReportedFinding, *, preferred: bool | None = None
    ) -> types.CodeAction:
        return types.CodeAction(
            title=title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(finding, self._checked)],
            is_preferred=preferred,
            edit=self._edit(edits),
        )

    def _edit(self, edits: Sequence[TextEdit]) -> types.WorkspaceEdit:
        document, places = self._checked.document, self._checked.places
        made = [types.TextEdit(range=places.range_of(e.start, e.end), new_text=e.new) for e in edits]
        if not self._versioned:
            return types.WorkspaceEdit(changes={document.uri: made})
        name = types.OptionalVersionedTextDocumentIdentifier(uri=document.uri, version=document.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(text_document=name, edits=list(made))])


def difference(before: str, after: str) -> TextEdit:
    """The one edit that turns a text into another: the beginning and end that both share are left out, and no CRLF is
    cut in two, because an editor has no position for that."""
    shorter = min(len(before), len(after))
    start = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    if before[start - 1 : start] == "\r":
        start -= 1
    same = next((i for i in range(shorter - start) if before[-1 - i] != after[-1 - i]), shorter - start)
    end = len(before) - same
    if before[end - 1 : end + 1] == "\r\n" or after[len(after) - same - 1 : len(after) - same + 1] == "\r\n":
        same -= 1
    return TextEdit(start=start, end=len(before) - same, new=after[start : len(after) - same])


def _text_edit(edit: tuple[int, int, str]) -> TextEdit:
    start, end, new = edit
    return TextEdit(start=start, end=end, new=new)


def _wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Whether an editor that requests these kinds means this one: "source" includes "source.fixAll"."""
    return not only or any(kind == name or kind.startswith(f"{name}.") for name in only)
