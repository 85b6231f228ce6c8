"""The kinds of actions, apart from what makes them: an editor is told of them before any is needed."""

from __future__ import annotations

from lsprotocol import types

FIX_ALL = "source.fixAll.seocheck"

KINDS: tuple[str, ...] = (types.CodeActionKind.QuickFix, FIX_ALL)
