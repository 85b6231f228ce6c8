"""Write the rule table of README.md and docs/rules.md from the rules themselves.

    python tools/build_docs.py            write
    python tools/build_docs.py --check    exit 1 when they are stale
"""

from __future__ import annotations

import sys
from pathlib import Path

from seocheck.registry import SECTIONS, LoadedRule, load_rules

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- rules: begin -->", "<!-- rules: end -->"


def table() -> str:
    """A row a rule: id, severity, weight, evidence, what it finds."""
    rows = ["| rule | severity | weight | evidence | finds |", "|---|---|---|---|---|"]
    for name, loaded in load_rules().items():
        rule = loaded.rule
        link = f"[{name}](docs/rules.md#{anchor(name)})"
        rows.append(f"| {link} | {rule.severity} | {rule.weight:g} | {rule.evidence} | {loaded.summary} |")
    return "\n".join(rows)


def anchor(name: str) -> str:
    """The anchor that Markdown renderers give to a heading with a rule's id."""
    return name.replace("/", "")


def page(name: str, loaded: LoadedRule) -> str:
    """The documentation of one rule."""
    rule = loaded.rule
    parts = [f"## {name}", loaded.summary]
    parts.append(f"Severity {rule.severity}, weight {rule.weight:g}, evidence: {rule.evidence}.")
    for section in SECTIONS:
        text = loaded.section(section)
        parts.append(f"**{section}.** {text}" if section != "Example" else f"**Example.**\n\n{indented(text)}")
    return "\n\n".join(parts)


def indented(text: str) -> str:
    """An example as a code block."""
    lines = text.splitlines()
    body = [line[4:] if line.startswith("    ") else line for line in lines]
    return "```text\n" + "\n".join(body) + "\n```"


def documents() -> dict[Path, str]:
    """Each generated file with what it should hold."""
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    rules = "\n\n".join(page(name, loaded) for name, loaded in load_rules().items())
    head = "# Rules\n\nMade from the rules' own documentation by `python tools/build_docs.py`.\n\n"
    return {
        readme: f"{before}{BEGIN}\n{table()}\n{END}{after}",
        ROOT / "docs" / "rules.md": f"{head}{rules}\n",
    }


def main() -> int:
    """Write, or check."""
    stale = [path for path, text in documents().items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is stale: run python tools/build_docs.py")
        return 1 if stale else 0
    for path in stale:
        path.write_text(documents()[path], encoding="utf-8")
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
