"""`seocheck init`: write a settings file that fits the folder."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

import click

from seocheck.base.atomic import write_atomically
from seocheck.base.plural import plural
from seocheck.cli.common.output import say
from seocheck.config.file_names import FILE_NAMES
from seocheck.config.load import find_source
from seocheck.errors import SeocheckError, why
from seocheck.readers.formats import by_path


@click.command("init")
@click.argument("folder", type=click.Path(readable=False), default=".")
@click.option("--print", "print_only", is_flag=True, help="Print the file instead of writing it.")
@click.option("--force", is_flag=True, help="Overwrite an existing settings file.")
def command(folder: str, print_only: bool, force: bool) -> int:
    """Write a short, commented seocheck.yml that fits the site in FOLDER (default: the current one).

    It recognizes Hugo, Zola, Jekyll, Hexo, Eleventy, Astro, MkDocs, Docusaurus, VitePress, VuePress, Pelican and plain
    HTML, and finds out which names the articles' front matter uses and whether they declare keywords. It asks nothing
    and changes nothing else.
    """
    from seocheck.base.yaml12 import load_yaml
    from seocheck.config import settings_from
    from seocheck.init import find_site, settings_text
    from seocheck.init.fields import SAMPLE, names_of
    from seocheck.runs.discover import discover

    root = Path(folder)
    if not root.is_dir():
        raise SeocheckError(f"{folder}: no such folder")
    there = find_source(os.fspath(root))
    if there is not None and not (force or print_only):
        raise SeocheckError(
            f"{os.path.relpath(there.path)}: already exists; --force overwrites it, --print only prints the new one"
        )
    site = find_site(root)
    content = [root / each for each in site.content if (root / each).is_dir()] or [root]
    articles = [candidate.real or candidate.path for candidate in discover(content)]
    names = names_of(_texts(islice(articles, SAMPLE)))
    text = settings_text(site, names)
    settings_from(load_yaml(text) or {}, base=str(root))  # what gets written must be readable
    if print_only:
        for line in text.splitlines():
            say(line)
        return 0
    file = root / FILE_NAMES[0]
    try:
        write_atomically(file, text.encode())
    except OSError as error:
        raise SeocheckError(f"{file}: cannot be written: {why(error)}") from None
    shown = " ".join(_shown(path) for path in content)
    count = f"{plural(len(articles), 'article')} in {shown}"
    say(f"wrote {_shown(file)}: {site.generator or 'unknown generator'}, {count}")
    say(f"next: seocheck check {shown}")
    return 0


def _shown(path: Path) -> str:
    return os.path.relpath(path) if not path.is_absolute() else str(path)


def _texts(paths: islice[str]) -> list[str]:
    texts = []
    for path in paths:
        known = by_path(path)
        if known is None or not known.is_page:
            try:
                with open(path, encoding="utf-8-sig", errors="replace") as file:
                    texts.append(file.read(100_000))
            except OSError:
                continue
    return texts
