"""What a change does to the verdicts on real pages: save them before, compare them after.

    python tools/verdicts.py save FOLDER before.jsonl      # every article below a folder, by itself; its sites too
    python tools/verdicts.py compare before.jsonl after.jsonl [--show 30]

`compare` lists findings gained and lost by rule, other losses and points, changed tiers of keywords, scores and
metadata, and with `--show` that many findings of each kind at their places. Messages are compared only with --words.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import seocheck
from seocheck.readers.formats import by_path

Row = dict[str, Any]


def main() -> int:
    """Save or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    save = commands.add_parser("save")
    save.add_argument("folder", type=Path)
    save.add_argument("out", type=Path)
    save.add_argument("--workers", type=int, default=2)
    compare = commands.add_parser("compare")
    compare.add_argument("before", type=Path)
    compare.add_argument("after", type=Path)
    compare.add_argument("--show", type=int, default=0, metavar="N", help="findings of each kind to show")
    compare.add_argument("--rule", help="only this rule or group")
    compare.add_argument("--words", action="store_true", help="compare messages and hints too")
    given = parser.parse_args()
    if given.command == "save":
        return save_all(given.folder, given.out, given.workers)
    return compare_all(given)


def save_all(folder: Path, out: Path, workers: int) -> int:
    """Write a line a report: what must not change by itself."""
    count = 0
    sites = [each for each in (folder / "sites").iterdir() if each.is_dir()] if (folder / "sites").is_dir() else []
    files = sorted(p for p in folder.rglob("*") if p.is_file() and by_path(p) is not None)
    alone = [p for p in files if not any(site in p.parents for site in sites)]
    with out.open("w", encoding="utf-8") as lines:
        for kind, paths in [("alone", alone), *((f"site {site.name}", [site]) for site in sites)]:
            settings = {"max_seconds": 300} if kind == "alone" else None
            reports = seocheck.check_paths(
                paths, settings=settings, site=kind != "alone", workers=workers, on_failure=lambda error: None
            )
            for report in reports:
                lines.write(json.dumps(row_of(kind, folder, json.loads(report.to_json())), ensure_ascii=False) + "\n")
                count += 1
    print(f"{count} reports in {out}")
    return 0


def row_of(kind: str, folder: Path, report: Row) -> Row:
    """The parts of a report that are compared."""
    name = report["path"].removeprefix(str(folder) + "/")
    return {
        "path": f"{kind}: {name}",
        "score": report["score"],
        "groups": {g["group"]: g["score"] for g in report["groups"]},
        "language": report["language"]["code"],
        "title": (report["title"] or {}).get("text"),
        "description": (report["description"] or {}).get("text"),
        "keywords": [[k["text"], k["tier"], k["count"]] for k in report["keywords"]],
        "not_assessed": sorted([n["subject"], n["reason"]] for n in report["not_assessed"]),
        "findings": [
            [f["rule"], f["severity"], f["place"]["start"]["line"], f["place"]["start"]["column"],
             f["place"]["end"]["line"], f["place"]["end"]["column"], f["loss"], f["points"], f["message"], f["hint"]]
            for f in report["findings"]
        ],
    }  # fmt: skip


def compare_all(given: argparse.Namespace) -> int:
    """Print what differs; 1 where something does."""
    before, after = (dict(rows(path)) for path in (given.before, given.after))
    differs = False
    for name, only in (("before", before.keys() - after.keys()), ("after", after.keys() - before.keys())):
        if only:
            differs = True
            print(f"only {name}: {len(only)}: {', '.join(sorted(only)[:5])}")
    fields: dict[str, list[str]] = defaultdict(list)
    changed: dict[str, dict[str, list[str]]] = {kind: defaultdict(list) for kind in ("lost", "gained", "other")}
    moves = [0.0]
    for path in sorted(before.keys() & after.keys()):
        old, new = before[path], after[path]
        for field in ("groups", "language", "title", "description", "keywords", "not_assessed", "score"):
            if old[field] != new[field]:
                fields[field].append(f"{path}: {_short(old[field], new[field])}")
        if old["score"] is not None and new["score"] is not None:
            moves.append(new["score"] - old["score"])
        compare_findings(path, old["findings"], new["findings"], changed, words=given.words)
    for field, found in fields.items():
        differs = True
        print(f"{field}: {len(found)} differ")
        for line in sample(found, given.show):
            print(f"    {line}")
    for kind, by_rule in changed.items():
        for rule, found in sorted(by_rule.items()):
            if given.rule and given.rule not in (rule, rule.split("/")[0]):
                continue
            differs = True
            print(f"{kind}: {rule}: {len(found)}")
            for line in sample(found, given.show):
                print(f"    {line}")
    mean = sum(moves) / len(moves)
    print(f"{len(before.keys() & after.keys())} compared; score moved by {mean:+.3f} in the mean, "
          f"{min(moves):+.2f} to {max(moves):+.2f}")  # fmt: skip
    return int(differs)


def compare_findings(
    path: str, old: list[Row], new: list[Row], changed: dict[str, dict[str, list[str]]], *, words: bool
) -> None:
    """Sort findings into lost, gained and other (the same place, another severity, loss or points)."""

    def key(finding: Any) -> tuple[Any, ...]:
        return tuple(finding[0:1] + finding[2:6])

    olds, news = (Counter(map(key, each)) for each in (old, new))
    for kind, these, count in (("lost", old, olds - news), ("gained", new, news - olds)):
        for finding in these:
            if count[key(finding)] > 0:
                count[key(finding)] -= 1
                changed[kind][finding[0]].append(f"{path}:{finding[2]}:{finding[3]}: {finding[8]}")
    end = 10 if words else 8
    by_key: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for finding in old:
        by_key[key(finding)].append(finding)
    for finding in new:
        fellows = by_key[key(finding)]
        if fellows and (was := fellows.pop(0))[:end] != finding[:end]:
            changed["other"][finding[0]].append(f"{path}:{finding[2]}: {was[1:2] + was[6:end]} -> "
                                                f"{finding[1:2] + finding[6:end]}")  # fmt: skip


def rows(path: Path) -> Iterator[tuple[str, Row]]:
    """The saved rows by their names."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["path"], row


def sample(found: list[str], count: int) -> list[str]:
    """Some of them, always the same."""
    return found if len(found) <= count else sorted(random.Random(7).sample(found, count))


def _short(old: Any, new: Any) -> str:
    if isinstance(old, list) and isinstance(new, list):
        return f"{[x for x in old if x not in new]} -> {[x for x in new if x not in old]}"[:400]
    return f"{old!r} -> {new!r}"[:400]


if __name__ == "__main__":
    sys.exit(main())
