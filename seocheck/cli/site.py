"""`seocheck site`: articles compared with each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain

import click
from msgspec.structs import replace

from seocheck.cli.check import listed
from seocheck.cli.common.baseline import KnownFindings
from seocheck.cli.common.cache import memory_of
from seocheck.cli.common.fields_option import columns_of, fields_option
from seocheck.cli.common.format_options import FormatTarget, targets
from seocheck.cli.common.help import SITE_ENVIRONMENT, SITE_EXAMPLES, SITE_GROUPS, GroupedCommand
from seocheck.cli.common.job import Gate, Job
from seocheck.cli.common.output import in_actions, notify
from seocheck.cli.common.own_rules import rules_in, rules_option, settings_finder
from seocheck.cli.common.run_options import run_options
from seocheck.cli.common.scope import Scope, built_site, changed_scope
from seocheck.cli.common.writers import opened_writers, run_start
from seocheck.config.exclude import Exclusion
from seocheck.formats.people.styled import safe
from seocheck.formats.people.view.reading import Viewer
from seocheck.formats.registry import ALL
from seocheck.rulekit.registry import LoadedRule
from seocheck.runs.run import Run
from seocheck.runs.schedule import Checker, Checks
from seocheck.site.from_summaries import stored_summaries, summary_tables
from seocheck.site.results import site_plan
from seocheck.site.run import SiteChecker
from seocheck.site.site import named

ONE_RULE = "title/missing"
"""A Summary needs no rule at all; a run needs one."""


def check_site(
    checker: Checks, run: Run, asked: Sequence[FormatTarget]
) -> tuple[SiteChecker, Callable[[str], tuple[LoadedRule, ...]]]:
    """What `check --site` checks with, and the rules that it runs on a path: those of the article and of the site."""

    by_plan: dict[int, tuple[LoadedRule, ...]] = {}

    def rules(path: str) -> tuple[LoadedRule, ...]:
        plan = run.plan_for(path)
        if id(plan) not in by_plan:
            by_plan[id(plan)] = tuple(rule.loaded for rule in (*plan.rules, *site_plan(run, path).rules))
        return by_plan[id(plan)]

    return SiteChecker(checker, run, with_reports=True, with_overview=_shows_site(asked)), rules


def _shows_site(asked: Sequence[FormatTarget]) -> bool:
    return any(ALL[target.name].tells_of_site for target in asked)


@click.command("site", cls=GroupedCommand, groups=SITE_GROUPS, examples=SITE_EXAMPLES, environment=SITE_ENVIRONMENT)
@click.argument("paths", nargs=-1, type=click.Path(readable=False))
@click.option(
    "--format", "-f", "formats", multiple=True, metavar="NAME[=FILE]",
    help="The formats of `seocheck check`; NAME=FILE writes to a file. Repeat it for several formats.",
)  # fmt: skip
@run_options
@click.option("--select", multiple=True, metavar="RULES", help="Run only these rules of the site, separated by commas.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Skip these rules, separated by commas.")
@rules_option
@click.option(
    "--changed", is_flag=False, flag_value="", default=None, metavar="[REF]",
    help="Compare all articles, but report only those that changed in git since HEAD branched off from REF (default: "
    "the base of a pull request in CI, else HEAD).",
)  # fmt: skip
@fields_option
@click.option(
    "--workers",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Number of processes; 0 (the default): one for each core.",
)
@click.option("--verbose", "-v", is_flag=True, help="Show every finding in full.")
def command(
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    rules: tuple[str, ...],
    fail_on: str,
    max_warnings: int | None,
    baseline: str | None,
    write_baseline: bool,
    prune_baseline: bool,
    changed: str | None,
    changed_lines: str | None,
    exit_zero: bool,
    allow_empty: bool,
    exclude: tuple[str, ...],
    fields: tuple[str, ...],
    url: str | None,
    config: str | None,
    isolated: bool,
    workers: int,
    no_cache: bool,
    cache_dir: str | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Compare articles with each other: shared titles and descriptions, competing keywords, copies, broken links.

    Without PATHS, the current folder. A Parquet file that `seocheck check -f parquet` wrote stands for the articles in
    it. The exit codes are those of `seocheck check`.
    """
    if config and isolated:
        raise click.UsageError("--isolated uses no settings file: drop --config.")
    asked = targets(formats, output, in_actions=in_actions())
    finder = settings_finder(rules_in(rules), config, isolated=isolated)
    run = Run(finder, select=listed(select), ignore=listed(ignore), built=built_site(url, paths))
    changes, paths = changed_scope(changed, changed_lines, paths)
    paths = paths or (".",)
    run.check_names(paths[0])
    tables = summary_tables(paths) if not fields else []
    summaries = chain.from_iterable(map(stored_summaries, tables))
    known = KnownFindings(finder, paths[0], baseline, write=write_baseline, prune=prune_baseline)
    articles = Run(finder, select=[ONE_RULE])
    checker = Checker(articles, memory=memory_of(articles, cache_dir, off=no_cache), workers=workers)

    @cache
    def rules_of(path: str) -> tuple[LoadedRule, ...]:
        return tuple(rule.loaded for rule in site_plan(run, path).rules)

    site = SiteChecker(checker, run, with_overview=_shows_site(asked), summaries=summaries)
    job = Job(
        run, stdin_filename=None,
        gate=Gate(fail_on, max_warnings=max_warnings, exit_zero=exit_zero, allow_empty=allow_empty),
        scope=Scope(
            Exclusion(finder, exclude), changes=changes, changed_lines=changed_lines is not None,
            baseline=known.baseline, site=True, columns=columns_of(fields),
        ),
        checker=site, rules_of=rules_of,
    )  # fmt: skip
    candidates = job.find(
        [path for path in paths if path not in tables], [target.file for target in asked if target.file]
    )
    if write_baseline:
        for _ in job.reports(candidates, paths, with_rules=True):
            pass
        return known.written(job.exit_code())
    start = run_start(
        fail_on=fail_on,
        min_score=None,
        baseline=known.baseline is not None or changed_lines is not None,
        view=Viewer(run),
        articles=len(candidates),
    )
    with opened_writers(asked, start, quiet=quiet, verbose=verbose) as writers:
        for report, of in job.reports(candidates, paths, writers.printer, with_rules=writers.want_rules):
            writers.add(report, of)
        writers.close(replace(job.end(), site=site.overview))
    known.close()
    if site.unknown:
        whose = named([safe(path) for path in site.unknown], len(site.unknown))
        notify(f"warning: metadata that can't be parsed was not compared: {whose}")
    return job.exit_code()
