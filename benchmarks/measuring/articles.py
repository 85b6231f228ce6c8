"""The articles that a benchmark runs on: those of a folder, or of a generated site."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from measuring.site import generate
from seocheck.runs.run import discover


def add_arguments(parser: argparse.ArgumentParser, *, articles: int) -> None:
    """The arguments that choose the articles: a folder, how many, and the seed of a generated site."""
    parser.add_argument("folder", nargs="?", help="articles to run on; without it a site is generated")
    parser.add_argument("--articles", type=int, default=articles, metavar="N", help="at most N articles (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the generated site (%(default)s)")


@contextmanager
def chosen(arguments: argparse.Namespace) -> Iterator[list[str]]:
    """The paths of the articles, in order. From a large folder evenly many of all its parts are taken."""
    if arguments.folder:
        yield spread(arguments.folder, arguments.articles)
        return
    with tempfile.TemporaryDirectory(prefix="seocheck-site-") as folder:
        generate(Path(folder), articles=arguments.articles, seed=arguments.seed)
        yield spread(folder, arguments.articles)


def spread(folder: str, most: int) -> list[str]:
    """At most so many articles of a folder, from the whole of its order."""
    paths = [candidate.path for candidate in discover([folder])]
    step = max(len(paths) / most, 1.0)
    return [paths[int(i * step)] for i in range(min(most, len(paths)))]


def described(arguments: argparse.Namespace, paths: list[str]) -> str:
    """What was run on, in words."""
    where = Path(arguments.folder).name if arguments.folder else f"a generated site (seed {arguments.seed})"
    return f"{len(paths)} articles of {where}"
