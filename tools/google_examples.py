"""What Google's pages call bad and better, in examples of our own, and what our rules say of them.

The examples are in tests/google/examples.yml; docs/google.md is made of them by tools/build_docs.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from seocheck.rule_cases import Case, findings_of
from seocheck.rulekit.rule_set import built_in

EXAMPLES = Path(__file__).resolve().parent.parent / "tests" / "google" / "examples.yml"

INTRODUCTION = """\
# Google's examples, and our rules

Google's pages on search show what they call bad and what they call better. Below is each of these
examples that an article's own text can show, in words of our own, with the rule that finds it and
what it says. A test runs every example, the bad one and the better one: the rule must speak of the
first and be silent on the second. Where no rule speaks, the reason stands in its place. The pages
were read on 30 November 2026.

Made from tests/google/examples.yml by `python tools/build_docs.py`."""

AGAINST = """\
## What speaks against our findings

- **A keyword that the text never says.** Google's starter guide: its language matching systems "can
  understand how your page relates to many queries, even if you don't explicitly use the exact terms
  in them" (<https://developers.google.com/search/docs/fundamentals/seo-starter-guide>). So
  keywords/unsupported doesn't say that a page won't be found. It says that the article doesn't keep
  what its own list promises.
- **The list of keywords itself.** "Google Search doesn't use the keywords meta tag" (the same
  guide). It serves editors.
- **Titles and descriptions that are too wide.** "There's no limit on how long a meta description
  can be" (<https://developers.google.com/search/docs/appearance/snippet>); they are cut where the
  device is too narrow.
- **Long sentences and hard words.** No search engine says that they matter to ranking. They matter
  to readers."""

REFUSED = """\
## What we refuse to judge

- **Experience, expertise, authority, trust.** Google says that these are no ranking factor of their
  own; nothing in a text measures them, and a number would be made up.
- **Whether a machine wrote the text.** Detectors are wrong too often to accuse anybody. Sentences
  that a generator left behind are found, since they say it themselves.
- **llms.txt and "scores for AI search".** No search engine documents what they would be good for.
- **Keyword density.** No search engine names a percentage, and those of tools contradict each
  other.
- **Rankings, traffic, links from other sites.** They aren't in the files."""


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An example. bad, better: an article, or a site by file. silent: why no rule speaks."""

    what: str
    rule: str = ""
    bad: str | Mapping[str, str] = ""
    better: str | Mapping[str, str] = ""
    file: str = "article.md"
    settings: Mapping[str, object] = {}
    silent: str = ""

    def says(self, better: bool = False) -> list[str]:
        """What the rule says of the bad article, or of the better one."""
        text = self.better if better else self.bad
        files, article = ({}, text) if isinstance(text, str) else (text, "")
        case = Case(self.what, "fail", article=article, files=files, file=self.file, settings=self.settings)
        return [finding.message for _, finding in findings_of(case, self.rule, built_in())]


class Guide(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A page of Google's, with its examples."""

    title: str
    address: str
    examples: tuple[Example, ...]


def guides() -> list[Guide]:
    """All pages."""
    return msgspec.yaml.decode(EXAMPLES.read_bytes(), type=list[Guide])


def page() -> str:
    """docs/google.md."""
    return "\n\n".join([INTRODUCTION, *map(_section, guides()), AGAINST, REFUSED]) + "\n"


def _section(guide: Guide) -> str:
    rows = ["| Google's example | rule | what it says |", "|---|---|---|", *_rows(guide)]
    table = "\n".join(rows)
    return f"## {guide.title}\n\n<{guide.address}>\n\n{table}"


def _rows(guide: Guide) -> Iterator[str]:
    for example in guide.examples:
        if example.silent:
            yield f"| {example.what} | none | {example.silent} |"
        else:
            said = example.says()[0].replace("|", "\\|")
            yield f"| {example.what} | [{example.rule}](rules.md#{example.rule.replace('/', '')}) | {said} |"
