"""`seocheck check`: articles in, reports out, an exit code for the gate."""

from __future__ import annotations

import math
from collections.abc import Iterable

import click
import msgspec

from seocheck.cli.common.baseline import KnownFindings
from seocheck.cli.common.cache import memory_of
from seocheck.cli.common.fields_option import columns_of, fields_option
from seocheck.cli.common.format_options import format_names, targets
from seocheck.cli.common.help import CHECK_ENVIRONMENT, CHECK_EXAMPLES, CHECK_GROUPS, GroupedCommand
from seocheck.cli.common.job import Gate, Job
from seocheck.cli.common.output import in_actions, notify
from seocheck.cli.common.own_rules import rules_in, rules_option, settings_finder
from seocheck.cli.common.run_options import run_options
from seocheck.cli.common.scope import Scope, built_site, changed_scope
from seocheck.cli.common.writers import opened_writers, run_start
from seocheck.cli.history import history_of
from seocheck.config.exclude import Exclusion
from seocheck.formats.people.view.reading import Viewer
from seocheck.rulekit.renamed import RENAMED, notice
from seocheck.runs.run import Run
from seocheck.runs.schedule import Checker, Checks


@click.command("check", cls=GroupedCommand, groups=CHECK_GROUPS, examples=CHECK_EXAMPLES, environment=CHECK_ENVIRONMENT)
@click.argument("paths", nargs=-1, type=click.Path(readable=False))
@click.option(
    "--format", "-f", "formats", multiple=True, metavar="NAME[=FILE]",
    help=f"{format_names()}; NAME=FILE writes to a file. Repeat it for several formats.",
)  # fmt: skip
@run_options
@click.option("--select", multiple=True, metavar="RULES", help="Run only these rules or groups, separated by commas.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Skip these rules or groups, separated by commas.")
@rules_option
@click.option("--profile", metavar="NAME", help="The kind of article: default, news, docs, product or plain-language.")
@click.option("--min-score", type=click.FloatRange(0, 100), metavar="N", help="Exit 1 if an article scores lower.")
@click.option(
    "--changed", is_flag=False, flag_value="", default=None, metavar="[REF]",
    help="Check only articles that changed in git since HEAD branched off from REF (default: the base of a pull "
    "request in CI, else HEAD).",
)  # fmt: skip
@click.option("--fix", is_flag=True, help="Fix what can be fixed automatically, then check.")
@click.option(
    "--diff", is_flag=True, help="Show what --fix would change and write nothing; exit 1 if there is anything to fix."
)
@click.option("--only-scored", is_flag=True, help="With --fix or --diff: leave alone what costs no points.")
@click.option("--watch", is_flag=True, help="Check files again when they are saved; Ctrl-C stops it.")
@click.option("--site", is_flag=True, help="Compare the articles with each other too, as `seocheck site` does.")
@click.option("--history", metavar="FILE", help="Append this run to a file for `seocheck trend`.")
@click.option(
    "--force-exclude", is_flag=True, help="Skip files that are excluded or aren't articles even if you name them."
)
@fields_option
@click.option(
    "--workers", type=click.IntRange(min=0), default=0, metavar="N",
    help="Number of processes; 0 (the default): one for each core if there is enough to do.",
)  # fmt: skip
@click.option("--clear-cache", is_flag=True, help="Delete the cache first.")
@click.option("--stdin-filename", metavar="NAME", help="Name of the article on standard input (PATH -).")
@click.option("--statistics", is_flag=True, help="Show only how often each rule found something (-f statistics).")
@click.option(
    "--verbose",
    "-v",
    is_flag=True,
    help="Show every finding in full, the keyword map, and what wasn't counted or assessed.",
)
def command(
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    rules: tuple[str, ...],
    profile: str | None,
    fail_on: str,
    min_score: float | None,
    max_warnings: int | None,
    exit_zero: bool,
    baseline: str | None,
    write_baseline: bool,
    prune_baseline: bool,
    changed: str | None,
    changed_lines: str | None,
    fix: bool,
    diff: bool,
    only_scored: bool,
    watch: bool,
    site: bool,
    history: str | None,
    allow_empty: bool,
    exclude: tuple[str, ...],
    fields: tuple[str, ...],
    force_exclude: bool,
    url: str | None,
    config: str | None,
    isolated: bool,
    workers: int,
    no_cache: bool,
    clear_cache: bool,
    cache_dir: str | None,
    stdin_filename: str | None,
    statistics: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Check articles: files, folders, or - for standard input. Without PATHS, the current folder.

    Exit code 0: nothing failed the run; 1: findings or a score did; 2: the check could not be completed.
    """
    formats = (*formats, "statistics") if statistics else formats
    if stdin_filename and "-" not in paths:
        raise click.UsageError("--stdin-filename names the article on standard input: add - as a path.")
    if min_score is not None and math.isnan(min_score):
        raise click.BadParameter("nan isn't a score.", param_hint="--min-score")
    if config and isolated:
        raise click.UsageError("--isolated uses no settings file: drop --config.")
    if history is not None and (diff or write_baseline):
        raise click.UsageError(f"--history is for runs that report: drop {'--diff' if diff else '--write-baseline'}.")
    if fix or diff:
        from seocheck.cli.fixing import check_options

        check_options(diff=diff, paths=paths, formats=formats, output=output)
    elif only_scored:
        raise click.UsageError("--only-scored needs --fix or --diff.")
    if watch:
        from seocheck.cli.common.watch_options import WatchOptions, check_watchable
        from seocheck.cli.watch import watch_articles

        writes = {"--fix": fix, "--diff": diff, "--write-baseline": write_baseline, "--prune-baseline": prune_baseline,
                  "--site": site, "--history": history is not None, "--url": url is not None}  # fmt: skip
        output_format = check_watchable(paths=paths, formats=formats, output=output, left_out=writes)
        return watch_articles(
            WatchOptions(
                paths=paths, format=output_format, select=tuple(listed(select)), ignore=tuple(listed(ignore)),
                profile=profile, gate=Gate(fail_on, min_score, max_warnings, exit_zero), baseline=baseline,
                changed=changed, changed_lines=changed_lines, exclude=exclude, force_exclude=force_exclude,
                config=config, isolated=isolated, quiet=quiet, verbose=verbose, rules=rules,
            )
        )  # fmt: skip
    asked = targets(formats, output, in_actions=in_actions())
    finder = settings_finder(rules_in(rules), config, isolated=isolated)
    run = Run(finder, select=listed(select), ignore=listed(ignore), profile=profile, built=built_site(url, paths))
    changes, paths = changed_scope(changed, changed_lines, paths)
    paths = paths or (".",)
    run.check_names(paths[0])  # a wrong rule or profile is reported before any work is done
    known = KnownFindings(finder, paths[0], baseline, write=write_baseline, prune=prune_baseline)
    excluded = Exclusion(finder, exclude, force=force_exclude)
    scope = Scope(
        excluded, force=force_exclude, changes=changes, changed_lines=changed_lines is not None,
        baseline=known.baseline, site=site, columns=columns_of(fields),
    )  # fmt: skip
    gate = Gate(fail_on, min_score, max_warnings, exit_zero, allow_empty)
    memory = memory_of(run, cache_dir, off=no_cache, clear=clear_cache)
    checker: Checks = Checker(run, memory=memory, workers=workers, apart=True)
    rules_of, of_site = None, None
    if site:
        from seocheck.cli.site import check_site

        of_site, rules_of = check_site(checker, run, asked)
        checker = of_site
    job = Job(run, stdin_filename=stdin_filename, gate=gate, scope=scope, checker=checker, rules_of=rules_of)
    candidates = job.find(paths, [target.file for target in asked if target.file])
    if fix or diff:
        from seocheck.cli.fixing import Fixer

        fixer = Fixer(run, stdin_filename=stdin_filename, only_scored=only_scored)
        if diff:
            return max(job.exit_code(), fixer.diff(candidates, exit_zero=exit_zero))
        fixer.fix(candidates)
        job.unwritten = fixer.failed
    if write_baseline:
        for _ in job.reports(candidates, paths, with_rules=True):
            pass
        return known.written(job.exit_code())
    start = run_start(
        fail_on=fail_on, min_score=min_score, baseline=known.baseline is not None or changed_lines is not None,
        view=Viewer(run), articles=len(candidates), settings=run.settings_for(paths[0]).file,
    )  # fmt: skip
    with (
        history_of(history, start.paths) as runs,
        opened_writers(asked, start, quiet=quiet, verbose=verbose) as writers,
    ):
        for report, ran in job.reports(candidates, paths, writers.printer, with_rules=writers.want_rules):
            writers.add(report, ran)
            runs.add(report)
        end = runs.finish(job.end(), whole=changes is None, judged=min_score is not None)
        writers.close(msgspec.structs.replace(end, site=of_site.overview) if of_site is not None else end)
    runs.close()
    known.close()
    return job.exit_code()


def listed(values: Iterable[str]) -> list[str]:
    """Names that are given several times, separated by commas, or both."""
    names = [name.strip() for value in values for name in value.split(",") if name.strip()]
    for name in names:
        if name in RENAMED:
            notify(notice(name))
    return names
