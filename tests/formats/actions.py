"""What the runner of GitHub Actions takes for a command, as its source has it (actions/runner, ActionCommand.cs)."""

from __future__ import annotations

import re


def commands(log: str) -> list[tuple[str, dict[str, str], str]]:
    """Name, properties and message of every command in a log, of the present form and of the old one."""
    found = []
    for line in re.split("\r?\n", log):
        new = re.match(r"::(.*?)::(.*)", line.lstrip(), re.DOTALL)
        old = re.search(r"##\[(.*?)\](.*)", line)
        match = new or old
        if match:
            name, _, properties = match[1].partition(" ")
            pairs = dict(p.split("=", 1) for p in properties.strip().split("," if new else ";") if "=" in p)
            found.append((name, {k: _property(v) for k, v in pairs.items()}, _data(match[2])))
    return found


def _data(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def _property(text: str) -> str:
    text = text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",")
    return text.replace("%25", "%")
