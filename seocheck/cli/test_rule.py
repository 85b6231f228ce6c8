"""`seocheck test-rule FILE CASES.yml`: a rule against its cases."""

from __future__ import annotations

import os

import click

from seocheck.base.plural import plural
from seocheck.cli.common.output import notify, say
from seocheck.formats.people.styled import safe


@click.command("test-rule")
@click.argument("file", type=click.Path(readable=False))
@click.argument("cases", type=click.Path(readable=False))
def command(file: str, cases: str) -> int:
    """Run the rule in FILE on the articles in CASES, a YAML file; docs/writing-rules.md shows one.

    FILE is code and is run. Exit code 0: the rule finds what the cases expect; 1: it doesn't; 2: a file can't be used.
    """
    from seocheck.rule_cases import fault_of, missing_kinds, read_cases
    from seocheck.rulekit.foreign import refuse_exit
    from seocheck.rulekit.registry import rule_files
    from seocheck.rulekit.rule_set import RuleSet, built_in
    from seocheck.rulekit.sources import file_source

    refuse_exit()
    source = file_source(file)
    ships = rule_files().get(source.id)  # seocheck's own file isn't another rule of that name
    rules = built_in() if ships is not None and os.path.samefile(ships, source.file) else RuleSet([source])
    read = read_cases(cases)
    wrong = 0
    for case in read:
        fault = fault_of(case, source.id, rules)
        if fault:
            wrong += 1
            for line in f"{cases}:{case.line}: {case.name}: {fault}".split("\n"):
                say(safe(line))
    for kind in missing_kinds(read):
        notify(f"note: no case of the kind “{kind}”")
    say(f"{source.id}: {plural(len(read), 'case')}, {f'{wrong} not as expected' if wrong else 'all as expected'}")
    return 1 if wrong else 0
