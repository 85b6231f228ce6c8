"""House style: words to avoid, to replace and to count, from settings and from files of Vale."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

import seocheck
from seocheck.cli import main
from seocheck.config.schema import settings_schema
from seocheck.errors import SettingsError
from tests.support import ROOT, markdown, no_hang, run_command, write

Settings = dict[str, Any]


def check(text: str, *, path: str = "article.md", **rule: Any) -> list[tuple[str, str]]:
    """What one rule finds in a text: the words, and the message."""
    if not text.startswith(("---", "<")):
        text = f"---\ntitle: Insects\n---\n\n{text}\n"
    report = seocheck.check_text(text, path=path, settings={"house": {"rule": rule}})
    assert not report.failures
    found = sorted((f for f in report.findings if f.rule == "house/rule"), key=lambda f: f.place.start.offset)
    return [(finding.quote, finding.message) for finding in found]


def avoid(*words: str, **more: Any) -> Settings:
    return {"kind": "existence", "words": list(words), **more}


def swap(**more: Any) -> Settings:
    return {"kind": "substitution", **more}


def count(*words: str, **more: Any) -> Settings:
    return {"kind": "occurrence", "words": list(words), **more}


def words(found: list[tuple[str, str]]) -> list[str]:
    return [quote for quote, _ in found]


def test_words_to_avoid() -> None:
    assert check("An Amazing hive.", **avoid("amazing")) == [("Amazing", "House style avoids “Amazing”.")]
    assert check("An amazingly good hive.", **avoid("amazing")) == []
    assert words(check("An amazingly good hive.", **avoid("amazing", whole_words=False))) == ["amazing"]
    assert check("An Amazing hive.", **avoid("amazing", ignore_case=False)) == []


def test_words_with_signs_are_words() -> None:
    assert words(check("Take C++, e.g. for hives.", **avoid("e.g.", "C++"))) == ["C++", "e.g."]
    assert check("Take Cab or exgx.", **avoid("e.g.", "C++")) == []


def test_words_without_spaces_between_them() -> None:
    assert words(check("私はコンピュータを使用する。AIを利用します。", **avoid("使用", "AI", "コンピュータ"))) == [
        "コンピュータ", "使用", "AI",
    ]  # fmt: skip
    assert check("スーパーコンピュータ", **avoid("コンピュータ")) == []


def test_apostrophes_may_be_curly() -> None:
    assert words(check("It isn’t wax and isn't honey.", **avoid("isn't"))) == ["isn’t", "isn't"]


def test_words_across_a_line_break() -> None:
    assert words(check("It is state of\nthe art.", **avoid("state of the art"))) == ["state of\nthe art"]


def test_words_to_replace() -> None:
    rule = swap(swap={"utilise": "use", "very unique": "", "cell phone": "phone|mobile"})
    assert check("Utilise it. A very unique hive. A cell phone.", **rule) == [
        ("Utilise", "House style replaces “Utilise” with “Use”."),
        ("very unique", "House style leaves out “very unique”."),
        ("cell phone", "House style replaces “cell phone” with “phone” or “mobile”."),
    ]


def test_what_is_right_already_is_fine() -> None:
    rule = swap(swap={"beewax": "Beeswax", "javascript": "JavaScript"})
    assert check("JavaScript is not beeswax.", **rule) == []
    assert words(check("Javascript is no Beewax.", **rule)) == ["Javascript", "Beewax"]


def test_words_that_are_part_of_what_is_wanted_are_fine() -> None:
    rule = swap(swap={"smoker": "bee smoker", "hive": "hive box|beehive"})
    assert check("The bee smoker and the Hive box.", **rule) == []
    assert words(check("Smoker, bees' smoker, hive boxer.", **rule)) == ["Smoker", "smoker"]
    assert words(check("A hive, box by box.", **rule)) == ["hive"]


def test_the_longest_words_first() -> None:
    rule = swap(swap={"log in": "sign in", "log in to": "open"})
    assert [message for _, message in check("Now log in to the hive.", **rule)] == [
        "House style replaces “log in to” with “open”."
    ]


def test_abbreviations_give_no_capital() -> None:
    rule = swap(swap={"CLI": "command line", "a lot of": "many"}, ignore_case=True)
    assert [message for _, message in check("The CLI. A lot of bees.", **rule)] == [
        "House style replaces “CLI” with “command line”.", "House style replaces “A lot of” with “Many”.",
    ]  # fmt: skip


def test_a_capital_that_is_the_fault_is_not_put_back() -> None:
    rule = swap(swap={"Internet": "internet"}, ignore_case=False)
    assert check("The Internet is full of bees.", **rule) == [
        ("Internet", "House style replaces “Internet” with “internet”.")
    ]


def test_patterns_and_what_their_groups_matched() -> None:
    rule = swap(swap={r"the (\w+) of bees": "the bees' $1"}, regex=True)
    assert check("It is the house of bees.", **rule) == [
        ("the house of bees", "House style replaces “the house of bees” with “the bees' house”.")
    ]


def test_exceptions() -> None:
    rule = avoid(r"\w+ly", regex=True, exceptions=["family", "fly"])
    assert words(check("A family can fly quickly.", **rule)) == ["quickly"]


def test_words_that_are_counted() -> None:
    rule = count("free", "for nothing", max=2)
    assert check("Free bees, free wax.", **rule) == []
    assert check("Free bees, free wax, for nothing.", **rule) == [
        ("for nothing", "Said 3 times in this article: “free”, “for nothing”. House style wants at most 2.")
    ]
    assert [message for _, message in check("Bees.", **count("hive", min=1, zones=["body"]))] == [
        "Said 0 times in this article: “hive”. House style wants at least 1."
    ]
    assert check("A hive.", **count("hive", min=1, zones=["body"])) == []


def test_counted_in_each_block_or_sentence() -> None:
    text = "A hive is a hive. Bees live there.\n\nA hive.\n\n- hive\n- hive"
    assert [message for _, message in check(text, **count("hive", max=1, per="block"))] == [
        "Said 2 times here: “hive”. House style wants at most 1."
    ]
    assert [message for _, message in check(text, **count("hive", max=1, per="sentence"))] == [
        "Said 2 times in this sentence: “hive”. House style wants at most 1."
    ]
    assert check(text, **count("hive", max=5, per="article", zones=["body"])) == []


ZONES = """\
---
title: wax in the title
description: wax in the description
---

# wax in the H1

wax in a paragraph.

## wax in a heading

- wax in an item

![wax in an image](a.png)
"""


@pytest.mark.parametrize(
    ("zones", "lines"),
    [
        (["title"], [2]), (["description"], [3]), (["headings"], [6, 10]), (["body"], [8, 12]), (["alt"], [14]),
        (["title", "alt"], [2, 14]), (["title", "description", "headings", "body", "alt"], [2, 3, 6, 8, 10, 12, 14]),
    ],
    ids=str,
)  # fmt: skip
def test_zones(zones: list[str], lines: list[int]) -> None:
    report = seocheck.check_text(ZONES, settings={"house": {"rule": avoid("wax", zones=zones)}})
    assert sorted(f.place.start.line for f in report.findings if f.rule == "house/rule") == lines


@pytest.mark.parametrize(
    "text",
    ["Call `wax()` or `wax`.", "```\nwax\n```", "> wax, said the bee", "See https://bees.example/wax/ for it.",
     "Write to wax@bees.example.", "See bees.example/wax now.", "(https://wax.example)",
     "See www.wax.example now.", "See [it](wax.html).", "<!-- wax -->", "{{< wax >}}"],
)  # fmt: skip
def test_what_nobody_can_change_is_left_alone(text: str) -> None:
    assert check(text, **avoid("wax")) == []


def test_a_title_that_is_the_heading_has_one_finding() -> None:
    assert len(check("<html><head><title>Wax</title></head><body><h1>Bees</h1><p>No.</p></body></html>", path="a.html",
                     **avoid("wax"))) == 1  # fmt: skip
    report = seocheck.check_text("# Wax\n\nBees.\n", settings={"title_from_h1": True, "house": {"r": avoid("wax")}})
    assert sum(f.rule == "house/r" for f in report.findings) == 1


def test_messages_of_ones_own_are_filled_in_once() -> None:
    rule = avoid(r"\{\w+\}", regex=True, whole_words=False, message="“{word}” { again}.", hint="No {word}.")
    assert check("A {word} and {max}.", **rule) == [("{word}", "“{word}” { again}."), ("{max}", "“{max}” { again}.")]


def test_it_costs_no_points_and_fails_by_severity() -> None:
    article = markdown(body="An amazing starter for sourdough bread.\n")
    settings = {"house": {"hype": avoid("amazing", severity="error")}}
    with_style, without = seocheck.check_text(article, settings=settings), seocheck.check_text(article)
    assert (with_style.score, with_style.weights, with_style.partial) == (without.score, without.weights, False)
    (finding,) = [f for f in with_style.findings if f.rule == "house/hype"]
    assert (finding.severity, finding.points, finding.loss) == ("error", 0, 0)


def test_very_many_findings_are_few() -> None:
    found = check("wax " * 5000, **avoid("wax"))
    assert len(found) == 200
    assert found[-1][1] == "House style avoids “wax”. (and 4800 more)"


def test_settings_authors_and_baseline_treat_it_like_any_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    house = "house: {hype: {kind: existence, words: [amazing]}, wax: {kind: existence, words: [wax]}}\n"
    text = markdown(body="An amazing wax.\n\n<!-- seocheck-disable-next-line house/hype -->\nAmazing.\n")
    write(tmp_path, {"a.md": text, "seocheck.yml": f"{house}severities: {{house/wax: off}}\n"})
    report = seocheck.check_file("a.md")
    assert [f.quote for f in report.findings if f.rule.startswith("house/")] == ["amazing"]
    assert [s.finding.quote for s in report.suppressed] == ["Amazing"]
    write(tmp_path, {"seocheck.yml": f"{house}suppress: {{'*': [house]}}\n"})
    report = seocheck.check_file("a.md")
    assert [s.finding.rule for s in report.suppressed] == ["house/hype", "house/wax", "house/hype"]
    write(tmp_path, {"seocheck.yml": f"{house}ignore: [house]\n"})
    assert not [f for f in seocheck.check_file("a.md").findings if f.rule.startswith("house/")]
    write(tmp_path, {"seocheck.yml": house})
    assert len(seocheck.check_file("a.md", select=["house/wax"]).findings) == 1
    assert len(seocheck.check_file("a.md", select=["house"]).findings) == 2
    args = ("check", "a.md", "--baseline", "known.json", "--fail-on", "warning", "--select", "house", "-q")
    assert run_command(*args, cwd=tmp_path).returncode == 2
    assert run_command(*args, "--write-baseline", cwd=tmp_path).returncode == 0
    assert run_command(*args, cwd=tmp_path).returncode == 0


def run(*args: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(args))
    return int(ended.value.code or 0)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SEOCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


def test_lists_and_documentation(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"seocheck.yml": "house: {hype: {kind: existence, words: [amazing, great]}}\n"})
    assert run("rules") == 0
    assert "Words that the house style avoids: “amazing”, “great” (from seocheck.yml)" in capsys.readouterr().out
    assert run("rule", "house/hype") == 0
    assert "Source: your own house style, seocheck.yml." in capsys.readouterr().out
    assert run("rule", "house") == 0
    assert run("show-config") == 0
    shown = capsys.readouterr().out
    assert "hype: {kind: existence, words: [amazing, great]}  # seocheck.yml:1" in shown
    assert "house/hype: warning" in shown
    write(folder, {"seocheck.yml": "hause: 1\n"})
    assert run("rules") == 0  # the list of rules helps to put settings right
    assert run("rule", "house/hype") == 2


@pytest.mark.parametrize("name", ["sarif", "junit", "html", "json", "text"])
def test_formats_that_tell_of_rules(folder: Path, name: str) -> None:
    write(
        folder, {"seocheck.yml": "house: {hype: {kind: existence, words: [amazing]}}\n", "a.md": "An amazing hive.\n"}
    )
    assert run("check", "a.md", "-f", f"{name}=out") in (0, 1)
    assert "house/hype" in (folder / "out").read_text(encoding="utf-8")


def test_workers_and_cache(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {f"{n}.md": markdown(body="An amazing starter.\n") for n in range(6)})
    write(folder, {"styles/Hype.yml": "extends: existence\nmessage: No '%s'.\ntokens: [amazing]\n"})
    write(folder, {"seocheck.yml": "house: {hype: {vale: styles/Hype.yml}}\n"})

    def messages(*more: str) -> list[str]:
        run("check", "-f", "json", *more, ".")
        reports = json.loads(capsys.readouterr().out)["reports"]
        return [f["message"] for report in reports for f in report["findings"] if f["rule"] == "house/hype"]

    assert messages() == messages("--workers", "2", "--no-cache") == ["No 'amazing'."] * 6
    write(folder, {"styles/Hype.yml": "extends: existence\nmessage: Not '%s'.\ntokens: [amazing]\n"})
    assert messages() == ["Not 'amazing'."] * 6


def test_what_is_extended_is_merged_by_name(folder: Path) -> None:
    write(folder, {
        "house.yml": "house: {a: {kind: existence, words: [wax]}, b: {kind: existence, words: [comb]}}\n"
                     "severities: {house/b: note}\n",
        "site/seocheck.yml": "extends: ../house.yml\nhouse: {a: {kind: existence, words: [honey]}}\n"
                             "severities: {house/a: error}\n",
        "site/a.md": "---\ntitle: B\n---\n\nWax, honey, comb.\n",
    })  # fmt: skip
    report = seocheck.check_file("site/a.md", select=["house"])
    assert sorted((f.quote, f.severity) for f in report.findings) == [("comb", "note"), ("honey", "error")]


BAD = {
    "no mapping": ("house: 3", "house: expected a name for each rule, and its keys below, got “3”"),
    "a list": ("house: [a, b]", ":1: house: expected a name for each rule, and its keys below, got a list"),
    "a name": ("house:\n  A: {kind: existence}", ":2: house: “A” can't be a rule's name"),
    "no rule": ("house:\n  a: x", ":2: house: a: expected keys with values"),
    "a kind": ("house:\n  a: {kind: spelling}",
               ":2: house: a: kind: unknown “spelling”; one of existence, substitution, occurrence"),
    "no kind": ("house:\n  a: {words: [x]}", ":2: house: a: “kind” is missing: one of existence, substitution, "),
    "a list of kinds": ("house: {a: {kind: [existence], words: [x]}}",
                        "house: a: kind: expected one of existence, substitution, occurrence, got a list"),
    "a severity": ("house: {a: {kind: existence, words: [x], severity: bad}}",
                   "severity: unknown “bad”; one of error, warning, note, suggestion"),
    "a unit": ("house: {a: {kind: occurrence, words: [x], max: 1, per: sentnce}}",
               "per: unknown “sentnce”; did you mean"),
    "a word for a list": ("house: {a: {kind: existence, words: x}}", "house: a: words: expected a list, got a text"),
    "a name to fill in": ("house:\n  a:\n    kind: existence\n    words: [x]\n    message: 'No {wrod}.'",
                          ":5: house: a: message: nothing is filled in for {wrod}; an existence has {word}"),
    "a name of another kind": ("house: {a: {kind: existence, words: [x], hint: '{instead}'}}",
                               "hint: nothing is filled in for {instead}; an existence has {word}"),
    "a group that isn't there": ("house:\n  a:\n    kind: substitution\n    regex: true"
                                 "\n    swap:\n      x: y\n      (b)(c): $2 $5",
                                 ":7: house: a: swap: “(b)(c)”: “$5” in “$2 $5”, but the pattern has 2 groups"),
    "no group at all": ("house: {a: {kind: substitution, regex: true, swap: {x: $1}}}", "but the pattern has no group"),
    "one pattern of several": ("house:\n  a:\n    kind: existence\n    regex: true"
                               "\n    words:\n    - x\n    - '(y'\n    - z",
                               ":7: house: a: words: “(y”: not a regular expression: missing )"),
    "one of the exceptions": ("house: {a: {kind: existence, regex: true, words: [x], exceptions: [y, '[']}}",
                              "house: a: exceptions: “[”: not a regular expression"),
    "one pattern to replace": ("house:\n  a:\n    kind: substitution\n    regex: true"
                               "\n    swap:\n      x: y\n      '*z': y",
                               ":7: house: a: swap: “*z”: not a regular expression"),
    "a key": ("house:\n  a: {kind: existence,\n    wrods: [x]}", ":3: house: a: unknown key “wrods”; did you mean"),
    "no words": ("house:\n  a: {kind: existence}", "an existence needs “words”"),
    "an empty word": ("house: {a: {kind: existence, words: ['']}}", "an empty entry"),
    "no swap": ("house: {a: {kind: substitution, words: [x]}}", "a substitution needs “swap”"),
    "no count": ("house: {a: {kind: occurrence, words: [x]}}", "an occurrence needs “max” or “min”"),
    "a count": ("house: {a: {kind: occurrence, words: [x], max: 1, min: 2}}", "“min” is above “max”"),
    "a count elsewhere": ("house: {a: {kind: existence, words: [x], max: 1}}", "“max” is for rules of the kind"),
    "a zone": ("house: {a: {kind: existence, words: [x], zones: [boddy]}}",
               "zones: unknown “boddy”; did you mean “body”?"),
    "no zone": ("house: {a: {kind: existence, words: [x], zones: []}}", "“zones” is empty"),
    "a pattern": ("house:\n  a:\n    kind: existence\n    regex: true\n    words: ['(x']",
                  ":5: house: a: words: “(x”: not a"),
    "a huge pattern": ("house: {a: {kind: existence, regex: true, words: ['(?:(?:ab){9999}){9999}']}}", "too large"),
    "a deep pattern": (f"house: {{a: {{kind: existence, regex: true, words: ['{'(' * 9000}{')' * 9000}']}}}}", "deep"),
    "options": ("rules: {house/a: {x: 1}}", "“house/a” has no options here; they are under “house”"),
    "an unknown severity": ("house: {abc: {kind: existence, words: [x]}}\nseverities:\n  house/abd: off",
                            ":3: severities: unknown rule “house/abd”; did you mean “house/abc”?"),
    "an unknown ignore": ("ignore: [house/a]", ":1: ignore: unknown rule “house/a”"),
    "an unknown suppress": ("suppress: {x: house/a}", ":1: suppress: unknown rule “house/a”"),
    "an unknown override": ("overrides:\n- files: x\n  severities: {house/a: off}", ":3: severities: unknown rule"),
    "an override": ("overrides: [{files: x, house: {}}]", "unknown key “house”; it applies to the whole site"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "why"), BAD.values(), ids=BAD)
def test_a_wrong_entry_is_named_with_its_line(folder: Path, text: str, why: str) -> None:
    write(folder, {"seocheck.yml": f"{text}\n"})
    with pytest.raises(SettingsError) as refused, no_hang(10):
        seocheck.load_settings("seocheck.yml")
    assert why in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "entry",
    ["{kind: existence, words: [ALIASES]}", "{kind: existence, words: [x], exceptions: [ALIASES]}",
     "{kind: existence, words: [x], message: *a}"],
)  # fmt: skip
def test_a_long_text_that_is_named_many_times_is_not_put_together(folder: Path, entry: str) -> None:
    text = (
        f"synonyms: {{x: &a '{'y' * 500_000}'}}\nhouse: {{a: {entry.replace('ALIASES', ', '.join(['*a'] * 5000))}}}\n"
    )
    write(folder, {"seocheck.yml": text})
    with pytest.raises(SettingsError, match="too large"), no_hang(10):
        seocheck.load_settings("seocheck.yml")


def test_patterns_of_all_rules_are_bounded(folder: Path) -> None:
    rules = {f"r{n}": avoid("(?:ab){8000}", regex=True) for n in range(20)}
    with pytest.raises(SettingsError, match="more than 500,000 characters in all patterns"):
        seocheck.check_text("x", settings={"house": rules})
    with pytest.raises(SettingsError, match="more than 500 rules"):
        seocheck.check_text("x", settings={"house": {f"r{n}": avoid("x") for n in range(501)}})


def test_time_grows_with_the_length_alone() -> None:
    for text in ("a." * 200_000, "a@" * 200_000, "wax/" * 100_000, "www." * 100_000, "( " * 100_000):
        with no_hang(20):
            check(text, **avoid("wax"))


def test_words_with_a_slash_between_them_are_words() -> None:
    assert words(check("Take wax/honey and honey/wax, 3 kg/wax.", **avoid("wax"))) == ["wax", "wax", "wax"]


SLOW = avoid("(a|a)*$", regex=True, whole_words=False)


def test_a_pattern_that_takes_too_long_is_not_assessed() -> None:
    text = markdown(body=f"{'a' * 60}b and an amazing starter.\n")
    with no_hang(10):
        report = seocheck.check_text(text, settings={"house": {"slow": SLOW, "hype": avoid("amazing")}})
    reasons = {each.subject: each.reason for each in report.not_assessed}
    assert reasons["house/slow"] == "the patterns of the house style take too long: more than 0.5 s for one rule"
    assert [f.rule for f in report.findings if f.rule.startswith("house/")] == ["house/hype"]
    assert not report.failures


def test_all_patterns_together_have_a_limit_too() -> None:
    text = markdown(body=f"{'a' * 60}b and an amazing starter.\n")
    with no_hang(10):
        report = seocheck.check_text(text, settings={"house": {f"slow{n}": SLOW for n in range(40)}})
    reasons = [each.reason for each in report.not_assessed if each.subject.startswith("house/")]
    assert len(reasons) == 40
    assert reasons[-1].endswith("more than 2 s for all in an article")


def test_what_took_too_long_is_tried_again_the_next_time(folder: Path) -> None:
    write(folder, {"a.md": markdown(body=f"{'a' * 60}b\n"), "seocheck.yml": yaml.safe_dump({"house": {"slow": SLOW}})})
    from seocheck.config import SettingsFinder
    from seocheck.runs.cache.known_results import Remembered
    from seocheck.runs.cache.store import ResultCache
    from seocheck.runs.run import Candidate, Run

    run_of = Run(SettingsFinder())
    memory = Remembered(ResultCache(folder / "kept"), run_of)
    candidate = Candidate("a.md", True)
    data = run_of.read(candidate)
    key = memory.key(candidate, data)
    memory.keep(key, run_of.check(candidate))
    memory.close()
    assert memory.result(key, candidate, len(data)) is None


def test_the_schema_of_settings_knows_it() -> None:
    schema = settings_schema()
    good = {"house": {"a": avoid("x"), "b": swap(swap={"x": "y"}), "c": count("x", max=1), "d": {"vale": "styles"}}}
    jsonschema.validate(good, schema)
    for bad in ({"words": ["x"]}, {"kind": "spelling"}, {"kind": "existence", "wrods": []}, 3):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({"house": {"a": bad}}, schema)


def vale(folder: Path, rule: str, text: str, **more: str) -> list[tuple[str, str]]:
    """What a rule of Vale finds: words and messages."""
    write(folder, {"styles/Rule.yml": rule, "seocheck.yml": "house: {rule: {vale: styles/Rule.yml}}\n"})
    write(folder, {"a.md": text if text.startswith("---") else f"---\ntitle: Insects\n---\n\n{text}\n"})
    report = seocheck.check_file("a.md", select=["house"])
    assert not report.failures
    found = sorted(report.findings, key=lambda f: f.place.start.offset)
    return [(finding.quote, finding.message) for finding in found]


def test_existence_of_vale(folder: Path) -> None:
    rule = (
        "extends: existence\nmessage: \"Don't say '%s'.\"\nlevel: suggestion\nignorecase: true\ntokens:\n  - hives?\n"
    )
    assert vale(folder, rule, "Hives and beehives, a hive.") == [
        ("Hives", "Don't say 'Hives'."), ("hive", "Don't say 'hive'."),
    ]  # fmt: skip
    report = seocheck.check_file("a.md", select=["house"])
    assert {f.severity for f in report.findings} == {"suggestion"}
    cased = rule.replace("ignorecase: true\n", "")
    assert words(vale(folder, cased, "Hives and beehives, a hive.")) == ["hive"]
    assert words(vale(folder, f"{cased}nonword: true\n", "Beehives.")) == ["hives"]


def test_raw_parts_of_vale(folder: Path) -> None:
    raw = "extends: existence\nmessage: Passive (%s).\nraw:\n  - \\b(?:is|are)\\b\\s*\ntokens: ['\\w+ed', built]\n"
    assert words(vale(folder, raw, "It is painted, and they are built of wood.")) == ["is painted", "are built"]
    after = "extends: existence\nmessage: x\nappend: true\nnonword: true\nraw: ['!']\ntokens: [bees]\n"
    assert words(vale(folder, after, "Bees, bees!")) == ["bees!"]
    alone = "extends: existence\nmessage: x\nraw: ['be', 'es']\n"
    assert words(vale(folder, alone, "The bees.")) == ["bees"]


def test_substitution_of_vale(folder: Path) -> None:
    rule = (
        "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nignorecase: false\naction: {name: replace}\n"
        "swap:\n  '(?:cell ?phone|smart ?phone)': phone|mobile phone\n  '(?:e-mail|Email)': email\n  3D: 3-D\n"
        "  on: true\n"
    )
    assert vale(folder, rule, "A smartphone, an e-mail, an email, 3D.") == [
        ("smartphone", "Use 'phone' or 'mobile phone' instead of 'smartphone'."),
        ("e-mail", "Use 'email' instead of 'e-mail'."),
        ("3D", "Use '3-D' instead of '3D'."),
    ]
    groups = "extends: substitution\nmessage: '%s'\nswap:\n  'within the (\\w+ )?hive': in the $1hive\n"
    assert vale(folder, groups, "It lives within the old hive.") == [("within the old hive", "in the old hive")]


def test_occurrence_of_vale(folder: Path) -> None:
    rule = "extends: occurrence\nmessage: Too long.\nscope: sentence\nmax: 5\ntoken: '\\b\\w+\\b'\n"
    assert vale(folder, rule, "The bees are in. The bees are in the hive all day.") == [("The", "Too long.")]
    rule = "extends: occurrence\nmessage: Commas.\nscope: paragraph\nmax: 1\ntoken: ','\n"
    assert vale(folder, rule, "# One, two, three\n\nOne, two.\n\nOne, two, three.") == [(",", "Commas.")]
    rule = "extends: occurrence\nmessage: A hive, please.\nscope: heading.h1\nmin: 1\ntoken: hive\n"
    assert vale(folder, rule, "# Bees\n\n## Hives") == [("Bees", "A hive, please.")]


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        ("text", ["wax in the title", "wax in the H1", "wax in a paragraph", "wax in a heading", "wax in an item",
                  "wax in an image"]),
        ("heading", ["wax in the H1", "wax in a heading"]),
        ("heading.h2", ["wax in a heading"]),
        ("[heading.h1, list]", ["wax in the H1", "wax in an item"]),
        ("paragraph.md", ["wax in a paragraph"]),
        ("text.frontmatter.title", ["wax in the title"]),
        ("alt", ["wax in an image"]),
    ],
    ids=str,
)  # fmt: skip
def test_scopes_of_vale(folder: Path, scope: str, found: list[str]) -> None:
    text = ZONES.replace("description: wax in the description\n", "")
    rule = f"extends: existence\nmessage: x\nscope: {scope}\ntokens: ['wax in (?:the|an?) \\w+']\n"
    assert words(vale(folder, rule, text)) == found


def test_limit_exceptions_and_link_of_vale(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rule = "extends: existence\nmessage: x\nlimit: 2\nlink: https://bees.example\n"
    rule += "tokens: ['\\w+ly']\nexceptions: [family]\n"
    assert words(vale(folder, rule, "A family flies slowly, gladly, early.")) == ["slowly", "gladly"]
    assert run("rule", "house/rule") == 0
    assert "https://bees.example" in capsys.readouterr().out


def test_inline_flags_mean_what_they_mean_in_vale(folder: Path) -> None:
    rule = "extends: existence\nmessage: x\ntokens: ['(?i:ok)', No]\n"
    assert words(vale(folder, rule, "OK, ok, No, NO.")) == ["OK", "ok", "No"]


def test_a_folder_of_vale(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {
        "styles/Bees/WordList.yml": "extends: substitution\nmessage: '%s'\nswap: {wax: beeswax}\n",
        "styles/Bees/AMPM.yml": "extends: existence\nmessage: x\ntokens: [am]\n",
        "styles/Bees/Headings.yml": "extends: capitalization\nmessage: x\nmatch: $title\n",
        "styles/Bees/Raw.yml": "extends: existence\nmessage: x\nscope: raw\ntokens: [am]\n",
        "styles/Bees/meta.json": "{}",
        "seocheck.yml": "house: {bees: {vale: styles/Bees}}\n", "a.md": "---\ntitle: B\n---\n\nwax, 5 am\n",
    })  # fmt: skip
    report = seocheck.check_file("a.md", select=["house"])
    assert sorted(f.rule for f in report.findings) == ["house/bees-ampm", "house/bees-word-list"]
    assert run("show-config") == 0
    shown = capsys.readouterr().out
    assert "# bees-word-list: styles/Bees/WordList.yml" in shown
    assert "# styles/Bees/Headings.yml isn't used: extends: capitalization" in shown
    assert "# styles/Bees/Raw.yml isn't used: scope: raw" in shown


BAD_VALE = {
    "no YAML": ("x: [\n", "styles/Rule.yml:2: not valid YAML"),
    "no rule": ("a: b\n", "styles/Rule.yml: not a rule of Vale: it has no “extends”"),
    "a list": ("- a\n", "styles/Rule.yml: not a rule of Vale"),
    "another kind": ("extends: spelling\n", "doesn't run such rules of Vale: extends: spelling"),
    "no message": ("extends: existence\ntokens: [a]\n", "styles/Rule.yml: “message” is missing"),
    "a type": ("extends: existence\nmessage: x\ntokens: 3\n", ":3: tokens: expected a list, got a whole number"),
    "a level": ("extends: existence\nmessage: x\nlevel: bad\n", "styles/Rule.yml:3: level: unknown “bad”"),
    "no tokens": ("extends: existence\nmessage: x\n", "styles/Rule.yml: existence without words"),
    "a pattern": ("extends: existence\nmessage: x\ntokens:\n  - '(a'\n", "styles/Rule.yml:4: “(a”: not a regular"),
    "an exception": ("extends: existence\nmessage: x\ntokens: [a]\nexceptions: ['[']\n", "not a regular expression"),
    "a huge one": (f"x: &a {'y' * 500_000}\nextends: existence\nmessage: x\nraw: [{'*a, ' * 9000}]\n", "too large"),
    "a scope": ("extends: existence\nmessage: x\nscope: ~heading\ntokens: [a]\n", "scope: ~heading"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("line", "why"),
    [("tokenz: [wax]", ":4: unknown key “tokenz”; did you mean “token"), ("Exception: [x]", "mean “exceptions”?")],
)
def test_a_slip_in_a_key_of_vale_is_named(folder: Path, line: str, why: str) -> None:
    with pytest.raises(SettingsError, match=r"styles/Rule\.yml:4: unknown key") as refused:
        vale(folder, f"extends: existence\nmessage: x\ntokens: [wax]\n{line}\n", "x")
    assert why in str(refused.value)


@pytest.mark.parametrize(
    "line", ["name: x", "description: x", "vocab: false", "Ignorecase: true", "capitalize: true", "x-ours: 3",
             "owner: me", "custom: true", "dictionaries: [en]"],
)  # fmt: skip
def test_keys_of_vale_that_change_nothing(folder: Path, line: str) -> None:
    """Near misses: keys of other kinds of rules, and somebody's own."""
    assert vale(folder, f"extends: existence\nmessage: No wax.\ntokens: [wax]\n{line}\n", "wax")


def test_braces_and_dollars_that_are_fine() -> None:
    """Near misses: a pattern's groups that are there, dollars in words that are no patterns, braces around no name."""
    assert check("Five bucks.", **swap(swap={"bucks": "$5"}))
    assert check("Five bucks.", **swap(swap={"(buck)s": "$1"}, regex=True))
    assert check("Five bucks.", **avoid("bucks", message="{word} { } {a b}"))


@pytest.mark.parametrize(("rule", "why"), BAD_VALE.values(), ids=BAD_VALE)
def test_a_wrong_file_of_vale_is_named_with_its_line(folder: Path, rule: str, why: str) -> None:
    with pytest.raises(SettingsError) as refused:
        vale(folder, rule, "x")
    assert why in str(refused.value)
    assert "\n" not in str(refused.value)


def test_files_of_vale_lie_in_the_folder_of_the_settings(folder: Path) -> None:
    rule = "extends: existence\nmessage: x\ntokens: [wax]\n"
    write(folder, {"styles/Rule.yml": rule, "site/styles/Own.yml": rule, "site/a.md": "wax\n"})
    (folder / "site" / "link").symlink_to(folder / "styles")
    (folder / "site" / "styles" / "Linked.yml").symlink_to(folder / "styles" / "Rule.yml")
    for path in ("../styles/Rule.yml", str(folder / "styles"), "link", "styles/Linked.yml", "styles"):
        write(folder, {"site/seocheck.yml": yaml.safe_dump({"house": {"a": {"vale": path}}})})
        with pytest.raises(SettingsError, match="isn't in the folder of the settings file"):
            seocheck.check_file("site/a.md")
    for path, why in (
        ("none.yml", r"site/seocheck.yml:3: house: a: no such file or folder: none.yml"),
        ("none", r"site/seocheck.yml:3: house: a: no such file or folder: none"),
        ("empty", "no rule in empty"),
        ("", "expected a file or a folder"),
    ):
        (folder / "site" / "empty").mkdir(exist_ok=True)
        write(folder, {"site/seocheck.yml": yaml.safe_dump({"house": {"a": {"vale": path}}})})
        with pytest.raises(SettingsError, match=why):
            seocheck.check_file("site/a.md")
    with pytest.raises(SettingsError, match="only a settings file can name files of Vale"):
        seocheck.check_text("x", settings={"house": {"a": {"vale": "styles"}}})


def test_the_examples_in_the_documentation_are_true(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs" / "house-style.md").read_text(encoding="utf-8")

    def block(name: str) -> str:
        return page.partition(f"<!-- {name}: begin -->\n```")[2].partition("\n")[2].partition("```\n")[0]

    write(folder, {"seocheck.yml": block("settings"), "a.md": block("article")})
    run("check", "a.md", "--select", "house", "-f", "concise")
    found = [line.removeprefix("a.md:") for line in capsys.readouterr().out.splitlines() if line.startswith("a.md:")]
    assert found == block("findings").splitlines()
