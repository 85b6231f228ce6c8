"""seocheck beside its peers, on the same articles in turn.

    python benchmarks/peers.py [FOLDER] [--articles N] [--rounds N] [--peers DIR] [--json]

Installs the peers where they are not there yet: from npm yoastseo, retext with retext-readability, markdownlint-cli2,
textlint with textlint-rule-write-good; from PyPI turboseo, with the textstat of its time (0.7.3: later ones ask for a
dictionary to be downloaded). Needs Node.js, npm, and the network for that, once. A peer that cannot be installed or
fails is named in the table with what it says, and the others go on.

Each peer is a process of its own that keeps running. Article for article all are asked in turn, so that whatever else
the machine does hits all alike. "warm": mean milliseconds an article by the clock, after articles of every language
that do not count; "processor": the same in processor time of all threads, from which the ratio is. Of several rounds,
each with new processes, the least for each article counts. "start-up": the best of several whole processes that check
one article, from the call to the end. "memory": the most that the process had after all articles.

What is not timed: yoastseo is given HTML made beforehand, retext the article's running text cut out beforehand;
seocheck, markdownlint and textlint parse the Markdown themselves; turboseo looks at it with regular expressions.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import platformdirs
import pyromark
from measuring.articles import add_arguments, chosen, described
from measuring.pipeline import default_plan
from measuring.processes import Conversation, machine, python_path

from seocheck.check.reporter import read_article
from seocheck.readers import decode
from seocheck.readers.front_matter.reader import read_front_matter

RUNNERS = Path(__file__).resolve().parent / "peers"
NPM = ("yoastseo", "retext", "retext-english", "retext-readability", "retext-stringify", "unified", "markdownlint-cli2",
       "textlint", "@textlint/kernel", "@textlint/textlint-plugin-markdown", "textlint-rule-write-good")  # fmt: skip
PYPI = ("turboseo", "textstat==0.7.3", "setuptools<81")
"""textstat 0.7.3 imports pkg_resources, which later versions of setuptools no longer bring."""
WARM_UP = 10
"""Articles that a new process is given before any counts, and the first of each language."""


@dataclass(slots=True)
class Peer:
    """A tool: how its process is started, what it checks, and what was measured of it.

    package: by which its version is told; "" for this project. node: whether it runs on Node.js.
    """

    name: str
    checks: str
    runner: str
    package: str = ""
    node: bool = True
    arguments: tuple[str, ...] = ()
    version: str = ""
    error: str = ""
    failed: int = 0
    times: dict[int, float] = field(default_factory=dict)
    processor: dict[int, float] = field(default_factory=dict)
    start_up: float = 0.0
    memory: float = 0.0

    def start(self, folder: Path) -> Conversation:
        """A new process of it."""
        if self.node:
            return Conversation(["node", str(folder / "runners" / self.runner)], folder=folder)
        if not self.package:
            command = [sys.executable, str(RUNNERS / self.runner), *self.arguments]
            return Conversation(command, folder=RUNNERS, env=python_path())
        return Conversation([str(python_of(folder)), str(folder / "runners" / self.runner)], folder=folder)


def tools() -> list[Peer]:
    """Who is compared."""
    return [
        Peer(
            "seocheck",
            "declared keywords, description, title, readability, structure, phrases that stand out; by places",
            "seocheck_runner.py",
            node=False,
        ),
        Peer(
            "seocheck --ignore keywords/undeclared-topic",
            "the same without the phrases that stand out",
            "seocheck_runner.py",
            node=False,
            arguments=("keywords/undeclared-topic",),
        ),
        Peer(
            "yoastseo",
            "one keyphrase, description, title, readability; no keyword list, no places in the source",
            "yoastseo.mjs",
            "yoastseo",
        ),
        Peer(
            "turboseo",
            "one keyword, readability, signs of machine writing; English",
            "turboseo_runner.py",
            "turboseo",
            node=False,
        ),
        Peer(
            "textlint + write-good",
            "style of English sentences (passive voice, weasel words)",
            "textlint.mjs",
            "textlint",
        ),
        Peer(
            "retext-readability",
            "hard sentences by seven formulas; English",
            "retext.mjs",
            "retext-readability",
        ),
        Peer(
            "markdownlint",
            "the Markdown itself (headings, lists, blank lines); no language",
            "markdownlint.mjs",
            "markdownlint-cli2",
        ),
    ]


def python_of(folder: Path) -> Path:
    """The Python of the virtual environment that turboseo lies in."""
    return folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install(folder: Path) -> dict[str, str]:
    """Install what is not there. For npm and for PyPI what went wrong, "" for nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    runners = folder / "runners"
    shutil.copytree(RUNNERS, runners, dirs_exist_ok=True)  # so that they find what they import beside them
    failed = {"npm": "", "pypi": ""}
    if not all((folder / "node_modules" / name).is_dir() for name in NPM):
        (folder / "package.json").write_text('{"private": true}\n')
        failed["npm"] = _run(["npm", "install", "--no-audit", "--no-fund", "--loglevel=error", *NPM], folder)
    if _run([str(python_of(folder)), "-c", "import turboseo"], folder):
        failed["pypi"] = _run([sys.executable, "-m", "venv", "venv"], folder) or _run(
            [str(python_of(folder)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PYPI], folder
        )
    return failed


def _run(command: list[str], folder: Path) -> str:
    """Run a command; what went wrong, "" for nothing."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except OSError as error:
        return f"{command[0]}: {error.strerror}"
    lines = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()]
    return "" if done.returncode == 0 else (lines or [f"exit code {done.returncode}"])[-1]


def versions(peers: list[Peer], folder: Path) -> None:
    """Note which version of each is measured."""
    from seocheck import __version__

    for peer in peers:
        if not peer.package:
            peer.version = __version__
        elif peer.node:
            described_by = folder / "node_modules" / peer.package / "package.json"
            if described_by.is_file():
                peer.version = str(json.loads(described_by.read_text("utf-8"))["version"])
        else:
            code = f"from importlib.metadata import version; print(version({peer.package!r}))"
            done = subprocess.run([str(python_of(folder)), "-c", code], capture_output=True, text=True, check=False)
            peer.version = done.stdout.strip()


def question(path: str) -> dict[str, Any]:
    """An article as the peers are given it: Markdown, HTML, running text, and what it declares."""
    source = decode(Path(path).read_bytes(), path)
    article = read_article(source, default_plan())
    body = source.text[read_front_matter(source.text).body_start :]
    listed = article.keywords or article.taxonomy
    return {
        "path": path,
        "markdown": source.text,
        "body": body,
        "html": pyromark.html(body, options=pyromark.Options.ENABLE_TABLES),
        "prose": "\n\n".join(block.text.value for block in article.blocks if block.kind != "heading"),
        "keyword": listed[0].text.value if listed else "",
        "title": article.title.text.value if article.title else "",
        "description": article.description.text.value if article.description else "",
        "slug": article.slug.value if article.slug else "",
        "language": article.language.code or "en",
        "words": sum(len(block.text.value.split()) for block in article.blocks),
    }


def one_round(peers: list[Peer], folder: Path, articles: list[dict[str, Any]]) -> None:
    """All articles through all peers in turn, with new processes."""
    running = {peer.name: peer.start(folder) for peer in peers if not peer.error}
    alive = [peer for peer in peers if not peer.error]
    # These come again among the others, so that every article counts once and in a warm process.
    first = {article["language"]: number for number, article in reversed(list(enumerate(articles)))}
    warm_up = sorted({*range(min(WARM_UP, len(articles))), *first.values()})
    for position, number in enumerate((*warm_up, *range(len(articles)))):
        for peer in alive:
            if peer.error:
                continue
            answer = running[peer.name].ask(articles[number])
            if "ms" not in answer:
                peer.failed += 1
                if position == peer.failed - 1 and peer.failed >= 5:  # nothing but failures
                    peer.error = str(answer.get("error"))
                continue
            if position >= len(warm_up):
                peer.times[number] = min(peer.times.get(number, float("inf")), answer["ms"])
                peer.processor[number] = min(peer.processor.get(number, float("inf")), answer["cpu_ms"])
    for peer in alive:
        peer.memory = max(peer.memory, running[peer.name].peak())
        running[peer.name].close()


def start_ups(peers: list[Peer], folder: Path, article: dict[str, Any], times: int) -> None:
    """Whole processes for one article, in turn."""
    for _ in range(times):
        for peer in peers:
            if peer.error:
                continue
            start = time.perf_counter()
            conversation = peer.start(folder)
            answer = conversation.ask(article)
            conversation.close()
            took = time.perf_counter() - start
            if "ms" in answer:
                peer.start_up = min(peer.start_up or took, took)


def table(peers: list[Peer], shared: list[int]) -> list[str]:
    """The lines of the table, as Markdown. shared: the articles that all could check."""
    base = statistics.fmean(peers[0].processor[number] for number in shared) if shared else 0.0
    lines = [
        "| tool | checks | warm, ms | median | processor, ms | times seocheck | start-up, ms | memory, MB |",
        "|---|---|---:|---:|---:|---:|---:|---:|",
    ]
    for peer in peers:
        name = f"{peer.name} {peer.version}".strip()
        if peer.error or not shared:
            why = peer.error or "no article that all could check"
            lines.append(f"| {name} | failed: {why} | | | | | | |")
            continue
        taken = [peer.times[number] for number in shared]
        processor = statistics.fmean(peer.processor[number] for number in shared)
        note = f" ({peer.failed} failed)" if peer.failed else ""
        lines.append(
            f"| {name} | {peer.checks}{note} | {statistics.fmean(taken):.1f} | {statistics.median(taken):.1f} "
            f"| {processor:.1f} | {processor / base:.2f} | {1000 * peer.start_up:.0f} | {peer.memory:.0f} |"
        )
    return lines


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    add_arguments(parser, articles=60)
    parser.add_argument("--rounds", type=int, default=3, help="with new processes each (%(default)s)")
    parser.add_argument("--peers", type=Path, metavar="DIR", help="where the peers are (default: in the cache)")
    parser.add_argument("--only", default="", metavar="NAMES", help="only peers whose names begin so, parted by commas")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    arguments = parser.parse_args()
    folder = (arguments.peers or Path(platformdirs.user_cache_dir("seocheck", appauthor=False)) / "peers").resolve()
    peers = tools()
    if arguments.only:
        peers = [peer for peer in peers if not peer.package or peer.name.startswith(tuple(arguments.only.split(",")))]
    failed = install(folder)
    for peer in peers:
        if peer.package:
            peer.error = failed["npm" if peer.node else "pypi"]
    versions(peers, folder)
    with chosen(arguments) as paths:
        articles = [question(path) for path in paths]
        for _ in range(arguments.rounds):
            one_round(peers, folder, articles)
        typical = min(articles, key=lambda article: abs(article["words"] - 800))
        start_ups(peers, folder, typical, 3 * arguments.rounds)
        shared = [n for n in range(len(articles)) if all(peer.error or n in peer.times for peer in peers)]
        if arguments.json:
            kept = {
                p.name: {
                    "version": p.version,
                    "error": p.error,
                    "ms": [p.times[n] for n in shared if n in p.times],
                    "processor_ms": [p.processor[n] for n in shared if n in p.processor],
                    "start_up": p.start_up,
                    "memory": p.memory,
                }
                for p in peers
            }
            print(json.dumps({"articles": len(shared), "peers": kept}, indent=2))
            return
        words = statistics.fmean(article["words"] for article in articles)
        print(machine())
        print(f"{described(arguments, paths)}, {words:.0f} words each on average, {arguments.rounds} rounds;")
        print(f"{len(shared)} articles that all could check\n")
        print("\n".join(table(peers, shared)))


if __name__ == "__main__":
    main()
