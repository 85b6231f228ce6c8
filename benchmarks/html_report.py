"""How long the HTML report takes to write, how large it is, and how long a browser takes to open its index.

    python benchmarks/html_report.py FOLDER             the articles of a folder
    python benchmarks/html_report.py --articles 10000   the same few reports again and again, under other names

Needs the extra `browser` and a Chromium for the opening; without them that is left out.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from seocheck.config import SettingsFinder
from seocheck.formats.people.html.writer import HtmlWriter
from seocheck.formats.people.view.reading import Viewer
from seocheck.formats.run import RunEnd, RunStart
from seocheck.model.report import Report
from seocheck.runs.run import Run, discover

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def of_folder(folder: Path, run: Run) -> Iterator[Report]:
    """The reports of a folder."""
    for candidate in discover([folder], lambda _: None, lambda _: None):
        report = run.check(candidate)
        if isinstance(report, Report):
            yield report


def alike(count: int, run: Run) -> Iterator[Report]:
    """Reports of the examples under other names, with scores around 78."""
    some = list(of_folder(EXAMPLES, run))
    chance = random.Random(1)
    for number in range(count):
        report = chance.choice(some)
        path = f"content/section-{number % 40}/article-about-something-{number}.md"
        yield msgspec.structs.replace(report, path=path, score=round(min(max(chance.gauss(78, 12), 0), 100), 1))


SORTED = "document.querySelector('#articles th:nth-child(7) button').click()"
FILTERED = (
    "const f = document.getElementById('filter'); f.value = '7'; f.dispatchEvent(new Event('input'))"
)  # fmt: skip


def opening(file: Path) -> str:
    """Seconds until the page is loaded, and how long sorting and filtering take with the layout after them."""
    browser = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        return "no playwright"
    if browser is None:
        return "no Chromium"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = started.new_page(viewport={"width": 1280, "height": 900})
        times = []
        for _ in range(3):
            page.goto(file.as_uri())
            times.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd") / 1000)
        took = [
            page.evaluate(
                "(code) => { const before = performance.now(); new Function(code)(); document.body.offsetHeight; "
                "return performance.now() - before }",
                script,
            )
            for script in (SORTED, FILTERED)
        ]
        started.close()
    return f"{min(times):.2f} s (least of 3), sorts in {took[0]:.0f} ms, filters in {took[1]:.0f} ms"


def main() -> int:
    """Write, weigh, open."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    given = parser.parse_args()
    run = Run(SettingsFinder())
    reports = of_folder(given.folder, run) if given.folder else alike(given.articles, run)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.html"
        count, spent = 0, 0.0
        view = Viewer(run) if given.folder else None
        with file.open("w", encoding="utf-8") as out:
            writer = HtmlWriter(out, RunStart(file=str(file), view=view))
            for report in reports:
                start = time.process_time()
                writer.add(report, ())
                spent += time.process_time() - start
                count += 1
            writer.close(RunEnd())
        pages = list((Path(folder) / "report_files").glob("*.html"))
        size = sum(page.stat().st_size for page in pages)
        print(f"{count:,} articles; a page in {1000 * spent / max(count, 1):.1f} ms of the processor")
        each = size / max(len(pages), 1) / 1000
        print(f"index {file.stat().st_size / 1e6:.1f} MB; {len(pages):,} pages of {each:.0f} kB")
        print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
        print(f"opens in {opening(file)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
