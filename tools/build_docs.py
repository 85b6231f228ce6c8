"""Write docs/rules.md, and the examples and lists of other pages, from what they tell of.

python tools/build_docs.py            write
python tools/build_docs.py --check    exit 1 when they are stale
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from textwrap import fill, indent
from typing import get_args

import google_examples

import seocheck
from seocheck.formats.people.keyword_map import map_lines
from seocheck.formats.people.rule_text import costs
from seocheck.formats.people.styled import plain
from seocheck.formats.people.text import article_lines
from seocheck.formats.registry import ALL
from seocheck.model.rule import SEVERITIES, Evidence, Need
from seocheck.readers import formats
from seocheck.rulekit.registry import SECTIONS, LoadedRule, load_rules

ROOT = Path(__file__).resolve().parent.parent
SCORE = """\
The score is 100 less the points of all findings. Keywords have 30 of the 100, title and description 25, readability 20,
structure (headings) 15, everything else 10; none of these can lose more. What can't be judged, because the language
isn't known or the text is too short, leaves the sum, and the rest makes up the hundred: then a point of the table costs
more. A rule without points only informs. Profiles change some of them."""
MARK = "<!-- {name}: {end} -->"


def table() -> str:
    """A row a rule: id, severity, the points that it costs at most, evidence, what it finds."""
    rows = ["| rule | severity | costs at most | evidence | finds |", "|---|---|---|---|---|"]
    for name, loaded in load_rules().items():
        rule = loaded.rule
        link = f"[{name}](#{anchor(name)})"
        rows.append(f"| {link} | {rule.severity} | {points(rule.weight)} | {rule.grounds} | {loaded.summary} |")
    return "\n".join(rows)


def points(most: float) -> str:
    """What a rule costs at most, as the table has it."""
    return f"{most:g}" if most else "–"


def anchor(name: str) -> str:
    """The anchor that Markdown renderers give to a heading with a rule's id."""
    return name.replace("/", "")


def page(name: str, loaded: LoadedRule) -> str:
    """The documentation of one rule."""
    rule = loaded.rule
    parts = [f"## {name}", loaded.summary]
    parts.append(f"Severity {rule.severity}, {costs(rule.weight)}, evidence: {rule.grounds}.")
    for section in SECTIONS:
        text = loaded.section(section)
        is_code = section in ("Example", "Use instead")
        parts.append(f"**{section}.**\n\n{indented(text)}" if is_code else f"**{section}.** {text}")
    said = loaded.option_docs()
    options = [f"- `{key}`: {said.get(key, '')} Default: {value}." for key, value in loaded.option_defaults().items()]
    if options:
        parts.append("**Options.**\n\n" + "\n".join(options))
    details = loaded.details()
    if details:
        title, _, rest = details.partition("\n")
        parts.append(f"**{title}.**\n\n```text\n{rest.partition(chr(10))[2]}\n```")
    return "\n\n".join(parts)


def indented(text: str) -> str:
    """An example as a code block."""
    lines = text.splitlines()
    body = [line[4:] if line.startswith("    ") else line for line in lines]
    return "```text\n" + "\n".join(body) + "\n```"


def example() -> str:
    """What the command line prints for the rushed example, at 80 columns, up to its third finding."""
    report = seocheck.check_file(ROOT / "examples" / "rushed.md")
    printed = plain(article_lines(report, width=80)).replace(str(ROOT) + "/", "")
    score = " ".join(printed.split("\n")[0].split()[1:])  # the path above may be long
    first = f"examples/rushed.md{score:>{80 - len('examples/rushed.md')}}"
    findings = printed.split("\n\n")
    shown = "\n\n".join([first, *findings[1:6]])
    return f"```text\n{shown}\n\n  ... {len(report.findings) - 3} more findings ...\n\n{findings[-1].rstrip()}\n```"


def keyword_map() -> str:
    """What `seocheck keywords` prints for the decent example, at 80 columns."""
    name = "examples/decent.md"
    report = seocheck.check_text((ROOT / name).read_text(encoding="utf-8"), path=name)
    return f"```text\n{plain(map_lines(report, 80))}```"


def a_rule() -> str:
    """A whole rule without its documentation, indented as the text of a list item."""
    source = (ROOT / "rules" / "headings" / "too_long.py").read_text(encoding="utf-8")
    documentation = ast.parse(source).body[0]
    code = "\n".join(source.splitlines()[documentation.end_lineno :]).strip()
    return indent(f"```python\n{code}\n```", "   ")


def format_table() -> str:
    """A row an output format."""
    rows = ["| name | for | written | path is relative to | columns | end of a range |", "|---|---|---|---|---|---|"]
    for name, each in ALL.items():
        cells = (f"`{name}`", each.readers, each.written, each.paths, each.columns, each.range_end)
        rows.append(f"| {' | '.join(cells)} |".replace("|  |", "| |"))
    return "\n".join(rows)


def kinds_of_file() -> str:
    """An item a kind of file, with its endings, or what it is where none tells."""
    endings = {each.name: ", ".join(f"`{end}`" for end in each.extensions) for each in formats.FORMATS}
    return "\n".join(f"- `{each.name}`: {endings[each.name] or each.in_words}" for each in formats.FORMATS)


def rule_values() -> str:
    """What each part of `Rule(...)` can be."""
    values = {"severity": (*SEVERITIES, "off"), "evidence": get_args(Evidence), "needs": get_args(Need)}
    items = (f"- `{name}`: {', '.join(f'`{value}`' for value in each)}" for name, each in values.items())
    return "\n".join(fill(item, 100, subsequent_indent="  ", break_on_hyphens=False) for item in items)


def between(text: str, name: str, content: str) -> str:
    """`text` with what stands between a pair of marks replaced."""
    begin, end = MARK.format(name=name, end="begin"), MARK.format(name=name, end="end")
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    return f"{before}{begin}\n{content}\n{end}{after}"


def documents() -> dict[Path, str]:
    """Each generated file with what it should hold."""
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    keywords, writing, output, data = (
        ROOT / "docs" / name for name in ("keywords.md", "writing-rules.md", "formats.md", "data.md")
    )
    rules = "\n\n".join(page(name, loaded) for name, loaded in load_rules().items())
    head = "# Rules\n\nMade from the rules' own documentation by `python tools/build_docs.py`.\n\n"
    head += f"{SCORE}\n\n{table()}\n\n"
    return {
        readme: between(text, "example", example()),
        keywords: between(keywords.read_text(encoding="utf-8"), "map", keyword_map()),
        writing: between(between(writing.read_text(encoding="utf-8"), "rule", a_rule()), "values", rule_values()),
        output: between(output.read_text(encoding="utf-8"), "formats", format_table()),
        data: between(data.read_text(encoding="utf-8"), "kinds", kinds_of_file()),
        ROOT / "docs" / "rules.md": f"{head}{rules}\n",
        ROOT / "docs" / "google.md": google_examples.page(),
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
