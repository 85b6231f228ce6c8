"""How much of an article the HTML reader finds, and how much else: F1 against the known text of pages.

    python benchmarks/extraction.py FOLDER [FOLDER ...] [--below 0.5] [--only NAME] [--show PAGE]

A folder holds pages with their text in one of three forms: `html.jsonl` beside the pages (lines with `file` and
`expected.body_text`), `ground-truth.json` beside `html/` (`articleBody` by name; pages may be gzipped), or folders
with `source.html` and `expected.html`. Texts of fewer than 400 characters are beginnings of articles and count for
nothing.

F1 is that of runs of four words (of single characters in scripts without spaces), each as often as it occurs; the
mean is over pages. Pages below `--below` are listed. Milliseconds are of this process's own time, for reading a page
from text, the best of three. trafilatura and readability-lxml are measured too where they are installed; they are no
dependencies.

--show prints what is missing and what is too much on one page.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from seocheck.model.article import Source
from seocheck.readers import decode
from seocheck.readers.html.reader import read_html

Reader = Callable[[str], str]
"""From the source of a page to the text of its article."""

RUN = 4
SHORTEST = 400
ROUNDS = 3
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|\w+")
_PROSE = ("paragraph", "item", "quotation", "cell", "heading")


class Page(NamedTuple):
    """A page: its name, its source, the text of its article."""

    name: str
    source: str
    text: str


def pages(folder: Path) -> Iterator[Page]:
    """The pages of a folder whose text is known."""
    truth = folder / "ground-truth.json"
    if (folder / "html.jsonl").exists():
        for line in (folder / "html.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = (row.get("expected") or {}).get("body_text") or ""
            yield Page(row["file"], _decoded(folder / row["file"]), text)
    elif truth.exists():
        for name, row in json.loads(truth.read_text(encoding="utf-8")).items():
            path = folder / "html" / f"{name}.html.gz"
            yield Page(name, _decoded(path if path.exists() else path.with_suffix("")), row["articleBody"])
    else:
        for path in sorted(folder.rglob("expected.html")):
            yield Page(path.parent.name, _decoded(path.with_name("source.html")), ours(_decoded(path), whole=True))


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    return decode(gzip.decompress(data) if path.suffix == ".gz" else data, path.name.removesuffix(".gz")).text


def ours(source: str, *, whole: bool = False) -> str:
    """The text as seocheck reads it. `whole`: of a page that is nothing but the article."""
    if whole:
        source = f"<body><main>{source}</main></body>"
    article = read_html(Source("page.html", source))
    return "\n".join(b.text.value for b in article.blocks if b.kind in _PROSE and b.level != 1)


def readers() -> dict[str, Reader]:
    """seocheck, and what is installed beside it."""
    found: dict[str, Reader] = {"seocheck": ours}
    try:
        import trafilatura

        def by_trafilatura(source: str) -> str:
            return trafilatura.extract(source, include_comments=False, favor_recall=False) or ""

        found["trafilatura"] = by_trafilatura
    except ImportError:
        print("trafilatura is not installed")
    # benchmarks/readability.py is another thing of that name
    sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != Path(__file__).resolve().parent]
    try:
        import readability

        def by_readability(source: str) -> str:
            summary = readability.Document(source).summary()
            return ours(re.sub(r"</?(?:html|body)[^>]*>", "", summary), whole=True)

        found["readability-lxml"] = by_readability
    except ImportError:
        print("readability-lxml is not installed")
    return found


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words in a text."""
    words = _WORD.findall(text.casefold())
    if len(words) < RUN:
        return Counter([tuple(words)])
    return Counter(zip(*(words[i:] for i in range(RUN)), strict=False))


def f1(text: str, known: str) -> float:
    """Agreement of two texts, from 0 to 1."""
    ours, theirs = runs(text), runs(known)
    return 2 * (ours & theirs).total() / max(ours.total() + theirs.total(), 1)


def measured(reader: Reader, page: Page) -> tuple[float, float]:
    """F1 of a page and milliseconds to read it; a reader that fails has found nothing."""
    best = float("inf")
    text = ""
    for _ in range(ROUNDS):
        start = time.process_time()
        try:
            text = reader(page.source)
        except Exception:  # of the readers that are compared
            text = ""
        best = min(best, (time.process_time() - start) * 1000)
    return f1(text, page.text), best


def show(page: Page) -> None:
    """Print what differs between the text as read and as known."""
    ours_, known = _lines(ours(page.source)), _lines(page.text)
    for kind, a, b, c, d in SequenceMatcher(None, ours_, known, autojunk=False).get_opcodes():
        if kind != "equal":
            for line in ours_[a:b]:
                print(f"too much: {line[:300]}")
            for line in known[c:d]:
                print(f"missing:  {line[:300]}")


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def main() -> None:
    """Measure each folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="pages with their text")
    parser.add_argument("--below", type=float, default=0.5, metavar="F1", help="list pages below it (%(default)s)")
    parser.add_argument("--only", metavar="NAME", help="only this reader")
    parser.add_argument("--show", metavar="PAGE", help="print what differs on pages with this in their names")
    arguments = parser.parse_args()
    compared = {name: r for name, r in readers().items() if arguments.only in (None, name)}
    for folder in arguments.folders:
        known = [page for page in pages(folder) if len(page.text) >= SHORTEST]
        if arguments.show:
            for page in known:
                if arguments.show in page.name:
                    print(f"{page.name}: {f1(ours(page.source), page.text):.3f}")
                    show(page)
            continue
        print(f"{folder}: {len(known)} pages")
        for name, reader in compared.items():
            results = {page.name: measured(reader, page) for page in known}
            mean = sum(score for score, _ in results.values()) / max(len(results), 1)
            ms = sum(ms for _, ms in results.values()) / max(len(results), 1)
            low = {page: score for page, (score, _) in results.items() if score < arguments.below}
            print(f"  {name:18} mean F1 {mean:.3f}, {ms:6.1f} ms a page, {len(low)} below {arguments.below:g}")
            for page, score in sorted(low.items(), key=lambda item: item[1]):
                print(f"    {score:.3f} {page}")


if __name__ == "__main__":
    main()
