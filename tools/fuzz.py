"""Fuzz a part of seocheck, guided by coverage: `python tools/fuzz.py TARGET --minutes 20 --corpus DIR`.

It needs atheris (`pip install atheris`), which is no dependency of seocheck, and the checkout on the path. Inputs that
reach new code are kept in DIR and are where the next run starts; without any, the examples and the generators of
`tests/robustness/generators.py` are. A fault does not end the run: each is kept once, under DIR-found, by the place
that raised it. Printed at the end: minutes of the clock and of the processor, executions, edges covered at the start
and at the end, faults, and slow inputs (over a second for less than 10 kB). Exit code 1 when there is one of them.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import os
import pkgutil
import re
import resource
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SLOW, SLOW_BYTES = 1.0, 10_000
"""Seconds of processor time that an input below this many bytes may take."""
HANG = 60
"""Seconds after which an input is given up and the process started again."""

Target = Callable[[bytes], None]


# -- what is fuzzed -------------------------------------------------------------------------------


def _reader(name: str, path: str) -> Target:
    from seocheck.model.article import Source
    from seocheck.readers import read
    from tests.robustness.invariants import hold_for_article

    def run(data: bytes) -> None:
        hold_for_article(read(Source(path, data.decode("utf-8", "replace")), name))  # type: ignore[arg-type]

    return run


AROUND = (("---\n", "\n---\n\nBread.\n"), ("+++\n", "\n+++\n\nBread.\n"), ("{", "}\n\nBread.\n"))
"""What stands around the front matter that is fuzzed: YAML, TOML, JSON."""


def _front_matter(name: str) -> Target:
    """Of `front-matter` the first byte chooses the language."""
    from seocheck.readers.front_matter.declared import declared_fields
    from seocheck.readers.front_matter.reader import read_front_matter
    from seocheck.readers.suppressions.entries import suppression_entries
    from tests.robustness.invariants import hold_for_front_matter, hold_for_text

    fixed = {"yaml": 0, "toml": 1, "json": 2}.get(name)

    def run(data: bytes) -> None:
        if fixed is None:
            number, data = data[0] % 3 if data else 0, data[1:]
        else:
            number = fixed
        before, after = AROUND[number]
        text = before + data.decode("utf-8", "replace") + after
        front = read_front_matter(text)
        hold_for_front_matter(front, text)
        declared = declared_fields(front.values)
        for field in (declared.title, declared.description, declared.slug):
            if field is not None:
                hold_for_text(field.text, text)
        suppression_entries(front.values)

    return run


def _settings(kind: str) -> Target:
    import tempfile

    from seocheck.config import load_settings, make_plan
    from seocheck.errors import SeocheckError

    file = Path(tempfile.mkdtemp(prefix="fuzz-settings-")) / f"seocheck.{kind}"

    def run(data: bytes) -> None:
        file.write_bytes(data)
        said = ""
        try:
            make_plan(load_settings(file))
        except SeocheckError as error:
            said = str(error)
        assert "\n" not in said, said

    return run


def _check(_: str) -> Target:
    """The first byte chooses the file's name, the others are the file."""
    from seocheck.check.reporter import check_article, read_article
    from seocheck.config import Settings, make_plan
    from seocheck.errors import UnreadableError
    from seocheck.readers import decode
    from tests.robustness.invariants import hold_for_article, hold_for_report

    plan = make_plan(Settings(severities=dict.fromkeys(_off_rules(), "note")))
    names = ("a.md", "a.html", "a.txt", "a.mdx", "a")

    def run(data: bytes) -> None:
        if not data:
            return
        path = names[data[0] % len(names)]
        try:
            source = decode(data[1:], path)
        except UnreadableError:
            return
        article = read_article(source, plan)
        hold_for_article(article)
        report = check_article(article, plan)
        hold_for_report(report, source.text)
        if data[0] >= 0xF0:
            assert check_article(read_article(source, plan), plan) == report, "not the same twice"

    return run


def _off_rules() -> list[str]:
    from seocheck.rulekit.registry import load_rules

    return [name for name, loaded in load_rules().items() if loaded.rule.severity == "off"]


TARGETS: dict[str, tuple[Callable[[str], Target], tuple[str, ...]]] = {
    "markdown": (lambda _: _reader("markdown", "a.md"), ("md",)),
    "mdx": (lambda _: _reader("markdown", "a.mdx"), ("md", "mdx")),
    "html": (lambda _: _reader("html", "a.html"), ("html",)),
    "labelled": (lambda _: _reader("labelled-text", "a.txt"), ("txt",)),
    "yaml": (_front_matter, ("yaml",)),
    "toml": (_front_matter, ("toml",)),
    "json": (_front_matter, ("json",)),
    "front-matter": (_front_matter, ("yaml", "toml", "json")),
    "settings": (lambda _: _settings("yml"), ("yaml",)),
    "check": (_check, ("md", "html", "txt", "mdx")),
}

TOKENS: dict[str, str] = {
    "md": "--- +++ ``` ~~~ {{< >}} {{% %}} {% %} {{ }} <!-- --> [^1] ]( ![ ** __ ~~ # ## > - 1. | |---| \\\\ "
    "<div> </div> "
    "<script> <pre> &amp; &#120; <http:// seocheck-disable-next-line seocheck-disable title: keywords: !!! ??? :::",
    "mdx": "import export {/* */} <A <A/> </A> {` `} => {( )} ${ className= style={{",
    "html": "<!doctype <html <head> <title> </title> <meta name= content= property= <body> <main> <article> <p> </p> "
    "<script> </script> <style> <pre> <table> <tr> <td> <h1> <h6> <ul> <li> <a href= <img alt= <![CDATA[ ]]> <!-- --> "
    "&amp; &nbsp; &#x41; &#0; <template> <svg> <select> <option> <noscript> <textarea> <plaintext> application/ld+json",
    "txt": "Title: Keywords: Description: Slug: Tags: \\n\\n \\r\\n http:// @ close",
    "yaml": ": - [ ] { } & * ! !! | > ' \\\" # ? << --- ... % @ ` ~ null true 2024-13-45 0o7 0x1 .inf title keywords "
    "description tags seocheck ignore profile rules severities overrides files extends suppress defaults",
    "toml": "= [ ] [[ ]] { } ''' \\\"\\\"\\\" ' \\\" # . , "
    "1979-05-27 inf nan 0x 0o 0b _ true title keywords \\\\u \\\\U",
    "json": '{ } [ ] : , \\" \\\\u \\\\ud83d\\\\ude00 \\\\n null true 1e9 title keywords description',
}


# -- one process that fuzzes ----------------------------------------------------------------------


class Found:
    """Faults and slow inputs, each kept once by where it comes from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen = {path.name.split(".")[0] for path in folder.glob("*.input")}

    def keep(self, kind: str, signature: str, data: bytes, words: str) -> None:
        """Keep an input, with what is to be said of it, unless one of the same kind and signature is there."""
        name = f"{kind}-{hashlib.sha1(signature.encode()).hexdigest()[:12]}"
        if name in self._seen:
            return
        self._seen.add(name)
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / f"{name}.input").write_bytes(data)
        (self._folder / f"{name}.txt").write_text(words)
        print(f"FOUND {name}: {words.splitlines()[-1][:200]}", flush=True)


def _guarded(target: Target, found: Found) -> Target:
    def run(data: bytes) -> None:
        start = time.process_time()
        try:
            target(data)
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)[-3:]
            where = " ".join(f"{os.path.basename(f.filename)}:{f.lineno}" for f in frames)
            found.keep("fault", f"{type(error).__name__} {where}", data, traceback.format_exc())
        took = time.process_time() - start
        if took > SLOW and len(data) < SLOW_BYTES:
            found.keep("slow", f"{len(data).bit_length()} {took:.0f}", data, f"{took:.1f} s for {len(data)} bytes")

    return run


def fuzz(name: str, folder: Path, arguments: list[str]) -> None:
    """Never returns: libFuzzer ends the process."""
    import atheris

    with atheris.instrument_imports(include=["seocheck"], enable_loader_override=False):
        import seocheck

        for found in pkgutil.walk_packages(seocheck.__path__, "seocheck."):
            if not found.name.startswith(("seocheck.cli", "seocheck.lsp", "seocheck.__main__")):
                importlib.import_module(found.name)  # else what is imported late would not be watched
        target = TARGETS[name][0](name)
    if name == "check":  # rules are loaded by path, where the hook of imports does not look
        for module_name, module in list(sys.modules.items()):
            if module_name.startswith("seocheck_rules."):
                for value in vars(module).values():
                    if getattr(value, "__module__", "") == module_name and hasattr(value, "__code__"):
                        atheris.instrument_func(value)
        target(b"\x00# Bread\n\nA loaf of bread.\n")
    atheris.Setup([sys.argv[0], *arguments], _guarded(target, Found(folder)), enable_python_coverage=True)
    atheris.Fuzz()


# -- the run --------------------------------------------------------------------------------------


def seeds(target: str) -> Iterator[bytes]:
    """What to start from: the examples, and each generator at a small size; of front matter what stands in it."""
    from tests.robustness.generators import KINDS

    forms, whole = TARGETS[target][1], target == "check"
    names = ("md", "html", "txt", "mdx")
    files = [(path.suffix[1:], path.read_bytes()[:4000]) for path in sorted((ROOT / "examples").glob("*.*"))]
    files += [(form, kind.make(form, 12)[:2000]) for kind in KINDS.values() for form in kind.forms]
    for form, data in files:
        if form in forms:
            yield bytes([names.index(form)]) + data if whole else data
        for number, (inner, block) in enumerate(BLOCKS.items()):
            if inner in forms and form == "md" and (found := block.match(data)):
                yield bytes([number]) + found[1] if target == "front-matter" else found[1]


BLOCKS = {
    "yaml": re.compile(rb"---\n(.*?)\n---", re.DOTALL),
    "toml": re.compile(rb"\+\+\+\n(.*?)\n\+\+\+", re.DOTALL),
    "json": re.compile(rb"\{(.*?)\n\}", re.DOTALL),
}


def main() -> int:
    """Fuzz for so many minutes, starting again after whatever ends the process; print what was done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--max-length", type=int, default=4096, help="bytes of an input (4096)")
    parser.add_argument("--process", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    given = parser.parse_args()
    folder = Path(f"{given.corpus}-found")
    if given.process is not None:
        fuzz(given.target, folder, given.process)
    given.corpus.mkdir(parents=True, exist_ok=True)
    forms = TARGETS[given.target][1]
    if not any(given.corpus.iterdir()):
        for data in seeds(given.target):
            (given.corpus / hashlib.sha1(data).hexdigest()).write_bytes(data)
    words = Path(f"{given.corpus}.dict")
    tokens = sorted({token for form in forms for token in TOKENS[form].split()})
    words.write_text("".join(f'"{_escaped(token)}"\n' for token in tokens))

    done, first, last = 0, 0, 0
    end = time.monotonic() + given.minutes * 60
    while (left := end - time.monotonic()) > 5:
        command = [
            sys.executable, __file__, given.target, "--corpus", str(given.corpus), "--process",
            f"-max_total_time={int(left)}", f"-dict={words}", f"-max_len={given.max_length}", f"-timeout={HANG}",
            "-rss_limit_mb=3000", "-print_final_stats=1", f"-artifact_prefix={folder}/", str(given.corpus),
        ]  # fmt: skip
        folder.mkdir(parents=True, exist_ok=True)
        output = subprocess.run(command, stderr=subprocess.STDOUT, stdout=subprocess.PIPE, check=False).stdout.decode(
            "utf-8", "replace"
        )
        Path(f"{given.corpus}.log").write_text(output)
        edges = [int(n) for n in re.findall(r"\bcov: (\d+)", output)]
        if not edges:
            print(output[-2000:])
            return 2
        first, last = first or edges[0], max(last, edges[-1])
        runs = re.findall(r"number_of_executed_units: (\d+)|^#(\d+)\s", output, re.MULTILINE)
        done += int(next(filter(None, runs[-1]))) if runs else 0
    found = sorted(folder.glob("*.input")) + sorted(folder.glob("timeout-*")) + sorted(folder.glob("oom-*"))
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    print(f"{given.target}: {given.minutes:g} minutes ({used / 60:.1f} of them of the processor), {done:,} executions")
    print(f"{first} edges at the start, {last} at the end; {len(found)} faults and slow inputs")
    for path in found:
        note = path.with_suffix(".txt")
        print(f"  {path.name}: {note.read_text().splitlines()[-1][:160] if note.exists() else ''}")
    return 1 if found else 0


def _escaped(token: str) -> str:
    """A token as a dictionary of libFuzzer has it; backslash sequences in TOKENS are Python's."""
    return "".join(
        f"\\x{byte:02x}" if byte in b'"\\' or not 32 < byte < 127 else chr(byte)
        for byte in token.encode().decode("unicode_escape").encode()
    )


if __name__ == "__main__":
    sys.exit(main())
