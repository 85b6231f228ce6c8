"""What the command line says about a watch, and what it can't say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import click
import msgspec

from seocheck.cli.common.job import Gate


class WatchOptions(msgspec.Struct, frozen=True):
    """What the command line says about a watch. Each option means what it means for `seocheck check`."""

    paths: tuple[str, ...] = (".",)
    format: str = "text"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    gate: Gate = msgspec.field(default_factory=Gate)
    baseline: str | None = None
    changed: str | None = None
    changed_lines: str | None = None
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    config: str | None = None
    isolated: bool = False
    quiet: bool = False
    verbose: bool = False
    rules: tuple[str, ...] = ()


def check_watchable(
    *, paths: Iterable[str], formats: Sequence[str], output: str | None, left_out: Mapping[str, bool]
) -> str:
    """The format of a watch. Raises UsageError for options that make no sense with --watch.

    left_out: options that do more than report, each with whether it was given.
    """
    for option, given in left_out.items():
        if given:
            raise click.UsageError(f"--watch only reads and reports: drop {option}.")
    if "-" in paths:
        raise click.UsageError("--watch watches files, not standard input.")
    if output is not None or len(formats) > 1 or any(each not in ("text", "concise") for each in formats):
        raise click.UsageError("--watch can only write text or concise to standard output.")
    return formats[0] if formats else "text"
