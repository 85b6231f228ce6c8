"""Applying suggestions to a file: read, choose, change, verify, replace."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from msgspec.structs import replace

from seocheck.check.reporter import read_article
from seocheck.config import Plan
from seocheck.edit.change import changed
from seocheck.edit.diff import unified_diff
from seocheck.edit.encoded import opened, reencoded
from seocheck.edit.label_moves import into_front_matter, into_label_lines
from seocheck.edit.write import ChangedError, check_writable, replace_file
from seocheck.edit.written import RefusedError, edited
from seocheck.runs.run import read_bytes
from seocheck.suggest.choose import Applied, Choice, change_for
from seocheck.suggest.collect import SettingsLike, plan_for, suggestions_of
from seocheck.suggest.suggestions import Suggestions


def apply_to_file(path: str | Path, choice: Choice, *, settings: SettingsLike = None, dry_run: bool = False) -> Applied:
    """Write what was chosen of a file's suggestions into its front matter, and nothing else.

    settings: without it the closest `seocheck.yml` above the file holds. dry_run: tell what would be done.

    Raises RefusedError where the change cannot be made safely, UnreadableError for a file that cannot be read,
    SettingsError for settings that cannot be used. The file is then as it was.
    """
    name = os.fspath(path)
    plan = plan_for(name, settings)
    data = read_bytes(name, plan.settings)
    return apply_suggestions(name, data, plan, suggestions_of(data, name.replace(os.sep, "/"), plan), choice, dry_run)


def apply_suggestions(file: str, data: bytes, plan: Plan, found: Suggestions, choice: Choice, dry_run: bool) -> Applied:
    """The same for a file whose bytes and suggestions are given. Raises RefusedError."""
    path = file.replace(os.sep, "/")
    moved = next((field for field in choice.fields if field == "front-matter" or field == "labels"), None)
    if moved and len(choice.fields) > 1:
        raise RefusedError(f"{path}: not written: “{moved}” can't be applied together with something else")
    try:
        if moved:
            return _move(file, data, plan, moved, dry_run)
        change, left_alone = change_for(found, choice)
        after = data
        if change.description is not None or change.add or change.drop:
            after = changed(data, path, plan, change)
            check_writable(file)
        if after != data and not dry_run:
            replace_file(file, data, after)
    except ChangedError as error:
        raise ChangedError(f"{path}: {error}; not written") from None
    except RefusedError as error:
        raise RefusedError(f"{path}: not written: {error}") from None
    return Applied(
        written=after != data and not dry_run,
        description=change.description,
        added=change.add,
        dropped=tuple(k.text for k in found.drop if k.place.start.offset in change.drop),
        left_alone=left_alone,
        diff=unified_diff(data.decode("utf-8"), after.decode("utf-8"), path) if after != data else "",
    )


def _move(file: str, data: bytes, plan: Plan, to: Literal["front-matter", "labels"], dry_run: bool) -> Applied:
    """Metadata from label lines into front matter, or back."""
    path = file.replace(os.sep, "/")
    source = opened(data, path)
    article = read_article(source, plan)
    move = into_front_matter if to == "front-matter" else into_label_lines
    text = edited(source.text, move(source, article, plan))
    after = reencoded(replace(source, text=text))
    check_writable(file)
    if not dry_run:
        replace_file(file, data, after)
    return Applied(
        written=not dry_run,
        description=None,
        added=(),
        dropped=(),
        left_alone=(),
        diff=unified_diff(source.text, text, path),
        moved=to,
    )
