"""Lines of a build's log, in which build servers look for commands: an article's words must not become one.

- GitHub Actions: `::name` where a line begins, blanks aside, and `##[name]` anywhere (ActionCommand.cs of its runner).
- Azure Pipelines: `##vso[area.action]` and `##[name]`, wherever they stand in a line.
- TeamCity: `##teamcity[name]`, wherever it stands.
- GitLab and Travis: `section_start:`, `section_end:`, `travis_fold:`, `travis_time:`. An escape sequence belongs to
  each, which never gets here; defused all the same.
- Buildkite: lines that begin with `---`, `+++`, `~~~` or `^^^` and a blank are the heads of groups.

Jenkins, CircleCI, AppVeyor and Bitbucket take their commands from files and programs, or from escape sequences alone.
"""

from __future__ import annotations

from seocheck.base.late_pattern import late_pattern

_BRACKET = late_pattern(r"##(?=\w*\[)")
_FOLD = late_pattern(r"\b(section_(?:start|end)|travis_(?:fold|time)):")
_HEAD = late_pattern(r"(?:---|\+\+\+|~~~|\^\^\^)(?= )")

COMMANDS = rf"##\w*\[|{_FOLD.pattern}"
"""What is a command anywhere in a line; its last character can be escaped in formats that have escapes."""


def harmless(line: str) -> str:
    """A line without what a build server would take for a command: a blank keeps it from that."""
    start = len(line) - len(line.lstrip())
    if line.startswith("::", start):
        line = f"{line[:start]}: {line[start + 1 :]}"
    if _HEAD.match(line):
        line = f" {line}"
    return defused(line)


def defused(text: str) -> str:
    """A piece of a line without what is a command wherever it stands."""
    return _FOLD.sub(r"\1 :", _BRACKET.sub("## ", text))
